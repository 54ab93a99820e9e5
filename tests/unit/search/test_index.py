"""What the search page's script is given."""

from __future__ import annotations

import json
import unicodedata
from typing import Any

from waraq import languages
from waraq.pages.search.folding import folding
from waraq.pages.search.index import script
from waraq.pages.search.passages import Passage
from waraq.pages.search.words import Piece, Words, said

START = "window.waraqSearch="


def written(tag: str, *passages: Passage) -> str:
    language = languages.named(tag)
    return script({"page.html": passages}, folding(language), language)


def read(text: str) -> dict[str, Any]:
    assert text.startswith(START)
    assert text.endswith("\n")
    return dict(json.loads(text.removeprefix(START)))


def test_it_is_a_script_with_every_page_its_headings_and_its_sentences() -> None:
    top = Passage("", said("Sanctions"), [said("What they do.")])
    part = Passage("who", said("Who decides"), [said("The Treasury."), said("Nobody else.")])
    found = read(written("en", top, part))
    assert found["pages"] == [
        [
            "page.html",
            [
                ["", "Sanctions", "What they do."],
                ["who", "Who decides", "The Treasury.", "Nobody else."],
            ],
        ]
    ]
    assert found["directions"] == {}


def test_words_in_another_language_say_which_and_how_it_runs() -> None:
    found = read(written("ug", Passage("", said("Sanctions", "en"), [said("制裁", "zh-Hans")])))
    assert found["pages"][0][1] == [["", ["Sanctions", "en"], ["制裁", "zh-Hans"]]]
    assert found["directions"] == {"en": "ltr", "zh-Hans": "ltr"}


def test_words_in_several_languages_alternate_with_these() -> None:
    mixed = Words((Piece("بۇ "), Piece("Dahua", "en"), Piece(".")))
    found = read(written("ug", Passage("", said("بەت"), [mixed])))
    assert found["pages"][0][1][0][2] == ["بۇ ", "", "Dahua", "en", ".", ""]


def test_latin_runs_keep_their_order_in_right_to_left_sentences() -> None:
    found = read(written("ug", Passage("", said("بۇ OFAC (US Treasury) دۇر"))))
    assert found["pages"][0][1][0][1] == "بۇ \u2066OFAC (US Treasury)\u2069 دۇر"


def test_letters_are_composed_so_that_places_in_a_text_are_places_in_what_is_folded() -> None:
    text = unicodedata.normalize("NFD", "ئۇيغۇر")
    assert text != "ئۇيغۇر"
    found = read(written("ug", Passage("", said(text))))
    assert found["pages"][0][1][0][1] == "ئۇيغۇر"


def test_no_line_of_it_ends_within_a_string() -> None:
    text = written("en", Passage("", said("one\u2028two\u2029three")))
    assert text.count("\n") == 1
    assert not {"\u2028", "\u2029"} & set(text)
    assert read(text)["pages"][0][1][0][1] == "one\u2028two\u2029three"
