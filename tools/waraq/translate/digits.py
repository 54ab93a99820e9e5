"""Digits of every system, read as numbers."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

CHAIN = re.compile(r"\d++(?:[.,'’٬٫،．]\d++|[， \u00a0\u2009\u202f]\d{3}(?!\d))*+")
MARK = re.compile(r"\D")
DECIMAL_MARKS = frozenset(".,٫،．，")
OTHER_DIGIT = re.compile(r"(?![0-9])\d")

Readings = list[list[Decimal]]
"""The ways in which digits can be read, the likeliest first."""


def readings(chain: str) -> Readings:
    """``1.588`` is 1588, or 1 and 588 thousandths, or 1 and then 588."""
    parts, marks = MARK.split(chain), MARK.findall(chain)
    if not marks:
        return [[Decimal(chain)]]
    found: Readings = []
    if len(set(marks)) == 1 and _are_groups(parts):
        found.append([Decimal("".join(parts))])
    grouped = len(set(marks[:-1])) <= 1 and marks[-1] not in marks[:-1]
    if grouped and marks[-1] in DECIMAL_MARKS and (len(marks) == 1 or _are_groups(parts[:-1])):
        found.append([Decimal(f"{''.join(parts[:-1])}.{parts[-1]}")])
    return [*found, [Decimal(part) for part in parts]]


def _are_groups(parts: list[str]) -> bool:
    return len(parts[0]) <= 3 and all(len(part) == 3 for part in parts[1:])


def english_reading(chain: str) -> list[Decimal]:
    """What a chain is in an English text."""
    found = readings(chain)
    if "," in chain or len(found) == 1 or "." not in chain:
        return found[0]
    return found[-2]


def western(text: str) -> str:
    """*text* with all its digits as 0 to 9."""
    if text.isascii() or not OTHER_DIGIT.search(text):
        return text
    return OTHER_DIGIT.sub(lambda digit: str(unicodedata.decimal(digit[0])), text)
