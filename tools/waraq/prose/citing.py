"""Whether facts are cited, and by the claims that state them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from waraq.ledger.dates import Day, parse_day
from waraq.ledger.records import Claim
from waraq.prose.book import Book, Found, found
from waraq.prose.passages import Passage, masked
from waraq.prose.typed import DIGIT, without_names

ACCUSING_TOPICS = frozenset({"detentions", "companies"})
"""The topics in which official claims, too, accuse somebody."""


def claim_missing(book: Book) -> Iterator[Found]:
    """Facts are followed by the mark of a claim."""
    for page, passage in book.passages():
        if passage.cites and not passage.claims:
            fact = _first_fact(book, passage)
            if fact is not None:
                offset, what = fact
                yield found(
                    page, passage, offset, f"this {passage.kind} states {what} without a source"
                )


def _first_fact(book: Book, passage: Passage) -> tuple[int, str] | None:
    """Where a passage first states a fact, and what; the day of our own check is none."""
    for part in passage.keys("fact", "day", "named"):
        if part.kind != "day" or part.key != book.settings.checked.isoformat():
            return part.start, {"fact": "a figure", "day": "a date"}.get(part.kind, "a name")
    if not DIGIT.search(passage.typed):
        return None
    prose = masked(without_names(book, passage), iter(passage.links))
    digit = DIGIT.search(prose)
    return (digit.start(), "a figure") if digit else None


def fact_elsewhere(book: Book) -> Iterator[Found]:
    """A figure stands where its own claim is cited."""
    for page, passage in book.passages():
        for part in passage.keys("fact"):
            if part.key not in book.ledger.figures:
                continue
            claim = book.ledger.figures[part.key][0].id
            if claim not in page.claims_behind(passage):
                words = f"the figure “{part.key}” is the claim's “{claim}”, and {_lacks(passage)}"
                yield found(page, passage, part.start, words, _hint(passage, claim))


def _lacks(passage: Passage) -> str:
    if passage.cites:
        return f"this {passage.kind} does not cite it"
    return "this page does not cite it"


def _hint(passage: Passage, claim: str) -> str:
    where = "behind the sentence" if passage.cites else "further down on the page, where it is told"
    return f"write {{claim}}`{claim}` {where}, or set the figure of a claim that is cited"


def day_unsupported(book: Book) -> Iterator[Found]:
    """A date is one that the cited claims or their sources hold."""
    for page, passage in book.passages():
        claims = list(book.known(page.claims_behind(passage)))
        if not claims and passage.cites:
            continue
        for part in passage.keys("day"):
            day = _day(part.key)
            if day and not _is_supported(book, day, claims):
                whose = "here" if passage.cites else "on this page"
                words = f"no claim that is cited {whose} holds the date {part.key}"
                yield found(page, passage, part.start, words)


def _is_supported(book: Book, day: Day, claims: list[Claim]) -> bool:
    if day.start <= book.settings.checked <= day.end:
        return True
    return any(
        day.start <= known.start and known.end <= day.end
        for claim in claims
        for known in _days(book, claim)
    ) or any(_says(book, claim.statement, day) for claim in claims)


def _days(book: Book, claim: Claim) -> Iterator[Day]:
    sources = (book.ledger.sources.get(key) for key in claim.sources)
    for text in (claim.date, claim.as_of, *(source.date for source in sources if source)):
        if day := _day(text):
            yield day


def _day(text: str) -> Day | None:
    try:
        return parse_day(text)
    except ValueError:
        return None


def _says(book: Book, statement: str, day: Day) -> bool:
    """Whether the statement names the day: its number, month and year, in any order."""
    numbers = set(re.findall(r"\d+", statement))
    months = book.language.locale.months["format"]["wide"]
    return day.iso in statement or (
        str(day.year) in numbers
        and (not day.month or months[day.month].casefold() in statement.casefold())
        and (not day.day or str(day.day) in numbers)
    )


def answer_missing(book: Book) -> Iterator[Found]:
    """A page that accuses somebody gives the answer of the accused."""
    for page in book.pages:
        if page.has("answer"):
            continue
        tables = [
            (block.line, "the table of measures")
            for block in page.blocks
            if block.name == "measures"
        ]
        claims = [
            (mark.line, f"the {claim.kind} claim “{claim.id}”")
            for mark in page.marks
            for claim in book.known([mark.claim])
            if _accuses(claim)
        ]
        if accusing := [*tables, *claims]:
            line, what = min(accusing)
            yield Found(page.path, line, f"{what} accuses somebody, and the page has no answer")


def _accuses(claim: Claim) -> bool:
    if claim.kind == "allegation":
        return True
    return claim.kind == "official" and claim.topic in ACCUSING_TOPICS
