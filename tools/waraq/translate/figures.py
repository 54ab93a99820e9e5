"""Figures that pages set themselves: nothing at one may make another number of it.

A figure comes from the ledger with its scale, sign, per cent and currency. What
counts and touches it in a translation must stand at it in the source, too.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from waraq.languages import KNOWN, Language
from waraq.translate import digits, han_numerals, number_words, other_numerals
from waraq.translate.han_numerals import HAN
from waraq.translate.inline import Emphasis, Inline, Piece, Words
from waraq.translate.skeleton import STAND_IN, Message, Pair, spoken

ENGLISH = KNOWN["en"]
PLACEHOLDER = re.compile(r"(\{(?:figure|low|high|number|total|shown|minutes|kilobytes|share)\})")
HERE = "\ufdd0"
"""What stands for a figure in a text that is taken apart; no text may have it."""

NEAR = 24
"""How far from a figure is looked, in characters."""

SPACE = "[ \u00a0\u2009\u202f\u3000]?"
PER_CENT = (
    r"[%٪％﹪]|per ?cent|процент\w*|пайыз\w*|foiz|prozent|pour ?cent|por ?ciento"
    r"|(?:ب|في )الم[ائ]+ة|درصد|فیصد|پىرسەنت\w*|パーセント"
)
MINUS = r"\bminus|\bминус|\bمىنۇس|マイナス|(?<![肩担擔自胜勝欺背抱辜])[负負]"
HYPHEN = r"(?:^|(?<=[\s(（\[“\"«「：:，、\u3400-\u9fff]))[-–‐‑]"
CURRENCY = r"[$＄¢£￡¤¥￥€₩₹₽₺₸₴₿]"

SIGNS = tuple(
    (kind, re.compile(f"(?:{before}){SPACE}$", re.I), re.compile(f"{SPACE}(?:{after})", re.I))
    for kind, before, after in (
        ("per cent", f"{PER_CENT}|百分之", PER_CENT),
        ("per mille", "[‰؉‱]|[千万萬]分之", "[‰؉‱]"),
        ("part", r"(?<![百千万萬])分之|\b(?:one|1) in(?: every)?", "分之"),
        ("minus", rf"{MINUS}|(?<![\d{STAND_IN}])[−﹣－]", "(?!)"),
        ("currency", CURRENCY, CURRENCY),
    )
)
TOUCHING = (("minus", re.compile(f"{HYPHEN}$")), ("plus", re.compile("[+＋±]$")))
"""Signs that mean something else where a space follows."""

NUMBER = r"\d+(?:[.,٫٬]\d+)*"
DIGITS_BEFORE = re.compile(f"{NUMBER}[.,٫٬]?$")
DIGITS_AFTER = re.compile(f"[.,٫٬]?{NUMBER}")
"""A separator makes one number of both."""
OTHER_BEFORE = re.compile(f"(?:{other_numerals.NUMERAL.pattern})$")
HAN_BEFORE = re.compile(rf"(?<![第周期其初{HAN}])([{HAN}]+){SPACE}$")
HAN_AFTER = re.compile(
    rf"{SPACE}[多余餘几幾来來]?(?!万一|百姓|百[分货貨]|十[分足字]|千[克米瓦卡])([{HAN}]+)"
)
PARTS_OF_WORDS = frozenset({"一", "两", "兩", "万一"})
"""Numerals that stand beside figures in other words: 唯一, 一起."""

WORD_BEFORE = re.compile(r"([^\W\d_]+)(?: of)?[\s\-]?$")
LATIN_WORD = re.compile(r"([A-Za-z]+)|[\s\-]([A-Za-z]{2,})")
"""A letter alone counts only where it touches the figure: "5k", not "5 k"."""
METRE = "m"
HAPPENED = re.compile(r"\s?يۈز (?:بەر|بېر)")
"""Uyghur for "took place" begins like "hundred"."""

UNSEEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\u00ad]")
"""What readers do not see between a figure and what counts."""

Mark = tuple[str, str | Decimal]


class Figure(NamedTuple):
    """A figure, and the text up to its neighbours."""

    name: str
    before: str
    after: str


def complaints(pair: Pair) -> Iterator[str]:
    """What counts at a figure in the translation alone, and ranges that run backwards."""
    if not _may_have_figures(pair.translation):
        return
    theirs: dict[str, set[Mark]] = defaultdict(set)
    order = []
    for figure in _figures(pair.source):
        theirs[figure.name] |= _marks(figure, ENGLISH).keys()
        order.append(figure.name)
    found = _figures(pair.translation)
    for figure in found:
        for mark, written in _marks(figure, pair.language).items():
            if mark not in theirs[figure.name]:
                yield f"“{written}” stands at {figure.name}, and nothing like it in the source"
    if _backwards([figure.name for figure in found]) and not _backwards(order):
        yield "{high} stands before {low}"


def _may_have_figures(message: Message) -> bool:
    return "{" in message.text and (message.label or "{fact}" in message.text)


def _backwards(names: Sequence[str]) -> bool:
    range_ = [name for name in names if name in ("{low}", "{high}")]
    return range_[:1] == ["{high}"] and "{low}" in range_


def _figures(message: Message) -> list[Figure]:
    if message.label:
        parts = PLACEHOLDER.split(message.text)
        texts, names = parts[::2], parts[1::2]
    else:
        names = []
        texts = "".join(_flat(message.content, names)).split(HERE)
    texts = [UNSEEN.sub("", text) for text in texts]
    befores = [texts[0], *(STAND_IN + text for text in texts[1:])]
    return [
        Figure(name, before[-NEAR:], after[:NEAR])
        for name, before, after in zip(names, befores, texts[1:], strict=False)
    ]


def _flat(content: Sequence[Inline], names: list[str]) -> Iterator[str]:
    """The text without its source marks, with ``HERE`` for each figure."""
    for each in content:
        match each:
            case Words(text):
                yield text
            case Emphasis(_, inner):
                yield from _flat(inner, names)
            case Piece(("role", "fact", *_) as key):
                names.append(spoken(key))
                yield HERE
            case Piece(("role", "claim", *_) | ("footnote", *_)):
                pass
            case Piece(_, None):
                yield STAND_IN
            case Piece(_, inner):
                yield from _flat(inner or (), names)


def _marks(figure: Figure, language: Language) -> dict[Mark, str]:
    """What counts at a figure, with how it is written."""
    return {
        mark: written.strip()
        for mark, written in (
            *_signs(figure),
            *_digits(figure),
            *_han_numerals(figure),
            *_words(figure, language),
        )
    }


def _signs(figure: Figure) -> Iterator[tuple[Mark, str]]:
    for kind, before, after in SIGNS:
        for match in (before.search(figure.before), after.match(figure.after)):
            if match:
                sign = unicodedata.normalize("NFKC", match[0]).strip()
                yield (kind, sign if kind == "currency" else ""), match[0]
    for kind, before in TOUCHING:
        if match := before.search(figure.before):
            yield (kind, ""), match[0]


def _digits(figure: Figure) -> Iterator[tuple[Mark, str]]:
    for match in (DIGITS_BEFORE.search(figure.before), DIGITS_AFTER.match(figure.after)):
        if match:
            number = match[0].strip(".,٫٬")
            yield ("number", digits.readings(digits.western(number))[0][-1]), match[0]
    numeral = other_numerals.NUMERAL
    for match in (OTHER_BEFORE.search(figure.before), numeral.match(figure.after)):
        if match:
            yield ("number", other_numerals.value(match[0]) or match[0]), match[0]


def _han_numerals(figure: Figure) -> Iterator[tuple[Mark, str]]:
    for match in (HAN_BEFORE.search(figure.before), HAN_AFTER.match(figure.after)):
        if match and match[1] not in PARTS_OF_WORDS:
            yield ("number", han_numerals.value(match[1]) or match[1]), match[1]


def _words(figure: Figure, language: Language) -> Iterator[tuple[Mark, str]]:
    before = WORD_BEFORE.search(figure.before)
    if before and (value := number_words.value(before[1], language)):
        yield ("number", Decimal(value)), before[1]
    factor, end = number_words.scale(figure.after, 0, language)
    if factor > 1 and not HAPPENED.match(figure.after):
        yield ("number", Decimal(factor)), figure.after[:end]
    elif (english := LATIN_WORD.match(figure.after)) and english[0] != METRE:
        factor, _ = number_words.scale(english[0], 0, ENGLISH)
        if factor > 1:
            yield ("number", Decimal(factor)), english[0]
