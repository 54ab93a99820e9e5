"""Words for numbers and months, by language: data for ``numbers`` and ``dates``.

To add a language, give its words for thousand and above, and its months if CLDR
has another form than newspapers do.
"""

from __future__ import annotations

import functools
import re

from babel import Locale, UnknownLocaleError

from waraq.languages import Language

THOUSAND, MILLION, MILLIARD, BILLION = 10**3, 10**6, 10**9, 10**12

SCALES: dict[str, dict[str, int]] = {
    "en": {r"hundred": 100, r"thousand|k": THOUSAND, r"millions?|mn?": MILLION,
           r"billions?|bn": MILLIARD, r"trillions?|tn": BILLION},
    "ug": {r"مىڭ\w{0,6}": THOUSAND, r"مىليون\w{0,8}": MILLION, r"مىليارد\w{0,8}": MILLIARD,
           r"تىرىليون\w{0,8}|تىرىلىيون\w{0,8}": BILLION, r"يۈز": 100},
    "ar": {r"[آأ]لاف|ألفا?|الف": THOUSAND, r"مليونا?|ملايين": MILLION,
           r"مليارا?ت?|بلايين|بليون": MILLIARD, r"تريليون": BILLION},
    "fa": {r"هزار": THOUSAND, r"میلیون": MILLION, r"میلیارد": MILLIARD, r"تریلیون": BILLION},
    "ur": {r"ہزار": THOUSAND, r"لاکھ": 10**5, r"ملین": MILLION, r"ارب": MILLIARD},
    "ru": {r"тыс|тысяч\w{0,3}": THOUSAND, r"млн|миллион\w{0,3}": MILLION,
           r"млрд|миллиард\w{0,3}": MILLIARD, r"трлн|триллион\w{0,3}": BILLION},
    "kk": {r"мың\w{0,6}": THOUSAND, r"млн|миллион\w{0,6}": MILLION,
           r"млрд|миллиард\w{0,6}": MILLIARD, r"трлн|триллион\w{0,6}": BILLION, r"жүз": 100},
    "ky": {r"миң\w{0,6}": THOUSAND, r"млн|миллион\w{0,6}": MILLION,
           r"млрд|миллиард\w{0,6}": MILLIARD},
    "tr": {r"bin|bini|bine|binden|binin|binlik": THOUSAND, r"milyon\w{0,6}": MILLION,
           r"milyar\w{0,6}": MILLIARD, r"trilyon\w{0,6}": BILLION},
    "uz": {r"ming\w{0,4}": THOUSAND, r"million\w{0,6}|mln": MILLION,
           r"milliard\w{0,6}|mlrd": MILLIARD},
    "fr": {r"mille": THOUSAND, r"millions?": MILLION, r"milliards?": MILLIARD,
           r"billions?": BILLION},
    "de": {r"tausend|tsd": THOUSAND, r"million(?:en)?|mio": MILLION,
           r"milliarden?|mrd": MILLIARD, r"billion(?:en)?": BILLION},
    "es": {r"mil": THOUSAND, r"mill[oó]n(?:es)?": MILLION, r"bill[oó]n(?:es)?": BILLION},
}  # fmt: skip
"""The factors that stand behind a number; a suffix is part of the pattern."""

NEXT_WORD = re.compile(r"[\s\u200c'’\-]{0,2}([^\W\d_]+)")

NUMERALS: dict[str, dict[str, int]] = {
    "ug": {"ئون": 10, "يىگىرمە": 20, "ئوتتۇز": 30, "قىرىق": 40, "ئەللىك": 50, "ئاتمىش": 60,
           "يەتمىش": 70, "سەكسەن": 80, "توقسان": 90},
}  # fmt: skip
"""Words that make another number of the one behind them."""

HAN_DIGITS = {each: value for value, each in enumerate("〇一二三四五六七八九")} | {
    "零": 0, "○": 0, "两": 2, "兩": 2,
}  # fmt: skip
HAN_UNITS = {"十": 10, "百": 100, "千": 1000}
HAN_MYRIADS = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8, "兆": 10**12}

UNITS = """zero one two three four five six seven eight nine ten eleven twelve thirteen
fourteen fifteen sixteen seventeen eighteen nineteen twenty"""
ORDINALS = """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth
thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"""
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
ENGLISH = {
    **{word: value for value, word in enumerate(UNITS.split())},
    **{word: value for value, word in enumerate(ORDINALS.split(), start=1)},
    **{
        word[:-1] + ending: 10 * value
        for ending in ("y", "ieth", "ies")
        for value, word in enumerate(TENS, start=2)
    },
    "both": 2, "twice": 2, "double": 2, "pair": 2, "couple": 2, "once": 1, "single": 1,
    "tens": 10, "dozen": 12, "dozens": 12, "score": 20, "scores": 20,
    "half": 50, "quarter": 25, "quarters": 25,
}  # fmt: skip
ENGLISH_SCALES = {
    word + ending: factor
    for word, factor in (
        ("decade", 10), ("hundred", 100), ("thousand", THOUSAND), ("million", MILLION),
        ("billion", MILLIARD), ("trillion", BILLION),
    )
    for ending in ("", "s", "th")
} | {"century": 100, "centuries": 100}  # fmt: skip

