"""Ordinary pages on paper hold what handouts hold: tags, text, feet and, of sources, all."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from waraq.settings import Settings

from . import judges
from . import reading_pdf as reading
from .conftest import Verdicts
from .handouts import Handout

A4 = (595, 842)
JUDGED = ("letter-2018", "numbers", "sanctions")
"""With a chart, with a table of many columns, with the longest list of sources."""


@pytest.fixture(scope="module")
def sheets(edition: Path, site: Settings) -> list[Handout]:
    """The A4 edition of each page that is printed, in each language."""
    return [
        Handout(edition, each.language, docname, "a4", each.draft)
        for each in site.languages
        if each.publish
        for docname, names in site.page_sheets.items()
        if "a4" in names
    ]


def test_ten_pages_are_printed_in_each_language(sheets: list[Handout], site: Settings) -> None:
    assert len(sheets) == 10 * len(site.languages)


def test_they_are_set_on_a4(sheets: list[Handout]) -> None:
    for each in sheets:
        for page in each.open().pages:
            assert tuple(round(float(edge)) for edge in page.mediabox[2:]) == A4, each.name


def test_every_sentence_of_the_page_is_found(sheets: list[Handout]) -> None:
    problems = []
    for each in sheets:
        assert len(each.passages) > 20, f"{each.name}: its web page has hardly any text"
        pages = reading.text_of_pages(each.data)
        problems += each.label(reading.missing(pages, each.passages, each.language.direction))
    assert not problems, "\n".join(problems)


def test_no_source_is_left_out(sheets: list[Handout]) -> None:
    for each in sheets:
        page = (each.edition / each.page).read_text(encoding="utf-8")
        on_paper = each.html.xpath("count(//section[@id='sources']//li)")
        assert on_paper == page.count('<li id="source-') > 0, each.name


def test_they_are_tagged_in_their_language(sheets: list[Handout]) -> None:
    for each in sheets:
        pdf = each.open()
        root = pdf.Root
        assert root.MarkInfo.Marked is True
        assert str(root.Lang) == each.language.tag
        kinds = {str(kind) for kind in _kinds(root.StructTreeRoot)}
        assert {"/H1", "/H2", "/P", "/Note", "/Reference"} <= kinds, each.name


def _kinds(element: pikepdf.Object) -> list[pikepdf.Object]:
    below = element.get("/K", pikepdf.Array())
    children = list(below) if isinstance(below, pikepdf.Array) else [below]
    elements = [each for each in children if isinstance(each, pikepdf.Dictionary) and "/S" in each]
    own = [element.S] if "/S" in element else []
    return own + [kind for each in elements for kind in _kinds(each)]


def test_verapdf_finds_nothing(ask_verapdf: Verdicts, sheets: list[Handout]) -> None:
    files = [each.path for each in sheets if each.docname in JUDGED]
    assert len(files) == 3 * len(JUDGED)
    found = ask_verapdf(files, "ua1")
    problems = list(judges.surprises([each for file in files for each in found[file]], []))
    assert not problems, "\n".join(problems)
