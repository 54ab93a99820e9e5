"""How far a translation has come, as readers are told."""

from __future__ import annotations

import datetime as dt

import pytest

from waraq import languages
from waraq.catalogs.reviews import NO_REVIEWS, Review, Reviews, fingerprint
from waraq.catalogs.rules import Expected, Translations
from waraq.catalogs.source_changes import NO_CHANGES, SourceChanges, text_hash
from waraq.catalogs.standing import Standing, Standings, contradictions, scale, standings
from waraq.catalogs.unread import Text, unread
from waraq.catalogs.words import share
from waraq.paths import INTERFACE_DOMAIN, LEDGER_DOMAIN
from waraq.problems import Severity
from waraq.settings import LanguageSettings

DAY, LATER = dt.date(2026, 11, 23), dt.date(2026, 12, 1)
SHOWN = {"index": ("One", "Two words", "A fact here"), "other": ("One",)}
EXPECTED = Expected(
    {
        "index": ("One", "Two words"),
        "other": ("One",),
        LEDGER_DOMAIN: ("A fact here",),
        INTERFACE_DOMAIN: ("Search",),
    }
)
MESSAGES = {
    "index": {"One": "بىر", "Two words": "ئىككى"},
    "other": {"One": "بىر"},
    LEDGER_DOMAIN: {"A fact here": "پاكىت"},
    INTERFACE_DOMAIN: {"Search": "ئىزدەش"},
}


def read(*texts: tuple[str, str], on: dt.date = DAY) -> Reviews:
    return Reviews.of(Review(fingerprint(*text), "Tursun", on) for text in texts)


def found(
    reviews: Reviews,
    messages: dict[str, dict[str, str]] = MESSAGES,
    changes: SourceChanges = NO_CHANGES,
) -> Standings:
    translations = Translations(languages.named("ug"), messages, ())
    return standings(scale(SHOWN, EXPECTED), translations, reviews, changes)


def changed(days: dict[str, dt.date]) -> SourceChanges:
    return SourceChanges({text_hash(msgid): day for msgid, day in days.items()})


@pytest.mark.parametrize(
    ("part", "whole", "percent"),
    [(0, 3, 0), (1, 1_000, 1), (1, 3, 33), (999, 1_000, 99), (1_000, 1_000, 100), (0, 0, 100)],
)
def test_a_share_is_100_only_for_all_and_0_only_for_none(
    part: int, whole: int, percent: int
) -> None:
    assert share(part, whole) == percent


def test_what_nobody_has_read_has_no_day() -> None:
    assert found(NO_REVIEWS).pages["index"] == Standing(100, 0, None)


def test_a_page_counts_the_texts_of_the_ledger_that_it_shows() -> None:
    standing = found(read(("One", "بىر"), ("Two words", "ئىككى"))).pages["index"]
    assert standing == Standing(100, 50, DAY)
    everything = read(("One", "بىر"), ("Two words", "ئىككى"), ("A fact here", "پاكىت"))
    assert found(everything).pages["index"] == Standing(100, 100, DAY)


def test_what_was_read_on_one_page_has_been_read_on_every_page_that_says_it_so() -> None:
    pages = found(read(("One", "بىر"))).pages
    assert pages["other"].reviewed == 100
    otherwise = {**MESSAGES, "other": {"One": "بىرى"}}
    assert found(read(("One", "بىر")), otherwise).pages["other"].reviewed == 0


def test_the_whole_language_counts_its_labels_too() -> None:
    everything_else = read(("One", "بىر"), ("Two words", "ئىككى"), ("A fact here", "پاكىت"))
    assert found(everything_else).whole == Standing(100, 87, DAY)


def test_what_is_not_translated_is_not_reviewed() -> None:
    usable = {**MESSAGES, "index": {"One": "بىر"}}
    reviews = read(("One", "بىر"), ("Two words", "ئىككى"))
    assert found(reviews, usable).pages["index"] == Standing(66, 16, DAY)


