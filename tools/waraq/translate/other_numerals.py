"""Numerals that are no digits: ⑲, ½, ¹⁹, ⅩⅨ; and letters that pass for a nought."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal

RAISED = "²³¹⁰⁴-⁹₀-₉"
ROMAN = "Ⅰ-\u2188"
SINGLE = "¼-¾⅐-⅞↉①-⒛⓪⓫-⓿❶-➓〡-〩〸-〺\u3192-\u3195㈠-㈩㈦㉈-㉏㉑-㉟㊀-㊉㊱-㊿🄀-🄌"
NUMERAL = re.compile(rf"[{RAISED}]+|[{ROMAN}]+|[{SINGLE}]")
ANY = re.compile(f"[{RAISED}{ROMAN}{SINGLE}]")
"""The same, found faster."""

UNIT = re.compile(r"(?<=[^\W\d_])[²³₂₃](?![²³¹⁰⁴-⁹₀-₉])")
"""As in km², m³ and CO₂."""

NOUGHT = "OОоΟοՕօ"
LETTER = "[A-Za-z\u0370-\u052f\u0531-\u0587]"
PASSING = re.compile(
    rf"(?<!{LETTER})[{NOUGHT}]++\d(?:[.,]?\d)*+"
    rf"|(?<!{LETTER})(?<!\d)(?<!\d[.,])\d++(?:[.,]\d++)*+[.,]?[{NOUGHT}]++(?!{LETTER})"
)


def numerals(text: str) -> Iterator[tuple[Decimal | None, str]]:
    """Each numeral in *text* that is no digit, with its value; None for what has none."""
    for found in NUMERAL.finditer(text):
        if not UNIT.match(text, found.start()):
            yield value(found[0]), found[0]


def value(written: str) -> Decimal | None:
    """What a numeral, or a row of one kind, stands for; None for what has no value."""
    values = [unicodedata.numeric(character, -1.0) for character in written]
    if min(values) < 0:
        return None
    if written[0].isdigit():
        return Decimal("".join(str(round(each)) for each in values))
    return _added([Decimal(str(each)) for each in values])


def _added(values: list[Decimal]) -> Decimal:
    """Roman numerals: a smaller one is taken from the greater one behind it."""
    following = [*values[1:], Decimal(0)]
    return sum(
        (-each if each < after else each for each, after in zip(values, following, strict=True)),
        Decimal(0),
    )
