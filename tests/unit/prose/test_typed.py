"""Figures and dates that were typed are told from words, and named as a role would be."""

from __future__ import annotations

import pytest

from waraq.ledger.records import Wording
from waraq.prose.typed import typed_dates, typed_figures

from .conftest import MakeBook, claim, figure, mark, paragraph


def said(words: str) -> str:
    return words.partition("“")[2].partition("”")[0]


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("It had 58 billion.", ["58 billion"]),
        ("It had 1.8 million, 900,000 or 40%.", ["1.8 million", "900,000", "40%"]),
        ("The 17th and the 9-year-old.", ["17th", "9-year-old"]),
        ("A million, one billion, half a million.", ["A million", "one billion", "half a million"]),
        (
            "Twenty-one thousand and two hundred thousand.",
            ["Twenty-one thousand", "two hundred thousand"],
        ),
        ("Hundreds of thousands.", ["Hundreds of thousands"]),
        ("Eight companies, twelve doors, millions of people.", []),
        ("One of the million doors.", []),
        ("On 29 August 2018, in 2018.", []),
        ("It has ٤٠ doors.", ["٤٠"]),
    ],
)
def test_figures_are_digits_and_large_numbers_in_words(
    make_book: MakeBook, text: str, typed: list[str]
) -> None:
    assert [said(each.words) for each in typed_figures(make_book(text))] == typed


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("On 29 August 2018 it was.", {"29 August 2018": "2018-08-29"}),
        ("On August 9, 2018 it was.", {"August 9, 2018": "2018-08-09"}),
        ("In Aug. 2018 it was.", {"Aug. 2018": "2018-08"}),
        ("On the 3rd of May 2018.", {"3rd of May 2018": "2018-05-03"}),
        ("In 2018, or the 1990s.", {"2018": "2018", "1990s": "1990"}),
        ("On 2018-08-29.", {"2018-08-29": "2018-08-29"}),
        ("In August it may march on.", {}),
        ("It has 2,018 doors, 2018.5 lamps and US$2018.", {}),
    ],
)
def test_a_date_is_named_as_the_role_takes_it(
    make_book: MakeBook, text: str, typed: dict[str, str]
) -> None:
    found = {said(each.words): each.hint for each in typed_dates(make_book(text))}
    assert found == {words: f"write {{date}}`{day}`" for words, day in typed.items()}


def test_months_are_those_of_the_source_language(make_book: MakeBook) -> None:
    [found] = typed_dates(make_book("Le 29 août 2018, elle a dit.", tag="fr"))
    assert found.hint == "write {date}`2018-08-29`"


def test_number_words_are_known_in_english_only(make_book: MakeBook) -> None:
    assert list(typed_figures(make_book("A million.", tag="fr"))) == []


@pytest.mark.parametrize("typed", ["2 million", "two million", "2,000,000"])
def test_the_hint_names_the_figure_of_a_claim_cited_there(make_book: MakeBook, typed: str) -> None:
    content = paragraph(f"They held {typed}.", mark("said"))
    [found] = typed_figures(make_book(content, claims=(claim("said", figure("held", 2e6)),)))
    assert found.hint == "write {fact}`held`"


@pytest.mark.parametrize(
    "statement",
    [
        "Some say about one million.",
        "The million figure is untrue.",
        "Some say 1 million: a million.",
    ],
)
def test_a_number_that_a_claim_has_in_words_only_may_be_typed_in_words(
    make_book: MakeBook, statement: str
) -> None:
    content = paragraph("They wrote of a million.", mark("said"))
    known = claim("said", statement=statement)
    assert list(typed_figures(make_book(content, claims=(known,)))) == []


@pytest.mark.parametrize(
    "known",
    [
        claim("said", statement="Some say two million."),
        claim("said", figure("held", 1e6), statement="Some say a million."),
    ],
)
def test_it_may_not_where_the_claim_says_another_or_has_the_figure(
    make_book: MakeBook, known: object
) -> None:
    content = paragraph("They wrote of a million.", mark("said"))
    assert len(list(typed_figures(make_book(content, claims=(known,))))) == 1


def test_digits_may_stand_in_names_that_hold_them_and_nowhere_near(make_book: MakeBook) -> None:
    wording = Wording(names_with_numbers=("section 889", "889"))
    book = make_book("Under section 889 and 889, not 8890 or\nsection\n889.", wording=wording)
    assert [said(each.words) for each in typed_figures(book)] == ["8890"]
