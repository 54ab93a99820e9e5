"""Texts that have left their page: where another page says the same, their translations go on.

A page that is renamed, split or joined to another leaves its catalog behind. The
page that says most of what it said, and that nobody has begun to translate, gets
all of it, as if the catalog had been renamed; any other page gets the
translations of just the texts that it says. So does a page to which texts of a
page go that is still there, as when two pages change names. What is then in no
other catalog is counted, so that nothing is removed that somebody may need.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from babel.messages.catalog import Catalog, Message


@dataclass(frozen=True)
class Carried:
    """How many translations went from one catalog into another, by their domains."""

    source: str
    target: str
    amount: int


@dataclass(frozen=True)
class Outcome:
    """What becomes of catalogs without a page, and of texts that have gone to another page."""

    catalogs: Mapping[str, Catalog]
    """Those of pages that got something, before they are merged with what the pages say."""

    carried: tuple[Carried, ...]
    left: Mapping[str, int]
    """By the domain that is gone, how many of its translations no other catalog has."""


def carry_over(
    gone: Mapping[str, Catalog], pages: Mapping[str, Catalog], said: Mapping[str, Catalog]
) -> Outcome:
    """Give the translations of texts that have left their page to the pages that say the same.

    :param gone: the catalogs without a page, by domain
    :param pages: those of pages, as translators have left them; without entries where there is
        no file yet
    :param said: what these pages say now, and where
    """
    changed: dict[str, Catalog] = {}
    amounts: Counter[tuple[str, str]] = Counter()
    for source, target in _heirs(gone, pages, said):
        changed[target] = _inherited(gone[source], pages[target], said[target])
        amounts[source, target] += sum(
            bool(message.string) for message in _common(gone[source], said[target])
        )
    moved = {**gone, **{page: _no_longer_said(own, said[page]) for page, own in pages.items()}}
    for target, own in pages.items():
        for source, message in _found(changed.get(target, own), said[target], moved):
            into = changed.setdefault(target, _copy(own))
            _put(into, message, said[target])
            amounts[source, target] += bool(message.string)
    held = set(_translations([*pages.values(), *changed.values()]))
    left = {domain: len(set(_translations([each])) - held) for domain, each in sorted(gone.items())}
    carried = [Carried(*pair, amount) for pair, amount in sorted(amounts.items()) if amount]
    return Outcome(changed, tuple(carried), left)


def _heirs(
    gone: Mapping[str, Catalog], pages: Mapping[str, Catalog], said: Mapping[str, Catalog]
) -> Iterator[tuple[str, str]]:
    """Which page has become of which: not begun, and with half of its texts, the most first."""
    fresh = [domain for domain, own in pages.items() if not any(_translated(own))]
    shared = {
        (source, target): sum(1 for _ in _common(gone[source], said[target]))
        for source in gone
        for target in fresh
        if any(_translated(gone[source]))
    }
    given: set[str] = set()
    heirs: set[str] = set()
    for (source, target), amount in sorted(shared.items(), key=lambda each: (-each[1], each[0])):
        is_most = 2 * amount >= len(gone[source]) > 0
        if is_most and source not in given and target not in heirs:
            given.add(source)
            heirs.add(target)
            yield source, target


def _inherited(source: Catalog, own: Catalog, said: Catalog) -> Catalog:
    """All of a catalog, and what stood in the page's own, in the order of the page."""
    result = Catalog(fuzzy=False)
    for text in filter(_is_text, (*said, *source, *own)):
        found = [each for catalog in (source, own) if (each := catalog.get(text.id))]
        if found and text.id not in result:
            _put(result, found[0], said)
            _add_comments(result[text.id], found[-1])
    result.obsolete.update({**source.obsolete, **own.obsolete})
    return result


def _found(
    own: Catalog, said: Catalog, moved: Mapping[str, Catalog]
) -> Iterator[tuple[str, Message]]:
    """What other catalogs have of the texts that a page lacks: the surest of each."""
    for text in filter(_is_text, said):
        mine = own.get(text.id)
        if mine is not None and mine.string:
            continue
        there = [
            (source, message)
            for source, catalog in sorted(moved.items())
            if (message := catalog.get(text.id)) and (message.string or mine is None)
        ]
        if there:
            yield min(there, key=lambda each: (not each[1].string, each[1].fuzzy))


def _no_longer_said(own: Catalog, said: Catalog) -> Catalog:
    result = Catalog(fuzzy=False)
    for message in _translated(own):
        if message.id not in said:
            result[message.id] = message.clone()
    return result


def _put(into: Catalog, message: Message, said: Catalog) -> None:
    """Enter a message with its flags and comments, and with the places where the page says it."""
    place = said.get(message.id)
    if (own := into.get(message.id)) is None:
        copy = message.clone()
        copy.locations = list(place.locations) if place else []
        into[message.id] = copy
    else:
        own.string = message.string
        own.flags |= message.flags
        _add_comments(own, message)


def _add_comments(message: Message, other: Message) -> None:
    message.user_comments = list(dict.fromkeys([*message.user_comments, *other.user_comments]))


def _copy(catalog: Catalog) -> Catalog:
    result = Catalog(fuzzy=False)
    for message in filter(_is_text, catalog):
        result[message.id] = message.clone()
    result.obsolete.update(catalog.obsolete)
    return result


def _is_text(message: Message) -> bool:
    """Whether this is no header."""
    return bool(message.id)


def _translated(catalog: Catalog) -> Iterator[Message]:
    return (message for message in catalog if message.id and message.string)


def _common(catalog: Catalog, said: Catalog) -> Iterator[Message]:
    """The messages of a catalog that a page says."""
    return (message for message in catalog if message.id and message.id in said)


def _translations(catalogs: Iterable[Catalog]) -> Iterator[tuple[str, str]]:
    """All that somebody has written, for outdated texts too."""
    for catalog in catalogs:
        for message in (*catalog, *catalog.obsolete.values()):
            if message.id and message.string:
                yield str(message.id), str(message.string)
