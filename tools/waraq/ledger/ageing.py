"""What readers rely on and an editor should look at again: warnings only.

The functions take the ids that pages really use, so that what no reader sees
is not warned of.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator

from waraq.ledger.agreement import Finding, problem
from waraq.ledger.dates import parse_day
from waraq.ledger.records import Ledger, Source
from waraq.problems import Problem, Severity


def undated_sources(ledger: Ledger, sources_used: Collection[str]) -> Iterator[Problem]:
    """Sources of which readers cannot see how old they are."""
    for source in _sources(ledger, sources_used):
        if not source.date:
            yield _warning(
                ledger,
                Finding("sources", source.id, "the source has no date"),
                "ledger-undated",
                "add the date of the document as date, if it gives one",
            )


def unarchived_sources(ledger: Ledger, sources_used: Collection[str]) -> Iterator[Problem]:
    """Sources that are lost when their address stops working."""
    for source in _sources(ledger, sources_used):
        if not source.archived:
            yield _warning(
                ledger,
                Finding("sources", source.id, "no archived copy of the source is known"),
                "ledger-unarchived",
                "have an archive keep the page, open the copy, and add its address as archived",
            )


def claims_to_look_up(
    ledger: Ledger, claims_used: Collection[str], today: dt.date, oldest: int
) -> Iterator[Problem]:
    """Claims that are not verified, or known only until more than *oldest* days before *today*.

    What is settled does not age.
    """
    for each in sorted(set(claims_used) & ledger.claims.keys()):
        claim = ledger.claims[each]
        look_up = claim.check or f"“{claim.statement}”"
        age = (today - parse_day(claim.as_of).end).days
        if not claim.verified:
            yield _warning(
                ledger,
                Finding("claims", each, f"the claim is not verified; look up: {look_up}"),
                "ledger-unverified",
                "compare it with its source; then set verified to true and as_of to that day",
            )
        if age > oldest and not claim.settled:
            words = f"known only as of {claim.as_of}, {age} days ago; look up: {look_up}"
            yield _warning(
                ledger,
                Finding("claims", each, words),
                "ledger-old",
                "see whether it still holds; then set as_of to that day",
            )


def _sources(ledger: Ledger, used: Collection[str]) -> Iterator[Source]:
    yield from (ledger.sources[each] for each in sorted(set(used) & ledger.sources.keys()))


def _warning(ledger: Ledger, finding: Finding, rule: str, hint: str) -> Problem:
    return problem(ledger, finding, rule, Severity.WARNING, hint)
