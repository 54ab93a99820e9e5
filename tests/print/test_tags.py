"""What a screen reader finds in a handout: the page's own text, in its order, and what it is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection

import pikepdf
import pytest

from waraq import languages
from waraq.interface import Interface

from . import structure_of_pdf as structure
from .handouts import PARTLY_READ, UNREAD, Handout
from .structure_of_pdf import Element

MARKS = frozenset({"Reference"})
ROLE_OF = {
    **{"p": "P", "li": "P", "caption": "Caption", "dt": "Lbl", "th": "TH", "td": "TD"},
    **{"h1": "H1", "h2": "H2", "h3": "H3"},
}

Tagged = list[tuple[Handout, Element]]


AS_ON_A4 = frozenset({"letter", "ink", "press", "booklet"})
"""Editions that hold, in the same order, what the A4 edition holds."""


@pytest.fixture(scope="session")
def tagged(handouts: list[Handout]) -> Tagged:
    """Each A4 handout, also that for archives, with its structure tree."""
    return with_trees(handouts, {"a4", "archive"})


@pytest.fixture(scope="session")
def alike(handouts: list[Handout], page_sheets: list[Handout]) -> Tagged:
    """Other editions that hold the same; and the pages on paper."""
    return [*with_trees(handouts, AS_ON_A4), *with_trees(page_sheets, {"a4"})]


def with_trees(sheets: list[Handout], papers: Collection[str]) -> Tagged:
    chosen = [each for each in sheets if each.paper in papers]
    return [(each, structure.document(each.open())) for each in chosen]


def text_blocks(document: Element) -> list[tuple[str, str]]:
    """Role and text of each block of the text itself, not of what is around it on the sheet."""
    found = [
        (block.role, " ".join(block.text(without=MARKS).split()))
        for part in document.kids
        if part.role == "Sect"
        for block in part.blocks()
    ]
    return [(role, text) for role, text in found if not re.fullmatch(r"\d+\.|•|◦", text)]


def test_each_block_of_the_page_is_read_in_its_order_as_what_it_is(
    tagged: Tagged, alike: Tagged
) -> None:
    for handout, document in (*tagged, *alike):
        expected = [(ROLE_OF[tag], text) for tag, text in handout.blocks]
        assert len(expected) > 20, handout.name
        assert text_blocks(document) == expected, handout.name


NOTICE = "ancestor-or-self::*[@role='note']"


def test_what_is_in_another_language_says_so(tagged: Tagged) -> None:
    for handout, document in tagged:
        tag = handout.language.tag
        assert document.language == tag
        marked = {
            (str(each.get("lang")), " ".join(str(each.text_content()).split()))
            for each in handout.html.xpath("//main//*[@lang]")
            if each.get("lang") != tag and not each.xpath(NOTICE)
        }
        heard = {
            (each.language, " ".join(each.text().split()))
            for each in document.walk()
            if "/Lang" in each.dictionary and each.language != tag
        }
        assert marked == heard, handout.name
        assert marked or tag == "en", handout.name


def test_a_letter_of_another_script_is_never_heard_in_a_language_that_lacks_it(
    tagged: Tagged,
) -> None:
    for handout, document in tagged:
        for span in document.all("Span"):
            if languages.named(span.language).script == "Latin":
                assert not re.search("[\u0600-\u06ff\u4e00-\u9fff]", span.text()), handout.name


def test_words_in_latin_letters_are_never_heard_in_a_language_of_others(tagged: Tagged) -> None:
    for handout, document in tagged:
        for each in document.walk():
            if languages.named(each.language).script != "Latin":
                own = str(each.dictionary.get("/ActualText", ""))
                words = [word for word in own.split() if not re.search(r"\w[.@]\w|://", word)]
                assert not re.search("[a-z]{3}", " ".join(words)), f"{handout.name}: {own}"


def test_right_to_left_sheets_say_so_to_readers_and_viewers(tagged: Tagged) -> None:
    assert {handout.language.direction for handout, _ in tagged} == {"ltr", "rtl"}
    for handout, document in tagged:
        right_to_left = handout.language.direction == "rtl"
        assert document.writing == ("/RlTb" if right_to_left else "/LrTb")
        preferences = document.pdf.Root.ViewerPreferences
        assert preferences.get("/Direction") == ("/R2L" if right_to_left else None)


def test_the_tab_key_goes_through_a_page_as_it_is_read(tagged: Tagged) -> None:
    for handout, document in tagged:
        for page in document.pdf.pages:
            assert page.obj.get("/Tabs") == "/S", handout.name


# Tables


def test_each_table_is_one_with_its_caption_and_headers(tagged: Tagged) -> None:
    assert any(document.all("Table") for _, document in tagged)
    for handout, document in tagged:
        tables = document.all("Table")
        assert len(tables) == len(handout.html.xpath("//main//table")), handout.name
        for table in tables:
            assert len(table.all("Caption")) == len(table.all("THead")) == 1
            scopes = Counter(str(each.attribute("/Scope")) for each in table.all("TH"))
            columns, rows = table.all("THead")[0].all("TH"), table.all("TBody")[0].all("TR")
            assert scopes == {"/Column": len(columns), "/Row": len(rows)}, handout.name
            assert len(columns) > 1


def test_each_cell_names_its_headers_and_they_are_found_by_name(tagged: Tagged) -> None:
    for handout, document in tagged:
        names = _names(document.pdf)
        headers = {str(each.dictionary.ID): each for each in document.all("TH")}
        assert headers.keys() <= names.keys(), handout.name
        for table in document.all("Table"):
            columns = [each.text() for each in table.all("THead")[0].all("TH")]
            for row in table.all("TBody")[0].all("TR"):
                for number, cell in enumerate(row.kids):
                    if cell.role == "TD":
                        found = [headers[str(each)].text() for each in cell.attribute("/Headers")]
                        rows = [each.text() for each in row.all("TH")]
                        assert found == [columns[number], *rows]


def test_a_table_over_two_pages_is_one_and_its_head_is_heard_once(tagged: Tagged) -> None:
    broken = [
        (handout, table)
        for handout, document in tagged
        for table in document.all("Table")
        if len({page for each in table.walk() for page in each.pages}) > 1
    ]
    for handout, table in broken:
        assert {
            page for each in table.all("THead") for cell in each.walk() for page in cell.pages
        } == {0}
        again = [shown for page, about, shown in structure.artifacts(handout.open()) if page]
        assert any(again), handout.name


def _names(pdf: pikepdf.Pdf) -> dict[str, pikepdf.Object]:
    found = list(pdf.Root.StructTreeRoot.IDTree.Names)
    names = [str(each) for each in found[::2]]
    assert names == sorted(names)
    return dict(zip(names, found[1::2], strict=True))


# Feet


def test_what_runs_in_the_foot_is_a_footer_and_of_that_once_is_heard_what_matters(
    tagged: Tagged, interfaces: dict[str, Interface]
) -> None:
    for handout, document in tagged:
        pdf = handout.open()
        feet = [
            page
            for page, about, shown in structure.artifacts(pdf)
            if shown and about.get("/Subtype") == "/Footer" and about["/Type"] == "/Pagination"
        ]
        assert set(feet) == set(range(len(pdf.pages))), handout.name
        text = document.text()
        for draft in (UNREAD, PARTLY_READ):
            words = interfaces[handout.language.tag].plain(draft)
            assert text.count(words) == (draft == handout.draft)
        figure = next(each for each in document.kids if each.role == "Figure")
        assert handout.page in str(figure.dictionary.Alt)


def test_a_draft_is_said_before_anything_else(
    tagged: Tagged, interfaces: dict[str, Interface]
) -> None:
    for handout, document in tagged:
        if handout.draft:
            assert document.kids[0].text() == interfaces[handout.language.tag].plain(handout.draft)


def test_nothing_on_a_page_is_heard_but_what_is_in_the_tree_or_not_text(tagged: Tagged) -> None:
    for handout, document in tagged:
        numbers = range(len(handout.open().pages))
        assert {page for each in document.walk() for page in each.pages} == set(numbers)


# Sources


def test_each_mark_leads_to_its_note_and_the_note_back(tagged: Tagged) -> None:
    for handout, document in tagged:
        notes = {str(each.dictionary.ID): each for each in document.all("Note")}
        assert len(notes) == len(document.all("Note")) > 3, handout.name
        assert notes.keys() <= _names(document.pdf).keys()
        led_to = set()
        for reference in document.all("Reference"):
            (link,) = reference.all("Link")
            for annotation in link.links:
                note = notes[str(annotation.A.D)]
                assert annotation.A.SD[0].objgen == note.dictionary.objgen
                assert annotation.Contents == f"{link.text()} {note.text()}"
                led_to.add(str(annotation.A.D))
        assert led_to == notes.keys(), handout.name
        _lead_back(document)


def _lead_back(document: Element) -> None:
    references = {each.dictionary.objgen for each in document.all("Reference", "Link")}
    for item in document.all("LI"):
        if item.all("Note"):
            (link,) = item.all("Lbl")[0].all("Link")
            assert link.links[0].A.SD[0].objgen in references
            assert len(str(link.links[0].Contents)) > 3


def test_every_link_says_where_it_leads_and_is_printed(tagged: Tagged) -> None:
    for handout, document in tagged:
        of_pages = [each for page in handout.open().pages for each in page.get("/Annots", [])]
        in_tree = [each for link in document.all("Link") for each in link.links]
        assert len(of_pages) == len(in_tree) > 10, handout.name
        assert all(str(each.Contents).strip() and each.F == 4 for each in in_tree)


# Lists, pictures


def test_each_list_says_how_it_is_numbered_and_has_labels_and_bodies(tagged: Tagged) -> None:
    for handout, document in tagged:
        for found in document.all("L"):
            assert str(found.attribute("/ListNumbering")) in {"/Decimal", "/Disc", "/None"}
            for item in found.kids:
                roles = [each.role for each in item.kids]
                assert item.role == "LI", handout.name
                assert roles in (["Lbl", "LBody"], ["LBody"]), handout.name


def test_the_word_of_a_definition_is_its_label(tagged: Tagged) -> None:
    handout, document = next(each for each in tagged if each[0].html.xpath("//main//dl"))
    terms = [" ".join(each.text_content().split()) for each in handout.html.xpath("//main//dt")]
    lists = [each for each in document.all("L") if each.attribute("/ListNumbering") == "/None"]
    assert terms == [
        item.kids[0].text() for found in lists for item in found.kids if len(item.kids) == 2
    ]


def test_a_picture_says_where_on_the_paper_it_is_in_points(tagged: Tagged) -> None:
    for handout, document in tagged:
        for figure in document.all("Figure"):
            left, lower, right, upper = map(float, figure.attribute("/BBox"))
            assert (right - left, upper - lower) == pytest.approx((73.7, 73.7), abs=1)
            assert left > 0 and right < 595 and 0 < lower < upper < 150, handout.name
