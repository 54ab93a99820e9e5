"""Each edition is what its name says: large, black, in two languages, folded, cut out."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from waraq.languages import KNOWN
from waraq.settings import Settings
from waraq.sheets import codes, fonts
from waraq.sheets.booklet import impose, sides

from . import pictures_of_pdf as look
from . import reading_pdf as reading
from . import structure_of_pdf as structure
from .handouts import Handout

PIXEL = 0.75
"""Points; WeasyPrint writes sizes of letters in pixels and scales the page."""
COLOURS = {"rg", "RG", "g", "G", "k", "K", "sc", "SC", "scn", "SCN"}
BLACK = {"rg": [0, 0, 0], "RG": [0, 0, 0], "g": [0], "G": [0], "k": [0, 0, 0, 1], "K": [0, 0, 0, 1]}


def of(handouts: list[Handout], paper: str) -> list[Handout]:
    found = [each for each in handouts if each.paper == paper]
    assert found, f"the explainer has no {paper} edition any more: choose another for this test"
    return found


def instructions(content: object, resources: object) -> Iterator[tuple[str, list[object]]]:
    """Every operator of a page and of the pictures and forms in it."""
    forms = resources.get("/XObject", {})  # type: ignore[attr-defined]
    for instruction in pikepdf.parse_content_stream(content):
        operator, operands = str(instruction.operator), list(instruction.operands)
        yield operator, operands
        if operator == "Do":
            form = forms[str(operands[0])]
            if form.get("/Subtype") == "/Form":
                yield from instructions(form, form.get("/Resources", resources))


def colour_problems(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Every operator that sets another colour than black, and every picture."""
    for number, page in enumerate(pdf.pages, 1):
        for operator, operands in instructions(page, page.get("/Resources", {})):
            if operator in COLOURS and [float(each) for each in operands] != BLACK.get(operator):
                yield f"page {number}: {operands} {operator} is not black"
        for image in page.get_images():
            yield f"page {number}: {image} is a picture"


# Ink


def test_the_edition_that_saves_ink_is_black_and_nothing_else(handouts: list[Handout]) -> None:
    for each in of(handouts, "ink"):
        problems = each.label(colour_problems(each.open()))
        assert not problems, "\n".join(problems)


def test_what_is_black_is_black_ink_alone(everything: list[Handout]) -> None:
    """Black of red, green and blue would be mixed from coloured inks."""
    for each in everything:
        for number, page in enumerate(each.open().pages, 1):
            operators = {operator for operator, _ in instructions(page, page.get("/Resources", {}))}
            assert not operators & (COLOURS - {"g", "G"}), f"{each.name}, page {number}"


def test_the_edition_that_saves_ink_saves_ink(handouts: list[Handout]) -> None:
    by_name = {each.name: each for each in handouts}
    for each in of(handouts, "ink"):
        other = by_name[each.name.replace("-ink", "-a4")]
        used, usual = (
            sum(map(look.ink, look.pictures(data, 100))) for data in (each.data, other.data)
        )
        assert used < usual, f"{each.name}: {used:.3f} is not less than {usual:.3f}"


@pytest.mark.parametrize("colour", [b"1 0 0 rg", b"0.2 g", b"1 g", b"0 0 0 0.5 k"])
def test_a_colour_is_found(colour: bytes) -> None:
    pdf = pikepdf.new()
    pdf.add_blank_page().Contents = pdf.make_stream(b"0 0 0 rg " + colour)
    assert len(list(colour_problems(pdf))) == 1


# Large print


def letters(pdf: bytes) -> Iterator[tuple[int, float, float, str]]:
    """The page, size in points, height above the paper's edge, and letter, of all that is shown."""
    with pypdfium2.PdfDocument(pdf) as document:
        for number, page in enumerate(document, 1):
            text = page.get_textpage()
            for index in range(text.count_chars()):
                letter = text.get_text_range(index, 1)
                if letter.strip():
                    size = pypdfium2.raw.FPDFText_GetFontSize(text, index)
                    yield number, PIXEL * size, text.get_charbox(index)[1], letter
            text.close()
            page.close()


