"""Languages: what CLDR lacks or says otherwise than writers do."""

from __future__ import annotations

import pytest

from waraq import languages


@pytest.mark.parametrize(
    ("tag", "parts", "words"),
    [
        ("en", ["a"], "a"),
        ("en", ["a", "b"], "a and b"),
        ("en", ["a", "b", "c"], "a, b and c"),
        ("zh-Hans", ["甲", "乙", "丙"], "甲、乙和丙"),
        ("ug", ["a"], "a"),
        ("ug", ["a", "b"], "a ۋە b"),
        ("ug", ["a", "b", "c"], "a، b ۋە c"),
    ],
)
def test_a_list_is_as_the_language_says_it(tag: str, parts: list[str], words: str) -> None:
    assert languages.named(tag).listed(parts) == words


@pytest.mark.parametrize(
    ("tag", "words"), [("en", "33%"), ("ug", "33%"), ("zh-Hans", "33%"), ("tr", "%33")]
)
def test_a_share_has_its_sign_where_the_language_has_it(tag: str, words: str) -> None:
    assert languages.named(tag).percent_in_words(33) == words
