"""Books of one page, made from paragraphs inside the test."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from docutils import nodes
from docutils.utils import new_document

from waraq.ledger.records import Claim, Figure, Ledger, Person, Source, Wording
from waraq.prose.book import Book, book
from waraq.settings import LanguageSettings, Settings
from waraq.sphinx_ext import ledger_nodes

Content = str | nodes.Node
MakeBook = Callable[..., Book]

CLAIM = {
    "statement": "It was said on 29 August 2018.",
    "kind": "reported",
    "attributed_to": "a paper",
    "as_of": "2018-08-30",
    "sources": ("paper",),
    "verified": True,
    "topic": "background",
}
PAPER = Source(
    id="paper",
    title="The Paper of Record",
    publisher="Valley Press",
    date="2018-09",
    address="https://paper.example/",
    accessed="2026-11-23",
    language="en",
    type="news",
    read="excerpt",
)
LI_NA = Person(
    id="li-na",
    category="official",
    name={"en": "Li Na", "zh-Hans": "李娜"},
    original="zh-Hans",
    role="x",
)


def claim(key: str = "said", *figures: Figure, **changes: object) -> Claim:
    """A claim, sound but for what is changed."""
    return Claim(**{**CLAIM, "id": key, "figures": figures, **changes})  # type: ignore[arg-type]


def figure(key: str, value: float, **more: object) -> Figure:
    """A figure of people."""
    return Figure(id=key, value=value, unit="people", **more)  # type: ignore[arg-type]


def paragraph(*content: Content, line: int = 1) -> nodes.paragraph:
    """A paragraph of text and nodes."""
    found = nodes.paragraph()
    found += [nodes.Text(each) if isinstance(each, str) else each for each in content]
    found.line = line
    return found


def mark(*keys: str) -> ledger_nodes.claim_mark:
    """The mark of some claims."""
    return ledger_nodes.claim_mark(keys=list(keys))


@pytest.fixture
def make_book() -> MakeBook:
    """Make a book of one page from its elements; texts become paragraphs."""

    def make(
        *elements: Content,
        claims: tuple[Claim, ...] = (),
        wording: Wording | None = None,
        tag: str = "en",
        docname: str = "page",
    ) -> Book:
        document = new_document("page")
        for each in elements:
            document += paragraph(each) if isinstance(each, str) else each
        ledger = Ledger(
            claims={each.id: each for each in claims},
            figures={one.id: (each, one) for each in claims for one in each.figures},
            sources={"paper": PAPER},
            people={"li-na": LI_NA},
            wording=wording or Wording(),
        )
        return book({docname: document}, {docname: "docs/page.md"}, ledger, site(tag))

    return make


def site(tag: str) -> Settings:
    """The settings of an explainer written in this language."""
    return Settings(
        title="Little explainer",
        summary="It explains little.",
        address="https://little.example/",
        checked=dt.date(2026, 11, 23),
        how_we_check="index",
        languages=(LanguageSettings(tag, "source"),),
    )
