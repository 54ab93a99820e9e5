"""Which letters count as the same when words are looked for.

Each language has one table. ``fold`` uses it here, for the order of the index
from A to Z; the search page's script gets the same table with the index, and
folds with it what it searches and what the reader types. To both, a text is
first NFKC, then in lower case, and then the table says what each letter is.

What is folded is the same letter in another coat: with or without case,
accents, harakat or hamza, as a presentation form, full width, in another
system of digits. What readers only take for one another because of their
keyboard or their spelling is not folded, for then "ئوت", "ئۇت" and "ئۆت"
would be one word: such letters are alike (see ``likeness``), which widens
what is typed and leaves what is written as it is.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from waraq.languages import Language
from waraq.pages.search.likeness import ALIKE, BEFORE

DROPPED = (
    (0x00AD, 0x00AD),
    (0x0300, 0x036F),
    (0x0483, 0x0487),
    (0x0591, 0x05BD),
    (0x0610, 0x061A),
    (0x0640, 0x0640),
    (0x064B, 0x065F),
    (0x0670, 0x0670),
    (0x06D6, 0x06DC),
    (0x06DF, 0x06E8),
    (0x06EA, 0x06ED),
    (0x08CA, 0x08FF),
    (0x200B, 0x200F),
    (0x202A, 0x202E),
    (0x2060, 0x206F),
    (0xFE00, 0xFE0F),
    (0xFEFF, 0xFEFF),
)
"""Marks, tatweel, joiners, isolates, soft hyphens: what nobody types to find a word."""

BREAKS = (
    (0x0000, 0x002F),
    (0x003A, 0x0040),
    (0x005B, 0x0060),
    (0x007B, 0x00BF),
    (0x00D7, 0x00D7),
    (0x00F7, 0x00F7),
    (0x02B9, 0x02DF),
    (0x055A, 0x055F),
    (0x0589, 0x058A),
    (0x05BE, 0x05BE),
    (0x05C0, 0x05C0),
    (0x05F3, 0x05F4),
    (0x0609, 0x060D),
    (0x061B, 0x061F),
    (0x066A, 0x066D),
    (0x06D4, 0x06D4),
    (0x0964, 0x0965),
    (0x2010, 0x2029),
    (0x202F, 0x205F),
    (0x20A0, 0x20CF),
    (0x2190, 0x2BFF),
    (0x2E00, 0x2E7F),
    (0x3000, 0x3004),
    (0x3008, 0x3020),
    (0x3030, 0x3030),
    (0x30FB, 0x30FB),
)
"""What stands between words: spaces, stops, brackets, signs."""

ZEROS = (
    *(0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6, 0x0C66),
    *(0x0CE6, 0x0D66, 0x0DE6, 0x0E50, 0x0ED0, 0x0F20, 0x1040, 0x1090, 0x17E0, 0x1810),
    *(0x1946, 0x19D0, 0x1A80, 0x1A90, 0x1B50, 0x1BB0, 0x1C40, 0x1C50, 0xA620, 0xA8D0),
    *(0xA900, 0xA9D0, 0xA9F0, 0xAA50, 0xABF0),
)
"""The zero of every system of digits of the Basic Multilingual Plane; the nine others follow it."""

ACCENTED = ((0x00DF, 0x024F), (0x0370, 0x03FF), (0x1E00, 0x1FFF))
"""Where Latin and Greek letters with accents lie. Cyrillic й and ї are letters of their own."""

LETTERS = {
    **dict(zip("øłđðħŧıəſςёѐѝ", "olddhtiesσееи", strict=True)),
    **{"ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ŋ": "ng"},
    **dict.fromkeys("آأإٱ", "ا"),
    **dict.fromkeys("کڪ", "ك"),
    "ء": "",
}
"""What has no decomposition, and Arabic letters that each keyboard has otherwise."""

ARABIC = {
    **dict.fromkeys("ىیئې", "ي"),
    **dict.fromkeys("ةەھۀہ", "ه"),
    "ؤ": "و",
}
"""In Arabic, Persian and all languages that only quote Arabic letters."""

UYGHUR = {"ئ": ""}
"""The seat that a vowel has at the beginning of a word or syllable, and none elsewhere."""

RARE_IN_BIG5 = b"\xc9\x40"
"""Where the characters begin that traditional texts rarely have."""

APOSTROPHES = "'’‘ʼʻ`"
NO_FORMS: Mapping[str, str] = {}
ELIDING = frozenset({"fr", "it", "ca"})
"""Languages in which an apostrophe stands between two words: "l'État"."""


@dataclass(frozen=True)
class Folding:
    """One language's table.

    ``same`` says what a character counts as, where that is not itself; what
    counts as nothing has the empty string. ``alike`` says for folded letters
    which others a reader may have meant by them, and ``before`` what may stand
    in front of a word. ``spaced`` tells whether words have spaces between them,
    and so have beginnings.
    """

    same: Mapping[str, str]
    alike: Mapping[str, str]
    before: str
    spaced: bool

    def fold(self, text: str) -> str:
        """*text* as it is compared: folded letters, and single spaces between words."""
        folded = unicodedata.normalize("NFKC", text).lower().translate(self._table)
        return " ".join(folded.split())

    @cached_property
    def _table(self) -> dict[int, str]:
        table = dict.fromkeys(_codes(BREAKS), " ")
        table |= {zero + digit: str(digit) for zero in ZEROS for digit in range(10)}
        table |= dict.fromkeys(_codes(DROPPED), "")
        return table | {ord(letter): same for letter, same in self.same.items()}

    def record(self) -> dict[str, Any]:
        """The table as the script reads it."""
        by_folded: dict[str, str] = {}
        for letter, same in sorted(self.same.items()):
            by_folded[same] = by_folded.get(same, "") + letter
        return {
            "same": dict(sorted(by_folded.items())),
            "zeros": "".join(map(chr, ZEROS)),
            "dropped": _character_class(DROPPED),
            "breaks": _character_class(BREAKS),
            "alike": dict(sorted(self.alike.items())),
            "before": self.before,
            "spaced": self.spaced,
        }


def folding(language: Language, forms: Mapping[str, str] = NO_FORMS) -> Folding:
    """The table of *language*.

    :param forms: characters that are other forms of one, with that one
    """
    base = language.tag.partition("-")[0]
    same = {**WITHOUT_ACCENTS, **LETTERS, **(UYGHUR if base == "ug" else ARABIC)}
    if base not in ELIDING:
        same |= dict.fromkeys(APOSTROPHES, "")
    if language.script == "Japanese":
        same |= {chr(code): chr(code - 0x60) for code in range(0x30A1, 0x30F7)}
    same |= forms
    spaced = language.script not in ("Han", "Japanese", "Other")
    return Folding(same, ALIKE.get(base, {}), BEFORE.get(base, ""), spaced)


def forms_of_han(names: Iterable[Mapping[str, str]]) -> dict[str, str]:
    """Traditional characters with their simplified forms, from names given in both.

    No table of all characters comes with this project's dependencies; the names
    and terms of the ledger have just those that are looked for. Names that do
    not differ in form alone are left out: in "辨識" and "识别" the words differ.
    """
    found: dict[str, Counter[str]] = {}
    for name in names:
        simplified, traditional = name.get("zh-Hans", ""), name.get("zh-Hant", "")
        if len(simplified) != len(traditional):
            continue
        pairs = [pair for pair in zip(traditional, simplified, strict=True) if len(set(pair)) > 1]
        if any(theirs.encode("gb2312", "ignore") for theirs, _ in pairs):
            continue
        for theirs, ours in pairs:
            found.setdefault(theirs, Counter())[ours] += 1
    return {theirs: _likeliest(found[theirs]) for theirs in sorted(found)}


def _likeliest(forms: Counter[str]) -> str:
    """Of several forms, one that traditional texts do not have, and the more frequent one."""

    def likely(form: str) -> tuple[bool, int, str]:
        code = form.encode("big5", "ignore")
        return not code or code >= RARE_IN_BIG5, forms[form], form

    return max(forms, key=likely)


def _accented() -> dict[str, str]:
    found: dict[str, str] = {}
    for start, end in ACCENTED:
        for letter in map(chr, range(start, end + 1)):
            base = unicodedata.normalize("NFD", letter)[0]
            if base != letter and letter.lower() == letter and base.isalpha():
                found[letter] = LETTERS.get(base, base)
    return found


WITHOUT_ACCENTS = _accented()


def _codes(ranges: Iterable[tuple[int, int]]) -> Iterable[int]:
    return (code for start, end in ranges for code in range(start, end + 1))


def _character_class(ranges: Iterable[tuple[int, int]]) -> str:
    """Ranges as they stand between the brackets of a regular expression."""
    return "".join(f"\\u{start:04x}-\\u{end:04x}" for start, end in ranges)
