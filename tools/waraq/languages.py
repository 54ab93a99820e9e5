"""The languages that Waraq can set, by BCP 47 tag.

To add one, add a row: its own name, its English name, its direction, and the
family of print fonts that holds its letters (see ``waraq.sheets.fonts``).
"""

from __future__ import annotations

import datetime as dt
import functools
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from babel import Locale, UnknownLocaleError
from babel.core import get_global, parse_locale
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.numbers import format_percent

Direction = Literal["ltr", "rtl"]
Script = Literal["Latin", "Cyrillic", "Arabic", "Han", "Japanese", "Other"]

SCRIPTS: dict[str, Script] = {
    "Latn": "Latin",
    "Cyrl": "Cyrillic",
    "Arab": "Arabic",
    "Hans": "Han",
    "Hant": "Han",
    "Jpan": "Japanese",
}


LONG_DATES = {"ug": "y-'يىلى' d-MMMM"}
MONTHS = {"ug": "y-'يىلى' MMMM"}
"""Where writers of a language put a date otherwise than CLDR does.

CLDR's Uyghur has the year last ("29-ئاۋغۇست، 2018"), where no suffix can follow;
newspapers and laws have it first, with its word.
"""


LISTS = {"ug": ("{0}، {1}", "{0} ۋە {1}")}
"""How a list goes on, and how it ends, where CLDR has no words for it."""


@dataclass(frozen=True)
class Language:
    """One language as readers, catalogs and typesetting know it."""

    tag: str
    name: str
    english_name: str
    script: Script

    @property
    def direction(self) -> Direction:
        """Which way its lines run."""
        return "rtl" if self.script == "Arabic" else "ltr"

    @property
    def folder(self) -> str:
        """Its gettext folder: ``zh_Hans`` for ``zh-Hans``."""
        return self.tag.replace("-", "_")

    @property
    def locale(self) -> Locale:
        """Its CLDR data, for dates and numbers; the English is British, as the pages are."""
        return Locale("en", "GB") if self.tag == "en" else Locale.parse(self.folder)

    def day_in_words(self, day: dt.date) -> str:
        """A date as the language writes it in a text."""
        return format_date(day, LONG_DATES.get(self.tag, "long"), locale=self.locale)

    def month_in_words(self, day: dt.date) -> str:
        """The month that *day* is in, with its year."""
        if pattern := MONTHS.get(self.tag):
            return format_date(day, pattern, locale=self.locale)
        return format_skeleton("yMMMM", day, locale=self.locale)

    def year_in_words(self, day: dt.date) -> str:
        """The year that *day* is in."""
        return format_skeleton("y", day, locale=self.locale)

    def percent_in_words(self, percent: float) -> str:
        """A share in percent, its sign where the language has it, with all its digits."""
        share = Decimal(str(percent)) / 100
        return format_percent(share, locale=self.locale, decimal_quantization=False)

    def listed(self, parts: Sequence[str]) -> str:
        """A list as the language says it: "a, b and c"."""
        if self.tag not in LISTS or len(parts) < 2:
            return format_list(parts, locale=self.locale)
        goes_on, ends = LISTS[self.tag]
        *middle, last = parts
        found = functools.reduce(lambda before, part: goes_on.format(before, part), middle)
        return ends.format(found, last)

    def name_in(self, other: Language) -> str:
        """What *other* calls this language, by CLDR; its own name where CLDR has none."""
        return self.locale.get_language_name(other.locale) or self.name


KNOWN = {
    language.tag: language
    for language in (
        Language("en", "English", "English", "Latin"),
        Language("ug", "ئۇيغۇرچە", "Uyghur", "Arabic"),
        Language("zh-Hans", "简体中文", "Chinese (simplified)", "Han"),
        Language("zh-Hant", "繁體中文", "Chinese (traditional)", "Han"),
        Language("ja", "日本語", "Japanese", "Japanese"),
        Language("fa", "فارسی", "Persian", "Arabic"),
        Language("tr", "Türkçe", "Turkish", "Latin"),
        Language("kk", "Қазақша", "Kazakh", "Cyrillic"),
        Language("ru", "Русский", "Russian", "Cyrillic"),
        Language("ar", "العربية", "Arabic", "Arabic"),
        Language("fr", "Français", "French", "Latin"),
        Language("de", "Deutsch", "German", "Latin"),
        Language("es", "Español", "Spanish", "Latin"),
    )
}


def named(tag: str) -> Language:
    """The language with this tag.

    A gettext folder's spelling (``zh_Hans``) is understood too, for it is what
    Sphinx calls a language; so is every language of CLDR.

    :raises KeyError: if no such language is known.
    """
    tag = tag.replace("_", "-")
    return KNOWN.get(tag) or _from_cldr(tag)


def _from_cldr(tag: str) -> Language:
    try:
        locale = Locale.parse(tag, sep="-")
    except (ValueError, UnknownLocaleError):
        raise KeyError(tag) from None
    name = locale.get_display_name() or tag
    english = locale.get_display_name("en") or tag
    subtags = get_global("likely_subtags").get(locale.language, "").split("_")
    script = locale.script or (subtags[1] if len(subtags) > 1 else "")
    return Language(tag, name, english, SCRIPTS.get(script, "Other"))


def script_code(tag: str) -> str | None:
    """The script that a tag names, or that CLDR expects for it: ``Hant`` of ``zh_TW``.

    None for what is no tag, or none of CLDR's.
    """
    try:
        language, territory, script, *_ = parse_locale(tag.replace("-", "_"))
    except ValueError:
        return None
    likely = get_global("likely_subtags")
    known = likely.get(f"{language}_{territory}") or likely.get(language)
    return script or (parse_locale(known)[2] if known else None)


LETTERS: dict[Script, str] = {
    "Arabic": "ARABIC LETTER",
    "Japanese": "HIRAGANA LETTER|KATAKANA LETTER",
    "Han": "CJK UNIFIED IDEOGRAPH",
    "Cyrillic": "CYRILLIC",
    "Latin": "LATIN",
}
"""How Unicode's names of a script's letters begin; a text is in the first of which it has any."""


def script_of_letters(text: str) -> Script | None:
    """The script that a text needs beside Latin, which every print font family has at hand."""
    names = [unicodedata.name(letter, "") for letter in text if letter.isalpha()]
    for script, beginnings in LETTERS.items():
        if any(name.startswith(tuple(beginnings.split("|"))) for name in names):
            return script
    return None


def by_folder(languages: Iterable[Language]) -> dict[str, Language]:
    """The languages by the name of their gettext folder."""
    return {language.folder: language for language in languages}
