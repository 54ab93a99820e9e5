"""Everything that a rule of prose may know: all pages, the ledger, the settings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from docutils import nodes

from waraq.languages import Language
from waraq.ledger import Ledger
from waraq.ledger.records import Claim
from waraq.prose.passages import Page, Passage
from waraq.prose.reading import page_of
from waraq.settings import Settings

WITHOUT_SPACES = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
"""Letters of writing that sets no spaces between words."""


class Found(NamedTuple):
    """What a rule has found, and where."""

    path: str
    line: int
    words: str
    hint: str = ""
    """What to do here, where more can be said than the rule says for every case."""


@dataclass(frozen=True)
class Book:
    """All pages of an explainer, read, and what they are held to."""

    pages: tuple[Page, ...]
    ledger: Ledger
    settings: Settings

    @property
    def language(self) -> Language:
        """The language that the pages are written in."""
        return self.settings.source

    @property
    def is_english(self) -> bool:
        """Whether rules that know only English apply."""
        return self.language.tag.partition("-")[0] == "en"

    @cached_property
    def claims_used(self) -> Mapping[str, tuple[str, ...]]:
        """The claims that pages cite, and the paths of these pages."""
        return _by_key((claim, page.path) for page in self.pages for claim in page.claims)

    @cached_property
    def sources_used(self) -> frozenset[str]:
        """The sources that a reader is led to from some page."""
        cited = {source for claim in self.known(self.claims_used) for source in claim.sources}
        return frozenset(cited.union(*(page.sources for page in self.pages)))

    def known(self, claims: Iterable[str]) -> Iterator[Claim]:
        """The records of those claims that the ledger has, in order."""
        return (self.ledger.claims[key] for key in sorted(claims) if key in self.ledger.claims)

    def passages(self) -> Iterator[tuple[Page, Passage]]:
        """Every passage of every page."""
        return ((page, passage) for page in self.pages for passage in page.passages)


def book(
    doctrees: Mapping[str, nodes.document],
    paths: Mapping[str, str],
    ledger: Ledger,
    settings: Settings,
) -> Book:
    """Read the pages from their doctrees; *paths* says where each source lies."""
    tag = settings.source.tag
    pages = (
        page_of(docname, paths[docname], doctrees[docname], ledger, tag)
        for docname in sorted(doctrees)
    )
    return Book(tuple(pages), ledger, settings)


def found(page: Page, passage: Passage, offset: int, words: str, hint: str = "") -> Found:
    """Something found at a place in a passage."""
    return Found(page.path, passage.line(offset), words, hint)


def phrases(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern for whole phrases, capitals or not, the longest first."""
    return re.compile(_alternatives(words), re.IGNORECASE)


def names(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern for whole names, written just so."""
    return re.compile(_alternatives(words))


def _alternatives(words: Iterable[str]) -> str:
    listed = sorted({word for word in words if word.strip()}, key=lambda word: (-len(word), word))
    return "|".join(_bounded(word) for word in listed) or r"(?!)"


def _bounded(word: str) -> str:
    pattern = r"\s+".join(re.escape(part) for part in word.split())
    pattern = re.sub("['’]", "['’]", pattern)
    if WITHOUT_SPACES.search(word):
        return pattern
    return rf"(?<!\w){pattern}(?!\w)"


def _by_key(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    collected: dict[str, list[str]] = {}
    for key, value in pairs:
        collected.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in sorted(collected.items())}
