"""The Uyghur web font comes where a machine has no Uyghur letters, and nowhere else."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from waraq.paths import FONT_PACKAGES

from .conftest import FONTCONFIG, Browser, LookInWays

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="the fonts are laid down by fontconfig: Linux only"
)
WAY = {"widths": [640], "schemes": ["light"], "prepare": "document.fonts.ready", "fonts": "main p"}


@pytest.fixture
def look(
    packages: list[str], tmp_path: Path, node: str, chromium: Path, environment: dict[str, str]
) -> Iterator[LookInWays]:
    """A browser on a machine with the fonts of these packages alone."""
    config = tmp_path / "fonts.conf"
    folders = "</dir><dir>".join(str(FONT_PACKAGES / each) for each in packages)
    text = FONTCONFIG.format(fonts=folders, cache=tmp_path / "cache")
    config.write_text(text, encoding="utf-8")
    fonts = {**environment, "FONTCONFIG_FILE": str(config)}
    with Browser.started(node, chromium, fonts, tmp_path / "complaints.txt") as browser:
        yield browser.look


@pytest.mark.parametrize(
    ("page", "packages", "asked"),
    [
        ("ug/index.html", ["noto-sans"], True),
        ("ug/index.html", ["noto-sans", "vazirmatn"], False),
        ("en/index.html", ["noto-sans"], False),
        ("index.html", ["noto-sans"], True),
    ],
)
def test_the_font_is_asked_for_only_where_letters_are_missing(
    page: str, packages: list[str], asked: bool, served: str, look: LookInWays
) -> None:
    [view] = look(served, [page], {"way": WAY})["way"]
    fonts = [each["url"] for each in view["requests"] if each["url"].endswith(".woff2")]
    assert bool(fonts) == asked
    assert view["console"] == view["errors"] == []
    if asked and page == "ug/index.html":
        assert "Vazirmatn" in view["fonts"], f"{packages}: {view['fonts']}"
