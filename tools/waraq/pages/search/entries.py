"""What stands in the index from A to Z: titles, headings, terms, and the names of the ledger.

Words that several pages have stand there once and lead to each of these pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from waraq.pages.search.alphabet import Alphabet, Letter
from waraq.pages.search.passages import Passage
from waraq.pages.search.words import Words

Pages = Mapping[str, Sequence[Passage]]
"""The passages of each page, by its address."""

MOST_PLACES = 3
"""A name that is on every page needs no list of them all."""


@dataclass(frozen=True)
class Place:
    """Where an entry leads; ``plain`` if nobody needs to be told on which page that is."""

    href: str
    page: Words
    plain: bool = False


@dataclass(frozen=True)
class Entry:
    """Words, and where to read on."""

    words: Words
    places: tuple[Place, ...]


@dataclass(frozen=True)
class Group:
    """The entries under one letter."""

    letter: Letter
    entries: tuple[Entry, ...]


def groups(pages: Pages, names: Iterable[Words], alphabet: Alphabet) -> list[Group]:
    """Everything in the order of the alphabet.

    :param names: what people and organisations are called in the pages' language
    """
    places: dict[Words, dict[Place, None]] = {}
    for words, place in (*_headings(pages), *_names(pages, names)):
        places.setdefault(words, {})[place] = None
    by_letter: dict[Letter, list[Entry]] = {}
    for words in sorted(places, key=lambda each: alphabet.key(each.text)):
        entry = Entry(words, tuple(places[words]))
        by_letter.setdefault(alphabet.letter(words.text), []).append(entry)
    letters = sorted(by_letter, key=lambda each: each.rank)
    return [Group(letter, tuple(by_letter[letter])) for letter in letters]


def _headings(pages: Pages) -> Iterator[tuple[Words, Place]]:
    for address, passages in pages.items():
        title = passages[0].heading
        yield title, Place(address, title, plain=True)
        for each in passages[1:]:
            yield each.heading, Place(f"{address}#{each.anchor}", title, plain=each.term)


def _names(pages: Pages, names: Iterable[Words]) -> Iterator[tuple[Words, Place]]:
    """The first passage of each page that holds a name."""
    texts = {address: _text(passages) for address, passages in pages.items()}
    for name in names:
        found = (
            Place(f"{address}#{each.anchor}".removesuffix("#"), passages[0].heading)
            for address, passages in pages.items()
            if name.text in texts[address]
            for each in _first_with(name.text, passages)
        )
        yield from ((name, place) for place in islice(found, MOST_PLACES))


def _first_with(name: str, passages: Sequence[Passage]) -> Iterator[Passage]:
    """The first that has the name, in Latin letters as a whole word; none if none has."""
    whole = re.compile(rf"\b{re.escape(name)}\b" if name.isascii() else re.escape(name))
    return islice((each for each in passages if whole.search(_text([each]))), 1)


def _text(passages: Sequence[Passage]) -> str:
    return "\n".join(said.text for each in passages for said in each.sentences)
