"""What pages rest on and an editor should look at again: said once a claim, once a source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from waraq.ledger import ageing
from waraq.problems import Problem
from waraq.prose.book import Book, Found


def unverified(book: Book) -> Iterator[Found]:
    """Claims that pages cite are verified."""
    return _claims(book, "ledger-unverified")


def old(book: Book) -> Iterator[Found]:
    """Claims that pages cite are known to hold still."""
    return _claims(book, "ledger-old")


def undated(book: Book) -> Iterator[Found]:
    """Readers see how old a source is."""
    return map(_as_found, ageing.undated_sources(book.ledger, book.sources_used))


def unarchived(book: Book) -> Iterator[Found]:
    """Readers find a source when its address no longer works."""
    return map(_as_found, ageing.unarchived_sources(book.ledger, book.sources_used))


def _claims(book: Book, rule: str) -> Iterator[Found]:
    """The ledger's complaints by one rule about each claim, with the pages that cite it."""
    oldest = book.settings.oldest_facts
    for claim, pages in book.claims_used.items():
        for problem in ageing.claims_to_look_up(
            book.ledger, [claim], book.settings.checked, oldest
        ):
            if problem.rule == rule:
                words = f"{problem.message} (cited in {', '.join(pages)})"
                yield _as_found(replace(problem, message=words))


def _as_found(problem: Problem) -> Found:
    return Found(problem.path, problem.line, problem.message, problem.hint)
