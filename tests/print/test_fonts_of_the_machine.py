"""No font of the machine gets into a sheet, whatever is installed."""

from __future__ import annotations

from pathlib import Path

import pytest

from waraq.paths import FONT_PACKAGES
from waraq.sheets import fonts
from waraq.sheets.job import FONTS, Job
from waraq.sheets.rendering import Press, SheetError

LATIN = frozenset({fonts.CODES["Latin"]})
ARABIC = frozenset({fonts.CODES["Arabic"]})


def job(text: str, scripts: frozenset[fonts.SheetScript], family: str) -> Job:
    html = (
        '<!doctype html><html lang="en"><title>Sheet</title>'
        f"<style>{fonts.css(scripts, FONTS)} html {{ font-family: '{family}' }}</style>{text}"
    )
    return Job("en/a.pdf", "Sheet", html, "", "https://x.example/", (), scripts)


@pytest.fixture(autouse=True)
def machine_with_fonts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine that has all kinds of letters."""
    configuration = tmp_path / "fonts.conf"
    configuration.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">'
        f"<fontconfig><dir>{FONT_PACKAGES}</dir><cachedir>{tmp_path}</cachedir></fontconfig>",
        encoding="utf-8",
    )
    monkeypatch.setenv("FONTCONFIG_FILE", str(configuration))


def test_a_letter_that_only_the_machine_has_is_an_error() -> None:
    with Press(FONT_PACKAGES) as press, pytest.raises(SheetError, match=r"U\+0626"):
        press.print(job("ئۇ", LATIN, "Sheet Latin"))


def test_nor_does_a_sheet_borrow_from_the_one_before() -> None:
    with Press(FONT_PACKAGES) as press:
        press.print(job("ئۇ", ARABIC, "Sheet Arabic"))
        with pytest.raises(SheetError, match=r"U\+0626"):
            press.print(job("ئۇ", LATIN, "Sheet Latin"))
