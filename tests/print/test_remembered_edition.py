"""What is remembered draws each sheet of several pages as WeasyPrint alone does."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path

import pikepdf
import pytest

from waraq.edition import plan, run, setting
from waraq.edition.plan import Plan
from waraq.pages.pageset import PageSet
from waraq.paths import FONT_PACKAGES, HANDOUTS
from waraq.settings import Settings
from waraq.sheets import rendering
from waraq.sheets import setting as sheets
from waraq.sheets.columns import source_blocks
from waraq.sheets.job import Job
from waraq.sheets.rendering import Press

from .conftest import PROJECT

LONG = {"large", "columns"}
"""Editions of handouts that go on over several pages; pages on paper do, too."""

NUMBER = re.compile(rb"(?<![<\w])-?[0-9]+\.?[0-9]*(?![>\w])")


def jobs(tags: list[str], source: str) -> Iterator[Job]:
    """Each sheet of several pages, as a build prints it."""
    beside = source_blocks(_pages(source)[1])
    for tag in tags:
        made, pages = _pages(tag)
        for planned in sheets.sheets(pages, run.surroundings(made, beside)):
            on_paper = not planned.docname.startswith(HANDOUTS) and planned.edition == "a4"
            if planned.edition in LONG or on_paper:
                yield planned.job


def _pages(tag: str) -> tuple[Plan, PageSet]:
    """The pages of one language, from a plan of their own: to set them uses it up."""
    made = plan.plan(PROJECT)
    language = made.settings.of(tag)
    return made, setting.page_set(made, language, setting.language_pages(made, language))


def drawn(pdf: bytes) -> list[bytes]:
    """What each page draws; places rounded, for a line that is moved may stand off by a float."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return [NUMBER.sub(_rounded, _content(page)) for page in document.pages]


def _content(page: pikepdf.Page) -> bytes:
    page.contents_coalesce()
    content: bytes = page.Contents.read_bytes()
    return content


def _rounded(number: re.Match[bytes]) -> bytes:
    return b"%.2f" % float(number[0])


def test_sheets_of_several_pages_are_drawn_as_by_weasyprint_alone(
    edition: Path, site: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rendering, "remembering", nullcontext)
    checked = 0
    with Press(FONT_PACKAGES) as press:
        for job in jobs([each.tag for each in site.languages if each.publish], site.source.tag):
            assert drawn(press.print(job)) == drawn((edition / job.path).read_bytes()), job.path
            checked += 1
    assert checked > 40


def test_a_word_that_is_elsewhere_is_found() -> None:
    assert NUMBER.sub(_rounded, b"9.1049 2. Td <0033> Tj") == b"9.10 2.00 Td <0033> Tj"
    assert NUMBER.sub(_rounded, b"9.12 Td") != NUMBER.sub(_rounded, b"9.14 Td")
