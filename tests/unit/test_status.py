"""Counting a catalog: every message is in one state, and markup is no word."""

from __future__ import annotations

import datetime as dt

import pytest

from waraq.catalogs.grammar import Entry
from waraq.catalogs.reviews import Review, Reviews, fingerprint
from waraq.catalogs.status import Amount, Count, count
from waraq.catalogs.words import words_in, words_in_label

MSGIDS = ("Good.", "Two words.", "Three words here.", "Not in the catalog.", "Bad [link](a.md).")
ENTRIES = (
    Entry("Good.", "ياخشى.", False, 1),
    Entry("Two words.", "ئىككى.", True, 2),
    Entry("Three words here.", " ", False, 3),
    Entry("Bad [link](a.md).", "ناچار.", False, 4),
    Entry("Gone since long.", "كەتتى.", False, 5),
)
USABLE = {"Good.": "ياخشى."}


def test_each_message_is_in_one_state() -> None:
    counted = count(MSGIDS, ENTRIES, USABLE)
    assert counted.messages == Amount(translated=1, fuzzy=1, missing=2, refused=1, outdated=1)
    assert counted.messages.total == len(MSGIDS)


def test_words_are_those_of_the_source() -> None:
    counted = count(MSGIDS, ENTRIES, USABLE)
    assert counted.words == Amount(translated=1, fuzzy=2, missing=3 + 4, refused=2, outdated=3)


def test_a_message_that_stands_twice_in_a_page_counts_once() -> None:
    assert count(["Good.", "Good."], ENTRIES[:1], USABLE).messages.total == 1


def test_a_fuzzy_entry_without_words_is_missing() -> None:
    counted = count(["Good."], [Entry("Good.", "", True, 1)], {})
    assert counted.messages == Amount(missing=1)


@pytest.mark.parametrize(
    ("amount", "percent"),
    [
        (Amount(translated=999, missing=1), 99),
        (Amount(translated=1000), 100),
        (Amount(translated=1000, outdated=7), 100),
        (Amount(translated=1, refused=2), 33),
        (Amount(missing=3), 0),
        (Amount(), 100),
    ],
)
def test_only_what_is_complete_has_100_percent(amount: Amount, percent: int) -> None:
    assert amount.percent == percent


def test_only_what_nobody_has_begun_has_0_percent() -> None:
    assert Amount(translated=1, missing=999).percent == 1


def test_counts_add_up() -> None:
    one = Count(Amount(translated=1, fuzzy=2, reviewed=1), Amount(translated=10))
    assert one + one == Count(Amount(translated=2, fuzzy=4, reviewed=2), Amount(translated=20))


def test_what_readers_do_not_get_is_not_reviewed_whoever_has_read_it() -> None:
    reviews = Reviews.of(
        Review(fingerprint(entry.msgid, entry.msgstr), "Tursun", dt.date(2026, 11, 23))
        for entry in ENTRIES
    )
    counted = count(MSGIDS, ENTRIES, USABLE, reviews=reviews)
    assert (counted.messages.reviewed, counted.words.reviewed) == (1, 1)
    assert counted.messages.reviewed_percent == 20


@pytest.mark.parametrize(
    ("msgid", "words"),
    [
        ("Two words.", 2),
        ("A **bold _and_ true** word", 5),
        ("See [the law](https://law.example/a/b) – now.[^1]", 4),
        ("Run `make all`.", 1),
        ("{abbr}`UN (United Nations)` said", 4),
        ("![A letter of 2018](letter.png)", 4),
        ("between 9–12 and 3.5 %", 4),
        ("今天下雨 today", 5),
        ("* – …", 0),
    ],
)
def test_words_are_what_a_translator_translates(msgid: str, words: int) -> None:
    assert words_in(msgid) == words


def test_placeholders_of_labels_are_no_words() -> None:
    assert words_in_label("Page {number} of {total}") == 2
