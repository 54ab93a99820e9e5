"""What is said of a message: its pieces, and what readers see of it."""

from __future__ import annotations

import pytest

from waraq.translate import inline
from waraq.translate.skeleton import STAND_IN, Message, source, spoken


def test_a_message_is_parsed_when_it_is_asked_for_its_pieces() -> None:
    message = Message("The [list](list.md).[^treasury]")
    assert "_parsed" not in vars(message)
    assert [piece.key[0] for piece in message.pieces] == ["link", "footnote"]


@pytest.mark.parametrize("text", ["", "plain words", "ئۇيغۇر، 1986.", "a < b", "a\nb", "x_y", "!"])
def test_the_short_way_for_plain_words_says_what_the_parser_says(text: str) -> None:
    assert Message(text).content == inline.parse(text)


def test_readers_see_the_words_of_links_and_a_stand_in_for_marks() -> None:
    assert Message("**The [list](list.md)**.[^treasury]").shown == f"The list.{STAND_IN}"


def test_the_titles_of_works_elsewhere_are_no_prose() -> None:
    message = Message("[A title](https://a.example/), in [our list](list.md)")
    assert message.prose == f"{STAND_IN}, in our list"


def test_notes_are_what_is_not_in_the_line() -> None:
    message = Message('![a map](m.png "big") of the {abbr}`UN (United Nations)`')
    assert message.notes == ("a map", "big", "United Nations")


def test_a_label_has_no_markup() -> None:
    assert Message("**Page** {number}", label=True).shown == "**Page** {number}"


def test_a_source_is_parsed_once_for_all_languages() -> None:
    assert source("The [list](list.md).") is source("The [list](list.md).")


@pytest.mark.parametrize(
    ("key", "words"),
    [
        (("link", "list.md"), "the link (list.md)"),
        (("role", "abbr"), "the role {abbr}"),
        (("role", "term", "sdn"), "the role {term} with 'sdn'"),
        (("footnote", "x"), "the footnote [^x]"),
        (("code", "make"), "the code 'make'"),
    ],
)
def test_a_piece_is_named_as_a_translator_would_write_it(key: tuple[str, ...], words: str) -> None:
    assert spoken(key) == words
