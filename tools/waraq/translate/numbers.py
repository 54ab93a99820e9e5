"""Numbers and dates, compared across digits, groupings, scales and month names.

Both texts are read into what they state. English number words may become digits
and small digits words; any other number must come back as the same number, in
any of the world's digits.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from waraq.languages import KNOWN, Language
from waraq.translate import digits, han_numerals, number_words, other_numerals
from waraq.translate.digits import CHAIN, Readings
from waraq.translate.english_numbers import in_words
from waraq.translate.han_numerals import HAN

SMALL = 10
"""Up to here a translation may write a word where the source has digits."""

BESIDE = 11
"""How near a month's name a number must stand, in characters."""

MONTH_IN_DIGITS = re.compile(rf"(\d{{1,2}}|[{HAN}]{{1,2}})\s?(?:月|월|-\s?ئاي)")
DIGIT = re.compile(r"\d")


ENGLISH = KNOWN["en"]
ENGLISH_MONTHS = ENGLISH.locale.months["format"]["wide"]
SHORT_MONTH = re.compile(r"\b([JFMASOND][a-z]{2})t?\b")
ENGLISH_DAY = re.compile(
    r"(?<!\d)(\d{1,2})(?:st|nd|rd|th)?(?:[–\-]\d{1,2})? (?=[A-Z][a-z]+\b)"
    r"|\b[A-Z][a-z]+ (\d{1,2})(?=,? \d{4})"
)
DECADE = re.compile(r"(?<!\d)(\d{2})(\d0)s")
SHORT_RANGE = re.compile(r"(?<!\d)(\d{2})\d{2}[–\-/](\d{2})(?!\d)")
CENTURY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)[ \-]centur")


@dataclass(frozen=True)
class Stated:
    """What an English text states."""

    needed: dict[Decimal, str]
    """Numbers that a translation must have, as they are written."""
    allowed: frozenset[Decimal]
    """Numbers that it may have."""
    unscaled: dict[Decimal, Decimal]
    """For 25.85 of ``25.85 million``, the number itself."""
    months: frozenset[int]
    """Months with a day or a year."""
    loose_months: frozenset[int]


def has_numerals(text: str, language: Language) -> bool:
    """Whether *text*, though without digits, states a number in numerals."""
    if text.isascii():
        return False
    if _is_han(language) and han_numerals.ANY.search(text):
        return True
    return other_numerals.ANY.search(text) is not None


def number_differences(text: str, source: str, language: Language) -> Iterator[str]:
    """Numbers that only one of the two states."""
    stated = stated_by(source)
    text = digits.western(text)
    if _months_in_digits(text):
        text = MONTH_IN_DIGITS.sub(lambda month: " ; " if _month(month) else month[0], text)
    found, strange = _compared(text, stated, language)
    if not text.isascii():
        found |= {value for value, _ in other_numerals.numerals(text) if value is not None}
        strange += _other_numerals(text, source, stated)
    lost = [written for value, written in stated.needed.items() if value not in found]
    yield from _told("has", lost, strange)


def month_differences(text: str, source: str, language: Language) -> Iterator[str]:
    """Months that only one of the two names."""
    stated, text = stated_by(source), digits.western(text)
    named = _months(text, language) | _months_in_digits(text)
    lost: list[int] = []
    if named or number_words.months(language) is not None:
        in_digits = {int(each) for each in re.findall(r"(?<!\d)\d{1,2}(?!\d)", text)}
        lost = sorted(stated.months - named - in_digits)
    strange = sorted(
        month
        for month in named - stated.months - stated.loose_months
        if Decimal(month) not in stated.allowed
    )
    yield from _told(
        "says", *([ENGLISH_MONTHS[month] for month in each] for each in (lost, strange))
    )


def _told(verb: str, lost: list[str], strange: list[str]) -> Iterator[str]:
    sides = [
        f"only the {side} {verb} {', '.join(written[:4])}"
        for side, written in (("source", lost), ("translation", strange))
        if written
    ]
    if sides:
        yield "; ".join(sides)


@functools.lru_cache(maxsize=20_000)
def stated_by(text: str) -> Stated:
    """What an English text states."""
    text = digits.western(text)
    months = _months(text, ENGLISH)
    short = frozenset(SHORT_MONTH.findall(text))
    loose = frozenset(
        month for month, name in ENGLISH_MONTHS.items() if name in text or name[:3] in short
    )
    days = {Decimal(day) for pair in ENGLISH_DAY.findall(text) for day in pair if day}
    allowed = {*in_words(text), *map(Decimal, months)}
    needed: dict[Decimal, str] = {}
    unscaled: dict[Decimal, Decimal] = {}
    for chain in CHAIN.finditer(text):
        *others, last = digits.english_reading(chain[0])
        factor, end = number_words.scale(text, chain.end(), ENGLISH)
        if factor > 1:
            unscaled[last] = last * factor
        for value in (*others, last * factor):
            allowed.add(value)
            if value > SMALL or value in days:
                needed[value] = str(value) if others else text[chain.start() : end]
    for optional, alternatives in _rewritable(text):
        needed.pop(optional, None)
        allowed |= {optional, *alternatives}
    return Stated(needed, frozenset(allowed), unscaled, months, loose)


