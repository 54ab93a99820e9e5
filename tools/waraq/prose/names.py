"""Names on pages: those of the ledger, set by it, and no others.

A name that no file of the ledger knows may be a slip of the pen, or a private
person who must not be named. Names are found by their capitals, as English
writes them: two words side by side that no name of the ledger has so.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from babel import Locale

from waraq.ledger import Ledger
from waraq.ledger.records import Named
from waraq.prose import book as books
from waraq.prose.book import Book, Found, found
from waraq.prose.passages import Kind, Passage, within

WORD = re.compile(r"[^\W\d_](?:[\w&-]|['’](?=\w)|\.(?=\w))*")
END_OF_SENTENCE = re.compile(r"[.?!:](?:[\"”’)\]])*\s+[\"“‘(\[]?$|\n\n[\"“‘(\[]?$|^[\"“‘(\[]?$")
ACRONYM = re.compile(r"[A-Z][A-Z&.-]{0,6}s?")
TITLE_WORDS = """
Senator Representative President Vice Chairman Chairwoman Chair Secretary Minister Prime Premier
Ambassador Governor Judge Justice Commissioner Director Spokesperson Spokesman Spokeswoman
Professor Dr Mr Mrs Ms Sir General High
"""
TITLES = frozenset(TITLE_WORDS.split())
"""Words with a capital that stand before a name and are no part of it."""

NAMELESS = frozenset({Kind.HEADING, Kind.DESCRIPTION})


class Word(NamedTuple):
    """A word with a capital, and where it stands."""

    letters: str
    start: int
    end: int


@dataclass(frozen=True)
class Known:
    """The names that the ledger has, taken apart."""

    pairs: frozenset[tuple[str, str]]
    """Words that stand side by side in some name."""
    alone: frozenset[str]
    """Names of one word, and the words for countries, peoples, languages and months."""


def strangers(book: Book) -> Iterator[Found]:
    """Nobody is named whom the ledger does not know."""
    if not book.is_english:
        return
    known, small = _known(book), _small_words(book)
    for page, passage in book.passages():
        if passage.kind in NAMELESS:
            continue
        for run in _runs(passage.typed):
            words = _without_first(passage.typed, run, small)
            if any(_is_strange(known, *pair) for pair in _pairs(words)):
                name = " ".join(word.letters for word in words)
                yield found(page, passage, words[0].start, f"no file of the ledger has “{name}”")


def _is_strange(known: Known, first: str, second: str) -> bool:
    if first in TITLES or (first, second) in known.pairs:
        return False
    return not any(word in known.alone or ACRONYM.fullmatch(word) for word in (first, second))


def _runs(text: str) -> Iterator[list[Word]]:
    """Words with capitals that follow one another, two or more."""
    run: list[Word] = []
    for match in WORD.finditer(text):
        letters = match[0]
        if run and not _are_side_by_side(text, run[-1], match.start()):
            if len(run) > 1:
                yield run
            run = []
        if letters[0].isupper():
            run.append(Word(_bare(letters), match.start(), match.end()))
    if len(run) > 1:
        yield run


def _are_side_by_side(text: str, word: Word, start: int) -> bool:
    """Whether a word that begins at *start* goes on with the name."""
    between = text[word.end : start]
    whole = word.end - word.start == len(word.letters)
    return whole and between in (" ", "\n") and text[start].isupper()


def _bare(letters: str) -> str:
    return re.sub("['’]s$", "", letters).rstrip(".")


def _without_first(text: str, run: list[Word], small: frozenset[str]) -> list[Word]:
    """A run without a first word that has its capital only from beginning a sentence."""
    first = run[0]
    if first.letters.lower() in small and END_OF_SENTENCE.search(text[: first.start][-8:]):
        return run[1:]
    return run


def _pairs(words: Iterable[Word]) -> Iterator[tuple[str, str]]:
    yield from itertools.pairwise(word.letters for word in words)


def _small_words(book: Book) -> frozenset[str]:
    """Every word that the pages or the ledger write without a capital somewhere."""
    texts = [passage.text for _, passage in book.passages()]
    texts += [claim.statement for claim in book.ledger.claims.values()]
    return frozenset(
        letters for text in texts for letters in WORD.findall(text) if letters[0].islower()
    )


def _known(book: Book) -> Known:
    pairs: set[tuple[str, str]] = set()
    alone: set[str] = set(_of_cldr(book.language.locale))
    for name in (*_names(book), *_texts(book.ledger)):
        for run in _runs(name):
            pairs.update(_pairs(run))
    for name in book.ledger.wording.names:
        if len(name.split()) == 1:
            alone.add(_bare(name))
    return Known(frozenset(pairs), frozenset(alone))


def _names(book: Book) -> Iterator[str]:
    """What the ledger calls people, bodies, lists and terms."""
    ledger = book.ledger
    yield book.settings.title
    yield from ledger.wording.names
    yield from ledger.wording.names_with_numbers
    for named in (*ledger.people.values(), *ledger.organisations.values()):
        yield from named.name.values()
    for organisation in ledger.organisations.values():
        yield from organisation.full_name.values()
    for listing in ledger.lists.values():
        yield from (listing.name, listing.short, listing.kept_by)
    for term in ledger.terms.values():
        yield from term.term.values()


def _texts(ledger: Ledger) -> Iterator[str]:
    """What the ledger says, and who says it."""
    for claim in ledger.claims.values():
        yield from (claim.statement, claim.attributed_to)
    for source in ledger.sources.values():
        yield from (source.publisher, source.author, source.title)
    for event in ledger.events.values():
        yield event.statement
    for term in ledger.terms.values():
        yield term.definition
    for named in (*ledger.people.values(), *ledger.organisations.values()):
        yield named.role
        for measure in named.measures:
            yield from (measure.authority, measure.basis)


@functools.lru_cache(maxsize=4)
def _of_cldr(locale: Locale) -> frozenset[str]:
    """Single words for countries, languages, peoples and months."""
    months = locale.months["format"]["wide"].values()
    days = locale.days["format"]["wide"].values()
    names = (*locale.territories.values(), *locale.languages.values(), *months, *days)
    return frozenset(word for name in names for word in name.split() if word[0].isupper())


def typed_people(book: Book) -> Iterator[Found]:
    """People of the ledger are named by it, in the page's language."""
    keys = {name: person.id for person in book.ledger.people.values() for name in _shapes(person)}
    for page in book.pages:
        pattern = books.names(page.holding(keys))
        for passage in page.passages:
            for match in pattern.finditer(passage.typed):
                if not _may_be_typed(passage, match.start()):
                    name = " ".join(match[0].split())
                    hint = f"write {{person}}`{keys[_straight(name)]}`"
                    words = f"“{name}” is typed by hand"
                    yield found(page, passage, match.start(), words, hint)


def _shapes(person: Named) -> Iterator[str]:
    """The ways in which somebody may have typed a name."""
    for name in person.name.values():
        yield _straight(name)


def _straight(name: str) -> str:
    """The name with typewriter's apostrophes."""
    return name.replace("’", "'")


def _may_be_typed(passage: Passage, offset: int) -> bool:
    """Inside a quotation the words are not ours; the words of a link are its page's title."""
    if passage.kind in NAMELESS:
        return True
    return within(offset, passage.quotations) or within(offset, passage.links)
