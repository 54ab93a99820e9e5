"""What the finishing pass makes of small sheets, in cases that the handouts do not have."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable

import pikepdf
import pydyf
import pytest

from waraq.audit.tags import mistagged
from waraq.sheets.finishing.packing import packing
from waraq.sheets.rendering import SheetError

from . import structure_of_pdf as structure
from .structure_of_pdf import Element

Sheet = Callable[..., bytes]
SMALL = "@page { size: 100mm 60mm; margin: 5mm } p { margin: 0 }"


def tree(pdf: bytes) -> Element:
    """The structure of a sheet that has no mistakes."""
    opened = pikepdf.open(io.BytesIO(pdf))
    assert list(mistagged(opened)) == []
    return structure.document(opened)


def test_a_paragraph_over_two_pages_is_one(sheet: Sheet) -> None:
    words = " ".join(f"word{number}" for number in range(300))
    (paragraph,) = tree(sheet(f"<p>{words}</p>", style=SMALL)).all("P")
    assert paragraph.text() == words
    assert {0, 1} <= paragraph.kids[0].pages


def test_a_table_over_two_pages_is_one_with_its_head_once(sheet: Sheet) -> None:
    rows = "".join(f"<tr><th>{number}<td>cell" for number in range(30))
    document = tree(sheet(f"<table><thead><tr><th>A<th>B<tbody>{rows}</table>", style=SMALL))
    (table,) = document.all("Table")
    assert table.all("THead")[0].text() == "AB"
    assert len(table.all("TR")) == 31
    repeated = [page for page, about, shown in structure.artifacts(document.pdf) if shown]
    assert set(repeated) == set(range(1, len(document.pdf.pages)))


def test_cells_over_rows_and_columns_have_the_headers_that_they_stand_under(sheet: Sheet) -> None:
    document = tree(
        sheet(
            "<table><thead><tr><th>A<th colspan=2>B<tbody>"
            "<tr><th rowspan=2>1<td>x<td>y<tr><td colspan=2>z</table>"
        )
    )
    names = {str(each.dictionary.ID): each.text() for each in document.all("TH")}
    headers = {
        cell.text(): [names[str(each)] for each in cell.attribute("/Headers")]
        for cell in document.all("TD")
    }
    assert headers == {"x": ["B", "1"], "y": ["B", "1"], "z": ["B", "1"]}


def test_lists_in_lists_keep_their_levels_and_numbers(sheet: Sheet) -> None:
    document = tree(
        sheet(
            "<ol style='list-style-type: lower-alpha'>"
            "<li>one<ul style='list-style-type: disc'><li>inner</ul><li>two</ol>"
        )
    )
    outer, inner = document.all("L")
    assert [str(each.attribute("/ListNumbering")) for each in (outer, inner)] == [
        "/LowerAlpha",
        "/Disc",
    ]
    assert [each.role for each in outer.kids] == ["LI", "LI"]
    assert outer.kids[0].all("L") == [inner]
    assert outer.all("Lbl")[0].text() == "a."


def test_spaces_at_line_ends_and_between_languages_are_kept(sheet: Sheet) -> None:
    body = "<p>A long line <span lang=ug>ئۇيغۇر</span> <b>bold</b> <a href=#x>link</a> end.</p>"
    for width in range(30, 60, 3):
        style = f"@page {{ size: {width}mm 90mm; margin: 2mm }}"
        pdf = sheet(body.replace("ئۇيغۇر", "Urumqi") + "<p id=x>x</p>", style=style)
        assert tree(pdf).all("P")[0].text() == "A long line Urumqi bold link end."


def test_hyphens_at_line_ends_are_not_heard(sheet: Sheet) -> None:
    style = "@page { size: 30mm 60mm; margin: 2mm }"
    pdf = sheet("<p>An extra\u00adordinary un\u00adder\u00adstand\u00ading</p>", style=style)
    assert tree(pdf).text() == "An extraordinary understanding"


def test_an_underline_is_no_artifact_in_tagged_text(sheet: Sheet) -> None:
    assert tree(sheet("<p>An <u>underlined</u> word</p>")).text() == "An underlined word"


def test_what_a_style_sheet_adds_is_heard_only_if_it_has_words(sheet: Sheet) -> None:
    style = "i::before { content: '• ' } b::after { content: ' (new)' }"
    assert tree(sheet("<p><i>A</i> <b>B</b></p>", style=style)).text() == "A B (new)"


def test_what_is_not_displayed_is_not_heard(sheet: Sheet) -> None:
    style = ".away { display: none }"
    assert tree(sheet("<p>A<span class=away> hidden</span> B</p>", style=style)).text() == "A B"


def test_text_in_capitals_is_heard_as_it_is_written(sheet: Sheet) -> None:
    assert tree(sheet("<p>Straße</p>", style="p { text-transform: uppercase }")).text() == "Straße"


def test_parts_of_both_directions_say_theirs(sheet: Sheet) -> None:
    document = tree(sheet("<div lang=ug dir=ltr><p>Latin</p></div><p>X</p>", tag="ug"))
    assert [each.writing for each in document.all("P")] == ["/LrTb", "/RlTb"]


def test_text_through_a_veil_cannot_be_tagged_and_is_not_printed(sheet: Sheet) -> None:
    with pytest.raises(SheetError, match="'Veiled' is drawn through"):
        sheet("<p style='opacity: .5'>Veiled</p>")


def test_the_title_and_the_standards_are_all_that_is_told(sheet: Sheet) -> None:
    body = "<meta name=author content=Somebody><meta name=description content=About><p>A</p>"
    for variant, standards in (("ua", {"part"}), ("archive", {"part", "conformance", "schemas"})):
        pdf = pikepdf.open(io.BytesIO(sheet(body, variant=variant)))
        assert dict(pdf.docinfo) == {"/Title": "Sheet"}
        metadata = pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False)
        assert {str(key).rpartition("}")[2] for key in metadata} == standards | {"title"}


def test_isolates_are_in_no_text_that_is_told(sheet: Sheet) -> None:
    pdf = sheet("<h1>بۇ \u2066Entity List\u2069</h1>", tag="ug")
    document = tree(pdf)
    assert document.text() == "بۇ Entity List"
    assert str(document.pdf.Root.Outlines.First.Title) == "بۇ Entity List"


def test_what_is_painted_is_compressed_in_little_time(sheet: Sheet) -> None:
    with pikepdf.open(io.BytesIO(sheet("<p>Text</p>"))) as opened:
        painted = opened.pages[0].Contents
        packed = painted.read_raw_bytes()
        assert packed[:2] == b"\x78\x5e", "it has not one of zlib's fast levels (RFC 1950, 2.2)"
        assert zlib.decompress(packed) == painted.read_bytes()


@pytest.mark.parametrize(
    "value",
    [
        b"/Name",
        *(0, -3, 12345678901, True, 1.0, -0.0, 0.25, 1e-7, 3.14159265),
        *("text", pydyf.String("text"), pydyf.String("تېكىست (1)")),
        pydyf.Array([1, "a", pydyf.Array([2.5, b"/B"])]),
        pydyf.Dictionary({"A": pydyf.Dictionary({"B": pydyf.Array([True, None])}), "C": 1.5}),
    ],
)
def test_a_value_is_written_as_pydyf_writes_it(value: object) -> None:
    written = pydyf._to_bytes(value)
    with packing():
        assert pydyf._to_bytes(value) == written
