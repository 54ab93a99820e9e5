"""A translated paragraph is made of the source's own nodes."""

from __future__ import annotations

import pytest
from docutils import nodes

from waraq.translate.message import SourceMismatch, translated


def paragraph(*children: nodes.Node) -> nodes.paragraph:
    return nodes.paragraph("", "", *children)


def test_the_link_is_the_sources_own_node_with_new_words() -> None:
    link = nodes.reference("", "", nodes.Text("list"), refuri="https://a.example/")
    source = paragraph(nodes.Text("the "), link)
    result = translated(
        source, "the [list](https://a.example/)", "[تىزىملىك](https://a.example/)نىڭ"
    )
    assert result[0] is link
    assert link.astext() == "تىزىملىك"
    assert result[1] == nodes.Text("نىڭ")


def test_two_links_may_change_places() -> None:
    one = nodes.reference("", "", nodes.Text("one"), refuri="1")
    two = nodes.reference("", "", nodes.Text("two"), refuri="2")
    result = translated(paragraph(one, two), "[one](1)[two](2)", "[二](2)[一](1)")
    assert result == [two, one]


def test_the_words_of_a_cross_reference_go_where_sphinx_expects_them() -> None:
    inner = nodes.inline("", "", nodes.Text("words"), classes=["xref", "myst"])
    reference = nodes.reference("", "", inner)
    (result,) = translated(paragraph(reference), "[words](page.md)", "[سۆزلەر](page.md)")
    assert inner.astext() == "سۆزلەر"
    assert result is reference


def test_emphasis_comes_from_the_translation() -> None:
    result = translated(paragraph(nodes.Text("a b")), "a b", "**a** *b*")
    assert [type(node) for node in result] == [nodes.strong, nodes.Text, nodes.emphasis]


def test_markup_that_the_translator_does_not_know_is_no_guess() -> None:
    source = paragraph(nodes.Text("x"), nodes.subscript())
    with pytest.raises(SourceMismatch, match="0 pieces in the text but 1 in the page"):
        translated(source, "x", "y")


def test_what_the_source_lacks_becomes_no_node_even_without_the_gate() -> None:
    with pytest.raises(SourceMismatch, match="no further link"):
        translated(paragraph(nodes.Text("x")), "x", "[y](https://evil.example/)")


def test_a_piece_is_not_given_out_twice() -> None:
    link = nodes.reference("", "", nodes.Text("one"), refuri="1")
    with pytest.raises(SourceMismatch, match="no further link 1"):
        translated(paragraph(link), "[one](1)", "[a](1)[b](1)")
