"""Who taps or clicks a link on a sheet hits it: its area is on its words, and large enough."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

import pikepdf
import pypdfium2
from pypdfium2 import raw

from .handouts import Handout

TO_A_SOURCE = re.compile(r"(?:source|mark)-([0-9]+)(?:-[0-9]+)?$")
"""Where marks lead, and numbers of sources."""

FINGER = 5.9, 10.0
"""The least width and height of a link in points: marks stand close to each other."""


def missed(data: bytes) -> Iterator[str]:
    """Links that nobody hits, and links that lie beside their words."""
    with pypdfium2.PdfDocument(data) as document, pikepdf.open(io.BytesIO(data)) as pdf:
        for number, (page, tags) in enumerate(zip(document, pdf.pages, strict=True), 1):
            text = page.get_textpage()
            for link in tags.get("/Annots", ()):
                left, low, right, high = map(float, link.Rect)
                where = f"page {number}: {link.Contents}"
                if right - left < FINGER[0] or high - low < FINGER[1]:
                    yield f"{where} is too small"
                if not raw.FPDFLink_GetLinkAtPoint(page, (left + right) / 2, (low + high) / 2):
                    yield f"{where} is not hit"
                words = text.get_text_bounded(left, low, right, high)
                target = TO_A_SOURCE.search(str(link.A.get("/D", "")))
                if not (target[1] in words if target else words.strip()):
                    yield f"{where} lies on “{words}”"


def test_every_link_is_hit_on_its_words(
    handouts: list[Handout], page_sheets: list[Handout]
) -> None:
    for each in (*handouts, *page_sheets):
        assert not list(missed(each.data)), each.name


# Proof that it can fail.


def test_a_link_without_height_or_beside_its_words_is_found(handouts: list[Handout]) -> None:
    with handouts[0].open() as pdf:
        flat, aside, *_ = pdf.pages[0].Annots
        flat.Rect[3] = flat.Rect[1]
        for side in (0, 2):
            aside.Rect[side] = float(aside.Rect[side]) + 12
        out = io.BytesIO()
        pdf.save(out)
    found = list(missed(out.getvalue()))
    assert any("too small" in each for each in found)
    assert any("lies on" in each for each in found)
