"""Letters that a language does not write: another alphabet, or other Han forms."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterator

from waraq.languages import Language

ALPHABETS = {
    "ug": "ئابپتجچخدرزژسشغفقكگڭلمنەھوۇۆۈۋېىي",
    "ar": "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيـپچڤگ",
    "fa": "ءآأؤئابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیةۀـ",
    "ur": "ءآأؤئابپتٹثجچحخدڈذرڑزژسشصضطظعغفقکگلمنںوہۂۃھیےۓةـ",
    "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "kk": "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя",
    "ky": "абвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюя",
}
"""The letters of languages that share a script with others which they are taken for."""

BLOCKS = {
    "Arabic": (
        (0x0620, 0x0700),
        (0x0750, 0x0780),
        (0x08A0, 0x0900),
        (0xFB50, 0xFE00),
        (0xFE70, 0xFF00),
    ),
    "Cyrillic": ((0x0400, 0x0530), (0x1C80, 0x1C90), (0xA640, 0xA6A0)),
}
KANA_AND_HANGUL = re.compile("[\u3041-\u3096\u30a1-\u30fa\u1100-\u11ff\uac00-\ud7a3]")

SCRIPTS = {
    "Latin": re.compile(r"[A-Za-z\u00aa-\u024f\u1e00-\u1eff]"),
    "Cyrillic": re.compile("[\u0400-\u052f]"),
    "Arabic": re.compile("[\u0620-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufeff]"),
    "Han": re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"),
    "Japanese": re.compile("[\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"),
}
LATIN_WORD = re.compile(r"[A-Za-z][A-Za-z\u00c0-\u024f.'’\-]*")
MIXED = re.compile("[a-zA-Z][\u0400-\u052f]|[\u0400-\u052f][a-zA-Z]")
WORD = re.compile(r"[^\W\d_]++")
LATIN_LOOKALIKES = frozenset("aceopxyiABCEHKMOPTXYI")

FEWEST = 6
"""Letters that are needed before a text is said to be in another script."""

IN_BOTH_FORMS = frozenset("著乾藉瞭麼麽喆堃甯昇祇砲嘗彷佈週註羣峯裡妳祂牠氹嘢佢咗嘅冚叻啱喺睇攞揾")
"""Traditional by the tables, yet seen in simplified texts, in names above all."""

ALSO_TRADITIONAL = frozenset(
    "秘干台床群峰裏里面只系后才丑谷表范冲郁制准卷松云游吃回向注布采志划胡须据借升尽旋"
)
"""Simplified by the tables, yet used in traditional texts."""


def of_another_alphabet(text: str, language: Language) -> Iterator[str]:
    """Letters of the language's script that the language does not have."""
    alien = _alien_letters(language.tag.split("-")[0], language.script)
    if alien is not None and (found := sorted(set(alien.findall(text)))):
        listed = ", ".join(f"{letter} (U+{ord(letter):04X})" for letter in found[:6])
        yield f"{language.english_name} has no {listed}"
    if language.script == "Cyrillic" and MIXED.search(text):
        for word in filter(MIXED.search, WORD.findall(text)):
            latin = {letter for letter in word if letter.isascii()}
            if latin <= LATIN_LOOKALIKES and len(word) > len(latin) + 1:
                yield f"the word {word[:40]} mixes Latin and Cyrillic letters"


def of_another_script(text: str, source: str, language: Language) -> Iterator[str]:
    """A text most of whose own letters are not of the language's script.

    Words that stand in the source too, such as names, are not counted.
    """
    own = SCRIPTS.get(language.script)
    if own is None or not _others(language.script).search(text):
        return
    here = len(own.findall(text)) * (4 if language.script in ("Han", "Japanese") else 2)
    if here > len(text):
        return
    if language.script != "Latin" and re.search("[A-Za-z]", text):
        known = set(LATIN_WORD.findall(source))
        text = LATIN_WORD.sub(lambda word: "" if word[0] in known else word[0], text)
    letters = sum(map(str.isalpha, text))
    if letters >= FEWEST and here < letters:
        yield f"most letters here are not those of {language.english_name}"


def of_other_han(text: str, language: Language) -> Iterator[str]:
    """Traditional characters in simplified Chinese, and the other way round."""
    if language.script != "Han":
        return
    traditional, simplified = _han_forms()
    hant = "Hant" in language.tag or language.tag.endswith(("-TW", "-HK", "-MO"))
    found = sorted(set(text) & (simplified if hant else traditional))
    if found:
        other = "simplified" if hant else "traditional"
        yield f"in {language.english_name} these characters are {other}: {''.join(found[:10])}"


@functools.cache
def _others(script: str) -> re.Pattern[str]:
    """The letters of all scripts that are told apart, but for one."""
    own = {script, "Han"} if script == "Japanese" else {script}
    others = (pattern.pattern for name, pattern in SCRIPTS.items() if name not in own)
    return re.compile("|".join(others))


@functools.cache
def _alien_letters(tag: str, script: str) -> re.Pattern[str] | None:
    if script in ("Han",):
        return KANA_AND_HANGUL
    if tag not in ALPHABETS or script not in BLOCKS:
        return None
    own = set(ALPHABETS[tag] + ALPHABETS[tag].upper())
    letters = (chr(code) for start, end in BLOCKS[script] for code in range(start, end))
    alien = "".join(
        letter
        for letter in letters
        if letter not in own and unicodedata.category(letter).startswith("L") and letter != "ـ"
    )
    return re.compile(f"[{alien}]")


@functools.cache
def _han_forms() -> tuple[frozenset[str], frozenset[str]]:
    """The characters that only Big5 has, and those that only GB 2312 has.

    Of Big5 only its first part counts: the second has the rare characters of
    names, which simplified texts write too.
    """
    second = (*range(0x40, 0x7F), *range(0xA1, 0xFF))
    common = _decoded("big5", range(0xA4, 0xC7), second)
    big5 = common | _decoded("big5", range(0xC9, 0xFA), second)
    gb2312 = _decoded("gb2312", range(0xB0, 0xF8), range(0xA1, 0xFF))
    return (common - gb2312 - IN_BOTH_FORMS, gb2312 - big5 - ALSO_TRADITIONAL)


def _decoded(encoding: str, first: range, second: tuple[int, ...] | range) -> frozenset[str]:
    pairs = b"\n".join(bytes((high, low)) for high in first for low in second)
    return frozenset(each for each in pairs.decode(encoding, "ignore") if each >= "\u3400")
