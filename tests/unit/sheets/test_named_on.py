"""Which printed sheets a page names."""

from __future__ import annotations

from markupsafe import Markup

from waraq.pages.records import SheetLink, named_on


def sheet(page: str, edition: str, main: bool = False) -> SheetLink:
    return SheetLink("T", f"{page}-{edition}.pdf", page, edition, 1, Markup(edition), main)


SHEETS = [
    sheet("en/one.html", "a4", main=True),
    sheet("en/one.html", "large"),
    sheet("en/two.html", "letter", main=True),
    sheet("en/two.html", "cards"),
]


def test_a_handouts_own_page_names_all_its_editions_and_no_others() -> None:
    named = [each.edition for each in named_on("en/one.html", SHEETS)]
    assert named == ["a4", "large"]


def test_another_page_names_the_main_edition_of_each_handout() -> None:
    assert [each.edition for each in named_on("en/other.html", SHEETS)] == ["a4", "letter"]
