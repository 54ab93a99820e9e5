"""A chart on paper: bars that a copier keeps, and numbers for those who do not see them."""

from __future__ import annotations

from pathlib import Path

import pypdfium2

from . import judges
from . import reading_pdf as reading
from .judges import Finding

DARK = 60


def test_a_chart_says_its_numbers(charted: Path) -> None:
    (page,) = reading.text_of_pages(charted.read_bytes())
    wanted = ["30.05 billion Chinese yuan", "60.1 billion Chinese yuan"]
    assert not list(reading.passages_missing([page], wanted))


def test_the_bars_are_black_and_as_long_as_their_numbers(charted: Path) -> None:
    picture = pypdfium2.PdfDocument(charted)[0].render(scale=2, grayscale=True)
    pixels, width = bytes(picture.buffer), picture.stride
    rows = [pixels[start : start + width] for start in range(0, len(pixels), width)]
    longest = [max(len(run) for run in _runs(row)) for row in rows]
    bars = sorted({length for length in longest if 0.15 * width < length < 0.6 * width})
    assert len(bars) >= 2
    assert abs(bars[-1] - 2 * bars[0]) < 0.02 * width


def _runs(row: bytes) -> list[str]:
    return "".join("x" if pixel < DARK else " " for pixel in row).split() or [""]


def test_verapdf_finds_nothing_new_in_a_chart(
    verapdf: dict[Path, list[Finding]], charted: Path
) -> None:
    listed = {each.rule for each in judges.known("veraPDF")}
    assert {finding.rule for finding in verapdf[charted]} <= listed
