"""Names in the reader's language, or the nearest that the reader may know."""

from __future__ import annotations

import pytest

from waraq.ledger.records import Person, Term

CHEN = Person(
    id="chen",
    category="official",
    name={"en": "Chen", "zh-Hans": "陈", "ug": "چېن", "pt": "Tchen"},
    original="zh-Hans",
    role="Secretary",
)


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("ug", "چېن"),
        ("zh-Hans", "陈"),
        ("zh_Hans", "陈"),
        ("zh-Hant", "陈"),
        ("zh-Hant-HK", "陈"),
        ("pt-BR", "Tchen"),
        ("fr", "Chen"),
    ],
)
def test_a_name_is_that_of_the_language_or_the_nearest(tag: str, name: str) -> None:
    assert CHEN.name_in(tag) == name
    assert CHEN.name[CHEN.language_for(tag)] == name


def test_readers_of_simplified_chinese_get_traditional_before_english() -> None:
    term = Term(id="t", term={"en": "camp", "zh-Hant": "營"}, definition="D")
    assert term.name_in("zh-Hans") == "營"


def test_without_an_english_name_the_original_is_given() -> None:
    person = Person(
        id="p", category="c", name={"ug": "ئا", "zh-Hans": "阿"}, original="zh-Hans", role="R"
    )
    assert person.name_in("fr") == "阿"
    assert person.original_name == "阿"
