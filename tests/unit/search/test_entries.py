"""What stands in the index from A to Z."""

from __future__ import annotations

from waraq import languages
from waraq.pages.search.alphabet import Alphabet
from waraq.pages.search.entries import MOST_PLACES, Entry, Place, groups
from waraq.pages.search.folding import folding
from waraq.pages.search.passages import Passage
from waraq.pages.search.words import said

ENGLISH = Alphabet(languages.named("en"), folding(languages.named("en")))


def entries(pages: dict[str, list[Passage]], *names: str) -> dict[str, Entry]:
    found = groups(pages, [said(name) for name in names], ENGLISH)
    return {entry.words.text: entry for group in found for entry in group.entries}


def test_titles_lead_to_pages_headings_and_terms_to_their_anchors() -> None:
    title = said("Sanctions")
    found = entries(
        {
            "a.html": [
                Passage("", title),
                Passage("who", said("Who decides")),
                Passage("term-sdn", said("SDN List"), term=True),
            ]
        }
    )
    assert found["Sanctions"].places == (Place("a.html", title, plain=True),)
    assert found["Who decides"].places == (Place("a.html#who", title),)
    assert found["SDN List"].places == (Place("a.html#term-sdn", title, plain=True),)


def test_a_heading_of_several_pages_stands_there_once() -> None:
    found = entries(
        {
            "a.html": [Passage("", said("A")), Passage("x", said("The answer"))],
            "b.html": [Passage("", said("B")), Passage("y", said("The answer"))],
        }
    )
    assert [place.href for place in found["The answer"].places] == ["a.html#x", "b.html#y"]
    assert [place.page.text for place in found["The answer"].places] == ["A", "B"]


def test_a_name_leads_to_the_first_passage_of_each_page_that_has_it() -> None:
    found = entries(
        {
            "a.html": [
                Passage("", said("A"), [said("Nobody.")]),
                Passage("x", said("X"), [said("Dahua objected.")]),
                Passage("y", said("Y"), [said("Dahua again.")]),
            ],
            "b.html": [Passage("", said("B"), [said("Of Dahua.")])],
            "c.html": [Passage("", said("C"), [said("Of Dahuatown.")])],
        },
        "Dahua",
        "Hikvision",
    )
    assert [place.href for place in found["Dahua"].places] == ["a.html#x", "b.html"]
    assert "Hikvision" not in found


def test_a_name_of_every_page_leads_to_a_few() -> None:
    pages = {f"{n}.html": [Passage("", said(f"P{n}"), [said("Of Dahua.")])] for n in range(20)}
    assert len(entries(pages, "Dahua")["Dahua"].places) == MOST_PLACES


def test_entries_are_gathered_under_their_letters_in_order() -> None:
    pages = {f"{words}.html": [Passage("", said(words))] for words in ("bee", "Ant", "2018", "ape")}
    found = groups(pages, [], ENGLISH)
    assert [
        (group.letter.name, [entry.words.text for entry in group.entries]) for group in found
    ] == [
        ("0–9", ["2018"]),
        ("A", ["Ant", "ape"]),
        ("B", ["bee"]),
    ]
