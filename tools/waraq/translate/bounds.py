"""The bounds of a translation: its length, its marks, its one paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterable

from waraq.translate.skeleton import Pair

LONGEST, SPARE = 4, 200
"""A translation may be so many times as long as its source, and so many characters more."""

MOST_MARKS, SPARE_MARKS = 2, 40
"""As for the length, for the characters that begin or end markup."""

MARKS = re.compile(r"[*_`\[\]!<&{\\$]")


def length(pair: Pair) -> Iterable[str]:
    """A translation much longer than its source is a flood."""
    count, most = len(pair.translation.text), LONGEST * len(pair.source.text) + SPARE
    if count <= most:
        return ()
    return (f"the translation has {count} characters; at most {most} are used",)


def marks(pair: Pair) -> Iterable[str]:
    """So is one with many marks, which take the parser long."""
    count = len(MARKS.findall(pair.translation.text))
    if count <= SPARE_MARKS:
        return ()
    most = MOST_MARKS * len(MARKS.findall(pair.source.text)) + SPARE_MARKS
    if count <= most:
        return ()
    return (f"the translation has {count} characters of markup; at most {most} are used",)


def paragraphs(pair: Pair) -> Iterable[str]:
    """A second paragraph would be lost."""
    if "\n" not in pair.translation.text:
        return ()
    lines = pair.translation.text.strip().split("\n")
    if len(lines) == 1 or all(map(str.strip, lines)):
        return ()
    return ("the translation has an empty line, as if it were two paragraphs",)
