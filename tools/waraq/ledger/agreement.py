"""The rules for the records together: each yields what does not agree.

To add a rule, write a generator over the ledger here, add it to ``RULES``, and
a test that breaks it. A reference to a record that is there but broken is no
finding: the record has a problem of its own already.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from waraq.ledger.records import Ledger, Part
from waraq.problems import Problem, Severity

WITHOUT_SPACES = re.compile("[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0eff]")
"""Letters of writing that sets no spaces between words: kana, Han, Thai, Lao."""


@dataclass(frozen=True)
class Finding:
    """What is wrong with one record."""

    part: Part
    record: str
    words: str


@dataclass(frozen=True)
class Rule:
    """One thing that the records must agree in."""

    name: str
    hint: str
    """What the editor does about it."""
    check: Callable[[Ledger], Iterator[Finding]]


def disagreements(ledger: Ledger) -> Iterator[Problem]:
    """Judge all records with one another, by every rule."""
    for rule in RULES:
        for finding in rule.check(ledger):
            yield problem(ledger, finding, rule.name, Severity.ERROR, rule.hint)


def problem(ledger: Ledger, finding: Finding, rule: str, severity: Severity, hint: str) -> Problem:
    """A finding at the heading of its record."""
    path, line = ledger.places[finding.part, finding.record]
    return Problem(path, line, "", rule, severity, f"{finding.record}: {finding.words}", hint)


def references(ledger: Ledger) -> Iterator[Finding]:
    """Every id that a record names is there."""
    for claim in ledger.claims.values():
        yield from _missing(ledger, "claims", claim.id, "sources", claim.sources)
    for event in ledger.events.values():
        yield from _missing(ledger, "events", event.id, "sources", event.sources)
        yield from _missing(ledger, "events", event.id, "claims", event.claims)
    for listing in ledger.lists.values():
        yield from _missing(ledger, "lists", listing.id, "claims", listing.claims)
    yield from _measures(ledger)


def _measures(ledger: Ledger) -> Iterator[Finding]:
    for person in ledger.people.values():
        for measure in person.measures:
            yield from _missing(ledger, "people", person.id, "lists", [measure.list])
            yield from _missing(ledger, "people", person.id, "sources", [measure.source])
    for body in ledger.organisations.values():
        for measure in body.measures:
            yield from _missing(ledger, "organisations", body.id, "lists", [measure.list])
            yield from _missing(ledger, "organisations", body.id, "sources", [measure.source])


def _missing(
    ledger: Ledger, part: Part, record: str, wanted: Part, ids: Iterable[str]
) -> Iterator[Finding]:
    for each in ids:
        if not ledger.names(wanted, each):
            yield Finding(part, record, f"{wanted}.toml has no “{each}”")


def figures(ledger: Ledger) -> Iterator[Finding]:
    """A figure's id is its own among all claims."""
    first: dict[str, str] = {}
    for claim in ledger.claims.values():
        for figure in claim.figures:
            if figure.id in first:
                other = first[figure.id]
                where = "this claim twice" if other == claim.id else f"“{other}” too"
                yield Finding("claims", claim.id, f"the figure “{figure.id}” stands in {where}")
            first.setdefault(figure.id, claim.id)


def estimates(ledger: Ledger) -> Iterator[Finding]:
    """An estimate is never stated as a count."""
    if "wording" in ledger.unread:
        return
    for claim in ledger.claims.values():
        if claim.kind == "estimate" and not any(
            says(claim.statement, word) for word in ledger.wording.estimate
        ):
            yield Finding("claims", claim.id, "no word says that this is an estimate")


def says(statement: str, word: str) -> bool:
    """Whether the word stands in the statement, as a whole word, capitals or not."""
    if WITHOUT_SPACES.search(word):
        return word in statement
    pattern = rf"(?<!\w){re.escape(word.casefold())}(?!\w)"
    return re.search(pattern, statement.casefold()) is not None


RULES = (
    Rule("ledger-reference", "correct the id, or write the record that it means", references),
    Rule("ledger-figure", "give one of them another id", figures),
    Rule(
        "ledger-estimate",
        "say it in the statement with one of the words of `estimate` in wording.toml",
        estimates,
    ),
)
