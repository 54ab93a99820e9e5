"""Texts of strangers on a terminal."""

from __future__ import annotations

from waraq.translate.characters import legible


def test_what_would_act_on_a_terminal_is_escaped() -> None:
    assert legible("\x1b[2J\rone\u202etwo\x07") == "\\x1b[2J\\rone\\u202etwo\\x07"


def test_lines_and_the_marks_that_words_are_spelt_with_stay() -> None:
    text = "می\u200cشود\n\u2067بىر\u2069 \u200f。"
    assert legible(text) == text
