"""What readers see and an editor should look at again is warned of; the rest is not."""

from __future__ import annotations

import datetime as dt

from waraq.ledger import Ledger
from waraq.ledger.ageing import claims_to_look_up, unarchived_sources, undated_sources
from waraq.problems import Severity

from .conftest import LoadSpoilt

YEAR = 365


def test_a_source_without_a_date_is_a_warning_at_its_heading(sound: Ledger) -> None:
    [problem] = undated_sources(sound, {"paper", "gazette"})
    assert problem.rule == "ledger-undated"
    assert problem.severity is Severity.WARNING
    assert problem.message == "gazette: the source has no date"
    assert (problem.path, problem.line) == sound.places["sources", "gazette"]


def test_a_source_without_an_archived_copy_is_a_warning(sound: Ledger) -> None:
    [problem] = unarchived_sources(sound, {"paper", "gazette"})
    assert problem.rule == "ledger-unarchived"
    assert problem.severity is Severity.WARNING
    assert problem.message.startswith("gazette: ")


def test_a_source_that_no_page_uses_is_not_warned_of(sound: Ledger) -> None:
    assert list(undated_sources(sound, {"paper"})) == []
    assert list(unarchived_sources(sound, {"paper", "not-in-the-ledger"})) == []


def test_a_claim_that_is_not_verified_says_what_to_look_up(load_spoilt: LoadSpoilt) -> None:
    ledger, _ = load_spoilt(
        "claims.toml", 'verified = true\ntopic = "numbers"', 'verified = false\ntopic = "numbers"'
    )
    [problem] = claims_to_look_up(ledger, {"many-held"}, dt.date(2018, 9, 1), YEAR)
    assert problem.rule == "ledger-unverified"
    assert problem.severity is Severity.WARNING
    assert "look up: The page number." in problem.message


def test_a_claim_that_grew_old_says_how_old_it_is_and_what_to_look_up(sound: Ledger) -> None:
    [problem] = claims_to_look_up(sound, {"many-held"}, dt.date(2019, 8, 31), YEAR)
    assert problem.rule == "ledger-old"
    assert "as of 2018-08-30, 366 days ago; look up: The page number." in problem.message


def test_a_claim_without_a_note_is_looked_up_by_its_statement(sound: Ledger) -> None:
    [problem] = claims_to_look_up(sound, {"listed"}, dt.date(2028, 1, 1), YEAR)
    assert "look up: “The ministry put two companies on the list.”" in problem.message


def test_a_claim_is_not_old_on_the_last_day(sound: Ledger) -> None:
    assert list(claims_to_look_up(sound, {"many-held"}, dt.date(2019, 8, 30), YEAR)) == []


def test_a_claim_known_to_the_year_is_as_old_as_the_end_of_that_year(
    load_spoilt: LoadSpoilt,
) -> None:
    ledger, _ = load_spoilt("claims.toml", 'as_of = "2018-08-30"', 'as_of = "2018"')
    assert list(claims_to_look_up(ledger, {"many-held"}, dt.date(2019, 12, 31), YEAR)) == []
    assert len(list(claims_to_look_up(ledger, {"many-held"}, dt.date(2020, 1, 1), YEAR))) == 1


def test_a_claim_that_no_page_uses_is_not_looked_up(sound: Ledger) -> None:
    assert list(claims_to_look_up(sound, set(), dt.date(2030, 1, 1), YEAR)) == []


def test_claims_are_looked_up_in_the_same_order_each_time(sound: Ledger) -> None:
    problems = list(claims_to_look_up(sound, ["many-held", "listed"], dt.date(2030, 1, 1), YEAR))
    assert [each.message.partition(":")[0] for each in problems] == ["listed", "many-held"]


def test_what_is_over_does_not_grow_old(load_spoilt: LoadSpoilt) -> None:
    ledger, problems = load_spoilt(
        "claims.toml",
        'verified = true\ntopic = "numbers"',
        'verified = true\nsettled = true\ntopic = "numbers"',
    )
    assert problems == []
    assert list(claims_to_look_up(ledger, {"many-held"}, dt.date(2038, 1, 1), YEAR)) == []
