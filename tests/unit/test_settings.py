"""docs/site.toml: what is wrong in it is said with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from waraq.settings import SettingsError, load

GOOD = """
title = "T"
summary = "S"
address = "https://t.example/"
checked = 2026-11-23
how_we_check = "check"

[[languages]]
tag = "en"
translation = "source"

[[languages]]
tag = "zh-Hans"
translation = "machine-draft"
"""


def put(folder: Path, text: str) -> Path:
    path = folder / "site.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_good_file_gives_languages_by_tag_or_folder(tmp_path: Path) -> None:
    settings = load(put(tmp_path, GOOD))
    assert settings.source.tag == "en"
    assert settings.of("zh_Hans").language.name == "简体中文"
    assert settings.of("zh-Hans").draft


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('title = "T"', 'titel = "T"', "titel"),
        ('tag = "zh-Hans"', 'tag = "xx"', "'xx' is not known"),
        ('tag = "zh-Hans"', 'tag = "en"', "'en' stands twice"),
        ('"machine-draft"', '"source"', "exactly one"),
        ('"machine-draft"', '"perfect"', "perfect"),
        ("https://t.example/", "http://t.example", "https://"),
        ("2026-11-23", "2026-02-31", "site.toml"),
        ("[[languages]]", "[[languages", "site.toml"),
    ],
)
def test_a_mistake_is_named(tmp_path: Path, old: str, new: str, words: str) -> None:
    with pytest.raises(SettingsError, match=r"site\.toml") as caught:
        load(put(tmp_path, GOOD.replace(old, new)))
    assert words in str(caught.value)


def test_a_missing_file_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="cannot be read"):
        load(tmp_path / "site.toml")
