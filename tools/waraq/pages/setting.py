"""In which language and for which medium a page is being set."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from waraq.interface import Interface
from waraq.languages import Language


@dataclass(frozen=True)
class Setting:
    """What the HTML writer must know beside the doctree.

    For print, WeasyPrint's two habits with inline boxes are worked around: it
    resolves direction inside each box alone (Kozea/WeasyPrint#106), so runs are
    isolated by U+2066 and U+2069 and not by ``<bdi>``; and it may break a line
    before the last word in front of a box when only the space between them
    does not fit, so that space goes into the box.
    """

    language: Language
    source: Language
    interface: Interface
    medium: Literal["screen", "print"] = "screen"
