"""Where the text of a PDF stands: each run of letters, and the boxes of structure elements."""

from __future__ import annotations

import ctypes
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import pypdfium2
from pypdfium2 import raw

from .structure_of_pdf import Content, Element


@dataclass(frozen=True)
class Run:
    """Letters in a row: box and baseline in points, from the left and the top of the paper."""

    left: float
    top: float
    right: float
    bottom: float
    baseline: float
    size: float

    def overlaps(self, other: Run, spare: float) -> bool:
        """Whether both cover the same place, by more than *spare* points each way."""
        return (
            min(self.right, other.right) - max(self.left, other.left) > spare
            and min(self.bottom, other.bottom) - max(self.top, other.top) > spare
        )


def runs(pdf: bytes) -> Iterator[tuple[int, int, Run]]:
    """Each run: its page, the number of the marked content that it is in (-1 if none), its place.

    Where a page has a trim box, places are from the corner of that.
    """
    with pypdfium2.PdfDocument(pdf) as document:
        for number, page in enumerate(document):
            x, _, _, top = page.get_trimbox()
            for each in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=8):
                left, lower, right, upper = each.get_bounds()
                if right - left > 0:
                    matrix = each.get_matrix()
                    size = ctypes.c_float()
                    raw.FPDFTextObj_GetFontSize(each, ctypes.byref(size))
                    run = Run(
                        left - x,
                        top - upper,
                        right - x,
                        top - lower,
                        top - matrix.f,
                        round(abs(size.value * matrix.d), 1),
                    )
                    yield number, raw.FPDFPageObj_GetMarkedContentID(each), run
            page.close()


def by_content(pdf: bytes) -> Mapping[Content, list[Run]]:
    """The runs in each marked content."""
    found: defaultdict[Content, list[Run]] = defaultdict(list)
    for page, number, run in runs(pdf):
        found[page, number].append(run)
    return found


def of_element(element: Element, found: Mapping[Content, Sequence[Run]]) -> dict[int, list[Run]]:
    """The runs of an element, by page."""
    placed: defaultdict[int, list[Run]] = defaultdict(list)
    for part in element.walk():
        for page, number in part.content:
            placed[page] += found.get((page, number), ())
    return dict(placed)


def around(several: Iterable[Run]) -> Run:
    """The box around runs, with the baseline and the size of the first."""
    runs = list(several)
    return Run(
        min(each.left for each in runs),
        min(each.top for each in runs),
        max(each.right for each in runs),
        max(each.bottom for each in runs),
        runs[0].baseline,
        runs[0].size,
    )


def baselines(several: Iterable[Run]) -> list[float]:
    """The baselines of the lines of a text, from the top; without smaller letters, as of marks."""
    runs = list(several)
    largest = max(each.size for each in runs)
    lines: list[float] = []
    for baseline in sorted(each.baseline for each in runs if each.size > 0.95 * largest):
        if not lines or baseline - lines[-1] > largest / 4:
            lines.append(baseline)
    return lines


def distances(lines: Sequence[float]) -> list[float]:
    """From each line to the next."""
    return [after - before for before, after in pairwise(lines)]
