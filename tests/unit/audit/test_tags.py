"""PDFs that a screen reader cannot read, or reads wrongly."""

from __future__ import annotations

from collections.abc import Callable

import pikepdf
import pytest

Examine = Callable[..., list[str]]
Spoil = Callable[[pikepdf.Pdf], None]
MakePdf = Callable[[Spoil], bytes]


def kids(pdf: pikepdf.Pdf) -> pikepdf.Object:
    return pdf.Root.StructTreeRoot.K.K


def draw(more: bytes) -> Spoil:
    def spoil(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[0]
        page.Contents = pdf.make_stream(page.Contents.read_bytes() + more)

    return spoil


def rename(number: int, role: str) -> Spoil:
    def spoil(pdf: pikepdf.Pdf) -> None:
        kids(pdf)[number].S = pikepdf.Name(f"/{role}")

    return spoil


def change(number: int, key: str, value: object) -> Spoil:
    def spoil(pdf: pikepdf.Pdf) -> None:
        kids(pdf)[number][key] = value

    return spoil


def lose(number: int, *keys: str) -> Spoil:
    def spoil(pdf: pikepdf.Pdf) -> None:
        found = kids(pdf)[number]
        for key in keys:
            del found[key]

    return spoil


def lose_of_file(key: str) -> Spoil:
    def spoil(pdf: pikepdf.Pdf) -> None:
        del pdf.Root[key]

    return spoil


def of_cell(row: int, harm: Callable[[pikepdf.Object], None]) -> Spoil:
    return lambda pdf: harm(kids(pdf)[3].K[row].K[0])


def lose_attributes(cell: pikepdf.Object) -> None:
    del cell.A


def name_another(cell: pikepdf.Object) -> None:
    cell.A.Headers = pikepdf.Array(["foot"])


def take_name(cell: pikepdf.Object) -> None:
    cell.ID = "head"


def silence(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[0].Annots[0].Contents


def lose_link(pdf: pikepdf.Pdf) -> None:
    del kids(pdf)[2]


def lose_order(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[0].Tabs


def lose_names(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.StructTreeRoot.IDTree


MISTAKES: list[tuple[Spoil, str]] = [
    (lose_of_file("/StructTreeRoot"), "it has no tags, and is no booklet to print (Duplex)"),
    (draw(b" 0 0 9 9 re f"), "page 1: what is drawn is neither tagged nor an artifact"),
    (
        draw(b" /Span <</MCID 4>> BDC /Artifact BMC 0 0 9 9 re f EMC EMC"),
        "page 1: an artifact stands in a tagged piece",
    ),
    (draw(b" /Span <</MCID 4>> BDC 0 0 9 9 re f EMC"), "page 1: the tree lacks 1 pieces of it"),
    (draw(b" /Span <</MCID 3>> BDC 0 0 9 9 re f EMC"), "page 1: two pieces have the number 3"),
    (change(0, "/K", 7), "page 1: the tree has 1 pieces that are not on it"),
    (change(0, "/K", 1), "page 1: a piece of it is in the tree twice"),
    (rename(0, "Heading"), "Heading is no role that readers know"),
    (rename(0, "LI"), "a LI stands in a Document"),
    (rename(3, "L"), "a L holds a TR"),
    (rename(0, "H2"), "an H2 follows an H0"),
    (lose(0, "/K", "/ActualText"), "an H1 has no words"),
    (lose(1, "/Alt"), "a Figure has no words (Alt)"),
    (lose(1, "/A"), "a Figure does not say where it is (BBox)"),
    (
        change(1, "/A", pikepdf.Dictionary(BBox=pikepdf.Array([1, 1, 9, 9999]))),
        "a Figure is not on the paper (BBox)",
    ),
    (of_cell(0, lose_attributes), "a header cell has no Scope"),
    (of_cell(1, name_another), "a cell names a header foot that is not there"),
    (of_cell(1, take_name), "2 elements are named head"),
    (lose_names, "the name head leads nowhere (IDTree)"),
    (rename(0, "Note"), "a Note has no name (ID)"),
    (silence, "page 1: a link does not say where it leads (Contents)"),
    (lose_link, "page 1: a link is not in the tree"),
    (lose(2, "/K"), "a Link leads nowhere"),
    (lose_order, "page 1: keys do not go through it in the order of reading (Tabs)"),
    (lose_of_file("/Lang"), "it does not say its language"),
    (lose_of_file("/ViewerPreferences"), "viewers show the file's name and not its title"),
    (lose_of_file("/MarkInfo"), "it does not say that it is tagged (MarkInfo)"),
]


def test_a_sheet_with_right_tags_is_fine(found: Examine, pdf: MakePdf) -> None:
    assert not found(files={"en/sheet.pdf": pdf(lambda document: None)})


@pytest.mark.parametrize(("spoil", "words"), MISTAKES)
def test_wrong_tags_are_found(spoil: Spoil, words: str, found: Examine, pdf: MakePdf) -> None:
    problems = found(files={"en/sheet.pdf": pdf(spoil)})
    assert any(each.startswith(f"pdf-tags: {words}") for each in problems), problems


def test_a_booklet_to_print_on_both_sides_needs_no_tags(found: Examine, pdf: MakePdf) -> None:
    def fold(document: pikepdf.Pdf) -> None:
        del document.Root.StructTreeRoot
        document.Root.ViewerPreferences.Duplex = pikepdf.Name.DuplexFlipShortEdge

    assert not found(files={"en/sheet.pdf": pdf(fold)})
