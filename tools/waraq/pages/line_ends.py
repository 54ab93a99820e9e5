"""Where no line may end: within a date, before the last letter of a sentence, in a short clause.

"9 / July 2020", "2020年7 / 月9日" and a line that holds one Chinese letter and its full stop are
what typesetters mend by hand. A word joiner does it; it is no part of the text that is heard.
Before or after the year a line may end, but not where it ends the sentence: it would stand alone
on a line. Nor may it between "1" and "million", or within an abbreviation that is written "ب د ت".
Screens, whose lines nobody sets, only keep together
what would else break in narrow cells and in titles: Chinese may part any two characters.
"""

from __future__ import annotations

import functools
import re

from babel.dates import get_month_names

from waraq.languages import Language

WORD_JOINER, NO_BREAK_SPACE = "\u2060", "\u00a0"
_HAN = "[\u3400-\u9fff]"
_ARABIC = "[\u0620-\u06d5]"


def _whole(longest: int) -> str:
    word = rf"\w{{0,3}}[0-9A-Z]-\w{{1,{longest}}}"
    return rf"\b{word}(?: (?=[0-9]){word})?\b|^-\w{{1,{longest}}}\b"


WHOLE = re.compile(_whole(8))
"""What no line may break at its hyphen: "2020-يىلى", "NS-CMIC"; long words may. A date is one.

Or what is said of a figure that is a node of its own: "-يىلىدىكى".
"""

WHOLE_ON_SCREENS = re.compile(_whole(16))
"""The same in wider lines."""

DAY = re.compile(r"\b[0-9]{1,2}\.? [^\W\d_]{3,}(?= [0-9]{4}\b)")
"""What of a date like "2 September 2022" no line parts that has room for it."""

CLAUSES = re.compile(r"[^，：；]+[，：；]?")
SHORT_CLAUSE = 8
"""How many characters of a title a line has room for on the narrowest screen."""

PARTS_OF_A_DAY = re.compile(r"[0-9]+年|[0-9]+月(?:[0-9]+日)?")
"""What a narrow cell may not break in Chinese and Japanese: the year, and the day in it."""


LAST_YEAR = re.compile(r"(?<=[a-z] )(?=[0-9]{4}\.?$)")
"""Before the year that ends a sentence."""


def held(text: str, language: Language, *, narrow: bool = False) -> str:
    """The text with word joiners where no line may end.

    :param narrow: whether lines may be shorter than a date, as in cells
    """
    text = _places(language).sub(WORD_JOINER, text)
    return text if narrow else LAST_YEAR.sub(WORD_JOINER, text)


@functools.cache
def _places(language: Language) -> re.Pattern[str]:
    months = sorted(map(re.escape, get_month_names("wide", locale=language.locale).values()))
    after_number = "|".join((*months, *_magnitudes(language)))
    return re.compile(
        rf"(?<=[0-9] )(?=(?:{after_number})\b)|(?<=[0-9]\. )(?=(?:{'|'.join(months)})\b)"
        rf"|(?<=\A )(?=(?:{'|'.join(_magnitudes(language)) or '(?!)'})\b)"
        rf"|(?<=\b{_ARABIC} )(?={_ARABIC}\b)"
        r"|(?<=[0-9])(?=[年月日])|(?<=[0-9]月)(?=[0-9])"
        rf"|(?:(?<=[0-9]|{_HAN})|^)(?={_HAN}[。！？]?$)"
    )


def _magnitudes(language: Language) -> list[str]:
    """Words for a million and the like, as CLDR writes them after digits with a space."""
    formats = language.locale.compact_decimal_formats.get("long", {})
    words = {
        str(pattern.pattern).lstrip("0").strip()
        for by_size in formats.values()
        for pattern in by_size.values()
        if str(pattern.pattern).lstrip("0").startswith(" ")
    }
    return sorted(map(re.escape, words - {""}))
