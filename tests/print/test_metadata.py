"""What a handout says of itself, and where its links lead."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from waraq.settings import Settings

from . import judges
from . import reading_pdf as reading
from .conftest import Spoil
from .handouts import Handout

Spoilt = Callable[[Spoil], pikepdf.Pdf]


def test_each_language_has_each_sheet_and_no_other_pdf_is_there(
    edition: Path, everything: list[Handout]
) -> None:
    found = {path.relative_to(edition).as_posix() for path in edition.rglob("*.pdf")}
    assert found == {each.name for each in everything}


def test_a_sheet_names_its_language_and_title_and_nobody_who_made_it(
    handouts: list[Handout], page_sheets: list[Handout]
) -> None:
    problems = [
        problem
        for each in (*handouts, *page_sheets)
        for problem in each.label(
            reading.metadata_problems(each.open(), each.language.tag, each.title)
        )
    ]
    assert not problems, "\n".join(problems)


def test_xmp_tells_nothing_more(handouts: list[Handout]) -> None:
    found = [
        judges.Finding("XMP", key, each.name, "tells who made the file, or when")
        for each in handouts
        for key in reading.xmp_tells(each.open())
    ]
    problems = list(judges.surprises(found, judges.known("XMP")))
    assert not problems, "\n".join(problems)


def test_links_lead_into_the_site_or_to_the_sources_of_the_page(
    handouts: list[Handout], site: Settings
) -> None:
    problems = [
        problem
        for each in handouts
        for problem in each.label(reading.link_problems(each.open(), site.address, each.addresses))
    ]
    assert not problems, "\n".join(problems)


def test_every_source_that_the_page_leads_to_is_a_link_on_the_handout_too(
    handouts: list[Handout],
) -> None:
    for each in handouts:
        if each.paper in {"poster", "cards"}:
            continue
        lost = each.addresses - set(reading.addresses(each.open()))
        assert not lost, f"{each.name}: no link leads to {sorted(lost)}"


def test_links_into_the_site_lead_to_pages_that_are_there(
    edition: Path, handouts: list[Handout], site: Settings
) -> None:
    links = [
        (each, address)
        for each in handouts
        for address in reading.addresses(each.open())
        if address.startswith(site.address)
    ]
    assert len({each.docname for each, _ in links}) > 1
    for each, address in links:
        place = address.removeprefix(site.address).partition("#")[0]
        assert (edition / place).is_file(), f"{each.name}: nothing is at {address}"


# Proof that they can fail.


def drop_language(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Lang


def rename(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo["/Title"] = "Untitled"


def hide_title(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.ViewerPreferences


def name_author(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo["/Author"] = "Somebody"


def date(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo["/CreationDate"] = "D:20261123"


def leave_path(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Note = pikepdf.Array([pikepdf.Dictionary(At="file:///home/somebody/sheet.html")])


@pytest.mark.parametrize(
    ("harm", "words"),
    [
        (drop_language, "its language is '', not"),
        (rename, "its title is 'Untitled', not"),
        (hide_title, "DisplayDocTitle"),
        (name_author, "Info holds /Author"),
        (date, "Info holds /CreationDate"),
        (leave_path, "file:///home/somebody"),
    ],
)
def test_metadata_that_lacks_or_tells_something_is_found(
    spoilt: Spoilt, handouts: list[Handout], harm: Spoil, words: str
) -> None:
    sound = handouts[0]
    problems = list(reading.metadata_problems(spoilt(harm), sound.language.tag, sound.title))
    assert len(problems) == 1
    assert words in problems[0]


def test_an_author_in_xmp_is_found(spoilt: Spoilt) -> None:
    def name_creator(pdf: pikepdf.Pdf) -> None:
        with pdf.open_metadata() as metadata:
            metadata["dc:creator"] = ["Somebody"]

    assert "creator" in reading.xmp_tells(spoilt(name_creator))


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("file:///home/somebody/sanctions.html", "no web address"),
        ("https://sheet.invalid/sanctions.html", "its web page does not name"),
    ],
)
def test_a_link_that_leads_elsewhere_is_found(
    spoilt: Spoilt, handouts: list[Handout], site: Settings, address: str, words: str
) -> None:
    def lead_astray(pdf: pikepdf.Pdf) -> None:
        next(link for link in reading.links(pdf) if "/URI" in link.A).A.URI = address

    problems = list(reading.link_problems(spoilt(lead_astray), site.address, handouts[0].addresses))
    assert problems == [f"a link leads to {address}, which {problems[0].partition(', which ')[2]}"]
    assert words in problems[0]


def test_a_link_to_a_place_that_is_not_in_the_file_is_found(
    spoilt: Spoilt, handouts: list[Handout], site: Settings
) -> None:
    def lose_place(pdf: pikepdf.Pdf) -> None:
        next(link for link in reading.links(pdf) if "/D" in link.A).A.D = "source-99"

    problems = list(reading.link_problems(spoilt(lose_place), site.address, handouts[0].addresses))
    assert problems == ["a link leads to source-99, which is no place in the file"]
