"""Loaded words are quoted and sourced; contested words come with who says so."""

from __future__ import annotations

import pytest

from waraq.ledger.records import Wording
from waraq.prose.wording import loaded, loaded_quotations, unattributed

from .conftest import MakeBook, claim, mark, paragraph

WORDING = Wording(
    loaded=("regime", "so-called"),
    attributed=("internment camp", "genocide"),
    attributions=("said", "according to"),
    names=("Sanctions Regime",),
)


@pytest.mark.parametrize(
    ("text", "ours", "quoted"),
    [
        ("A REGIME fell.", 1, 0),
        ("A so-called\nregime fell.", 2, 0),
        ("They said “a regime” fell.", 0, 1),
        ("A regimen, a non-regime-like thing.", 1, 0),
        ("The Sanctions\nRegime fell, this regime stands.", 1, 0),
    ],
)
def test_a_loaded_word_is_ours_unless_it_is_quoted_or_in_a_name(
    make_book: MakeBook, text: str, ours: int, quoted: int
) -> None:
    book = make_book(text, wording=WORDING)
    assert (len(list(loaded(book))), len(list(loaded_quotations(book)))) == (ours, quoted)


def test_a_quotation_with_a_source_may_hold_anything(make_book: MakeBook) -> None:
    content = paragraph("They said “a regime” fell.", mark("said"))
    book = make_book(content, wording=WORDING, claims=(claim(),))
    assert list(loaded(book)) == list(loaded_quotations(book)) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It was an internment\ncamp.", 1),
        ("According to them it was genocide.", 0),
        ("They said that it was genocide.", 0),
        ("It was “genocide”.", 0),
        ("It was an aforesaid genocide.", 1),
    ],
)
def test_a_contested_word_needs_a_word_of_saying_or_a_quotation(
    make_book: MakeBook, text: str, found: int
) -> None:
    assert len(list(unattributed(make_book(text, wording=WORDING)))) == found


def test_words_without_spaces_are_found_inside_a_sentence(make_book: MakeBook) -> None:
    book = make_book("那个政权倒了。", wording=Wording(loaded=("政权",)), tag="zh-Hans")
    assert len(list(loaded(book))) == 1