def test_large_print_has_no_letter_under_sixteen_points_and_its_text_has_eighteen(
    handouts: list[Handout],
) -> None:
    for each in of(handouts, "large"):
        sizes = Counter(round(size, 1) for _, size, _, _ in letters(each.data))
        small = {
            letter for _, size, _, letter in letters(each.data) if size < 15.9 and letter.isalpha()
        }
        assert not small, f"{each.name}: {sorted(small)} are smaller than 16 points"
        assert sum(n for size, n in sizes.items() if size >= 16) > 0.97 * sum(sizes.values())
        text = Counter(
            round(size)
            for page, size, y, letter in letters(each.data)
            if letter.isalpha() and y > (75 if page == 1 else 45) * reading.MILLIMETRE
        )
        head = len(each.html.xpath("string(//*[@class='site'])"))
        assert sum(n for size, n in text.items() if size < 18) <= head, f"{each.name}: {text}"


def test_lines_of_large_print_are_half_as_far_again_apart(handouts: list[Handout]) -> None:
    (english,) = (
        each
        for each in of(handouts, "large")
        if each.language.tag == "en" and each.docname.endswith("which-list")
    )
    base = sorted(
        {
            round(height, 1)
            for page, size, height, letter in letters(english.data)
            if page == 1 and round(size) == 18 and letter in "aemnorsu"
        }
    )
    gaps = [b - a for a, b in pairwise(base) if b - a > 10]
    assert min(gaps) >= 18 * 1.45


def test_in_large_print_a_heading_stands_before_what_it_is_for(handouts: list[Handout]) -> None:
    """In Uyghur that is to the right: WeasyPrint does not turn grids round by itself."""
    name, dots = "胡联合", 72
    sheets = [each for each in of(handouts, "large") if each.docname == "handouts/names"]
    assert {each.language.direction for each in sheets} == {"ltr", "rtl"}
    for each in sheets:
        picture, (left, bottom, right, top) = found_on(each.data, name, dots)
        band = [round(picture.height - y) for y in (top, bottom)]
        before = picture.crop((0, band[0], round(left) - 2, band[1]))
        after = picture.crop((round(right) + 2, band[0], picture.width, band[1]))
        heading, empty = (after, before) if each.language.direction == "rtl" else (before, after)
        assert look.ink(heading) > 0, each.name
        assert look.ink(empty) == 0, each.name


EDGES = min, min, max, max
"""Which of the edges of letters are those of their word: left, lower, right, upper."""


def found_on(pdf: bytes, words: str, dots: int) -> tuple[Image.Image, list[float]]:
    """Where words stand for the first time: the page as a picture, and their edges in points."""
    pictures = look.pictures(pdf, dots)
    with pypdfium2.PdfDocument(pdf) as document:
        for number, page in enumerate(document):
            text = page.get_textpage()
            if match := text.search(words).get_next():
                boxes = [text.get_charbox(match[0] + each) for each in range(match[1])]
                sides = zip(*boxes, strict=True)
                edges = [choose(side) for choose, side in zip(EDGES, sides, strict=True)]
                return pictures[number], edges
    raise AssertionError(f"{words} is not found")


# Two languages


def test_two_languages_stand_side_by_side(handouts: list[Handout]) -> None:
    for each in of(handouts, "columns"):
        assert each.language.tag != "en"
        english = each.edition / "en" / f"{each.docname}-a4.pdf"
        pages = reading.text_of_pages(each.data)
        found = reading.words(" ".join(pages))
        wanted = reading.words(" ".join(reading.text_of_pages(english.read_bytes())))
        lost = [word for word in wanted if word.isalpha() and len(word) > 3 and word not in found]
        # Sources stand once, under both columns, in the words of the translation.
        assert len(lost) < 0.1 * len(wanted), f"{each.name}: {sorted(lost)}"
        own = each.passages[:1]
        assert not list(reading.words_missing(pages, own)) or each.language.direction == "rtl"


def test_a_sheet_in_two_languages_has_one_title(handouts: list[Handout]) -> None:
    for each in of(handouts, "columns"):
        document = structure.document(each.open())
        assert len(document.all("H1")) == 1, each.name