STEMS: dict[str, str] = {
    "ug": "يانۋار فېۋرال مارت ئاپرېل ماي(?=(?:نىڭ|دا|دىكى|دىن|غا|غىچە|نى)?(?!\\w))"
    " ئىيۇن ئىيۇل ئاۋغۇست سېنتەبىر ئۆكتەبىر نويابىر دېكابىر",
    "ru": "январ феврал март апрел ма[йяею](?!\\w) июн июл август сентябр октябр ноябр декабр",
    "ky": "январ феврал март апрел май(?=(?:да|дагы|дын|га)?(?!\\w))"
    " июн июл август сентябр октябр ноябр декабр",
    "kk": "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан",
    "fa": "ژانویه فوریه مارس آوریل (?:مه|می) ژوئن (?:ژوئیه|جولای) (?:اوت|آگوست) سپتامبر اکتبر"
    " نوامبر دسامبر",
}
"""Months as they begin, before suffixes; the press writes them so."""

SUFFIXED = frozenset({"ug", "ru", "ky", "kk"})
"""Languages that put endings on them."""

ALSO = {
    "ar": "كانون_الثاني شباط [آا]ذار نيسان [أا]يار حزيران تموز [آا]ب [أا]يلول تشرين_الأول"
    " تشرين_الثاني كانون_الأول",
}
"""Other names of the months: those of Syria and Iraq, which UN texts add."""


@functools.cache
def scales(language: Language) -> tuple[tuple[re.Pattern[str], int], ...]:
    """Patterns of the words for thousand and above, with what they stand for."""
    found = SCALES.get(language.tag.split("-")[0], {})
    return tuple((re.compile(words, re.IGNORECASE), factor) for words, factor in found.items())


def scale(text: str, end: int, language: Language) -> tuple[int, int]:
    """The factor in the words behind a number, and where they end."""
    factor = 1
    while word := NEXT_WORD.match(text, end):
        for pattern, value in scales(language):
            if pattern.fullmatch(word[1]):
                factor, end = factor * value, word.end()
                break
        else:
            break
    return factor, end


def value(word: str, language: Language) -> int:
    """What one word stands for; 0 for what is no number word."""
    tag, small = language.tag.split("-")[0], word.lower()
    for pattern, factor in scales(language):
        if pattern.fullmatch(word):
            return factor
    known = ENGLISH if tag == "en" else NUMERALS.get(tag, {})
    return known.get(small) or ENGLISH_SCALES.get(small, 0)


@functools.cache
def month_beginnings(language: Language) -> tuple[str, ...]:
    """What a text in small letters must have for :func:`months` to find anything."""
    names = _names(language.tag.split("-")[0], language).values()
    plain = (re.match(r"[^\W\d_]*", part) for name in names for part in name.split("|"))
    return tuple({found[0].lower() for found in plain if found})


@functools.cache
def months(language: Language) -> re.Pattern[str] | None:
    """A pattern for a month's name, in groups m1 to m12.

    None where CLDR has no names for the language, or numbers them.
    """
    tag = language.tag.split("-")[0]
    names = _names(tag, language)
    if not names:
        return None
    groups = "|".join(f"(?P<m{month}>{names[month]})" for month in sorted(names, reverse=True))
    prefix = "[وبلفك]{0,2}" if tag == "ar" else ""
    suffix = r"\w{0,9}(?!\w)" if tag in SUFFIXED else r"(?!\w)"
    return re.compile(rf"(?<!\w){prefix}(?:{groups}){suffix}", re.IGNORECASE)


def _names(tag: str, language: Language) -> dict[int, str]:
    if tag in STEMS:
        return dict(enumerate(STEMS[tag].split(), start=1))
    try:
        wide = Locale.parse(language.folder).months["format"]["wide"]
    except (ValueError, UnknownLocaleError, KeyError):
        return {}
    names = {month: re.escape(name) for month, name in wide.items()}
    if any(re.match(r"\d|[一二三四五六七八九十]|M\d", name) for name in names.values()):
        return {}
    for month, name in enumerate(ALSO.get(tag, "").split(), start=1):
        names[month] += "|" + name.replace("_", r"\s")
    return names
