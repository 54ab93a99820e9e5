"""What a page weighs on the wire: itself, its styles and its scripts, compressed.

Pictures and fonts are aside: what they cost depends on the screen and the machine.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from waraq.audit.finished import Finished, Found, Page
from waraq.audit.loading import beside, is_elsewhere, loads, style_loads

HEAVIEST = 15_000
"""Bytes that a page may weigh: about two seconds on a line of 64 kbit/s."""

MOST_REQUESTS = 4

LATER = {".js": 60_000, ".woff": 30_000, ".woff2": 30_000}
"""Bytes that a file may weigh which no page loads at once: an index, when somebody begins to type;
a font, where the machine has no letters. Neither keeps anybody from reading.
"""

WEIGHED = frozenset({"script", "style"})


@dataclass(frozen=True)
class Weight:
    """What one page costs its reader; ``weight`` in bytes as ``gzip -9`` makes them."""

    path: str
    weight: int
    needed: frozenset[str]
    """The files that it counts: the page, and what is loaded with it."""

    @property
    def requests(self) -> int:
        """How often the page must ask before it can be read."""
        return len(self.needed)

    def __str__(self) -> str:
        return f"{self.weight / 1000:.1f} KB in {self.requests} requests"


@lru_cache(maxsize=1)
def weigh(edition: Finished) -> tuple[Weight, ...]:
    """The weight of every page, in the order of their paths.

    A whole language in one file is no page that somebody waits for.
    """
    weights = []
    for page in edition.pages.values():
        if page.is_copy:
            continue
        needed = {page.path} | _needed(edition, page)
        weight = sum(compressed(edition, name) for name in needed if name in edition.known)
        weights.append(Weight(page.path, weight, frozenset(needed)))
    return tuple(weights)


@cache
def compressed(edition: Finished, name: str) -> int:
    """The size of a file as ``gzip -9`` makes it."""
    return len(gzip.compress((edition.folder / name).read_bytes(), 9, mtime=0))


def _needed(edition: Finished, page: Page) -> set[str]:
    """The styles and scripts that load with a page, those that styles import too.

    What comes from elsewhere is counted as a request; what it weighs is not known.
    """
    needed = set()
    waiting = []
    for load in loads(page):
        if load.kind in WEIGHED and not load.embedded:
            elsewhere = is_elsewhere(load.address)
            waiting.append(load.address if elsewhere else page.target(load.address))
    while waiting:
        name = waiting.pop()
        if name not in needed:
            needed.add(name)
            imported = style_loads(edition.texts.get(name, "")) if name.endswith(".css") else ()
            waiting += [beside(name, address) for kind, address in imported if kind == "style"]
    return needed


def too_heavy(edition: Finished) -> Iterator[Found]:
    """Pages that weigh more than a poor line carries while a reader waits; and what comes later."""
    at_once: set[str] = set()
    for each in weigh(edition):
        at_once |= each.needed
        if each.weight > HEAVIEST:
            yield Found(each.path, 0, f"it weighs {each.weight / 1000:.1f} KB compressed")
    for name in edition.files:
        most = LATER.get(Path(name).suffix)
        if most and name not in at_once and (weight := compressed(edition, name)) > most:
            words = f"it is loaded later and weighs {weight / 1000:.1f} KB, not {most // 1000}"
            yield Found(name, 0, words)


def too_many_requests(edition: Finished) -> Iterator[Found]:
    """Pages that must ask too often before they can be read."""
    for each in weigh(edition):
        if each.requests > MOST_REQUESTS:
            yield Found(each.path, 0, f"it needs {each.requests} requests, pictures aside")
