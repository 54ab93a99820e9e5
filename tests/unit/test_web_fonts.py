"""The web font: every letter of Uyghur, joined, in few bytes and always the same."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from waraq.pages import web_fonts
from waraq.paths import FONT_PACKAGES
from waraq.translate.letters import ALPHABETS

LARGEST = 30_000


@pytest.fixture(params=web_fonts.CUTS, ids=lambda cut: cut.address)
def cut(request: pytest.FixtureRequest) -> bytes:
    source = FONT_PACKAGES / request.param.package / request.param.file
    assert source.is_file(), "the font packages are missing: `make setup` brings them"
    return web_fonts.cut_out(source.read_bytes(), request.param.characters)


def test_it_has_every_letter_and_joins_them_and_is_small(cut: bytes) -> None:
    with TTFont(io.BytesIO(cut)) as font:
        assert set(map(ord, ALPHABETS["ug"] + "،؛؟")) <= font.getBestCmap().keys()
        features = {each.FeatureTag for each in font["GSUB"].table.FeatureList.FeatureRecord}
    assert {"init", "medi", "fina"} <= features
    assert len(cut) <= LARGEST


def test_the_same_letters_are_the_same_bytes() -> None:
    [first, *_] = web_fonts.CUTS
    source = FONT_PACKAGES / first.package / first.file
    assert source.is_file(), "the font packages are missing: `make setup` brings them"
    font = source.read_bytes()
    assert web_fonts.cut_out(font, "ئۇيغۇر") == web_fonts.cut_out(font, "ئۇيغۇر")


def test_other_languages_get_none(tmp_path: Path) -> None:
    assert web_fonts.files(["en", "zh-Hans"]) == {}


def test_without_the_packages_there_is_none(tmp_path: Path) -> None:
    assert web_fonts.files(["ug"], tmp_path) == {}
