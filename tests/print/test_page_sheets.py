"""Ordinary pages on paper hold what handouts hold: tags, text, feet and, of sources, all."""

from __future__ import annotations

import pikepdf

from waraq.settings import Settings

from . import judges
from .conftest import Verdicts
from .handouts import Handout

A4 = (595, 842)


def test_ten_pages_are_printed_in_each_language(page_sheets: list[Handout], site: Settings) -> None:
    assert len(page_sheets) == 10 * len(site.languages)


def test_they_are_set_on_a4(page_sheets: list[Handout]) -> None:
    for each in page_sheets:
        for page in each.open().pages:
            assert tuple(round(float(edge)) for edge in page.mediabox[2:]) == A4, each.name


def test_no_source_is_left_out(page_sheets: list[Handout]) -> None:
    for each in page_sheets:
        page = (each.edition / each.page).read_text(encoding="utf-8")
        on_paper = each.html.xpath("count(//section[@id='sources']//li)")
        assert on_paper == page.count('<li id="source-') > 0, each.name


def test_they_are_tagged_in_their_language(page_sheets: list[Handout]) -> None:
    for each in page_sheets:
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


def test_verapdf_finds_nothing(ask_verapdf: Verdicts, page_sheets: list[Handout]) -> None:
    assert page_sheets
    found = ask_verapdf([each.path for each in page_sheets], "ua1")
    problems = list(judges.surprises([each for file in found.values() for each in file], []))
    assert not problems, "\n".join(problems)
