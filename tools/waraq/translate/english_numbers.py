"""What the number words of an English text may stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from waraq.translate.number_words import ENGLISH, ENGLISH_SCALES

WORD = re.compile(r"[A-Za-z]+")
PARTS = {"half": Decimal("0.5"), "quarter": Decimal("0.25"), "quarters": Decimal("0.25")}
SEVERAL = frozenset({"tens", "dozens", "scores", "couple", *ENGLISH_SCALES, *PARTS})
"""Behind these, "of" goes on with the number: hundreds of thousands."""


def in_words(text: str) -> Iterator[Decimal]:
    """Each number that words of *text* may stand for, and those that parts of it may.

    Too many rather than too few: a translation may have any of them.
    """
    total, seen, previous, between = Decimal(0), list[Decimal](), "", False
    for match in WORD.finditer(text):
        word = match[0].lower()
        if word in ENGLISH_SCALES:
            factor = ENGLISH_SCALES[word]
            yield from (factor * each for each in (Decimal(1), *seen))
            total = (total or Decimal(1)) * factor
        elif word in ENGLISH:
            yield Decimal(ENGLISH[word])
            total = (
                _with_part(total, PARTS[word], previous)
                if word in PARTS
                else (total + ENGLISH[word])
            )
        elif total and (word in ("to", "or") or (word == "and" and between)):
            seen, total = [*seen[-2:], total], Decimal(0)
        elif not _goes_on(word, previous, bool(total)):
            total, seen, between = Decimal(0), [], word == "between"
        if total:
            yield total
        previous = word


def _with_part(total: Decimal, part: Decimal, previous: str) -> Decimal:
    """One and a half, but three quarters."""
    return total + part if previous == "a" else (total or 1) * part


def _goes_on(word: str, previous: str, begun: bool) -> bool:
    return begun and (word in ("and", "a") or (word == "of" and previous in SEVERAL))
