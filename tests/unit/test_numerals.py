"""Numbers written in Han numerals, or in numerals that are no digits, where no digit stands."""

from __future__ import annotations

import sys
import unicodedata
from decimal import Decimal

import pytest

from waraq.languages import named
from waraq.translate import han_numerals, other_numerals
from waraq.translate.english_numbers import in_words
from waraq.translate.judging import complaints


def found(msgid: str, msgstr: str, tag: str = "zh-Hans") -> list[str]:
    every = complaints(msgid, msgstr, named(tag), label=True)
    return [each.words for each in every if each.rule in ("numbers", "dates")]


@pytest.mark.parametrize(
    ("tag", "msgid", "msgstr", "number"),
    [
        ("zh-Hans", "Many people were held.", "三百万人被关押。", "三百万"),
        ("zh-Hans", "Many people were held.", "一百二十人被关押。", "一百二十"),
        ("zh-Hans", "Many people were held.", "百万人被关押。", "百万"),
        ("zh-Hans", "More than a million people", "超过三百万人", "三百万"),
        ("zh-Hans", "More than a million people", "一千多万人", "一千万"),
        ("zh-Hans", "Twelve firms were listed.", "二十家企业被列入。", "二十"),
        ("zh-Hans", "Thirty-five firms", "五十三家公司", "五十三"),
        ("zh-Hans", "Twenty per cent of them", "其中百分之三十", "三十"),
        ("zh-Hans", "They were held for years.", "他们被关押廿年。", "二十"),
        ("zh-Hans", "A sum of money", "叁佰万元", "三百万"),
        ("zh-Hant", "Many people were held.", "三百萬人被關押。", "三百萬"),
        ("ja", "Many people were held.", "百二十人が拘束された。", "百二十"),
        ("zh-Hans", "There are firms.", "有⑲家公司。", "⑲"),
        ("zh-Hans", "There are firms.", "有Ⅹ家公司。", "Ⅹ"),
        ("zh-Hans", "Some of the firms", "½的公司", "½"),
        ("zh-Hans", "There are firms.", "有１９家公司。", "19"),
        ("ug", "There are firms.", "⑲ شىركەت بار.", "⑲"),
        ("ug", "There are firms.", "١٩ شىركەت بار.", "19"),
        ("ru", "There are firms.", "Есть ¹⁹ фирм.", "¹⁹"),
        ("zh-Hans", "In all, 20 firms", "共有2О家公司", "2О"),
    ],
)
def test_a_number_that_the_source_does_not_state_is_found(
    tag: str, msgid: str, msgstr: str, number: str
) -> None:
    (words,) = found(msgid, msgstr, tag)
    assert number in words.partition("only the translation has ")[2].split(", ")


@pytest.mark.parametrize(
    ("msgid", "msgstr"),
    [
        ("Millions of people were held.", "数百万人被关押。"),
        ("Over a million people", "一百多万人"),
        ("More than 100,000 people", "十几万人"),
        ("Hundreds of thousands of people", "几十万人"),
        ("Between one and two million people", "一百万至两百万人"),
        ("Half a million people", "五十万人"),
        ("Twelve firms were listed.", "十二家企业被列入。"),
        ("The twenty-third of them", "其中第二十三个"),
        ("Thirty or forty firms", "三四十家公司"),
        ("Section 307", "第三百零七条"),
        ("Two thirds of them", "其中三分之二"),
        ("For three decades", "三十年来"),
        ("In December", "十二月"),
        ("Dec.", "十二月"),
        ("Many families", "千家万户"),
        ("Many people were held.", "成千上万的人被关押。"),
        ("Do not sign.", "千万不要签字。"),
        ("In case of a mistake", "万一有错误"),
        ("It is very important.", "这十分重要。"),
        ("A hexadecimal code", "十六进制代码"),
        ("The 19 firms", "⑲家公司"),
        ("Half of them", "其中½"),
        ("Square metres and carbon dioxide", "m²、CO₂"),
        ("Two glasses of water", "2杯水（H2O）"),
    ],
)
def test_words_that_hold_numerals_and_the_sources_own_numbers_pass(msgid: str, msgstr: str) -> None:
    assert found(msgid, msgstr) == []


def test_another_month_in_han_numerals_is_found() -> None:
    assert found("In November", "十二月") == ["only the translation says December"]
    assert found("Notes of July", "六月的笔记") == ["only the translation says June"]
    assert found("Notes of July", "七月的笔记") == []


@pytest.mark.parametrize(
    ("run", "value"),
    [("三百零七", 307), ("一万零五十", 10_050), ("二〇一八", 2018), ("千百万", 10**6)],
)
def test_noughts_between_scales_and_vague_numbers_are_read(run: str, value: int) -> None:
    assert han_numerals.value(run) == value


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("one and a half million", 1_500_000),
        ("three quarters", Decimal("0.75")),
        ("hundreds of thousands", 100_000),
        ("between two and three million", 2_000_000),
        ("two dozen", 14),
    ],
)
def test_english_number_words_are_added_up(text: str, number: int | Decimal) -> None:
    assert number in set(in_words(text))


def test_every_numeral_of_the_character_set_can_be_read() -> None:
    numerals = [
        character
        for character in map(chr, range(sys.maxunicode + 1))
        if other_numerals.NUMERAL.fullmatch(character)
    ]
    assert len(numerals) > 200
    for character in numerals:
        found("There are firms.", f"有{character}家公司。")
        usual = unicodedata.normalize("NFKC", character)
        assert found(f"There are {usual} firms.", f"有{character}家公司。") == []