def test_since_is_the_day_on_which_so_much_was_first_read() -> None:
    one = Review(fingerprint("One", "بىر"), "Tursun", LATER)
    again = Review(fingerprint("One", "بىر"), "Ana", dt.date(2027, 1, 1))
    two = Review(fingerprint("Two words", "ئىككى"), "Ana", DAY)
    assert found(Reviews.of([one, again, two])).pages["index"].since == LATER


def test_the_source_is_ahead_since_the_oldest_of_its_texts_that_wait() -> None:
    usable = {**MESSAGES, "index": {}}
    changes = changed({"One": LATER, "Two words": DAY})
    assert found(NO_REVIEWS, usable, changes).pages["index"].behind == DAY
    assert found(NO_REVIEWS, usable, changes).pages["other"].behind is None
    assert found(NO_REVIEWS, usable, changes).whole.behind == DAY


def test_of_what_is_translated_by_now_no_day_is_told() -> None:
    changes = changed({"One": DAY, "Two words": LATER})
    usable = {**MESSAGES, "index": {"One": "بىر"}}
    assert found(NO_REVIEWS, usable, changes).pages["index"].behind == LATER
    assert found(NO_REVIEWS, MESSAGES, changes).pages["index"].behind is None


def test_a_changed_text_of_the_ledger_counts_on_each_page_that_shows_it() -> None:
    usable = {**MESSAGES, LEDGER_DOMAIN: {}}
    pages = found(NO_REVIEWS, usable, changed({"A fact here": DAY})).pages
    assert (pages["index"].behind, pages["other"].behind) == (DAY, None)


def test_what_nobody_has_translated_yet_is_no_change() -> None:
    assert found(NO_REVIEWS, {}).pages["index"] == Standing(0, 0, None, None)


def test_a_text_of_signs_only_counts_too() -> None:
    signs = scale({"index": ("One", "–")}, Expected({"index": ("One", "–")}))
    messages = {"index": {"One": "بىر", "–": "—"}}
    reviews = read(("One", "بىر"))
    language = Translations(languages.named("ug"), messages, ())
    assert standings(signs, language, reviews).pages["index"].reviewed == 50


def test_each_text_counts_once_as_unread() -> None:
    assert (found(NO_REVIEWS).texts, found(NO_REVIEWS).unread) == (4, 4)
    assert found(read(("One", "بىر"))).unread == 3


ALL = read(("One", "بىر"), ("Two words", "ئىككى"), ("A fact here", "پاكىت"), ("Search", "ئىزدەش"))


def test_a_language_that_is_called_reviewed_and_is_not_is_a_warning_with_the_number() -> None:
    language = LanguageSettings("ug", "reviewed")
    (problem,) = contradictions(language, found(read(("One", "بىر"))), "docs/site.toml")
    assert (problem.rule, problem.severity) == ("not-reviewed", Severity.WARNING)
    assert "nobody has read 3 of its 4 translated texts" in problem.message
    assert (problem.path, problem.language) == ("docs/site.toml", "ug")
    assert list(contradictions(language, found(ALL), "docs/site.toml")) == []


def test_a_machine_draft_of_which_all_has_been_read_is_a_note() -> None:
    language = LanguageSettings("ug", "machine-draft")
    (problem,) = contradictions(language, found(ALL), "docs/site.toml")
    assert (problem.rule, problem.severity) == ("reviewed-draft", Severity.NOTE)
    assert list(contradictions(language, found(read(("One", "بىر"))), "docs/site.toml")) == []


def test_a_draft_without_a_text_has_not_been_read() -> None:
    empty = found(NO_REVIEWS, {})
    assert list(contradictions(LanguageSettings("ug", "machine-draft"), empty, "x")) == []


TEXTS = [
    Text("index", "x.po", 1, "One", "بىر", 1),
    Text("index", "x.po", 4, "Two words", "ئىككى", 2),
]


def test_what_somebody_has_read_is_not_unread() -> None:
    assert unread(TEXTS, read(("One", "بىر"))) == TEXTS[1:]


def test_a_second_reviewer_is_asked_for_what_only_others_have_read() -> None:
    reviews = read(("One", "بىر"))
    assert unread(TEXTS, reviews, "Ana") == TEXTS
    assert unread(TEXTS, reviews, "Tursun") == TEXTS[1:]