def test_a_table_stands_once_in_two_languages_row_for_row(handouts: list[Handout]) -> None:
    for each in of(handouts, "columns"):
        english = each.edition / "en" / f"{each.docname}-a4.pdf"
        with pikepdf.open(english) as pdf:
            wanted = [_cells(table) for table in structure.document(pdf).all("Table")]
        found = [_cells(table) for table in structure.document(each.open()).all("Table")]
        assert len(found) == len(wanted), each.name
        for cells, of_english in zip(found, wanted, strict=True):
            for both, one in zip(cells, of_english, strict=True):
                assert reading.words(one) <= reading.words(both), each.name


def _cells(table: structure.Element) -> list[str]:
    return [
        " ".join(block.text(without=frozenset({"Reference"})) for block in cell.blocks())
        for cell in table.all("TH", "TD")
    ]


# Booklets


@pytest.mark.parametrize(
    ("pages", "bound", "expected"),
    [
        (4, "left", [(3, 0), (1, 2)]),
        (4, "right", [(0, 3), (2, 1)]),
        (8, "left", [(7, 0), (1, 6), (5, 2), (3, 4)]),
        (8, "right", [(0, 7), (6, 1), (2, 5), (4, 3)]),
        (3, "left", [(None, 0), (1, 2)]),
        (5, "right", [(0, None), (None, 1), (2, None), (4, 3)]),
    ],
)
def test_pages_of_a_booklet_lie_where_folding_puts_them_in_order(
    pages: int, bound: str, expected: list[tuple[int | None, int | None]]
) -> None:
    assert list(sides(pages, bound)) == expected  # type: ignore[arg-type]


def numbered(pages: int) -> bytes:
    """A file whose page n has a black bar, n times as high as that of the first."""
    pdf, out = pikepdf.new(), io.BytesIO()
    for number in range(1, pages + 1):
        page = pdf.add_blank_page(page_size=(200, 283))
        page.Contents = pdf.make_stream(b"80 0 40 %d re f" % (20 * number))
    pdf.docinfo["/Title"] = "T"
    pdf.save(out)
    return out.getvalue()


def drawn(picture: Image.Image) -> tuple[int, int]:
    """Which page stands at the left of a side, and which at the right; 0 for a blank."""
    half = picture.width // 2
    parts = [picture.crop((x, 0, x + half, picture.height)) for x in (0, half)]
    left, right = (round(look.ink(part) * 200 * 283 / (40 * 20)) for part in parts)
    return left, right


@pytest.mark.parametrize(
    ("bound", "expected"),
    [
        ("left", [(0, 1), (2, 0), (6, 3), (4, 5)]),
        ("right", [(1, 0), (0, 2), (3, 6), (5, 4)]),
    ],
)
def test_the_sides_that_are_printed_hold_these_pages(
    bound: str, expected: list[tuple[int, int]]
) -> None:
    printed = impose(numbered(6), bound)  # type: ignore[arg-type]
    assert [drawn(each) for each in look.pictures(printed, 72)] == expected


def test_booklets_are_bound_where_books_of_the_language_are(folded: list[Handout]) -> None:
    assert {each.language.direction for each in folded} == {"ltr", "rtl"}
    for each in folded:
        front = look.pictures(each.data, 50, first=True)[0]
        half = front.width // 2
        parts = [front.crop((x, 0, x + half, front.height)) for x in (0, half)]
        read = each.path.with_name(each.path.name.replace("-print", "")).read_bytes()
        cover = look.pictures(read, 50, first=True)[0]
        alike = [abs(look.ink(part) - look.ink(cover)) for part in parts]
        first = 0 if each.language.direction == "rtl" else 1
        assert alike[first] < alike[1 - first], f"{each.name}: {alike}"


def test_a_booklet_to_fold_is_on_a4_and_tells_only_its_title(folded: list[Handout]) -> None:
    for each in folded:
        pdf = each.open()
        assert not list(reading.paper_problems(pdf, 4, "booklet-print"))
        assert list(pdf.docinfo) == ["/Title"]
        assert "/Metadata" not in pdf.Root


# Print shops


