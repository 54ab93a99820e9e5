"""What a handout looks like: paper, ink, and the code that opens its web page."""

from __future__ import annotations

import io

import pikepdf
import pytest
import segno
from PIL import Image

from waraq.settings import Settings

from . import pictures_of_pdf as look
from . import reading_pdf as reading
from .handouts import Handout

SCREEN, LARGE, PRINT = 50, 100, 300
"""Dots an inch: enough to see ink, enough to read a large code, enough to read a code."""


MOST_PAGES = {"large": 12, "columns": 4, "booklet": 8, "poster": 1, "cards": 1}
"""Of editions that are not one sheet printed on both sides."""


def test_each_edition_is_on_its_paper_and_not_longer_than_it_may_be(
    handouts: list[Handout],
) -> None:
    problems = [
        problem
        for each in handouts
        for problem in each.label(
            reading.paper_problems(each.open(), MOST_PAGES.get(each.paper, 2), each.paper)
        )
    ]
    assert not problems, "\n".join(problems)


def test_every_page_has_text_a_foot_and_white_edges(sampled: list[Handout]) -> None:
    problems = [
        f"{each.name}, page {number}: {problem}"
        for each in sampled
        if each.paper != "press"  # it has marks at the edge
        for number, picture in enumerate(look.pictures(each.data, SCREEN), 1)
        for problem in look.ink_problems(picture, SCREEN, each.foot)
    ]
    assert not problems, "\n".join(problems)


def test_the_code_on_the_first_page_is_scanned_and_opens_the_web_page(
    handouts: list[Handout], page_sheets: list[Handout], site: Settings
) -> None:
    problems = []
    for each in (*handouts, *page_sheets):
        dots = LARGE if each.paper == "poster" else PRINT
        picture = look.pictures(each.data, dots, first=True)[0]
        problems += each.label(look.code_problems(picture, site.address + each.page))
    assert not problems, "\n".join(problems)


# Proof that they can fail.


def saved(pdf: pikepdf.Pdf) -> bytes:
    out = io.BytesIO()
    pdf.save(out)
    return out.getvalue()


def test_a_page_of_another_size_and_a_third_page_are_found(handouts: list[Handout]) -> None:
    pdf = handouts[0].open()
    while len(pdf.pages) < 3:
        pdf.add_blank_page(page_size=(612, 792))
    assert list(reading.paper_problems(pdf, most=2)) == [
        "it has 3 pages; a handout has at most 2",
        "page 3 is 612 × 792 points and not 595 × 842",
    ]


def test_a_blank_page_is_found() -> None:
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=reading.A4)
    (picture,) = look.pictures(saved(pdf), SCREEN)
    problems = list(look.ink_problems(picture, SCREEN))
    assert [problem.partition(" is dark")[0] for problem in problems] == [
        "0.0% of the page",
        "0.0% of the foot",
    ]


def test_a_page_without_a_foot_is_found(handouts: list[Handout]) -> None:
    picture = look.pictures(handouts[0].data, SCREEN)[0]
    foot = round(handouts[0].foot / look.INCH * SCREEN)
    picture.paste(255, (0, picture.height - foot, picture.width, picture.height))
    (problem,) = look.ink_problems(picture, SCREEN)
    assert problem.startswith("0.0% of the foot is dark")


def test_a_black_page_and_ink_at_the_edge_are_found() -> None:
    problems = list(look.ink_problems(Image.new("L", (414, 585), 0), SCREEN))
    assert problems[0].startswith("100.0% of the page is dark")
    assert "5 mm of the paper's edge" in problems[-1]


ADDRESS = "https://little.example/en/handouts/sheet.html"


def drawn(address: str, border: int = 4, scale: int = 7) -> Image.Image:
    """A sheet with nothing on it but a code, on grey paper."""
    out = io.BytesIO()
    segno.make(address, error="m", micro=False).save(out, kind="png", scale=scale, border=border)
    paper = Image.new("L", (600, 800), 100)
    paper.paste(Image.open(out).convert("L"), (150, 400))
    return paper


def test_a_code_is_read() -> None:
    assert not list(look.code_problems(drawn(ADDRESS), ADDRESS))


@pytest.mark.parametrize(
    ("picture", "words"),
    [
        (drawn(ADDRESS.replace("/en/", "/ug/")), "its code says https://little.example/ug/"),
        (drawn(ADDRESS, border=2), "less than 4 modules of white"),
        (drawn(ADDRESS, border=3), "less than 4 modules of white"),
        (drawn(ADDRESS).rotate(90), "is not upright"),
        (Image.new("L", (600, 800), 255), "0 codes are read"),
    ],
)
def test_a_code_that_says_something_else_or_cannot_be_read_is_found(
    picture: Image.Image, words: str
) -> None:
    problems = list(look.code_problems(picture, ADDRESS))
    assert any(words in problem for problem in problems), problems
