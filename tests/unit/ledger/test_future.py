"""No record has a date that had not come when it was written."""

from __future__ import annotations

import datetime as dt

import pytest

from waraq.ledger import Ledger
from waraq.ledger.future import claims_ahead, sources_ahead
from waraq.problems import Severity

from .conftest import SOUND, LoadFiles, LoadSpoilt

CHECKED = dt.date(2026, 11, 23)


def test_nothing_is_ahead_of_the_days_on_which_it_was_looked_up(sound: Ledger) -> None:
    assert list(claims_ahead(sound, CHECKED)) == []
    assert list(sources_ahead(sound, CHECKED)) == []


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('date = "2018-08"', 'date = "2031-01-01"', "date, 2031-01-01, is after 2026-11-23"),
        ('as_of = "2018-08-30"', 'as_of = "2031"', "as_of, 2031, is after 2026-11-23"),
        ('as_of = "2018-08-30"', 'as_of = "2026-12"', "as_of, 2026-12, is after 2026-11-23"),
    ],
)
def test_a_claim_of_days_to_come_is_an_error_at_its_heading(
    load_spoilt: LoadSpoilt, old: str, new: str, words: str
) -> None:
    ledger, _ = load_spoilt("claims.toml", old, new)
    [problem] = claims_ahead(ledger, CHECKED)
    assert problem.rule == "ledger-future"
    assert problem.severity is Severity.ERROR
    assert problem.message.startswith(f"many-held: {words}")
    assert (problem.path, problem.line) == ledger.places["claims", "many-held"]


def test_a_month_or_year_that_has_begun_is_not_ahead(load_spoilt: LoadSpoilt) -> None:
    ledger, _ = load_spoilt("claims.toml", 'as_of = "2018-08-30"', 'as_of = "2026-11"')
    assert list(claims_ahead(ledger, CHECKED)) == []


def test_a_claim_may_be_newer_than_the_last_check_if_its_source_was_read_then(
    load_files: LoadFiles,
) -> None:
    claims = SOUND["claims.toml"].replace('as_of = "2018-08-30"', 'as_of = "2026-11-28"')
    sources = SOUND["sources.toml"].replace('accessed = "2026-11-23"', 'accessed = "2026-11-28"', 1)
    ledger, _ = load_files({**SOUND, "claims.toml": claims, "sources.toml": sources})
    assert list(claims_ahead(ledger, CHECKED)) == []


def test_a_source_read_in_days_to_come_is_an_error(load_spoilt: LoadSpoilt) -> None:
    ledger, _ = load_spoilt(
        "sources.toml", '"2026-11-23"\nlanguage = "pt"', '"2099-01-01"\nlanguage = "pt"'
    )
    [problem] = sources_ahead(ledger, CHECKED)
    assert problem.message == "gazette: accessed, 2099-01-01, has not come yet"
    assert problem.severity is Severity.ERROR


def test_a_source_may_be_read_where_it_is_tomorrow_already(sound: Ledger) -> None:
    assert list(sources_ahead(sound, dt.date(2026, 11, 22))) == []
    assert len(list(sources_ahead(sound, dt.date(2026, 11, 21)))) == 2
