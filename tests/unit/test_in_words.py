"""Figures and dates in words: CLDR's own, in every language that we may set."""

from __future__ import annotations

import datetime as dt

import pytest
from babel.dates import format_date
from babel.numbers import format_compact_decimal, format_decimal, get_currency_name

from waraq import languages
from waraq.interface import Interface
from waraq.ledger.dates import parse_day
from waraq.ledger.records import Figure
from waraq.sphinx_ext.in_words import day_in_words, figure_in_words

TAGS = ("en", "ug", "zh-Hans", "zh-Hant", "tr", "kk", "ru", "ar", "fr", "de", "es", "ja")
WITH_LONG_FORMS = tuple(tag for tag in TAGS if not tag.startswith(("zh", "ja")))
PLAIN = Interface({})
DAY = dt.date(2018, 8, 29)


def said(figure: Figure, tag: str = "en", interface: Interface = PLAIN) -> str:
    return figure_in_words(figure, languages.named(tag), interface)


def figure(value: float, **more: object) -> Figure:
    return Figure(id="one", value=value, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("tag", TAGS)
def test_a_small_figure_is_cldrs_decimal(tag: str) -> None:
    locale = languages.named(tag).locale
    assert said(figure(540_826), tag) == format_decimal(540_826, locale=locale)


@pytest.mark.parametrize("tag", WITH_LONG_FORMS)
def test_a_large_round_figure_is_cldrs_long_form(tag: str) -> None:
    locale = languages.named(tag).locale
    long = format_compact_decimal(25_850_000, format_type="long", locale=locale, fraction_digits=2)
    assert said(figure(25_850_000), tag) == long
    assert len(long) > 5


@pytest.mark.parametrize("tag", ["zh-Hans", "zh-Hant", "ja"])
def test_where_cldr_has_no_long_form_the_short_one_is_taken(tag: str) -> None:
    locale = languages.named(tag).locale
    assert "long" not in locale.compact_decimal_formats
    short = format_compact_decimal(57_950_000_000, locale=locale, fraction_digits=2)
    assert said(figure(57_950_000_000), tag) == short
    assert short.startswith("579.5")


def test_a_figure_that_no_short_form_can_hold_is_written_out() -> None:
    assert said(figure(1_234_567)) == "1,234,567"
    assert said(figure(123_456), "zh-Hans") == "123,456"
    assert said(figure(12_345_678), "zh-Hans") == "12,345,678"


@pytest.mark.parametrize("tag", TAGS)
def test_money_has_the_name_that_cldr_gives_the_currency(tag: str) -> None:
    locale = languages.named(tag).locale
    name = get_currency_name("CNY", count=57_950_000_000, locale=locale)
    money = said(figure(57_950_000_000, currency="CNY"), tag)
    assert money.endswith(name)
    assert money != name


def test_what_floating_point_cannot_hold_is_still_short() -> None:
    assert said(figure(66_600_000_000, currency="HKD")) == "66.6 billion Hong Kong dollars"


def test_money_in_english_is_a_number_a_scale_and_a_name() -> None:
    assert said(figure(57_950_000_000, currency="CNY")) == "57.95 billion Chinese yuan"
    assert said(figure(1, currency="USD")) == "1 US dollar"


@pytest.mark.parametrize(
    ("bound", "words"),
    [
        (None, "28"),
        ("about", "about 28"),
        ("almost", "almost 28"),
        ("at-least", "at least 28"),
        ("more-than", "more than 28"),
        ("at-most", "up to 28"),
    ],
)
def test_a_bound_is_never_left_out(bound: str | None, words: str) -> None:
    assert said(figure(28, bound=bound)) == words


def test_the_words_of_a_bound_are_the_translators() -> None:
    interface = Interface({"about {figure}": "تەخمىنەن {figure}"})
    assert said(figure(28, bound="about"), "ug", interface) == "تەخمىنەن 28"


def test_chinese_counts_in_ten_thousands() -> None:
    assert said(figure(900_000), "zh-Hans") == "90万"
    assert said(figure(12_995), "zh-Hans") == "12,995"


def test_a_range_has_both_ends_and_one_bound() -> None:
    assert said(figure(900_000, to=1_800_000)) == "900,000 to 1.8 million"
    assert said(figure(1, to=2, currency="USD", bound="about")) == "about 1 to 2 US dollars"


def test_a_share_keeps_its_digits() -> None:
    assert said(figure(92.8, percent=True)) == "92.8%"
    assert said(figure(50, percent=True)) == "50%"
    assert said(figure(92.8, percent=True), "tr") == "%92,8"
    assert said(figure(92.8, percent=True), "de") == "92,8\xa0%"


@pytest.mark.parametrize("tag", [tag for tag in TAGS if tag != "ug"])
def test_a_day_is_cldrs_long_date(tag: str) -> None:
    language = languages.named(tag)
    words = day_in_words(parse_day("2018-08-29"), language)
    assert words == format_date(DAY, "long", locale=language.locale)


def test_an_uyghur_day_has_its_year_first_for_the_suffixes_that_follow() -> None:
    ug = languages.named("ug")
    assert day_in_words(parse_day("2018-08-29"), ug) == "2018-يىلى 29-ئاۋغۇست"
    assert day_in_words(parse_day("2018-08"), ug) == "2018-يىلى ئاۋغۇست"
    assert day_in_words(parse_day("2018"), ug) == "2018"


@pytest.mark.parametrize(
    ("tag", "month", "year"),
    [
        ("en", "August 2018", "2018"),
        ("zh-Hans", "2018年8月", "2018年"),
        ("ru", "август 2018\u202fг.", "2018"),
        ("de", "August 2018", "2018"),
    ],
)
def test_a_date_is_as_exact_as_it_is_known(tag: str, month: str, year: str) -> None:
    language = languages.named(tag)
    assert day_in_words(parse_day("2018-08"), language) == month
    assert day_in_words(parse_day("2018"), language) == year
