"""What a handout says can be found and copied, in each language, and its feet say what it is."""

from __future__ import annotations

import re

import pytest

from waraq.catalogs import interface as catalog
from waraq.interface import Interface
from waraq.settings import Settings

from . import reading_pdf as reading
from .conftest import PROJECT
from .handouts import PARTLY_READ, UNREAD, Handout


def test_the_title_of_a_handout_is_found(whole: list[Handout]) -> None:
    for each in whole:
        pages = reading.text_of_pages(each.data)
        problems = list(reading.missing(pages[:1], [each.title], each.language.direction))
        assert not problems, f"{each.name}, page 1: {problems}"


def test_every_sentence_of_the_page_is_found_on_the_sheet(
    whole: list[Handout], page_sheets: list[Handout]
) -> None:
    problems = []
    for each in (*whole, *page_sheets):
        assert len(each.passages) > 20, f"{each.name}: its web page has hardly any text"
        pages = reading.text_of_pages(each.data)
        problems += each.label(reading.missing(pages, each.passages, each.language.direction))
    assert not problems, "\n".join(problems)


def test_the_foot_of_every_page_names_the_language_in_english(handouts: list[Handout]) -> None:
    for each in handouts:
        for number, foot in enumerate(reading.text_of_feet(each.data, each.foot), 1):
            problems = list(reading.passages_missing([foot], [each.language.english_name]))
            assert not problems, f"{each.name}, page {number}: {problems}"


def test_the_foot_of_every_page_counts_the_pages(handouts: list[Handout]) -> None:
    for each in handouts:
        feet = reading.text_of_feet(each.data, each.foot)
        for number, foot in enumerate(feet, 1):
            numbers = {int(digits) for digits in re.findall(r"\d+", foot)}
            assert {number, len(feet)} <= numbers, f"{each.name}, page {number}: {foot!r}"


def test_the_words_for_a_draft_are_those_of_the_theme(site: Settings) -> None:
    assert {UNREAD, PARTLY_READ} <= {message.msgid for message in catalog.words(PROJECT, site)}


def test_every_page_of_a_draft_says_so(
    handouts: list[Handout], interfaces: dict[str, Interface]
) -> None:
    drafts = [each for each in handouts if each.draft]
    assert drafts
    for each in drafts:
        words = interfaces[each.language.tag].plain(each.draft)
        for number, foot in enumerate(reading.text_of_feet(each.data, each.foot), 1):
            problems = list(reading.missing([foot], [words], each.language.direction))
            assert not problems, f"{each.name}, page {number} does not say that it is a draft"


def test_no_page_of_any_other_handout_says_that_it_is_a_draft(
    handouts: list[Handout], interfaces: dict[str, Interface]
) -> None:
    others = [each for each in handouts if not each.draft]
    assert others
    for each in others:
        pages = reading.text_of_pages(each.data)
        for draft in (UNREAD, PARTLY_READ):
            words = interfaces[each.language.tag].plain(draft)
            assert list(reading.missing(pages, [words], each.language.direction)), each.name


# Proof that they can fail.


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_a_sentence_that_is_not_on_the_page_is_found(direction: str) -> None:
    problems = list(reading.missing(["A listing can end."], ["A listing cannot end."], direction))
    assert len(problems) == 1
    assert problems[0].endswith("A listing cannot end.")


def test_a_word_that_is_lost_from_a_line_is_found_in_any_order_of_the_others() -> None:
    line = "ئۇيغۇر رايونىدا نېمە بولدى"
    turned = " ".join(reversed(line.split()))
    assert not list(reading.words_missing([turned], [line]))
    assert list(reading.words_missing([turned.replace("نېمە", "")], [line]))


def test_a_ligature_that_comes_out_turned_round_is_no_loss() -> None:
    assert not list(reading.words_missing(["ئىسالم"], ["ئىسلام"]))


def test_a_word_is_counted_as_often_as_it_is_said() -> None:
    assert list(reading.words_missing(["تىزىم"], ["تىزىم", "تىزىم"]))


def test_a_passage_may_go_on_on_the_next_page() -> None:
    pages = ["Start. It was removed on 16 November Page 1 of 2", "2023, during talks. End."]
    passage = "It was removed on 16 November 2023, during talks."
    assert not list(reading.passages_missing(pages, [passage]))
    assert list(reading.passages_missing(pages[::-1], [passage]))


def test_breaks_hyphens_and_directions_do_not_count() -> None:
    pages = ["NS\ufffe\r\nCMIC stands for \u2066Non-SDN\u2069"]
    assert not list(reading.passages_missing(pages, ["NS-CMIC stands\nfor Non-SDN"]))
