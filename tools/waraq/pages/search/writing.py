"""Writing the search page of a language, its index, and the index from A to Z."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from waraq.ledger import Ledger
from waraq.ledger.records import Named
from waraq.pages import templates
from waraq.pages.addresses import relative
from waraq.pages.own import A_TO_Z, SEARCH
from waraq.pages.pageset import PageSet
from waraq.pages.records import Finding, Link
from waraq.pages.search import INDEX
from waraq.pages.search.alphabet import Alphabet
from waraq.pages.search.entries import groups
from waraq.pages.search.folding import Folding, folding, forms_of_han
from waraq.pages.search.index import script
from waraq.pages.search.passages import Passage, passages
from waraq.pages.search.words import Words, said
from waraq.pages.shared import SEARCHING
from waraq.pages.writing import write_text
from waraq.sphinx_ext.ledger_state import ledger_of


def write_search(pages: PageSet, site: Path) -> None:
    """Write what finds words in one language, below *site*, while there are doctrees."""
    language = pages.language.language
    ledger = ledger_of(pages.app.env)
    table = folding(language, forms_of_han(_in_two_forms(ledger)))
    found = _passages(pages)
    write_text(site / pages.tag / INDEX, script(found, table, language))
    _write_page(pages, site, found)
    _write_a_to_z(pages, site, found, table, ledger)


def _passages(pages: PageSet) -> dict[str, list[Passage]]:
    """The passages of every page in reading order, by its address from the search page."""
    docnames = dict.fromkeys([*pages.order, *sorted(pages.doctrees)])
    here = pages.path(SEARCH)
    return {
        relative(here, pages.path(docname)): passages(pages.doctrees[docname], pages.title(docname))
        for docname in docnames
        if docname in pages.doctrees
    }


def _write_page(pages: PageSet, site: Path, found: Mapping[str, Sequence[Passage]]) -> None:
    here = pages.path(SEARCH)
    finding = Finding(
        script=relative(here, SEARCHING),
        index=relative(here, f"{pages.tag}/{INDEX}"),
        a_to_z=relative(here, pages.path(A_TO_Z)),
        glossary=_glossary(found),
    )
    page = pages.frame(SEARCH, pages.interface.plain("Search"))
    html = templates.render("search.html", pages.interface, page=page, finding=finding)
    write_text(site / here, html)


def _glossary(found: Mapping[str, Sequence[Passage]]) -> Link | None:
    """The first page that explains terms."""
    for address, page in found.items():
        if any(each.term for each in page):
            heading = page[0].heading
            return Link(heading.text, address, tag=heading.pieces[0].tag)
    return None


def _write_a_to_z(
    pages: PageSet,
    site: Path,
    found: Mapping[str, Sequence[Passage]],
    table: Folding,
    ledger: Ledger,
) -> None:
    language = pages.language.language
    page = pages.frame(A_TO_Z, pages.interface.plain("Index from A to Z"))
    html = templates.render(
        "a-z.html",
        pages.interface,
        page=page,
        groups=groups(found, _names(ledger, language.tag), Alphabet(language, table)),
    )
    write_text(site / pages.path(A_TO_Z), html)


def _names(ledger: Ledger, tag: str) -> Iterator[Words]:
    """What the pages of a language call people and organisations."""
    named: list[Named] = [*ledger.people.values(), *ledger.organisations.values()]
    for each in named:
        own = each.language_for(tag)
        yield said(each.name_in(tag), "" if own == tag else own)


def _in_two_forms(ledger: Ledger) -> Iterator[Mapping[str, str]]:
    for named in (*ledger.people.values(), *ledger.organisations.values()):
        yield named.name
    for organisation in ledger.organisations.values():
        yield organisation.full_name
    for term in ledger.terms.values():
        yield term.term
