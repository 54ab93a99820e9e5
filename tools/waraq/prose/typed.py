"""Figures and dates that were typed by hand.

What the ledger sets is the same on every page, in every language, and changes
everywhere at once; what somebody typed does not.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from babel import Locale

from waraq.ledger.records import Figure
from waraq.prose.book import Book, Found, found, names
from waraq.prose.passages import STAND_IN, Kind, Page, Passage, masked

ISO = r"(?<![\w-])\d{4}-\d\d(?:-\d\d)?(?![\w-])"
DOTTED = r"(?<!\w)\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d\d)(?!\w)"
YEAR = r"(?<![\w.,$€£¥])(?:19|20)\d\d(?:['’]?s)?(?![\w%]|[.,]\d)"
MARKS_AROUND = ".,;:!?()[]“”\"'‘’«»…–—"

SMALL = """
one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
sixteen seventeen eighteen nineteen
"""
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
WORTH = {
    "a": 1.0,
    "an": 1.0,
    **{word: float(value) for value, word in enumerate(SMALL.split(), 1)},
    **{word: float(value * 10) for value, word in enumerate(TENS.split(), 2)},
}
SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
LARGE = "thousand|million|billion|trillion"

NUMBER_WORD = "|".join(sorted(WORTH, key=len, reverse=True))
IN_WORDS = re.compile(
    rf"(?<![\w-])(?:(?:{NUMBER_WORD}|hundred|half|tens|dozens|hundreds)(?:[\s-]+(?:and|of|a)(?=\s))?"
    rf"[\s-]+)+(?:{LARGE})s?(?![\w-])",
    re.IGNORECASE,
)
BARE_SCALE = re.compile(rf"(?:the|this|that)\s+({LARGE})(?!\w)", re.IGNORECASE)
DIGIT = re.compile(r"\d")
SCALE = re.compile(LARGE, re.IGNORECASE)
IN_DIGITS = re.compile(rf"[^\s{STAND_IN}]*\d[^\s{STAND_IN}]*(?:\s+(?:hundred|{LARGE})(?!\w))?")
AMOUNT = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")

WITHOUT_ROLES = frozenset({Kind.HEADING, Kind.DESCRIPTION})
"""Where the ledger sets nothing: what stands there is shown in menus and by search engines."""
LEAVE_OUT = "leave it out here, and say it in the text below, with {fact} or {date}"


def typed_figures(book: Book) -> Iterator[Found]:
    """Figures come from the ledger."""
    if "wording" in book.ledger.unread:
        return  # Names with digits cannot be told from figures.
    for page, passage in book.passages():
        if DIGIT.search(passage.typed):
            text = without_dates(without_names(book, passage), book.language.locale)
            for match in IN_DIGITS.finditer(text):
                words = match[0].strip(MARKS_AROUND)
                yield _figure(book, page, passage, match.start(), words, _amount(words))
        if book.is_english and SCALE.search(passage.typed):
            for match in IN_WORDS.finditer(passage.typed):
                amount = _amount_in_words(match[0])
                if not _is_as_stated(book, page, passage, match[0], amount):
                    yield _figure(book, page, passage, match.start(), match[0], amount)


def _figure(
    book: Book, page: Page, passage: Passage, offset: int, words: str, amount: float | None
) -> Found:
    figures = [each.id for each in _figures(book, page, passage) if amount in (each.value, each.to)]
    hint = f"write {{fact}}`{figures[0]}`" if amount is not None and figures else ""
    if passage.kind in WITHOUT_ROLES:
        hint = LEAVE_OUT
    return found(page, passage, offset, f"“{' '.join(words.split())}” is typed by hand", hint)


def _figures(book: Book, page: Page, passage: Passage) -> Iterator[Figure]:
    """The figures that a passage may set."""
    for claim in book.known(page.claims_behind(passage)):
        yield from claim.figures


def _is_as_stated(
    book: Book, page: Page, passage: Passage, words: str, amount: float | None
) -> bool:
    """Whether a cited claim has the number in words only, so that no role could set it."""
    figures = _figures(book, page, passage)
    if amount is not None and any(amount in (each.value, each.to) for each in figures):
        return False
    vague = " ".join(words.casefold().split())
    return any(
        vague in claim.statement.casefold() or amount in set(amounts(claim.statement))
        for claim in book.known(page.claims_behind(passage))
    )


def amounts(statement: str) -> Iterator[float]:
    """The large numbers that a statement has in words, “the million figure” too."""
    for match in IN_WORDS.finditer(statement):
        if amount := _amount_in_words(match[0]):
            yield amount
    yield from (SCALES[match[1].casefold()] for match in BARE_SCALE.finditer(statement))


def _amount(words: str) -> float | None:
    """What digits, with a word such as “million” after them, amount to."""
    number = AMOUNT.search(words)
    if number is None:
        return None
    value = float(number[0].replace(",", ""))
    return round(value * SCALES.get(words.split()[-1].casefold(), 1.0), 6)


def _amount_in_words(words: str) -> float | None:
    """What “two hundred thousand” amounts to; None where the words leave it open."""
    value = 0.0
    total = 1.0
    for word in re.split(r"[\s-]+", words.casefold()):
        if word in WORTH:
            value += WORTH[word]
        elif word in SCALES:
            total *= SCALES[word]
        elif word != "and":
            return None
    return (value or 1.0) * total


def typed_dates(book: Book) -> Iterator[Found]:
    """Dates come from {date}, which each language writes in its own way."""
    for page, passage in book.passages():
        if not DIGIT.search(passage.typed):
            continue
        for match in _dates(book.language.locale).finditer(without_names(book, passage)):
            if not DIGIT.search(match[0]):
                continue
            role = f"{{date}}`{_iso(book.language.locale, match)}`"
            hint = LEAVE_OUT if passage.kind in WITHOUT_ROLES else f"write {role}"
            words = " ".join(match[0].split()).rstrip(".")
            yield found(page, passage, match.start(), f"“{words}” is typed by hand", hint)


def without_names(book: Book, passage: Passage) -> str:
    """What was typed, but for names that hold numbers and state none."""
    pattern = _names_with_numbers(book.ledger.wording.names_with_numbers)
    return masked(passage.typed, (match.span() for match in pattern.finditer(passage.typed)))


def without_dates(text: str, locale: Locale) -> str:
    """The text with stand-ins in the place of its dates."""
    return masked(text, (match.span() for match in _dates(locale).finditer(text)))


@functools.lru_cache(maxsize=8)
def _names_with_numbers(listed: tuple[str, ...]) -> re.Pattern[str]:
    return names(listed)


@functools.lru_cache(maxsize=8)
def _months(locale: Locale) -> dict[str, int]:
    """What months are called, and which they are."""
    months = locale.months["format"]
    called = {
        months[width][each]: each for each in range(1, 13) for width in ("abbreviated", "wide")
    }
    return {name.rstrip("."): each for name, each in called.items()}


@functools.lru_cache(maxsize=8)
def _dates(locale: Locale) -> re.Pattern[str]:
    listed = "|".join(map(re.escape, sorted(_months(locale), key=len, reverse=True)))
    ordinal = r"(?:st|nd|rd|th|er|º|\.)?"
    named = (
        rf"(?<!\w)(?:(?P<before>\d{{1,2}}){ordinal}\s+(?:of\s+|de\s+)?)?"
        rf"(?P<month>{listed})(?!\w)\.?"
        rf"(?:\s+(?P<after>\d{{1,2}}){ordinal}(?![\w]))?"
        rf"(?:,?\s+(?:de\s+)?(?P<year>\d{{4}})(?!\w))?"
    )
    return re.compile(rf"{named}|{ISO}|{DOTTED}|{YEAR}")


def _iso(locale: Locale, match: re.Match[str]) -> str:
    """The date as {date} takes it, as far as it can be read."""
    if not match["month"]:
        year = re.match(r"\d{4}", match[0])
        return match[0] if re.fullmatch(ISO, match[0]) else (year[0] if year else "2018-08-29")
    year_month = f"{match['year'] or 'YEAR'}-{_months(locale)[match['month']]:02}"
    day = match["before"] or match["after"]
    return f"{year_month}-{int(day):02}" if day else year_month
