"""A partner's own words as sheets set them: each script in its font, each number in its order.

A line runs as its first letter does, whatever the sheet does: print engines
forget what is isolated where a line goes on, so what runs otherwise in a line
from right to left is a box of its own.
"""

from __future__ import annotations

import itertools
import unicodedata
from collections.abc import Iterable, Iterator

from waraq import languages
from waraq.languages import Language, Script
from waraq.pages.direction import runs
from waraq.pages.records import PartnerLine, PartnerPart


def line_of(words: str, page: Language, ours: Iterable[Language]) -> PartnerLine:
    """A line of the partner's in parts, each in a language that has its letters.

    Where several have them, it is the first of *ours*, those of the project, and else the first
    that we know. What the sheet's own fonts hold needs none.
    """
    known = (*ours, *languages.KNOWN.values())

    def tag(script: Script | None) -> str:
        if script in {None, "Latin", page.script}:
            return ""
        return next(each.tag for each in known if each.script == script)

    to_the_left = _runs_to_the_left(words)
    parts = tuple(
        PartnerPart(text, tag(script), boxed)
        for run, boxed in (runs(words) if to_the_left else [(words, False)])
        for script, text in _by_script(run)
    )
    first = next((each.tag for each in parts if any(map(str.isalpha, each.words))), "")
    return PartnerLine(words, parts, first, "rtl" if to_the_left else "ltr")


def _runs_to_the_left(words: str) -> bool:
    """Whether the first letter does (UAX #9, rule P2); numbers alone run to the right."""
    strong = (unicodedata.bidirectional(letter) for letter in words)
    return next((each for each in strong if each in {"L", "R", "AL"}), "L") != "L"


def _by_script(words: str) -> Iterator[tuple[Script | None, str]]:
    """Parts of one script each; what is no letter goes with the letters before it."""
    script: Script | None = None
    scripts = []
    for letter in words:
        if letter.isalpha():
            script = languages.script_of_letters(letter)
        scripts.append(script)
    for key, group in itertools.groupby(zip(scripts, words, strict=True), key=lambda each: each[0]):
        yield key, "".join(letter for _, letter in group)
