"""Digits of every system, and Han numerals, read as numbers."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from itertools import pairwise

from waraq.translate.number_words import HAN_DIGITS, HAN_MYRIADS, HAN_UNITS

CHAIN = re.compile(r"\d++(?:[.,'’٬٫،．]\d++|[， \u00a0\u2009\u202f]\d{3}(?!\d))*+")
MARK = re.compile(r"\D")
DECIMAL_MARKS = frozenset(".,٫،．，")
HAN = "".join((*HAN_DIGITS, *HAN_UNITS, *HAN_MYRIADS))
HAN_PART = re.compile(rf"{CHAIN.pattern}|[{HAN}]")
HAN_RUN = re.compile(rf"(?:{HAN_PART.pattern})++")
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


def han_value(run: str) -> Decimal | None:
    """``2585万``, ``一千五百``, ``二〇一八``; None for what is no single number."""
    total = section = Decimal(0)
    number: Decimal | None = None
    for part in HAN_PART.findall(run):
        if part in HAN_DIGITS:
            if number is not None and section + total:
                return None
            number = (number or 0) * 10 + Decimal(HAN_DIGITS[part])
        elif part in HAN_UNITS:
            section += (1 if number is None else number) * HAN_UNITS[part]
            number = None
        elif part in HAN_MYRIADS:
            section += number or 0
            unit = HAN_MYRIADS[part]
            if section and total >= unit:
                total += section * unit
            else:
                total = (total + section or Decimal(1)) * unit
            section, number = Decimal(0), None
        elif number is not None:
            return None
        else:
            number = english_reading(part)[-1]
    return total + section + (number or 0)


def may_be_no_number(written: str) -> bool:
    """Han numerals are in many words: 一些, 万一, 十分; these are not looked at."""
    if any(character.isdigit() and character not in HAN_DIGITS for character in written):
        return False
    return len(written) < 3 or written[0] not in HAN_DIGITS or _has_two_digits_with_units(written)


def _has_two_digits_with_units(written: str) -> bool:
    """``三四十`` is "thirty or forty"."""
    digits = [character in HAN_DIGITS for character in written]
    return not all(digits) and any(a and b for a, b in pairwise(digits))


def western(text: str) -> str:
    """*text* with all its digits as 0 to 9."""
    if text.isascii() or not OTHER_DIGIT.search(text):
        return text
    return OTHER_DIGIT.sub(lambda digit: str(unicodedata.decimal(digit[0])), text)
