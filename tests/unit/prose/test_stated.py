"""A claim's figures are those that its statement gives, however it writes them."""

from __future__ import annotations

import pytest

from waraq import languages
from waraq.ledger.records import Claim, Figure, Ledger, Place
from waraq.prose import unstated_figures

from .conftest import claim, figure


def ledger(*claims: Claim) -> Ledger:
    return Ledger(
        claims={each.id: each for each in claims},
        places={("claims", each.id): Place("docs/ledger/claims.toml", 7) for each in claims},
    )


def missing(statement: str, *figures: Figure, tag: str = "en") -> list[str]:
    """The ids of the figures that the statement does not give."""
    found = unstated_figures(
        ledger(claim("said", *figures, statement=statement)), languages.named(tag)
    )
    return [each.message.partition("“")[2].partition("”")[0] for each in found]


@pytest.mark.parametrize(
    ("statement", "value"),
    [
        ("It cost 57.95 billion yuan.", 57_950_000_000),
        ("It held 1,234,567 people.", 1_234_567),
        ("It rose by 92.8 per cent.", 92.8),
        ("It rose by 92.8%.", 92.8),
        ("Eleven companies were added.", 11),
        ("Twenty-one thousand people left.", 21_000),
        ("About half a million people left.", 500_000),
        ("The cost was US$1.5bn.", 1_500_000_000),
        ("It fell by -28 per cent.", -28),
        ("It changed by minus 3.5 per cent.", -3.5),
        ("One in 25 people left.", 25),
        ("There were two chairs, four members and ten others.", 16),
        ("On 9 July 2020 it listed Chen, Zhu, Wang and the Bureau.", 4),
        ("On 9 July 2020 it listed 9 companies.", 9),
    ],
)
def test_a_figure_is_found_as_the_statement_writes_it(statement: str, value: float) -> None:
    assert missing(statement, figure("it", value)) == []


@pytest.mark.parametrize(
    ("statement", "value"),
    [
        ("It cost 57.95 billion yuan.", 5_795_000_000),
        ("It cost 57.95 billion yuan.", 57_950_000),
        ("It cost 57.95 billion yuan.", 57.95),
        ("It held 1,234,567 people.", 1_243_567),
        ("It rose by 28 per cent.", -28),
        ("A fall from 5-28 per cent.", -28),
        ("Eleven companies were added.", 12),
        ("It was said on 29 August 2018.", 29),
        ("It was said on 29 August 2018.", 8),
        ("On 9 July 2020 it listed Chen, Zhu, Wang and the Bureau.", 3),
        ("On 9 July 2020 it listed Chen, Zhu, Wang and the Bureau.", 40),
        ("Nobody counted.", 0),
    ],
)
def test_a_figure_that_the_statement_does_not_give_is_found_out(
    statement: str, value: float
) -> None:
    assert missing(statement, figure("it", value)) == ["it"]


@pytest.mark.parametrize(
    "words", ["900,000 to 1.8 million", "0.9–1.8 million", "0.9 to 1.8 million"]
)
def test_both_ends_of_a_range_are_looked_for(words: str) -> None:
    assert missing(f"Between {words} people.", figure("it", 900_000, to=1_800_000)) == []
    assert missing(f"Between {words} people.", figure("it", 900_000, to=1_080_000)) == ["it"]
    assert missing(f"Between {words} people.", figure("it", 90_000, to=1_800_000)) == ["it"]


def test_several_figures_may_count_what_is_listed_together() -> None:
    statement = "It listed Chen, Zhu, Wang and the Bureau."
    assert missing(statement, figure("people", 3), figure("bodies", 1)) == []
    assert missing(statement, figure("people", 3), figure("bodies", 2)) == ["people", "bodies"]


def test_money_is_never_counted_from_a_list() -> None:
    money = Figure(id="it", value=4, currency="CNY")
    assert missing("It listed Chen, Zhu, Wang and the Bureau.", money) == ["it"]


def test_it_is_an_error_that_names_record_figure_and_number() -> None:
    [found] = unstated_figures(
        ledger(claim("said", figure("it", 5_795_000_000), statement="It was 57.95 billion.")),
        languages.named("en"),
    )
    assert str(found) == (
        "docs/ledger/claims.toml:7: error: said: the statement does not give the figure “it”, "
        "5,795,000,000 [ledger-unstated] — look the number up, and let figure and statement say "
        "the same, in digits"
    )


def test_statements_in_other_languages_are_not_judged() -> None:
    assert missing("Niemand zählte.", figure("it", 12), tag="de") == []
