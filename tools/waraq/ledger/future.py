"""Dates that had not come when somebody wrote them: slips of the pen.

Claims are held to the ledger's own days, so that the same content is judged the
same whenever it is built. Only the day on which a source was read is held to
the calendar on the wall, and only where nothing is built: no other day bounds it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from waraq.ledger.agreement import Finding, problem
from waraq.ledger.dates import parse_day
from waraq.ledger.records import Claim, Ledger
from waraq.problems import Problem, Severity

ZONES = dt.timedelta(days=1)
"""Where an editor lives it may be tomorrow already."""


def claims_ahead(ledger: Ledger, checked: dt.date) -> Iterator[Problem]:
    """Claims with a date on which nobody can have known them.

    A claim can be known until the facts were last checked, *checked*, or until
    one of its own sources was read: an editor may add one in between.
    """
    for claim in ledger.claims.values():
        known = _known_until(ledger, claim, checked)
        for key in ("date", "as_of"):
            day = getattr(claim, key)
            if day and parse_day(day).start > known:
                words = f"{key}, {day}, is after {known}, the last day on which it was looked up"
                yield problem(
                    ledger,
                    Finding("claims", claim.id, words),
                    "ledger-future",
                    Severity.ERROR,
                    "correct the date; or set the source's accessed, or checked in docs/site.toml, "
                    "to the day on which you looked",
                )


def _known_until(ledger: Ledger, claim: Claim, checked: dt.date) -> dt.date:
    sources = (ledger.sources[each] for each in claim.sources if each in ledger.sources)
    return max([checked, *(parse_day(source.accessed).end for source in sources)])


def sources_ahead(ledger: Ledger, today: dt.date) -> Iterator[Problem]:
    """Sources that somebody will have read only after *today*."""
    for source in ledger.sources.values():
        if parse_day(source.accessed).start > today + ZONES:
            yield problem(
                ledger,
                Finding("sources", source.id, f"accessed, {source.accessed}, has not come yet"),
                "ledger-future",
                Severity.ERROR,
                "set it to the day on which somebody looked",
            )
