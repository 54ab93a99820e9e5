"""How hard and how long a page is, counted over its running text."""

from __future__ import annotations

import subprocess
import sys

import pytest
from docutils import nodes

from waraq.problems import Severity
from waraq.prose import RULES
from waraq.prose.ease import hard, length, not_easy
from waraq.sphinx_ext import ledger_nodes

from .conftest import MakeBook, paragraph

EASY = "The cat sat on the mat and saw the dog. " * 20
HARDER = "The office said that every company with workers must report about its suppliers. " * 20
HARD = (
    "Administrative considerations necessitated extraordinarily comprehensive deliberations. " * 20
)


@pytest.mark.parametrize(
    ("text", "is_hard", "is_not_easy"),
    [(EASY, False, False), (HARDER, False, True), (HARD, True, False)],
    ids=["easy", "harder", "hard"],
)
def test_a_page_is_easy_harder_or_hard(
    make_book: MakeBook, text: str, is_hard: bool, is_not_easy: bool
) -> None:
    book = make_book(text)
    assert (any(hard(book)), any(not_easy(book))) == (is_hard, is_not_easy)


def test_only_the_hard_is_a_warning() -> None:
    by_check = {rule.check: rule.severity for rule in RULES}
    assert by_check[hard] is Severity.WARNING
    assert by_check[not_easy] is Severity.NOTE


def test_figures_and_dates_make_a_text_no_harder(make_book: MakeBook) -> None:
    def text() -> nodes.paragraph:
        day, fact = ledger_nodes.day(key="2018-08-29"), ledger_nodes.fact(key="held")
        return paragraph("The dog and the cat of ", day, " had ", fact, " mats to sit on. ")

    assert list(not_easy(make_book(*(text() for _ in range(20))))) == []


def test_a_point_inside_a_number_or_name_ends_no_sentence(make_book: MakeBook) -> None:
    text = HARD.replace("Administrative", "Administrative U.S. 1.8.2 non.stop Co.")
    assert any(hard(make_book(text)))


def test_a_hundred_words_are_needed_for_a_grade(make_book: MakeBook) -> None:
    assert list(hard(make_book(HARD[: len(HARD) // 20 * 15]))) == []


def test_the_grade_is_for_english(make_book: MakeBook) -> None:
    assert list(hard(make_book(HARD, tag="de"))) == []


def test_the_longest_sentences_are_named(make_book: MakeBook) -> None:
    [found] = hard(
        make_book(paragraph(HARD, line=3), paragraph(f"And {HARD[:-2]} and on.", line=9))
    )
    assert found.words.endswith("see the sentences on lines 9, 3")


@pytest.mark.parametrize(("words", "found"), [(349, 1), (350, 0), (600, 0), (601, 1)])
def test_a_page_has_a_length(make_book: MakeBook, words: int, found: int) -> None:
    assert len(list(length(make_book("word " * words)))) == found


@pytest.mark.parametrize("docname", ["index", "handouts/timeline"])
def test_the_first_page_and_handouts_have_none(make_book: MakeBook, docname: str) -> None:
    assert list(length(make_book("word", docname=docname))) == []


def test_a_page_that_the_ledger_fills_has_none(make_book: MakeBook) -> None:
    assert list(length(make_book("word", ledger_nodes.sources_of()))) == []


def test_the_library_for_grades_is_not_loaded_for_the_other_rules() -> None:
    code = "import sys, waraq.prose; sys.exit('textstat' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
