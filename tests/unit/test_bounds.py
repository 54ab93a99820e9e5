"""How much shorter than its source a translation may be."""

from __future__ import annotations

import pytest

from waraq.languages import KNOWN, Language, named
from waraq.translate import bounds
from waraq.translate.judging import complaints

SOURCE = (
    "The office{claim}`office` wrote a report about the listed companies. It says how many"
    " people were held, who counted them, and why nobody can check the number. None of the"
    " companies has answered. The government called the report false, and said that all people"
    " had gone home."
)
LETTERS = 207


def found(msgstr: str, tag: str, msgid: str = SOURCE, label: bool = False) -> list[str]:
    every = complaints(msgid, msgstr, named(tag), label=label)
    return [each.rule for each in every if each.rule in ("stub", "cut-short")]


@pytest.mark.parametrize(
    ("tag", "letter", "least"),
    [
        ("ug", "ئ", 0.6),
        ("zh-Hans", "报", 0.2),
        ("ar", "ت", 0.4),
        ("ru", "ж", 0.5),
        ("de", "ö", 0.5),
    ],
)
def test_the_least_length_is_that_of_the_writing(tag: str, letter: str, least: float) -> None:
    bound = int((LETTERS - bounds.FREE) * least)
    for count, rules in (
        (bound + 1, []),
        (bound, ["cut-short"]),
        (bound // bounds.STUB + 1, ["cut-short"]),
        (bound // bounds.STUB - 1, ["stub"]),
        (0, ["stub"]),
    ):
        assert found(letter * count + "{claim}`office`", tag) == rules


@pytest.mark.parametrize("language", KNOWN.values(), ids=lambda language: language.tag)
def test_one_word_for_a_paragraph_is_refused_in_every_language(language: Language) -> None:
    assert found("م{claim}`office`", language.tag) == ["stub"]


def test_signs_and_what_the_source_brings_are_no_words() -> None:
    assert found("………………{claim}`office`" + "。" * 99, "zh-Hans") == ["stub"]


def test_short_sources_are_not_measured() -> None:
    assert found("人数不详", "zh-Hans", "Three: the number of people is not known.") == []


def test_names_of_placeholders_are_not_counted() -> None:
    label = "{shown} of {total} {kilobytes}{minutes}{number}{share}"
    assert found("{total}/{shown}", "zh-Hans", label, label=True) == []


def test_a_complaint_says_how_many_letters_there_are() -> None:
    (complaint,) = complaints(SOURCE, "报告。{claim}`office`", named("zh-Hans"))
    assert complaint.words == f"the translation has 2 letters for the {LETTERS} of the source"
