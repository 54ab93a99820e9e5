"""The boxes of a page: where print shops cut it, and what they may cut off."""

from __future__ import annotations

from typing import Any

import pydyf

BLEED = 3 * 72 / 25.4
"""Points around what is left of a page; the marks to cut at stand farther out, where WeasyPrint
would have it reach to them."""


def say_bleed(pages: list[Any]) -> None:
    """Write how far the colour of a page goes beyond where it is cut, if it has room to.

    :param pages: the dictionary of each page
    """
    for page in pages:
        left, bottom, right, top = page["TrimBox"]
        if page["MediaBox"][2] > right:
            box = left - BLEED, bottom - BLEED, right + BLEED, top + BLEED
            page["BleedBox"] = pydyf.Array(round(each, 3) for each in box)
