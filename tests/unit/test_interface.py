"""The theme's words: looked up, filled, and never markup."""

from __future__ import annotations

from markupsafe import Markup

from waraq.interface import Interface


def test_a_word_without_translation_stays() -> None:
    assert Interface({})("Next") == "Next"


def test_what_a_translation_says_is_text() -> None:
    words = Interface({"Next": "<script>alert(1)</script>"})
    assert words("Next") == "&lt;script&gt;alert(1)&lt;/script&gt;"


def test_only_the_placeholders_that_are_given_are_filled() -> None:
    words = Interface({"Page {number}": "{number}-بەت {number.__class__} {other}"})
    assert words("Page {number}", number=3) == "3-بەت {number.__class__} {other}"


def test_a_value_is_escaped_unless_it_is_markup() -> None:
    words = Interface({})
    assert words("To {place}", place="<a>") == "To &lt;a&gt;"
    assert words("To {place}", place=Markup("<a>")) == "To <a>"


def test_plain_words_are_not_escaped() -> None:
    assert Interface({}).plain("Tom & Jerry") == "Tom & Jerry"
