"""The inline parser: what becomes words, emphasis and pieces, and what does not."""

from __future__ import annotations

import pytest

from waraq.translate.inline import Emphasis, Piece, Words, parse, pieces


def test_plain_words_are_words() -> None:
    assert parse("Two plain words.") == (Words("Two plain words."),)


def test_a_link_is_a_piece_with_words() -> None:
    assert parse("see [the list](list.md)") == (
        Words("see "),
        Piece(("link", "list.md"), (Words("the list"),)),
    )


def test_footnote_marks_code_and_roles_are_pieces() -> None:
    found = [piece.key for piece in pieces(parse("a[^x] `b` {term}`c <d>` {doc}`e`"))]
    assert found == [
        ("footnote", "x"),
        ("code", "b"),
        ("role", "term", "d"),
        ("role", "doc", "e"),
    ]


def test_pieces_inside_emphasis_and_links_are_found_outer_first() -> None:
    found = [piece.key for piece in pieces(parse("**[`a`](b.md)**"))]
    assert found == [("link", "b.md"), ("code", "a")]


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "---",
        "1986. was a year",
        "- a dash begins a dialogue",
        "# no heading",
        "> no quotation",
        "{{ cycler.next }}",
        "$x$ and $$y$$",
        "<img src=x onerror=alert(1)>",
    ],
)
def test_what_other_parsers_would_run_or_drop_is_text(text: str) -> None:
    assert parse(text) == (Words(text),)


@pytest.mark.parametrize(
    "target", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd"]
)
def test_an_active_address_makes_no_link(target: str) -> None:
    assert not list(pieces(parse(f"[x]({target})")))


@pytest.mark.parametrize(
    ("text", "strong"),
    [
        ("这是**“人权”**问题", "“人权”"),
        ("**人权。**所以", "人权。"),
        ("报告**（2017年）**指出", "（2017年）"),
        ("これは**「重要」**です", "「重要」"),
        ("**«ئۇيغۇر»**لارنىڭ", "«ئۇيغۇر»"),
        ("**“Uygur”**ların", "“Uygur”"),
        ("**«право»**на", "«право»"),
        ('**"word"**ning', '"word"'),
    ],
)
def test_emphasis_beside_any_punctuation_is_emphasis(text: str, strong: str) -> None:
    assert Emphasis(True, (Words(strong),)) in parse(text)


def test_asterisks_between_spaces_stay_asterisks() -> None:
    assert parse("2 * 3 * 4") == (Words("2 * 3 * 4"),)


def test_a_line_break_is_a_space() -> None:
    assert parse("one\ntwo") == (Words("one two"),)


def test_an_abbreviation_shows_its_letters_and_keeps_its_expansion() -> None:
    (piece,) = pieces(parse("{abbr}`UN (United Nations)`"))
    assert piece == Piece(("role", "abbr"), (Words("UN"),), note="United Nations")
