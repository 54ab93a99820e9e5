"""Chinese characters that have one number in Unicode and other shapes in another region."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PIL import Image, ImageChops, ImageDraw, ImageFont

from waraq.paths import FONT_PACKAGES
from waraq.sheets import fonts as sheet_fonts

from . import pictures_of_pdf as look

TAGS = {"zh-Hans": "Sheet Hans", "zh-Hant": "Sheet Hant"}
DIFFERENT = "骨角返遠育"
"""Drawn otherwise on the mainland than in Taiwan."""

SIDE = 96
"""Pixels to which a letter is brought before it is compared."""


def from_file(letter: str, tag: str) -> Image.Image:
    """A letter as the font file of a region has it."""
    [file] = [
        FONT_PACKAGES / face.file
        for face in sheet_fonts.FACES
        if (face.family, face.weight) == (TAGS[tag], 400)
    ]
    picture = Image.new("L", (400, 400), 255)
    font = ImageFont.truetype(str(file), 200)
    ImageDraw.Draw(picture).text((60, 40), letter, fill=0, font=font)
    return cropped(picture)


def cropped(picture: Image.Image) -> Image.Image:
    """What is drawn, without the white around it, always of one size."""
    box = ImageChops.invert(picture).getbbox()
    assert box, "nothing is drawn"
    return picture.crop(box).resize((SIDE, SIDE))


def difference(one: Image.Image, other: Image.Image) -> float:
    """From 0 for the same picture to 1."""
    counts = ImageChops.difference(one, other).histogram()
    return sum(shade * count for shade, count in enumerate(counts)) / (255 * SIDE * SIDE)


@pytest.mark.parametrize("letter", DIFFERENT)
@pytest.mark.parametrize("tag", TAGS)
def test_a_letter_has_the_shape_of_its_region(
    letter: str, tag: str, sheet: Callable[..., bytes]
) -> None:
    [other] = TAGS.keys() - {tag}
    size = "@page { size: 100mm; margin: 20mm } p { margin: 0; font-size: 30mm; line-height: 1 }"
    [page] = look.pictures(sheet(f"<p>{letter}</p>", tag=tag, style=size), 150)
    printed = cropped(page)
    own, foreign = (difference(printed, from_file(letter, each)) for each in (tag, other))
    assert own < 0.06
    assert own < foreign / 2
