"""Dates are as precise as the source is, and are in the calendar."""

from __future__ import annotations

import datetime as dt

import pytest

from waraq.ledger.dates import Day, parse_day


@pytest.mark.parametrize(
    ("text", "precision", "start", "end"),
    [
        ("2018", "year", dt.date(2018, 1, 1), dt.date(2018, 12, 31)),
        ("2020-02", "month", dt.date(2020, 2, 1), dt.date(2020, 2, 29)),
        ("2018-08-29", "day", dt.date(2018, 8, 29), dt.date(2018, 8, 29)),
    ],
)
def test_a_date_is_known_to_the_year_the_month_or_the_day(
    text: str, precision: str, start: dt.date, end: dt.date
) -> None:
    day = parse_day(text)
    assert (day.precision, day.start, day.end) == (precision, start, end)
    assert day.iso == str(day) == text


@pytest.mark.parametrize(
    "text",
    ["", "18", "2018-8", "2018-08-29T10:00", "29.8.2018", " 2018", "2018\n", "٢٠١٨", "2018-"],
)
def test_a_date_written_otherwise_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(ValueError, match="is not a date like 2018, 2018-08 or 2018-08-29"):
        parse_day(text)


@pytest.mark.parametrize("text", ["2018-13", "2018-00", "2018-02-29", "2018-08-00", "0000"])
def test_a_date_that_does_not_exist_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=f"the calendar has no {text}"):
        parse_day(text)


def test_a_year_stands_before_its_months_and_a_month_before_its_days() -> None:
    texts = ["2018", "2018-08", "2018-08-29", "2018-09", "2018-10-01", "2019"]
    days = [parse_day(text) for text in reversed(texts)]
    assert [day.iso for day in sorted(days)] == texts


@pytest.mark.parametrize(
    ("one", "other", "may_be_the_same"),
    [
        ("2018-08-29", "2018-08", True),
        ("2018", "2018-12-31", True),
        ("2018-08-29", "2018-08-28", False),
        ("2018-08", "2018-09-01", False),
    ],
)
def test_dates_match_where_they_may_mean_the_same_day(
    one: str, other: str, may_be_the_same: bool
) -> None:
    assert parse_day(one).matches(parse_day(other)) is may_be_the_same
    assert parse_day(other).matches(parse_day(one)) is may_be_the_same


def test_a_year_before_1000_keeps_its_four_digits() -> None:
    assert Day(751).iso == "0751"
