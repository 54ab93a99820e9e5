"""Figures and dates as a language says them: by CLDR, with the interface's words around.

CLDR has the digits, the separators, "million" and the currencies; what it has no
words for ("about", "at least") are words of the interface, for translators.
"""

from __future__ import annotations

import functools
from decimal import Decimal

from babel.core import Locale
from babel.numbers import (
    format_compact_decimal,
    format_decimal,
    get_currency_name,
    get_currency_unit_pattern,
)

from waraq.interface import Interface
from waraq.languages import Language
from waraq.ledger.dates import Day
from waraq.ledger.records import Figure

MOST_FRACTION_DIGITS = 2
FIRST_COMPACT = 1_000_000
FIRST_COMPACT_IN_MYRIADS = 10_000
"""From here on a figure is set as "1.2 million", where that loses nothing."""


def figure_in_words(figure: Figure, language: Language, interface: Interface) -> str:
    """A figure with its bound, range, percent sign or currency."""
    if figure.to is not None:
        amount = interface.plain(
            "{low} to {high}",
            low=_number(figure.value, language.locale),
            high=_number(figure.to, language.locale),
        )
    elif figure.percent:
        amount = language.percent_in_words(figure.value)
    else:
        amount = _number(figure.value, language.locale)
    if figure.currency:
        amount = _money(amount, figure.currency, figure.to or figure.value, language.locale)
    return _bounded(amount, figure.bound, interface)


def day_in_words(day: Day, language: Language) -> str:
    """A date, as exact as it is known."""
    match day.precision:
        case "year":
            return language.year_in_words(day.start)
        case "month":
            return language.month_in_words(day.start)
        case _:
            return language.day_in_words(day.start)


def _bounded(amount: str, bound: str | None, interface: Interface) -> str:
    match bound:
        case "about":
            return interface.plain("about {figure}", figure=amount)
        case "almost":
            return interface.plain("almost {figure}", figure=amount)
        case "more-than":
            return interface.plain("more than {figure}", figure=amount)
        case "at-least":
            return interface.plain("at least {figure}", figure=amount)
        case "at-most":
            return interface.plain("up to {figure}", figure=amount)
        case _:
            return amount


@functools.lru_cache(maxsize=4096)
def _number(value: float, locale: Locale) -> str:
    plain = str(format_decimal(value, locale=locale))
    myriads = locale.language in MYRIADS
    if abs(value) < (FIRST_COMPACT_IN_MYRIADS if myriads else FIRST_COMPACT):
        return plain
    compact = format_compact_decimal(
        value,
        format_type="long" if "long" in locale.compact_decimal_formats else "short",
        locale=locale,
        fraction_digits=MOST_FRACTION_DIGITS,
    )
    return compact if _loses_nothing(value, locale) else plain


def _loses_nothing(value: float, locale: Locale) -> bool:
    """Whether two digits after the point are enough for the unit that CLDR chooses."""
    unit = 10_000 if locale.language in MYRIADS else 1_000
    size = unit
    while abs(value) >= size * unit:
        size *= unit
    exact = Decimal(str(value)) / size
    return round(exact, MOST_FRACTION_DIGITS) == exact


MYRIADS = ("zh", "ja", "ko")
"""Languages that count in ten thousands."""


def _money(amount: str, currency: str, value: float, locale: Locale) -> str:
    """The amount with the currency's name, as CLDR puts the two together."""
    name = get_currency_name(currency, count=value, locale=locale)
    pattern = str(get_currency_unit_pattern(currency, count=value, locale=locale))
    return pattern.replace("{0}", amount).replace("{1}", name)
