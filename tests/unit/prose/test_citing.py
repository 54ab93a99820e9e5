"""A date is supported by what a cited claim says, and by nothing more exact than that."""

from __future__ import annotations

import pytest

from waraq.prose.citing import answer_missing, claim_missing, day_unsupported
from waraq.sphinx_ext import ledger_nodes

from .conftest import MakeBook, claim, mark, paragraph


@pytest.mark.parametrize(
    "day", ["2018-08-29", "2018-08", "2018", "2018-08-30", "2018-09", "2026-11-23"]
)
def test_a_date_of_the_claim_its_source_or_our_check_is_supported(
    make_book: MakeBook, day: str
) -> None:
    content = paragraph("On ", ledger_nodes.day(key=day), mark("said"))
    assert list(day_unsupported(make_book(content, claims=(claim(),)))) == []


@pytest.mark.parametrize("day", ["2018-08-28", "2018-09-01", "2018-10", "2019"])
def test_another_date_or_one_more_exact_is_not(make_book: MakeBook, day: str) -> None:
    content = paragraph("On ", ledger_nodes.day(key=day), mark("said"))
    [found] = day_unsupported(make_book(content, claims=(claim(),)))
    assert day in found.words


@pytest.mark.parametrize(
    "statement", ["It was so on 18 March and 16 August 2019.", "It was so on August 16, 2019."]
)
def test_a_statement_may_say_the_date_in_its_own_way(make_book: MakeBook, statement: str) -> None:
    content = paragraph("On ", ledger_nodes.day(key="2019-08-16"), mark("said"))
    assert list(day_unsupported(make_book(content, claims=(claim(statement=statement),)))) == []


def test_the_day_of_our_own_check_needs_no_source(make_book: MakeBook) -> None:
    def states(day: str) -> bool:
        book = make_book(paragraph("By ", ledger_nodes.day(key=day), " we had found nothing."))
        return any(claim_missing(book))

    assert not states("2026-11-23")
    assert states("2026-11-22")


@pytest.mark.parametrize(
    ("kind", "topic", "accuses"),
    [
        ("allegation", "seed", True),
        ("official", "companies", True),
        ("official", "detentions", True),
        ("official", "law", False),
        ("reported", "companies", False),
        ("denial", "detentions", False),
    ],
)
def test_what_accuses_somebody_is_told_by_kind_and_topic(
    make_book: MakeBook, kind: str, topic: str, accuses: bool
) -> None:
    book = make_book(paragraph("So.", mark("said")), claims=(claim(kind=kind, topic=topic),))
    assert any(answer_missing(book)) == accuses


def test_a_claim_that_the_ledger_lacks_is_not_complained_of_twice(make_book: MakeBook) -> None:
    content = paragraph("So ", ledger_nodes.fact(key="gone"), mark("gone"))
    book = make_book(content)
    assert list(claim_missing(book)) == list(answer_missing(book)) == []
