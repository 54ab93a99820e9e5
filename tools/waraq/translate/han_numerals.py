"""Han numerals, read as numbers, and the words that hold some but state no number."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise

from waraq.translate.digits import CHAIN, english_reading
from waraq.translate.number_words import HAN_DIGITS, HAN_MYRIADS, HAN_UNITS

HAN = "".join((*HAN_DIGITS, *HAN_UNITS, *HAN_MYRIADS))
PART = re.compile(rf"{CHAIN.pattern}|[{HAN}]")
RUN = re.compile(rf"(?:{PART.pattern})++")

NOUGHTS = frozenset("〇零○")

VAGUE = {"千百万": 10**6, "千百萬": 10**6, "亿万": 10**8, "億萬": 10**8}
"""Many, told with two scales: "millions", "hundreds of millions"."""

CHEQUE = "壹贰貳叁參肆伍陆陸柒捌玖拾佰仟"
USUAL = str.maketrans(CHEQUE, "一二二三三四五六六七八九十百千")
TENS = {"廿": "二十", "卅": "三十", "卌": "四十"}
OTHER_FORMS = re.compile(rf"[{CHEQUE}](?:[{CHEQUE}{HAN}])+|[廿卅卌]")

ANY = re.compile(rf"[{HAN}]{{2}}|[{CHEQUE}]{{2}}|[廿卅卌]")
"""A text without this has no Han numeral that is compared."""

SOME_MORE = re.compile(rf"(?<=[\d{HAN}])[多余餘几幾来來](?=[万萬亿億])")
"""一百多万 is "more than 1,000,000"."""

ORDINARY = re.compile(
    rf"(?<![\d{HAN}])(?:"
    "万一|萬一|一一|千百|百千|万千|萬千|百十|二百五|三三两两|三三兩兩|七七八八|千千万万|千千萬萬"
    "|一二三四?|九一[一八]|二二八|三一八"
    "|万万(?=[不没])|萬萬(?=[不沒])|百[万萬](?=富[翁豪])|[亿億][万萬](?=富[翁豪])"
    "|千[万萬](?=[不别別要莫勿请請记記留当當小注])|十一(?=[国國黄黃长長])|十二(?=生肖)|十六?(?=[进進])"
    "|一?百(?=[姓货貨])|一百八十(?=度)|三百六十(?=度)|一?十(?=[分足字](?![钟鐘之]))"
    rf"|[一两兩]?千(?=[米克瓦卡]))(?![\d{HAN}])"
)
"""Words as they stand alone: 千万 is "by all means" before 别 and 10,000,000 before 人."""


def value(run: str) -> Decimal | None:
    """``2585万``, ``一千五百``, ``二〇一八``; None for what is no single number."""
    if run in VAGUE:
        return Decimal(VAGUE[run])
    total = section = Decimal(0)
    number: Decimal | None = None
    for part in PART.findall(run):
        if part in NOUGHTS and section + total and number is None:
            continue
        if part in HAN_DIGITS:
            if number is not None and section + total:
                return None
            number = (number or 0) * 10 + Decimal(HAN_DIGITS[part])
        elif part in HAN_UNITS:
            section += (1 if number is None else number) * HAN_UNITS[part]
            number = None
        elif part in HAN_MYRIADS:
            section += number or 0
            unit = HAN_MYRIADS[part]
            if section and total >= unit:
                total += section * unit
            else:
                total = (total + section or Decimal(1)) * unit
            section, number = Decimal(0), None
        elif number is not None:
            return None
        else:
            number = english_reading(part)[-1]
    return total + section + (number or 0)


def may_be_no_number(written: str) -> bool:
    """Single numerals and two digits in a row are in many words: 一些, 十分, 七八."""
    if any(character.isdigit() and character not in HAN_DIGITS for character in written):
        return False
    marks = [character in HAN_DIGITS for character in written]
    if all(marks):
        return len(written) < 3
    return len(written) < 2 or any(first and second for first, second in pairwise(marks))


def plain(text: str) -> str:
    """*text* with its numerals in their usual forms, and ordinary words taken out."""
    if OTHER_FORMS.search(text):
        text = OTHER_FORMS.sub(_usual, text)
    return ORDINARY.sub("；", SOME_MORE.sub("", text))


def _usual(found: re.Match[str]) -> str:
    return TENS.get(found[0]) or found[0].translate(USUAL)
