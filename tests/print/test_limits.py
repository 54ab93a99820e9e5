"""Sheets that run wild in WeasyPrint itself are stopped, and the next is printed."""

from __future__ import annotations

from contextlib import AbstractContextManager
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import cast

import pytest

from waraq.paths import FONT_PACKAGES
from waraq.processes import Crew
from waraq.sheets import fonts
from waraq.sheets.job import FONTS, Job
from waraq.sheets.kept import Kept
from waraq.sheets.limits import Limits
from waraq.sheets.rendering import Press
from waraq.sheets.works import Failed, Outcome, Printed, SheetPress, Works

LATIN = frozenset({fonts.CODES["Latin"]})
TAME = "<p>Text.</p>"
NESTED = '<div style="display: flex">' * 24 + "Text." + "</div>" * 24
"""Each box is set several times for each time that the box around it is."""
ENDLESS = f"<p>{'word ' * 3_000_000}</p>"


def job(body: str, path: str) -> Job:
    html = (
        '<!doctype html><html lang="en"><title>Sheet</title>'
        f'<style>{fonts.css(LATIN, FONTS)} html {{ font-family: "Sheet Latin" }}</style>{body}'
    )
    return Job(path, "Sheet", html, "", "https://x.example/", (), LATIN)


def press() -> AbstractContextManager[SheetPress]:
    return Press(FONT_PACKAGES)


@pytest.mark.parametrize(
    ("body", "limits", "words"),
    [
        (NESTED, Limits(cpu=1), "processor time"),
        (NESTED, Limits(wall=1), "within 1 seconds"),
        (ENDLESS, Limits(memory=300, cpu=30), "memory"),
    ],
    ids=["computes", "takes its time", "grows"],
)
def test_a_wild_sheet_is_stopped_and_the_next_is_printed(
    tmp_path: Path, body: str, limits: Limits, words: str
) -> None:
    sheets = [job(body, "en/wild.pdf"), job(TAME, "en/tame.pdf")]
    wild, tame = outcomes(sheets, limits, tmp_path)
    assert isinstance(wild, Failed)
    assert words in wild.reason
    assert isinstance(tame, Printed)
    assert (tmp_path / "site" / "en/tame.pdf").read_bytes().startswith(b"%PDF-")


def outcomes(sheets: list[Job], limits: Limits, folder: Path) -> list[Outcome]:
    kept = Kept(folder / "kept", FONT_PACKAGES)
    with Crew("fork") as crew, Works(folder / "site", kept, crew, press, limits) as works:
        works.take("en", sheets)
        while not (answers := list(works.answers())):
            works.work(1 - works.busy)
            for ready in wait(list(works.connections()), works.patience()):
                works.receive(cast(Connection, ready))
        return answers[0][1]
