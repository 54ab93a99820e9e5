"""A page is read as passages: their words, what was typed of them, their lines."""

from __future__ import annotations

import pytest
from docutils import nodes

from waraq.prose.passages import STAND_IN, Kind
from waraq.sphinx_ext import ledger_nodes

from .conftest import MakeBook, mark, paragraph


def test_what_a_role_sets_counts_as_a_word_that_nobody_typed(make_book: MakeBook) -> None:
    content = paragraph("In ", ledger_nodes.day(key="2018"), ", ", ledger_nodes.fact(key="held"))
    [passage] = make_book(content).pages[0].passages
    assert passage.text == "In day, number"
    assert passage.typed == f"In {STAND_IN * 3}, {STAND_IN * 6}"


def test_a_name_without_words_of_its_own_is_the_ledgers(make_book: MakeBook) -> None:
    content = paragraph(ledger_nodes.named(kind="person", key="li-na"), " said so.")
    [passage] = make_book(content).pages[0].passages
    assert passage.text == "Li Na said so."


def test_a_line_is_counted_from_where_its_paragraph_begins(make_book: MakeBook) -> None:
    [passage] = make_book(paragraph("one\ntwo\nthree", line=40)).pages[0].passages
    assert passage.line(passage.text.index("three")) == 42


def test_the_lines_of_a_list_item_are_those_of_its_paragraphs(make_book: MakeBook) -> None:
    first, second = paragraph("one\ntwo", line=3), paragraph("three\nfour", line=9)
    listed = nodes.bullet_list("", nodes.list_item("", first, second))
    [passage] = make_book(listed).pages[0].passages
    assert passage.kind is Kind.ITEM
    assert passage.line(passage.text.index("four")) == 10


def test_the_marks_of_a_nested_list_speak_for_the_item_around_it(make_book: MakeBook) -> None:
    inner = nodes.bullet_list("", nodes.list_item("", paragraph("inner", mark("said"))))
    listed = nodes.bullet_list("", nodes.list_item("", paragraph("outer:"), inner))
    outer, nested = make_book(listed).pages[0].passages
    assert (outer.text, outer.claims) == ("outer:", {"said"})
    assert (nested.text, nested.claims) == ("inner", {"said"})


def test_only_a_paragraph_that_ends_in_a_colon_leads_in_to_a_list(make_book: MakeBook) -> None:
    def item() -> nodes.bullet_list:
        return nodes.bullet_list("", nodes.list_item("", paragraph("an item")))

    passages = make_book("They said:", item(), "They said.", item()).pages[0].passages
    assert [each.context for each in passages] == ["", "They said:", "", ""]


def test_footnotes_code_comments_and_addresses_are_no_prose(make_book: MakeBook) -> None:
    address = nodes.reference("", "https://a.example/9", refuri="https://a.example/9")
    elements = (
        nodes.footnote("", paragraph("9")),
        nodes.literal_block("", "9"),
        nodes.comment("", "9"),
        paragraph(nodes.literal("", "9"), address, nodes.footnote_reference("", "9")),
    )
    [passage] = make_book(*elements).pages[0].passages
    assert not any(letter.isdigit() for letter in passage.typed)


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('He said "so it is" twice.', ['"so it is"']),
        ("He said “so it is”, and “no”.", ["“so it is”", "“no”"]),
        ("Er sagte „so“ und «so».", ["„so“", "«so»"]),
        ("他说“是”,又说「不」。", ["“是”", "「不」"]),
        ("It was ‘the ministry’s own’ word.", ["‘the ministry’s own’"]),
        ("The ministries’ doors aren’t the company’s.", []),
        ("An unclosed “quotation.", []),
        ('It is 5" long.', []),
    ],
)
def test_quotation_marks_are_those_of_many_languages(
    make_book: MakeBook, text: str, quoted: list[str]
) -> None:
    [passage] = make_book(text).pages[0].passages
    assert [text[start:end] for start, end in passage.quotations] == quoted
