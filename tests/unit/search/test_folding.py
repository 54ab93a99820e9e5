"""Which letters count as the same, by the table that the search page's script gets, too."""

from __future__ import annotations

import json
import sys
import unicodedata

import pytest

from waraq import languages
from waraq.pages.search import folding, likeness
from waraq.pages.search.folding import BREAKS, DROPPED, ZEROS, forms_of_han


def fold(text: str, tag: str = "en") -> str:
    return folding.folding(languages.named(tag)).fold(text)


def inside(code: int, ranges: tuple[tuple[int, int], ...]) -> bool:
    return any(start <= code <= end for start, end in ranges)


@pytest.mark.parametrize(
    ("tag", "one", "other"),
    [
        ("en", "SANCTIONS", "sanctions"),
        ("en", "Café", "cafe"),
        ("en", "China’s", "China's"),
        ("en", "forced-labour", "forced labour"),
        ("en", "ﬁle", "file"),
        ("en", "Ｅｎｔｉｔｙ", "entity"),
        ("de", "Straße", "STRASSE"),
        ("tr", "İSTANBUL", "istanbul"),
        ("tr", "ISPARTA", "ısparta"),
        ("tr", "ısparta", "isparta"),
        ("ru", "ещё", "еще"),
        ("ar", "أُلْغِيَتْ", "الغيت"),
        ("ar", "عقـــوبات", "عقوبات"),
        ("ar", "مستشفى", "مستشفي"),
        ("ar", "الحكومة", "الحكومه"),
        ("ar", "ﺍﻟﺼﻴﻦ", "الصين"),
        ("fa", "می\u200cشود", "میشود"),
        ("fa", "کار", "كار"),
        ("ug", "ئۇيغۇر", "ۇيغۇر"),
        ("ug", "مائارىپ", "ماارىپ"),
        ("ug", "کىم", "كىم"),
        ("ug", "ﺋﯘﻳﻐﯘﺭ", "ئۇيغۇر"),
        ("ja", "カメラ", "かめら"),
        ("ja", "ｶﾒﾗ", "かめら"),
    ],
)
def test_these_are_the_same_word(tag: str, one: str, other: str) -> None:
    assert fold(one, tag) == fold(other, tag)


@pytest.mark.parametrize(
    ("tag", "one", "other"),
    [
        ("ug", "ئوت", "ئۇت"),
        ("ug", "ئۆت", "ئوت"),
        ("ug", "ھەر", "ەەر"),
        ("ug", "ئېلى", "ئىلى"),
        ("ru", "мой", "мои"),
        ("kk", "қой", "кой"),
        ("ja", "か", "が"),
    ],
)
def test_these_stay_two_words(tag: str, one: str, other: str) -> None:
    assert fold(one, tag) != fold(other, tag)


@pytest.mark.parametrize("tag", sorted(languages.KNOWN))
@pytest.mark.parametrize("text", ["ئۇيغۇر", "Ürümqi", "أإآ", "й ї ё", "がぎぐ", "ế"])
def test_composed_and_decomposed_letters_are_the_same(tag: str, text: str) -> None:
    decomposed = unicodedata.normalize("NFD", text)
    assert decomposed != text
    assert fold(decomposed, tag) == fold(text, tag)


def test_digits_of_every_system_are_the_same() -> None:
    for zero in ZEROS:
        assert fold("".join(chr(zero + digit) for digit in range(10))) == "0123456789"


def test_no_system_of_digits_is_forgotten() -> None:
    zeros = {
        code
        for code in range(0x10000)
        if unicodedata.category(chr(code)) == "Nd" and unicodedata.digit(chr(code)) == 0
    }
    by_width = {ord("0"), ord("０")}
    assert zeros == {*ZEROS, *by_width}


def test_words_have_one_space_between_them_and_no_signs() -> None:
    assert fold(" “Who?” – the UN’s\u00a0experts (2018). ") == "who the uns experts 2018"
    assert fold("قانۇن، 2018-يىلى؟", "ug") == "قانۇن 2018 يىلى"
    assert fold("制裁（2018年）。", "zh-Hans") == "制裁 2018年"


def test_an_apostrophe_stands_between_two_french_words() -> None:
    assert fold("l’État", "fr") == "l etat"


def test_isolates_around_latin_runs_count_for_nothing() -> None:
    assert fold("بۇ \u2066OFAC\u2069 دۇر", "ug") == fold("بۇ OFAC دۇر", "ug")


@pytest.mark.parametrize("tag", sorted(languages.KNOWN))
def test_what_is_folded_stays_as_it_is_when_folded_again(tag: str) -> None:
    table = folding.folding(languages.named(tag))
    for letter in table.same:
        once = table.fold(letter)
        assert table.fold(once) == once, f"{letter!r} → {once!r}"


def test_no_letter_or_digit_is_dropped_or_taken_for_a_space() -> None:
    for code in range(0x10000):
        if unicodedata.normalize("NFKC", chr(code)) != chr(code):
            continue  # it has become something else by then
        category = unicodedata.category(chr(code))
        if inside(code, BREAKS):
            assert category not in {"Ll", "Lu", "Lt", "Lo", "Nd", "Mn"}, hex(code)
        if inside(code, DROPPED):
            assert category in {"Mn", "Me", "Cf", "Lm", "Cn"}, hex(code)


def test_traditional_characters_are_known_from_names_given_in_both_forms() -> None:
    names = [("维吾尔", "維吾爾"), ("美国", "美利堅"), ("网", "網")]
    forms = forms_of_han({"zh-Hans": ours, "zh-Hant": theirs} for ours, theirs in names)
    assert forms == {"維": "维", "爾": "尔", "網": "网"}
    table = folding.folding(languages.named("zh-Hans"), forms)
    assert table.fold("維吾爾") == "维吾尔"


def test_other_words_are_no_other_form_of_a_character() -> None:
    names = [
        ("识别", "辨識"),
        ("哈萨克族和", "哈薩克族與"),
        ("工业与", "工業與"),
        ("“路”", "「路」"),
    ]
    forms = forms_of_han({"zh-Hans": ours, "zh-Hant": theirs} for ours, theirs in names)
    assert forms == {"薩": "萨", "業": "业", "與": "与"}


@pytest.mark.parametrize("base", sorted(likeness.ALIKE))
def test_what_is_typed_is_folded_and_stands_for_itself_first(base: str) -> None:
    table = folding.folding(languages.named(base))
    for typed, meant in table.alike.items():
        first, *others = meant.split()
        assert first == typed
        assert others
        assert typed not in others
        for each in (typed, *others):
            assert table.fold(each) == each or each == "ة", (
                f"no page has {each!r} once it is folded"
            )


@pytest.mark.parametrize("tag", sorted(languages.KNOWN))
def test_the_script_gets_the_whole_table(tag: str) -> None:
    table = folding.folding(languages.named(tag))
    record = json.loads(json.dumps(table.record()))
    same = {letter: folded for folded, letters in record["same"].items() for letter in letters}
    assert same == table.same
    assert record["alike"] == table.alike
    assert all(len(zero) == 1 and ord(zero) < sys.maxunicode for zero in record["zeros"])