def test_a_sheet_for_print_shops_has_marks_and_bleed_around_the_paper(
    handouts: list[Handout],
) -> None:
    for each in of(handouts, "press"):
        for page in each.open().pages:
            bleed = [float(number) for number in page.bleedbox]
            trim = [float(number) for number in page.trimbox]
            spare = [abs(a - b) / reading.MILLIMETRE for a, b in zip(bleed, trim, strict=True)]
            assert spare == pytest.approx([3, 3, 3, 3], abs=0.05)
            media = [float(number) for number in page.mediabox]
            room = [abs(a - b) / reading.MILLIMETRE for a, b in zip(media, bleed, strict=True)]
            assert min(room) > 5
        picture = look.pictures(each.data, 254, first=True)[0]  # ten pixels a millimetre
        marks, spare = picture.copy(), picture.copy()
        marks.paste(255, (55, 55, picture.width - 55, picture.height - 55))
        assert look.ink(marks) > 0, "no marks are to be seen"
        spare = spare.crop((60, 60, picture.width - 60, picture.height - 60))
        spare.paste(255, (30, 30, spare.width - 30, spare.height - 30))
        assert look.ink(spare) == 0, "marks are within what may be cut off"


# Labels


def test_each_label_opens_the_start_page_in_its_language(
    labels: list[Handout], site: Settings
) -> None:
    tags = [each.tag for each in site.languages if each.publish]
    picture = look.pictures(labels[0].data, 300, first=True)[0]
    per_mm = 300 / look.INCH
    for column, tag in enumerate(tags):
        left = 7.2 + column * 66
        box = [round(each * per_mm) for each in (left + 0.5, 15.65, left + 63, 52.75)]
        label = picture.crop((box[0], box[1], box[2], box[3]))
        problems = list(look.code_problems(label, f"{site.address}{tag}/index.html"))
        assert not problems, f"{tag}: {problems}"


def test_there_is_one_page_of_labels_and_each_language_says_its_name(
    labels: list[Handout], site: Settings
) -> None:
    for each in labels:
        (page,) = reading.text_of_pages(each.data)
        for language in site.languages:
            if language.publish:
                assert not list(reading.words_missing([page], [language.language.name]))


# What stands on all


def test_every_sheet_of_labels_and_every_folded_booklet_of_a_draft_says_so(
    labels: list[Handout], folded: list[Handout], interfaces: dict[str, object]
) -> None:
    drafts = [each for each in (*labels, *folded) if each.draft]
    assert drafts
    for each in drafts:
        words = interfaces[each.language.tag].plain(each.draft)  # type: ignore[attr-defined]
        for page in reading.text_of_pages(each.data):
            assert not list(reading.missing([page], [words], each.language.direction)), each.name


def listed(edition: Path, tag: str) -> dict[str, str]:
    lines = (edition / tag / codes.LIST).read_text(encoding="utf-8").splitlines()
    return {path: code for code, path in (line.split(" ", 1) for line in lines)}


def test_each_language_lists_the_code_of_every_sheet_as_it_stands_on_it(
    edition: Path, everything: list[Handout]
) -> None:
    for tag in {each.language.tag for each in everything}:
        found = listed(edition, tag)
        assert set(found) == {each.name for each in everything if each.language.tag == tag}
    for each in everything:
        code = listed(edition, each.language.tag)[each.name]
        assert re.fullmatch(r"[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}", code)
        for page in reading.text_of_pages(each.data):
            if each.language.direction == "ltr":
                assert reading.squeezed(code) in reading.squeezed(page), each.name
            # PDFium takes a line from right to left apart; the signs are all we can ask for.
            assert not Counter(code) - Counter(page), each.name


def test_no_two_sheets_have_the_same_code(edition: Path, site: Settings) -> None:
    found = Counter(
        (code, path.replace("-print", ""))
        for each in site.languages
        for path, code in listed(edition, each.tag).items()
    )
    by_code = Counter(code for code, _ in found)
    assert max(by_code.values()) == 1


def test_a_code_depends_on_language_edition_and_every_word() -> None:
    codes_found = {
        codes.verify_code(*parts)
        for parts in [("en", "a4", "x"), ("ug", "a4", "x"), ("en", "ink", "x"), ("en", "a4", "y")]
    }
    assert len(codes_found) == 4


# Fonts


@pytest.mark.parametrize(
    ("tag", "script"), [("zh-Hans", "Hans"), ("zh-Hant", "Hant"), ("ug", "Arab"), ("tr", "Latn")]
)
def test_a_language_is_printed_in_letters_of_its_region(tag: str, script: str) -> None:
    assert fonts.script_of(KNOWN[tag]) == script
