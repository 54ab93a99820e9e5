"""The order of words in each language, and the letter that a word stands under.

What has no alphabet is put where its readers look for it: simplified Chinese
under the Pinyin initial, traditional Chinese under the number of strokes,
Japanese in the rows of the syllables. The first part of each old national
standard has its characters in just that order, and Python knows these
standards; no other data is needed. A character with several readings stands
under one of them, a rare one under none.

To add an alphabet, add it to ``ALPHABETS``.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from waraq.languages import Language
from waraq.pages.search.folding import Folding

LATIN = "abcdefghijklmnopqrstuvwxyz"
KANA = "あかさたなはまやらわ"
STROKES = tuple(f"{number} 劃" for number in range(1, 31))

ALPHABETS: dict[str, Sequence[str]] = {
    "ug": "اەبپتجچخدرزژسشغفقكگڭلمنھوۇۆۈۋېىي",
    "ar": "ابتثجحخدذرزسشصضطظعغفقكلمنهوي",
    "fa": "ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی",
    "ru": "абвгдежзийклмнопрстуфхцчшщъыьэюя",
    "kk": "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя",
    "tr": "abcçdefgğhıijklmnoöprsştuüvyz",
    "es": "abcdefghijklmnñopqrstuvwxyz",
    "zh-Hant": STROKES,
    "ja": KANA,
}
"""Letters, or what stands for them, in their order; of all other languages, those of English."""

CAPITALS = {
    "ug": {each: f"ئ{each}" for each in "اەوۇۆۈېى"},
    "tr": {"i": "İ"},
}
"""How a letter is written above its words, where that is not its upper case."""


@dataclass(frozen=True)
class Letter:
    """What words are gathered under; ``rank`` says where it stands among the others."""

    rank: int
    name: str


DIGITS = Letter(-1, "0–9")
LATIN_LETTERS = Letter(1000, "A–Z")
OTHERS = Letter(1001, "…")


@dataclass(frozen=True)
class Standard:
    """The part of a standard that is in readers' order, cut into the letters' shares."""

    encoding: str
    letters: Sequence[str]
    firsts: str
    """The first character of each letter's share."""
    last: str

    def letter(self, character: str) -> str:
        """What a character stands under; empty if the part does not have it."""
        code = self.code(character)
        if not self._starts[0] <= code <= self.code(self.last):
            return ""
        return self.letters[bisect_right(self._starts, code) - 1]

    def code(self, character: str) -> bytes:
        """Where a character lies; empty if nowhere."""
        return character.encode(self.encoding, "ignore")

    @cached_property
    def _starts(self) -> list[bytes]:
        return [self.code(each) for each in self.firsts]


STANDARDS = {
    "zh-Hans": Standard(
        "gb2312",
        "abcdefghjklmnopqrstwxyz",
        "啊芭擦搭蛾发噶哈击喀垃妈拿哦啪期然撒塌挖昔压匝",
        "座",
    ),
    "zh-Hant": Standard(
        "big5",
        STROKES,
        "一丁三丑丙丞串並亟乘乾傢亂僧億儒優叢儳勸儷儼囌囑廳灤纜豔爨鸞",
        "籲",
    ),
    "ja": Standard("euc_jp", KANA, "亜下些他奈巴摩也裸倭", "腕"),
}


class Alphabet:
    """How one language puts words in order."""

    def __init__(self, language: Language, folding: Folding) -> None:
        self._tag = language.tag
        self._base = language.tag.partition("-")[0]
        self._folding = folding
        self._standard = STANDARDS.get(self._tag)
        letters = ALPHABETS.get(self._tag, ALPHABETS.get(self._base, LATIN))
        capitals = CAPITALS.get(self._base, {})
        self._letters = {
            each: Letter(rank, capitals.get(each, each.upper()))
            for rank, each in enumerate(letters)
        }
        self._place = cache(self._find_place)

    def letter(self, words: str) -> Letter:
        """What *words* stand under: by their first letter or digit."""
        return next((letter for letter, _ in self._places(words)), OTHERS)

    def key(self, words: str) -> tuple[object, ...]:
        """What puts words in order: word by word, so that "A law" stands before "account"."""
        places = map(self._places, words.split())
        return [[(letter.rank, rest) for letter, rest in word] for word in places], words

    def _places(self, words: str) -> Iterator[tuple[Letter, bytes]]:
        """The letters that decide."""
        if self._base == "tr":
            words = words.replace("I", "ı").replace("İ", "i")
        for each in words.lower():
            if place := self._place(each):
                yield place

    def _find_place(self, character: str) -> tuple[Letter, bytes] | None:
        """A letter, and what orders the characters under it; None for signs and seats."""
        if not character.isalnum():
            return None
        if character in self._letters:
            return self._letters[character], b""
        standard = self._standard
        if standard and (name := standard.letter(character)):
            return self._letters[name], standard.code(character)
        folded = self._folding.fold(character)
        if not folded:
            return None
        for each in (folded[:1], _row_of_kana(folded)):
            if each in self._letters:
                return self._letters[each], character.encode()
        if folded.isdecimal():
            return DIGITS, folded.encode()
        return LATIN_LETTERS if folded[:1] in LATIN else OTHERS, folded.encode()


def _row_of_kana(character: str) -> str:
    """か for ぎ; empty for what is no kana."""
    if not "ぁ" <= character <= "ん":
        return ""
    plain = unicodedata.normalize("NFD", character)[0]
    return KANA[max(0, bisect_right(KANA, plain) - 1)]
