"""The bounds of a translation: its length, its marks, its one paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator

from waraq.translate.skeleton import Pair

LONGEST, SPARE = 4, 200
"""A translation may be so many times as long as its source, and so many characters more."""

MOST_MARKS, SPARE_MARKS = 2, 40
"""As for the length, for the characters that begin or end markup."""

MARKS = re.compile(r"[*_`\[\]!<&{\\$]")


def length(pair: Pair) -> Iterator[str]:
    """A translation much longer than its source is a flood."""
    most = LONGEST * len(pair.source.text) + SPARE
    if len(pair.translation.text) > most:
        count = len(pair.translation.text)
        yield f"the translation has {count} characters; at most {most} are used"


def marks(pair: Pair) -> Iterator[str]:
    """So is one with many marks, which take the parser long."""
    count = len(MARKS.findall(pair.translation.text))
    if count <= SPARE_MARKS:
        return
    most = MOST_MARKS * len(MARKS.findall(pair.source.text)) + SPARE_MARKS
    if count > most:
        yield f"the translation has {count} characters of markup; at most {most} are used"


def paragraphs(pair: Pair) -> Iterator[str]:
    """A second paragraph would be lost."""
    lines = pair.translation.text.strip().split("\n")
    if len(lines) > 1 and not all(map(str.strip, lines)):
        yield "the translation has an empty line, as if it were two paragraphs"
