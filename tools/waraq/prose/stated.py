"""Whether the figures of a claim are those that its statement gives.

Pages show the figure, editors compare the statement with its source: where the
two differ, a false number stands beside a true source. Reads English.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from waraq.languages import Language
from waraq.ledger import Ledger
from waraq.ledger.agreement import Finding, problem
from waraq.ledger.records import Claim, Figure
from waraq.problems import Problem, Severity
from waraq.prose.typed import LARGE, SCALES, amounts, without_dates
from waraq.translate import number_words
from waraq.translate.numbers import stated_by

LAST_DAY = 31
"""Up to here, a number that stands in nothing but a date may be a slip for another."""

FEWEST_PARTS = 3
"""From so many numbers in words on, their sum counts as given: two, four and ten others."""

HALF = re.compile(rf"\bhalf\s+(?:of\s+)?an?\s+({LARGE})\b", re.IGNORECASE)
RANGE = re.compile(
    rf"\b(\w[\w.,]*)(?:\s*[–—-]\s*|\s+(?:to|and|or)\s+)(\S+)[\s-]+({LARGE})s?\b", re.IGNORECASE
)
MINUS = re.compile(r"(?:(?<![\w.,])[-−]|\bminus\s+)(?=[^\s\w]{0,3}\d)", re.IGNORECASE)
WORD = re.compile(r"[A-Za-z]+")
LISTED = re.compile(r"(?:[^,.;:]+,\s+)+[^,.;:]+?,?\s+and\s")
"""“A, B, C and …”, the longest such list from where it begins."""


def unstated_figures(ledger: Ledger, language: Language) -> Iterator[Problem]:
    """The figures that stand nowhere in the statements of their claims, written in *language*."""
    if language.tag.partition("-")[0] != "en":
        return
    for claim in ledger.claims.values():
        for figure, number in _unstated(claim, language):
            words = f"the statement does not give the figure “{figure.id}”, {_written(number)}"
            yield problem(
                ledger,
                Finding("claims", claim.id, words),
                "ledger-unstated",
                Severity.ERROR,
                "look the number up, and let figure and statement say the same, in digits",
            )


def _unstated(claim: Claim, language: Language) -> list[tuple[Figure, Decimal]]:
    """The numbers of a claim's figures that its statement neither gives nor counts up."""
    if not claim.figures:
        return []
    everything = _numbers(claim.statement)
    but_dates = _numbers(without_dates(claim.statement, language.locale))
    signed = MINUS.search(claim.statement) is not None
    missing = [
        (figure, number)
        for figure in claim.figures
        for number in _ends(figure)
        if abs(number) not in (but_dates if abs(number) <= LAST_DAY else everything)
        or (number < 0 and not signed)
    ]
    return [] if _is_counted(claim.statement, missing) else missing


def _ends(figure: Figure) -> Iterator[Decimal]:
    yield from (Decimal(str(end)) for end in (figure.value, figure.to) if end is not None)


def _numbers(text: str) -> set[Decimal]:
    """Every number that a text gives, in digits or words."""
    found = {*stated_by(text).allowed, *map(Decimal, amounts(text))}
    found |= {Decimal(SCALES[half[1].casefold()]) / 2 for half in HALF.finditer(text)}
    if RANGE.search(text):
        found |= stated_by(RANGE.sub(r"\1 \3 ; \2 \3", text)).allowed
    words = (word[0].lower() for word in WORD.finditer(text))
    parts = [number_words.ENGLISH[word] for word in words if word in number_words.ENGLISH]
    if len(parts) >= FEWEST_PARTS:
        found.add(Decimal(sum(parts)))
    return found


def _is_counted(statement: str, missing: list[tuple[Figure, Decimal]]) -> bool:
    """Whether the missing numbers count, together, what the statement lists by name."""
    if any(figure.currency or figure.percent or number <= 0 for figure, number in missing):
        return False
    counted = sum(number for _, number in missing)
    return any(each[0].count(",") + 2 == counted for each in LISTED.finditer(statement))


def _written(number: Decimal) -> str:
    return f"{number.normalize():,f}"
