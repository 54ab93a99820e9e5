"""Where no line of a printed page may end."""

from __future__ import annotations

import pytest

from waraq.languages import KNOWN
from waraq.pages.line_ends import WORD_JOINER, held


@pytest.mark.parametrize(
    ("tag", "text", "expected"),
    [
        ("en", "on 9 July 2020 the", "on 9 _July 2020 the"),
        ("en", "9 Mayors", "9 Mayors"),
        ("en", "on 9 July 2020.", "on 9 _July _2020."),
        ("en", "reported in 2020", "reported in _2020"),
        ("de", "am 9. Juli 2020", "am 9. _Juli _2020"),
        ("ru", "9 июля 2020 г.", "9 _июля 2020 г."),
        ("zh-Hans", "于2020年7月9日制裁", "于2020_年7_月_9_日制_裁"),
        ("ja", "2020年7月9日", "2020_年7_月_9_日"),
        ("zh-Hans", "都已结业。", "都已结_业。"),
        ("zh-Hans", "维吾尔文名称", "维吾尔文名_称"),
        ("zh-Hans", "后来增至50个。", "后来增至50_个。"),
        ("zh-Hans", "人。", "_人。"),
        ("zh-Hans", "都已结业。记者说", "都已结业。记者_说"),
        ("en", "no date, 9 of 10", "no date, 9 of 10"),
        ("ug", "2020-يىلى 9-ئىيۇل", "2020-يىلى 9-ئىيۇل"),
        ("en", "up to 1.8 million people", "up to 1.8 _million people"),
        ("ug", "1 مىليون كىشى", "1 _مىليون كىشى"),
        ("ug", " مىليون كىشى", " _مىليون كىشى"),
        ("ug", "بىر مىليون كىشى", "بىر مىليون كىشى"),
        ("ug", "ب د ت نىڭ ج خ سى", "ب _د _ت نىڭ ج _خ سى"),
        ("ar", "نحو 3 ملايين شخص", "نحو 3 _ملايين شخص"),
        ("zh-Hans", "90万至180万人", "90万至180万_人"),
    ],
)
def test_dates_and_last_letters_are_held_together(tag: str, text: str, expected: str) -> None:
    assert held(text, KNOWN[tag]) == expected.replace("_", WORD_JOINER)


def test_a_narrow_cell_may_part_a_date_before_its_year() -> None:
    expected = f"on 9 {WORD_JOINER}July 2020."
    assert held("on 9 July 2020.", KNOWN["en"], narrow=True) == expected


def test_nothing_but_joiners_is_put_in() -> None:
    text = "2020年7月9日 and 9 July 2020。"
    assert held(text, KNOWN["en"]).replace(WORD_JOINER, "") == text
