"""What a printed page looks like: ink where it belongs, and a code that opens the right page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2
import segno
from PIL import Image

from .handouts import FOOT

INCH = 25.4
DARK = 160
"""A pixel below this shade of grey, of 256, is ink."""

Modules = tuple[tuple[bool, ...], ...]


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


# QR codes (ISO/IEC 18004). No decoder is among the packages, so we make the code that ought to
# be there and compare it, module by module, with the one that is.

QUIET = 4
"""Modules of white that readers need around a code."""

RUNS = re.compile(rb"\x00+|\x01+")
FINDER = (1, 1, 3, 1, 1)
"""A line through the middle of a finder pattern: dark, white, dark, white, dark, in modules."""


@dataclass
class Finder:
    """One of the three squares by which a code is found; pixels."""

    x: float
    top: float
    bottom: float
    module: float

    @property
    def y(self) -> float:
        """The height of its middle."""
        return (self.top + self.bottom) / 2


def finders(picture: Image.Image) -> list[Finder]:
    """The finder patterns of an upright picture."""
    found: list[Finder] = []
    width, height = picture.size
    pixels = picture.point(lambda shade: int(shade < DARK)).tobytes()
    for y in range(height):
        for x, module in _crossings(pixels[y * width : (y + 1) * width]):
            for each in found:
                if abs(each.x - x) < module / 2 and y - each.bottom <= 2:
                    each.bottom = y
                    break
            else:
                found.append(Finder(x, y, y, module))
    # Its inner square is three modules high; letters that look like one line of it are not.
    return [
        each for each in found if abs(each.bottom - each.top + 1 - 3 * each.module) < each.module
    ]


def _crossings(row: bytes) -> Iterator[tuple[float, float]]:
    """Where a row of pixels crosses what may be a finder pattern: its middle, a module's width."""
    runs = [(match.start(), match.end(), row[match.start()]) for match in RUNS.finditer(row)]
    for i in range(len(runs) - len(FINDER) + 1):
        part = runs[i : i + len(FINDER)]
        start, end = part[0][0], part[-1][1]
        module = (end - start) / sum(FINDER)
        if (
            part[0][2]
            and module >= 3
            and all(
                abs(last - first - wanted * module) < module / 2
                for (first, last, _), wanted in zip(part, FINDER, strict=True)
            )
        ):
            yield (start + end) / 2, module


def code_problems(picture: Image.Image, address: str) -> Iterator[str]:
    """The one code on a page is upright, has white around it and says this address."""
    found = sorted(finders(picture), key=lambda each: each.y)
    if len(found) != 3:
        yield f"{len(found)} finder patterns of a code are to be seen, not 3"
        return
    corner, right = sorted(found[:2], key=lambda each: each.x)
    below = found[2]
    if abs(corner.y - right.y) > 2 or abs(corner.x - below.x) > 2:
        yield "its code is not upright"
        return
    expected = symbols(address)
    size = len(expected[0])
    module = (right.x - corner.x) / (size - 7)
    if abs(module - corner.module) > 0.1 * module:
        yield f"its code is not as large as one for {address}"
        return
    left, top = corner.x - 3.5 * module, corner.y - 3.5 * module
    if read_modules(picture, left, top, module, size) not in expected:
        yield f"its code does not say {address}"
    if not _is_quiet(picture, left, top, module, size):
        yield f"its code has less than {QUIET} modules of white around it"


def read_modules(
    picture: Image.Image, left: float, top: float, module: float, size: int
) -> Modules:
    """The modules of a code, dark or not, by the pixel in the middle of each."""

    def dark(column: int, row: int) -> bool:
        x, y = left + (column + 0.5) * module, top + (row + 0.5) * module
        return picture.getpixel((int(x), int(y))) < DARK

    return tuple(tuple(dark(column, row) for column in range(size)) for row in range(size))


def symbols(address: str) -> list[Modules]:
    """Every code of the smallest size that says *address*, at any level of repair."""
    made = [segno.make(address, error=level, micro=False) for level in "LMQH"]
    least = segno.make(address, error="m", micro=False).version
    return [_modules(each) for each in made if each.version == least]


def _modules(code: segno.QRCode) -> Modules:
    return tuple(tuple(bool(module) for module in row) for row in code.matrix)


def _is_quiet(picture: Image.Image, left: float, top: float, module: float, size: int) -> bool:
    around = QUIET * module - 1  # a pixel less: the rim of a drawn line is grey
    box = picture.crop(
        tuple(map(round, (left - around, top - around)))
        + tuple(map(round, (left + size * module + around, top + size * module + around)))
    )
    inside = round(around) - 1
    box.paste(255, (inside, inside, box.width - inside, box.height - inside))
    return ink(box) == 0
