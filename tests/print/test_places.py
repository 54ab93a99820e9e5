"""Text stands where it belongs: beside its number, on even lines, on no other text."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import pytest

from . import places_of_pdf as places
from . import structure_of_pdf as structure
from .handouts import Handout
from .places_of_pdf import Run
from .reading_pdf import MILLIMETRE

EDGE = 8
"""Millimetres at the edges of paper that some printers cannot print on."""
UNTAGGED = "booklet-print"
NUMBERED = {"/Decimal", "/Disc"}
"""Lists whose entries begin with a number or a dot, not with a term."""
EVEN = 0.06
"""What part of it distances of lines may differ by, as Chinese and Latin fonts do in height."""
SPARE = 1.0
"""Points by which boxes of letters may overlap, as descenders do with the next line's ascenders."""


@pytest.fixture(scope="session")
def sheets(handouts: list[Handout], page_sheets: list[Handout]) -> list[Handout]:
    """All that has a structure to ask."""
    return [each for each in (*handouts, *page_sheets) if each.paper != UNTAGGED]


def test_the_number_of_an_entry_stands_on_its_first_line(sheets: list[Handout]) -> None:
    checked = 0
    for each in sheets:
        problems = list(numbers_astray(each))
        assert not problems, f"{each.name}: {problems}"
        checked += 1
    assert checked > 100


def numbers_astray(handout: Handout) -> Iterator[str]:
    """The entries whose number, or dot, is on another line than their first words."""
    found = places.by_content(handout.data)
    lists = structure.document(handout.open()).all("L")
    numbered = [each for each in lists if str(each.attribute("/ListNumbering")) in NUMBERED]
    for entry in (kid for each in numbered for kid in each.kids):
        labels = [kid for kid in entry.kids if kid.role == "Lbl"]
        bodies = [kid for kid in entry.kids if kid.role == "LBody"]
        if not labels or not bodies:
            continue
        label = places.of_element(labels[0], found)
        body = places.of_element(bodies[0], found)
        if not label or not body:
            continue
        page = min(label)
        lines = places.baselines(body.get(page, ()) or [Run(0, 0, 0, 0, -100, 1)])
        if abs(label[page][0].baseline - lines[0]) > SPARE:
            yield f"page {page + 1}: {entry.text()[:40]}"


def test_no_text_stands_on_other_text(sheets: list[Handout]) -> None:
    for each in sheets:
        problems = list(overlapping(each))
        assert not problems, f"{each.name}: {problems}"


def overlapping(handout: Handout) -> Iterator[str]:
    """Pairs of blocks whose letters cover the same place."""
    found = places.by_content(handout.data)
    by_page: dict[int, list[tuple[str, Run]]] = {}
    for block in structure.document(handout.open()).blocks():
        for page, several in places.of_element(block, found).items():
            if several:
                box = places.around(several)
                by_page.setdefault(page, []).append((block.text()[:30], box))
    for page, boxes in by_page.items():
        for (here, box), (there, other) in combinations(boxes, 2):
            if box.overlaps(other, box.size / 3):
                yield f"page {page + 1}: {here!r} on {there!r}"


def test_lines_of_a_text_are_evenly_apart(sheets: list[Handout]) -> None:
    """Words of another script push no lines apart, in any language."""
    checked = 0
    for each in sheets:
        problems = []
        found = places.by_content(each.data)
        for block in structure.document(each.open()).blocks():
            for page, several in places.of_element(block, found).items():
                apart = places.distances(places.baselines(several)) if several else []
                checked += len(apart) > 1
                if apart and max(apart) - min(apart) > EVEN * max(apart):
                    problems.append((page + 1, block.text()[:40], apart))
        assert not problems, f"{each.name}: {problems}"
    assert checked > 1000


def test_nothing_is_printed_where_printers_cannot_print(
    handouts: list[Handout], page_sheets: list[Handout]
) -> None:
    for each in (*handouts, *page_sheets):
        papers = sizes(each)
        for page, _, run in places.runs(each.data):
            width, height = papers[page]
            nearest = min(run.left, run.top, width - run.right, height - run.bottom)
            assert nearest >= (EDGE - 0.5) * MILLIMETRE, f"{each.name}, page {page + 1}: {run}"


def sizes(handout: Handout) -> list[tuple[float, float]]:
    """Width and height of each page, trimmed, in points."""
    boxes = [page.get("/TrimBox", page.MediaBox) for page in handout.open().pages]
    return [(float(box[2] - box[0]), float(box[3] - box[1])) for box in boxes]


# Proof that they can fail.


def test_text_on_text_is_found() -> None:
    one = Run(0, 0, 100, 10, 8, 9)
    assert one.overlaps(Run(90, 4, 190, 14, 12, 9), 3)
    assert not one.overlaps(Run(90, 8, 190, 18, 16, 9), 3)
    assert not one.overlaps(Run(101, 0, 190, 10, 8, 9), 3)


def test_uneven_lines_are_found() -> None:
    lines = places.baselines(Run(0, 0, 9, 9, at, 9) for at in (10, 22, 22.2, 34, 49))
    assert places.distances(lines) == [12, 12, 15]


def test_smaller_letters_make_no_line() -> None:
    runs = [Run(0, 0, 9, 9, at, size) for at, size in ((10, 9), (6, 6), (22, 9))]
    assert places.baselines(runs) == [10, 22]
