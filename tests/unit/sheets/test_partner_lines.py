"""A partner's words run as they begin, whatever the sheet does, in languages with their letters."""

from __future__ import annotations

import pytest

from waraq import languages
from waraq.pages.records import PartnerLine
from waraq.sheets.partner_lines import line_of

OURS = [languages.named(tag) for tag in ("en", "ug", "zh-Hans")]


def line(words: str, tag: str) -> PartnerLine:
    return line_of(words, languages.named(tag), OURS)


def parts(words: str, tag: str) -> list[tuple[str, str, bool]]:
    return [(each.words, each.tag, each.boxed) for each in line(words, tag).parts]


@pytest.mark.parametrize("tag", ["en", "ug", "zh-Hans"])
@pytest.mark.parametrize(
    ("words", "direction"),
    [
        ("+90 212 555 01 02 / +49 89 5432 1999", "ltr"),
        ("Tel. +90 212 555 01 02", "ltr"),
        ("World Congress (دۇنيا قۇرۇلتىيى)", "ltr"),
        ("دۇنيا قۇرۇلتىيى (World Congress)", "rtl"),
        ("تېلېفون: +49 89 5432", "rtl"),
        ("维吾尔援助", "ltr"),
    ],
)
def test_a_line_runs_as_its_first_letter_does(words: str, direction: str, tag: str) -> None:
    found = line(words, tag)
    assert found.direction == direction
    assert "".join(each.words for each in found.parts) == words


def test_what_runs_otherwise_in_a_line_is_boxed() -> None:
    assert parts("تېلېفون: +49 (0)89 123-45-67", "ug") == [
        ("تېلېفون: ", "", False),
        ("+49 (0)89 123-45-67", "", True),
    ]


def test_each_script_is_in_a_language_that_has_its_letters() -> None:
    assert parts("UYGHUR AID / ئۇيغۇر ياردىمى / 维吾尔援助", "en") == [
        ("UYGHUR AID / ", "", False),
        ("ئۇيغۇر ياردىمى / ", "ug", False),
        ("维吾尔援助", "zh-Hans", False),
    ]
    assert line("ئۇيغۇر ياردىمى Aid", "en").tag == "ug"
    assert line("ئۇيغۇر ياردىمى Aid", "ug").tag == ""


def test_letters_of_no_language_of_the_project_have_the_first_that_is_known() -> None:
    assert line("Помощь", "en").tag == "kk"