def _rewritable(text: str) -> Iterator[tuple[Decimal, set[Decimal]]]:
    """Decades, short ranges, centuries: ``1990s`` may become the 90s of the 20th century."""
    for century, decade in DECADE.findall(text):
        yield Decimal(century + decade), {Decimal(decade), Decimal(century) + 1}
    for century, end in SHORT_RANGE.findall(text):
        yield Decimal(end), {Decimal(century + end)}
    for number in CENTURY.findall(text):
        yield Decimal(number), set()


def _compared(text: str, stated: Stated, language: Language) -> tuple[set[Decimal], list[str]]:
    """Which of the stated numbers a translation has, and which others it has, as written."""
    found: set[Decimal] = set()
    strange: list[str] = []
    han = _is_han(language)
    unscaled = {} if han or number_words.scales(language) else stated.unscaled
    for readings, written in (_han_numbers if han else _numbers)(text, language):
        for values in readings:
            if stated.allowed.issuperset(values):
                found.update(values)
                break
            if values[0] in unscaled:
                found.add(unscaled[values[0]])
                break
        else:
            if not (han and han_numerals.may_be_no_number(written)):
                strange.append(written)
    return found, strange


def _is_han(language: Language) -> bool:
    return language.script in ("Han", "Japanese")


def _numbers(text: str, language: Language) -> Iterator[tuple[Readings, str]]:
    """Each number of a translation: its readings, and how it is written."""
    position = 0
    while chain := CHAIN.search(text, position):
        start, position = chain.start(), chain.end()
        factor, position = number_words.scale(text, position, language)
        readings = [[*others, last * factor] for *others, last in digits.readings(chain[0])]
        after = CHAIN.match(text, position + 1) if factor > 1 else None
        if after and text[position].isspace():
            smaller, end = number_words.scale(text, after.end(), language)
            if smaller < factor:
                rest = [[*others, last * smaller] for *others, last in digits.readings(after[0])]
                readings = [[readings[0][-1] + rest[0][-1]], [*readings[0], *rest[0]]]
                position = end
        yield readings, text[start:position]


def _han_numbers(text: str, language: Language) -> Iterator[tuple[Readings, str]]:
    for run in han_numerals.RUN.finditer(han_numerals.plain(text)):
        if CHAIN.fullmatch(run[0]):
            yield digits.readings(run[0]), run[0]
        elif (value := han_numerals.value(run[0])) is not None:
            yield [[value]], run[0]
        else:
            yield from ((digits.readings(chain[0]), chain[0]) for chain in CHAIN.finditer(run[0]))


def _other_numerals(text: str, source: str, stated: Stated) -> Iterator[str]:
    """Numerals that are no digits, and letters that pass for a nought, of the translation alone."""
    for value, written in other_numerals.numerals(text):
        usual = unicodedata.normalize("NFKC", written)
        parts = usual.rpartition("⁄")[2]
        known = value in stated.allowed or written in source or usual in source
        if not known and (parts == usual or Decimal(parts) not in stated.allowed):
            yield written
    for found in other_numerals.PASSING.finditer(text):
        if found[0] not in source:
            yield found[0]


def _months(text: str, language: Language) -> frozenset[int]:
    """The months whose names stand beside a number."""
    pattern = number_words.months(language)
    small = text.lower()
    if pattern is None or not any(map(small.count, number_words.month_beginnings(language))):
        return frozenset()
    return frozenset(
        int(match.lastgroup[1:])
        for match in pattern.finditer(text)
        if match.lastgroup and _is_beside_a_number(text, match)
    )


def _is_beside_a_number(text: str, word: re.Match[str]) -> bool:
    """Alone, a month may be another word: may, Mart, маусым."""
    before, after = text[max(0, word.start() - BESIDE) : word.start()], text[word.end() :]
    return DIGIT.search(before) is not None or DIGIT.search(after[:BESIDE]) is not None


def _months_in_digits(text: str) -> frozenset[int]:
    """``8月`` and ``8-ئاي``; but ``3个月`` are three months."""
    if not any(word in text for word in ("月", "월", "ئاي")):
        return frozenset()
    return frozenset(filter(None, map(_month, MONTH_IN_DIGITS.finditer(text))))


def _month(written: re.Match[str]) -> int:
    """The month that is meant; 0 for what is none."""
    number = han_numerals.value(written[1])
    return int(number) if number and 1 <= number <= 12 else 0
