"""Which script a letter belongs to, and which scripts a language is written in.

Python's Unicode data has no Script property (UAX #24), but a letter's name begins with it.
"""

from __future__ import annotations

import unicodedata
from functools import cache

from waraq.audit.finished import known
from waraq.languages import SCRIPTS, Direction

NAMES = {"CJK": "Han", "HIRAGANA": "Japanese", "KATAKANA": "Japanese", "FULLWIDTH": "Latin"}
"""Where the first word of a letter's name is not the name of its script."""

NONE = frozenset({"MODIFIER", "FEMININE", "MASCULINE", "MICRO", "HALFWIDTH", "MATHEMATICAL"})
"""Letters that stand in texts of any script."""

UNDETERMINED = frozenset({"mis", "mul", "und", "zxx"})
"""Tags for texts of no language, of many, or of one that nobody can name (BCP 47, 4.1)."""

RIGHT_TO_LEFT = frozenset({"Arabic", "Hebrew", "Syriac", "Thaana", "Nko"})


@cache
def script_of(character: str) -> str:
    """The script of a letter; empty for what is no letter, or stands in any script."""
    if not character.isalpha():
        return ""
    first = unicodedata.name(character, "").split(" ")[0].split("-")[0]
    if first in NONE:
        return ""
    return NAMES.get(first, first.capitalize())


@cache
def scripts_of(tag: str) -> frozenset[str] | None:
    """The scripts that a language is written in; None where we cannot tell."""
    subtags = tag.split("-")[1:]
    script = next((SCRIPTS.get(each.capitalize()) for each in subtags if len(each) == 4), None)
    if script is None:
        language = None if tag in UNDETERMINED else known(tag)
        if language is None or language.script == "Other":
            return None
        script = language.script
    return frozenset({"Han", "Japanese"}) if script == "Japanese" else frozenset({script})


def direction_of(script: str) -> Direction:
    """Which way the lines of a script run."""
    return "rtl" if script in RIGHT_TO_LEFT else "ltr"
