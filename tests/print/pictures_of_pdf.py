"""What a printed page looks like: ink where it belongs, and a code that opens the right page."""

from __future__ import annotations

from collections.abc import Iterator

import pypdfium2
import segno
import zxingcpp
from PIL import Image

from .handouts import FOOT

INCH = 25.4
DARK = 160
"""A pixel below this shade of grey, of 256, is ink."""


def pictures(pdf: bytes, dots: int, first: bool = False) -> list[Image.Image]:
    """Each page as a grey picture, or only the first one.

    :param dots: dots an inch
    """
    with pypdfium2.PdfDocument(pdf) as document:
        drawn = []
        for index in range(1 if first else len(document)):
            page = document[index]
            drawn.append(page.render(scale=dots / 72, grayscale=True).to_pil().convert("L"))
            page.close()
        return drawn


def ink(picture: Image.Image) -> float:
    """The share of dark pixels."""
    counts = picture.histogram()
    return sum(counts[:DARK]) / sum(counts) if sum(counts) else 0.0


PAGE_INK = 0.005, 0.25
"""Text pages have 0.07 to 0.10, last ones less; with less only the foot is there."""
FOOT_INK = 0.003, 0.25
EDGE = 5
"""Millimetres that most printers leave white on each side."""


def ink_problems(picture: Image.Image, dots: int, foot: int = FOOT) -> Iterator[str]:
    """A page has text, a foot, and nothing where printers cannot print."""
    width, height = picture.size
    below, edge = round(foot / INCH * dots), round(EDGE / INCH * dots)
    for name, part, (least, most) in (
        ("page", picture, PAGE_INK),
        ("foot", picture.crop((0, height - below, width, height)), FOOT_INK),
    ):
        if not least <= (share := ink(part)) <= most:
            yield f"{share:.1%} of the {name} is dark; text has {least:.1%} to {most:.0%}"
    inner = picture.copy()
    inner.paste(255, (edge, edge, width - edge, height - edge))
    if ink(inner):
        yield f"there is ink within {EDGE} mm of the paper's edge, where printers leave it out"


QUIET = 4
"""Modules of white that readers need around a code (ISO/IEC 18004)."""


def code_problems(picture: Image.Image, address: str) -> Iterator[str]:
    """The one code on a page is scanned as this address, is upright, and has white around it."""
    found = zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormat.QRCode)
    if len(found) != 1:
        yield f"{len(found)} codes are read, not one"
        return
    [code] = found
    if code.text != address:
        yield f"its code says {code.text}, not {address}"
    at = code.position
    left, top = at.top_left.x, at.top_left.y
    right, bottom = at.bottom_right.x, at.bottom_right.y
    askew = abs(at.top_right.y - top) + abs(at.bottom_left.x - left)
    if code.orientation or askew > 4:
        yield "its code is not upright"
        return
    modules = len(segno.make(code.text, error="m", micro=False).matrix)
    around = QUIET * (right - left) / modules - 2  # where a code begins is known but to the pixel
    edges = left - around, top - around, right + around, bottom + around
    if _is_inked_around(picture, tuple(map(round, edges)), round(around) - 2):
        yield f"its code has less than {QUIET} modules of white around it"


def _is_inked_around(picture: Image.Image, box: tuple[int, ...], rim: int) -> bool:
    part = picture.crop(box)
    part.paste(255, (rim, rim, part.width - rim, part.height - rim))
    return ink(part) > 0
