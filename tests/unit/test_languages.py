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
