"""The order of words, and what they stand under, in each language."""

from __future__ import annotations

import pytest

from waraq import languages
from waraq.pages.search.alphabet import STANDARDS, Alphabet
from waraq.pages.search.folding import folding


def alphabet(tag: str) -> Alphabet:
    language = languages.named(tag)
    return Alphabet(language, folding(language))


def in_order(tag: str, *words: str) -> bool:
    upside_down = list(reversed(words))
    return sorted(upside_down, key=alphabet(tag).key) == list(words)


@pytest.mark.parametrize(
    ("tag", "words", "letter"),
    [
        ("en", "“Who?”", "W"),
        ("en", "École", "E"),
        ("en", "2018 letter", "0–9"),
        ("en", "维吾尔", "…"),
        ("en", "***", "…"),
        ("ug", "ئۇيغۇر", "ئۇ"),
        ("ug", "ئەمگەك", "ئە"),
        ("ug", "جازا", "ج"),
        ("ug", "OFAC", "A–Z"),
        ("tr", "İnsan", "İ"),
        ("tr", "Irk", "I"),
        ("tr", "Çin", "Ç"),
        ("kk", "Қытай", "Қ"),
        ("ru", "Ёлка", "Е"),
        ("ar", "أمريكا", "ا"),
        ("fa", "کار", "ک"),
        ("zh-Hans", "维吾尔", "W"),
        ("zh-Hans", "《强迫劳动》", "Q"),
        ("zh-Hans", "OFAC", "O"),
        ("zh-Hant", "一個", "1 劃"),
        ("zh-Hant", "新疆", "13 劃"),
        ("zh-Hant", "鸞", "30 劃"),
        ("ja", "新疆", "さ"),
        ("ja", "がいむしょう", "か"),
        ("ja", "ウイグル", "あ"),
        ("ja", "わたし", "わ"),
    ],
)
def test_a_word_stands_under_its_letter(tag: str, words: str, letter: str) -> None:
    assert alphabet(tag).letter(words).name == letter


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        ("en", ["A law", "account", "Act", "Élan", "zero"]),
        ("ug", ["ئالاقە", "ئەمگەك", "باش", "پارتىيە", "ھۆججەت", "ئوت", "ئۇت", "ئۆت", "ئۈن"]),
        ("ug", ["ۋاقىت", "ئېلى", "ئىش", "يېزا"]),
        ("tr", ["cadde", "Çin", "ırk", "insan", "ölüm", "şehir", "ufuk", "ülke"]),
        ("kk", ["адам", "әйел", "кісі", "қала", "сөз"]),
        ("es", ["nube", "ñandú", "ojo"]),
        ("zh-Hans", ["北京", "公司", "制裁"]),
        ("zh-Hant", ["一個", "中國", "新疆"]),
        ("ja", ["あさ", "亜細亜", "かさ", "新疆"]),
    ],
)
def test_words_are_in_the_order_of_the_language(tag: str, words: list[str]) -> None:
    assert in_order(tag, *words)


@pytest.mark.parametrize("tag", sorted(STANDARDS))
def test_a_standard_is_cut_in_its_own_order(tag: str) -> None:
    standard = STANDARDS[tag]
    codes = [standard.code(each) for each in (*standard.firsts, standard.last)]
    assert codes == sorted(codes)
    assert all(codes)
    assert len(standard.firsts) == len(standard.letters)


@pytest.mark.parametrize("tag", sorted(languages.KNOWN))
def test_digits_come_first_and_letters_of_others_last(tag: str) -> None:
    order = alphabet(tag)
    own = languages.named(tag).name
    ranks = [order.letter(each).rank for each in ("2018", own, "ሀገር")]
    assert ranks == sorted(ranks)
    assert len(set(ranks)) == 3
