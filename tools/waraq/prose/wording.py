"""Words that take a side: whose they are must be seen.

The words stand in docs/ledger/wording.toml. Names of the ledger's and what
stands in ``wording.names`` may hold them: a list may be called a regime.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from waraq.prose.book import Book, Found, found, names, phrases
from waraq.prose.passages import CITING, Page, Passage, masked, within


def loaded(book: Book) -> Iterator[Found]:
    """Loaded words are never our own."""
    for page, passage, match in _loaded(book):
        if not within(match.start(), passage.quotations):
            yield found(page, passage, match.start(), f"“{match[0]}” is a loaded word")


def loaded_quotations(book: Book) -> Iterator[Found]:
    """A quotation with a loaded word has its source."""
    for page, passage, match in _loaded(book):
        if within(match.start(), passage.quotations) and not page.claims_behind(passage):
            words = f"“{match[0]}” is a loaded word, quoted without a source"
            yield found(page, passage, match.start(), words)


def _loaded(book: Book) -> Iterator[tuple[Page, Passage, re.Match[str]]]:
    for page in book.pages:
        words = page.holding(book.ledger.wording.loaded)
        if words:
            pattern, ours = _phrases(words), names(page.holding(_names(book)))
            for passage in page.passages:
                text = masked(passage.typed, (name.span() for name in ours.finditer(passage.typed)))
                yield from ((page, passage, match) for match in pattern.finditer(text))


def unattributed(book: Book) -> Iterator[Found]:
    """A contested word comes with who uses it."""
    attributions = _phrases(book.ledger.wording.attributions)
    for page in book.pages:
        words = page.holding(book.ledger.wording.attributed)
        for passage in page.passages if words else ():
            match = _phrases(words).search(passage.text)
            if match is None or passage.kind not in CITING or passage.quotations:
                continue
            if not any(map(attributions.search, (passage.text, passage.context))):
                said = f"“{match[0]}” stands here without who says so"
                yield found(page, passage, match.start(), said)


def _names(book: Book) -> Iterator[str]:
    yield from book.ledger.wording.names
    for listing in book.ledger.lists.values():
        yield from filter(None, (listing.name, listing.short))


@functools.lru_cache(maxsize=64)
def _phrases(words: tuple[str, ...]) -> re.Pattern[str]:
    return phrases(words)
