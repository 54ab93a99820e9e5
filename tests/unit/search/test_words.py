"""Words of a page, and which of them are in another language."""

from __future__ import annotations

import pytest
from docutils import nodes

from waraq.pages.search.words import Piece, Words, joined, said, words
from waraq.sphinx_ext.marking import IN_LANGUAGE
from waraq.sphinx_ext.translation import UNTRANSLATED


def part(text: str, tag: str = "") -> nodes.inline:
    node = nodes.inline("", text)
    if tag:
        node[IN_LANGUAGE] = tag
    return node


def line(*parts: nodes.Node) -> nodes.paragraph:
    return nodes.paragraph("", "", *parts)


def test_words_of_the_page_are_one_piece_with_single_spaces() -> None:
    assert words(line(nodes.Text("Two\n words "), part("more"))) == said("Two words more")


def test_a_name_in_another_language_is_a_piece_of_its_own() -> None:
    found = words(line(nodes.Text("شىركەت ("), part("Dahua", "en"), nodes.Text(") دېدى")))
    assert found.pieces == (Piece("شىركەت ("), Piece("Dahua", "en"), Piece(") دېدى"))
    assert found.text == "شىركەت (Dahua) دېدى"


def test_signs_and_figures_have_no_language() -> None:
    found = words(
        line(part("Reuters", "en"), nodes.Text(", "), part("Title", "en"), nodes.Text(" 2019"))
    )
    assert found == said("Reuters, Title 2019", "en")


def test_what_is_not_translated_is_in_the_source_language() -> None:
    node = line(nodes.Text("Not yet."))
    node[UNTRANSLATED] = "en"
    assert words(node) == said("Not yet.", "en")


def test_marks_of_sources_are_no_words() -> None:
    mark = nodes.footnote_reference("", "7")
    assert words(line(nodes.Text("Said."), mark)) == said("Said.")


def test_nothing_is_no_words() -> None:
    assert words(line()).text == ""
    assert words(line(nodes.Text(" "), part(" ", "en"))).text == ""


@pytest.mark.parametrize("spaces", ["", " ", "\n  "])
def test_spaces_between_pieces_are_single(spaces: str) -> None:
    found = words(
        line(nodes.Text(f"بىر{spaces} "), part(f" two {spaces}", "en"), nodes.Text(" ئۈچ "))
    )
    assert found.text == "بىر two ئۈچ"


def test_cells_are_joined_with_their_languages() -> None:
    found = joined([said("دا خۇا"), said("Dahua", "en"), said("2019")], " · ")
    assert found.text == "دا خۇا · Dahua · 2019"
    assert [piece for piece in found.pieces if piece.tag] == [Piece("Dahua", "en")]


def test_a_text_is_cut_with_its_pieces() -> None:
    whole = Words((Piece("One. Tw"), Piece("o th", "fr"), Piece("ree. Four.")))
    parts = list(whole.cut(["One.", "Two three.", "Four."]))
    assert [each.text for each in parts] == ["One.", "Two three.", "Four."]
    assert parts[1].pieces == (Piece("Tw"), Piece("o th", "fr"), Piece("ree."))
    assert list(said("A. B.", "en").cut(["A.", "B."])) == [said("A.", "en"), said("B.", "en")]
