"""One PDF to make, as a value: what its bytes depend on, and nothing else.

Who sets the sheets makes jobs (``setting``); who prints them needs no Sphinx,
no project and no settings, and may do so in any process, or not at all where
the same job was done before.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

FILES = "https://sheet.invalid/"
"""Where a sheet's own files seem to lie; .invalid can never be resolved (RFC 2606)."""

STYLESHEET, FONTS = f"{FILES}sheet.css", f"{FILES}fonts/"

SheetScript = Literal["Latn", "Cyrl", "Arab", "Hans", "Hant", "Jpan", "Zyyy"]
"""Letters as print fonts know them (ISO 15924): Chinese ones have a shape in each region."""

Variant = Literal["ua", "archive"]
"""PDF/UA-1 for everybody; for archives the same, that is PDF/A-2a, too.

Part 2 and not 3 of PDF/A: nothing is attached, and part 2 is what more archives take.
"""
Folding = Literal["", "left", "right"]


@dataclass(frozen=True)
class Picture:
    """A file that a sheet shows, such as a code to scan: its address below ``FILES``."""

    address: str
    media_type: str
    data: bytes


@dataclass(frozen=True)
class Job:
    """One PDF to make: all that its bytes depend on, as values that can be pickled and hashed."""

    path: str
    """From the site's root: ``ug/handouts/which-list-a4.pdf``."""
    title: str
    html: str
    """The complete document that WeasyPrint sets."""
    stylesheet: str
    """CSS, served as ``STYLESHEET``."""
    address: str
    """The web address of the handout's page: the base of its links."""
    pictures: tuple[Picture, ...]
    scripts: frozenset[SheetScript]
    """Which fonts it needs."""
    variant: Variant = "ua"
    folding: Folding = ""
    """The side on which a booklet to print and fold is bound; such a file is for printing only."""
