"""The bounds of a translation: its length both ways, its marks, its one paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterable

from waraq.languages import Language, Script
from waraq.translate.skeleton import Pair

LONGEST, SPARE = 4, 200
"""A translation may be so many times as long as its source, and so many characters more."""

MOST_MARKS, SPARE_MARKS = 2, 40
"""As for the length, for the characters that begin or end markup."""

MARKS = re.compile(r"[*_`\[\]!<&{\\$]")

SHARES: dict[Script, float] = {
    "Latin": 0.5, "Cyrillic": 0.5, "Arabic": 0.4, "Han": 0.2, "Japanese": 0.2, "Other": 0.2,
}  # fmt: skip
UYGHUR_SHARE = 0.6
"""How many letters a translation has at least for each of its source's.

In our own catalogs the shortest of over 40 letters has 0.23 in Chinese, and 0.85 in
Uyghur, which writes all its vowels; catalogs of programs in ten more languages agree.
"""

FREE = 20
"""So many letters of a source may be lost without a word: short texts vary most."""

SHORT_SOURCE = 40
"""Sources of fewer letters are not measured."""

STUB = 5
"""A translation with so many times less than the least is none."""


def length(pair: Pair) -> Iterable[str]:
    """A translation much longer than its source is a flood."""
    count, most = len(pair.translation.text), LONGEST * len(pair.source.text) + SPARE
    if count <= most:
        return ()
    return (f"the translation has {count} characters; at most {most} are used",)


def marks(pair: Pair) -> Iterable[str]:
    """So is one with many marks, which take the parser long."""
    count = len(MARKS.findall(pair.translation.text))
    if count <= SPARE_MARKS:
        return ()
    most = MOST_MARKS * len(MARKS.findall(pair.source.text)) + SPARE_MARKS
    if count <= most:
        return ()
    return (f"the translation has {count} characters of markup; at most {most} are used",)


def paragraphs(pair: Pair) -> Iterable[str]:
    """A second paragraph would be lost."""
    if "\n" not in pair.translation.text:
        return ()
    lines = pair.translation.text.strip().split("\n")
    if len(lines) == 1 or all(map(str.strip, lines)):
        return ()
    return ("the translation has an empty line, as if it were two paragraphs",)


def stub(pair: Pair) -> Iterable[str]:
    """A word or two in place of a paragraph would hide the paragraph from readers."""
    least = _fewest_letters(pair)
    if pair.translation.letters * STUB >= least:
        return ()
    return (_too_few(pair),)


def cut(pair: Pair) -> Iterable[str]:
    """A translation much shorter than its source may lack a sentence."""
    least = _fewest_letters(pair)
    if not least / STUB <= pair.translation.letters < least:
        return ()
    return (_too_few(pair),)


def _fewest_letters(pair: Pair) -> float:
    count = pair.source.letters
    return 0 if count < SHORT_SOURCE else (count - FREE) * _share(pair.language)


def _share(language: Language) -> float:
    return UYGHUR_SHARE if language.tag == "ug" else SHARES[language.script]


def _too_few(pair: Pair) -> str:
    return (
        f"the translation has {pair.translation.letters} letters"
        f" for the {pair.source.letters} of the source"
    )
