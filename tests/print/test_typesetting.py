"""Lines, pages and columns end where a typesetter would let them, in every language and edition."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

import pytest
from PIL import Image

from . import pictures_of_pdf as look
from . import reading_pdf as reading
from . import structure_of_pdf as structure
from .handouts import Handout

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
CUT_DATE = re.compile(
    rf"(?:^| )[0-9]{{1,2}}\n(?:{MONTHS})\b|(?:{MONTHS}) [0-9]{{1,3}}\n[0-9]"
    r"|[0-9]\n[年月日]|月\n[0-9]"
)
ALONE = re.compile("^[\u3400-\u9fff][。！？]?[0-9,\\[\\]]*$", re.MULTILINE)
"""A line of a Chinese text that holds but one letter."""
CUT_NAME = re.compile("\\((?=[\u3400-\u9fff\n]{3,20}\\))[\u3400-\u9fff]+\n[^)]+\\)")
"""A Chinese name, in brackets after its name in another script, on two lines."""

CUT_ADDRESS = re.compile("/.*[\ufffe\x02]|[\ufffe\x02].*/")
"""PDFium reads the hyphen at the end of a line so, and takes the word for one."""
WIDEST_IN_LARGE_PRINT = 9
"""A longer name, with its brackets and the end of its line, is wider than some columns."""

SHORT = 60
"""An entry of a list with fewer letters fills a line or two; every page has room for it."""
MARGIN = 18
"""Millimetres beside the text of sheets on A4."""


def lines(page: str) -> str:
    """The text of a page with the ends of its lines."""
    return page.replace("\r", "").replace("\u2060", "").replace(" \n", "\n")


def test_no_date_is_cut_by_the_end_of_a_line(
    handouts: list[Handout], page_sheets: list[Handout]
) -> None:
    for each in (*handouts, *page_sheets):
        if each.language.direction == "ltr":
            found = [CUT_DATE.search(lines(page)) for page in reading.text_of_pages(each.data)]
            cut = [match[0] for match in found if match]
            assert not cut, f"{each.name}: {cut}"


def test_no_line_of_chinese_text_holds_but_one_letter(
    handouts: list[Handout], page_sheets: list[Handout]
) -> None:
    chinese = [each for each in (*handouts, *page_sheets) if each.language.script == "Han"]
    assert chinese
    for each in chinese:
        if each.paper != "columns":
            for number, page in enumerate(reading.text_of_pages(each.data), 1):
                alone = ALONE.findall(lines(page))
                assert not alone, f"{each.name}, page {number}: {alone}"


def test_no_chinese_name_in_brackets_is_cut_by_the_end_of_a_line(
    handouts: list[Handout], page_sheets: list[Handout]
) -> None:
    for each in (*handouts, *page_sheets):
        for number, page in enumerate(reading.text_of_pages(each.data), 1):
            cut = CUT_NAME.findall(lines(page))
            if each.paper == "large":
                cut = [name for name in cut if len(name) <= WIDEST_IN_LARGE_PRINT]
            assert not cut, f"{each.name}, page {number}: {cut}"


def test_no_address_to_be_typed_is_cut_at_its_own_hyphen(handouts: list[Handout]) -> None:
    """Who types it could take the hyphen for that of the end of the line."""
    checked = 0
    for each in handouts:
        words = [word for page in reading.text_of_pages(each.data) for word in page.split()]
        checked += any("/handouts" in word or "handouts/" in word for word in words)
        assert not [word for word in words if CUT_ADDRESS.search(word)], each.name
    assert checked > len(handouts) // 2


def test_no_source_and_no_short_entry_of_a_list_goes_on_on_the_next_page(
    handouts: list[Handout],
) -> None:
    checked = 0
    for each in handouts:
        document = structure.document(each.open())
        for entry in document.all("LI"):
            if entry.all("Note") or len(entry.text()) < SHORT:
                pages = {page for part in entry.walk() for page in part.pages}
                assert len(pages) <= 1, f"{each.name}: {entry.text()}"
                checked += 1
    assert checked > 1000


def test_the_last_page_is_worth_its_paper(handouts: list[Handout]) -> None:
    for each in handouts:
        pdf = each.open()
        last = len(pdf.pages) - 1
        found = [part for part in structure.document(pdf).blocks() if is_on(part, last)]
        assert len(found) > 2, f"{each.name}: {[part.text() for part in found]}"


def is_on(block: structure.Element, page: int) -> bool:
    return any(page in part.pages for part in block.walk())


def test_two_languages_fill_the_first_page_from_margin_to_margin(handouts: list[Handout]) -> None:
    columns = [each for each in handouts if each.paper == "columns"]
    assert columns
    for each in columns:
        first = look.pictures(each.data, 100, first=True)[0]
        assert sides(first) == pytest.approx((MARGIN, MARGIN), abs=1), each.name
        per_mm = 100 / look.INCH
        lower = first.crop((0, round(190 * per_mm), first.width, round(240 * per_mm)))
        assert look.ink(lower) > 0.005, f"{each.name}: its first page is half empty"


def sides(picture: Image.Image) -> tuple[float, float]:
    """How much white there is at the left and at the right of all text, in millimetres."""
    box = picture.crop((0, 0, picture.width, round(picture.height * 0.85)))
    box = box.crop((0, round(picture.height * 0.15), picture.width, box.height))
    drawn = box.point(lambda shade: 255 if shade < look.DARK else 0).getbbox()
    assert drawn is not None
    per_mm = 100 / look.INCH
    return drawn[0] / per_mm, (picture.width - drawn[2]) / per_mm


def test_no_heading_or_term_stands_alone_at_the_foot_of_a_page(handouts: list[Handout]) -> None:
    """Under the last heading of a page there are still lines of its text, in every language."""
    checked: Counter[str] = Counter()
    for each in handouts:
        if each.paper in {"poster", "cards", "columns"}:
            continue
        found = each.html.xpath("//main//h2 | //main//dt")
        headings = [reading.words(heading.text_content()) for heading in found]
        feet = " ".join(each.html.xpath("//*[starts-with(@class, 'foot-')]//text()"))
        for page in reading.text_of_pages(each.data):
            lines = [line for line in page.replace("\r", "").split("\n") if line.strip()]
            for line, following in pairwise([*lines, feet]):
                if reading.words(line) in headings:
                    checked[each.language.tag] += 1
                    assert not is_of(following, feet), f"{each.name}: {line} stands alone"
    assert min(checked.values()) > 10
    assert len(checked) == len({each.language.tag for each in handouts})


def is_of(line: str, text: str) -> bool:
    """Whether a line is part of a text, as readers of PDFs find it."""
    found = reading.squeezed(line).replace(" ", "")
    return found in reading.squeezed(text).replace(" ", "") or not (
        reading.words(line) - reading.words(text)
    )


def test_a_line_of_the_foot_is_told_from_one_of_the_text() -> None:
    foot = "扫描阅读本页及其来源 Scan to read this page"
    assert is_of("扫描阅读本", foot)
    assert is_of("this page Scan to", foot)
    assert not is_of("This page says", foot)


def test_a_caption_is_on_the_page_of_its_table(handouts: list[Handout]) -> None:
    for each in handouts:
        if each.language.tag != "en" or each.paper not in {"a4", "letter", "ink", "booklet"}:
            continue
        pages = [reading.squeezed(page) for page in reading.text_of_pages(each.data)]
        for table in each.html.xpath("//main//table[caption]"):
            caption = reading.squeezed(table.xpath("string(caption)"))
            row = reading.squeezed(table.xpath("string((.//tbody//tr)[1]/*[1])"))
            (page,) = [page for page in pages if caption in page]
            assert row in page.partition(caption)[2], f"{each.name}: {caption}"


# Proof that they can fail.


@pytest.mark.parametrize(
    "text", ["on 9\nJuly 2020", "9 July 20\n20", "2020年7\n月9日", "7月\n9日", "2020\n年"]
)
def test_a_date_that_is_cut_is_found(text: str) -> None:
    assert CUT_DATE.search(text)


@pytest.mark.parametrize("text", ["9 July\n2020", "2020年\n7月9日", "page 2\n2018 July"])
def test_a_line_may_end_before_or_after_a_year(text: str) -> None:
    assert not CUT_DATE.search(text)


def test_a_name_that_is_cut_is_found() -> None:
    assert CUT_NAME.findall("Pico (美亚\n柏科)") == ["(美亚\n柏科)"]
    assert CUT_NAME.findall("Corps (新疆生产建\n设兵团公安局)") == ["(新疆生产建\n设兵团公安局)"]
    assert not CUT_NAME.findall("Corps\n(新疆生产建设兵团公安局)")


def test_a_letter_alone_on_its_line_is_found() -> None:
    assert ALONE.findall("所有学员都已结\n业。9\n结业。9") == ["业。9"]
