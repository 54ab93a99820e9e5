"""How far a translation has come: its messages and words, page by page.

A message is *translated* when readers get the translation; *fuzzy* when the
source has changed since; *missing* when nobody has translated it; *refused*
when the gate found an error in its translation. Readers get the source text of
the last three. What the source no longer says is *outdated* and no part of the
total.

Of what is translated, a part is *reviewed*: a person has read it. A review of a
text that there is no longer has *lapsed*; which page it was of nobody knows, so
these are counted for the language.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from waraq.catalogs import reading
from waraq.catalogs.grammar import Entry
from waraq.catalogs.reviews import NO_REVIEWS, Reviews, fingerprint
from waraq.catalogs.rules import Expected, Translations
from waraq.catalogs.words import counter, share, words_in
from waraq.paths import Project
from waraq.problems import Problem
from waraq.settings import LanguageSettings
from waraq.translate.inline import PLAIN, Syntax

TRANSLATIONS = {"machine-draft": "machine draft", "reviewed": "reviewed"}
STATES = ("translated", "fuzzy", "missing", "refused", "outdated")
AMOUNTS = (*STATES, "reviewed")
COLUMNS = (
    "page",
    "total",
    "translated",
    "percent",
    *STATES[1:],
    "reviewed",
    "percent",
    "lapsed",
)


@dataclass(frozen=True)
class Amount:
    """So many messages, or so many words of the source, in each state."""

    translated: int = 0
    fuzzy: int = 0
    missing: int = 0
    refused: int = 0
    outdated: int = 0
    reviewed: int = 0
    """So many of the translated ones a person has read."""

    @property
    def total(self) -> int:
        """What the source says now."""
        return self.translated + self.fuzzy + self.missing + self.refused

    @property
    def percent(self) -> int:
        """How much is translated: 100 only when nothing is left."""
        return share(self.translated, self.total)

    @property
    def reviewed_percent(self) -> int:
        """How much a person has read, of all that there is to translate."""
        return share(self.reviewed, self.total)

    def __add__(self, other: Amount) -> Amount:
        return Amount(*(getattr(self, amount) + getattr(other, amount) for amount in AMOUNTS))


@dataclass(frozen=True)
class Count:
    """One page, or all of them, in messages and in words."""

    messages: Amount = Amount()
    words: Amount = Amount()

    def __add__(self, other: Count) -> Count:
        return Count(self.messages + other.messages, self.words + other.words)


@dataclass(frozen=True)
class PageStatus:
    """One catalog. Of one that cannot be read, or is not there yet, everything is missing."""

    page: str
    path: str
    count: Count
    unreadable: Problem | None = None


@dataclass(frozen=True)
class Status:
    """One language: its pages in alphabetical order, the interface's words last."""

    language: LanguageSettings
    pages: tuple[PageStatus, ...]
    lapsed: Reviews | None = NO_REVIEWS
    """None where nobody can say, for a catalog cannot be read."""
    behind: dt.date | None = None
    """The day since when the source has said something that is not translated yet."""

    @property
    def totals(self) -> Count:
        """All pages together."""
        return sum((page.count for page in self.pages), Count())

    @property
    def unreadable(self) -> list[Problem]:
        """Why catalogs could not be read."""
        return [page.unreadable for page in self.pages if page.unreadable]


def status(
    project: Project,
    language: LanguageSettings,
    expected: Expected,
    judged: Translations,
    syntax: Syntax = PLAIN,
    reviews: Reviews = NO_REVIEWS,
    behind: dt.date | None = None,
) -> Status:
    """Count the catalogs of one language.

    :param expected: what the sources say now
    :param judged: what the gate lets through, and what it found
    :param syntax: the optional inline syntaxes of the sources
    :param behind: since when the source has been ahead
    """
    unreadable = {each.path: each for each in judged.problems if each.rule == "catalog"}
    pages = []
    current: set[str] = set()
    for domain in expected.domains:
        path = project.catalog(language.language.folder, domain)
        place = project.relative(path)
        is_there = path.is_symlink() or path.exists()
        msgids = dict.fromkeys(expected.messages[domain])
        entries = reading.read(path).entries if is_there and place not in unreadable else ()
        current.update(
            fingerprint(each.msgid, each.msgstr) for each in entries if each.msgid in msgids
        )
        usable = judged.messages.get(domain, {})
        counted = count(msgids, entries, usable, counter(domain, syntax), reviews)
        pages.append(
            PageStatus(domain, place, counted, unreadable.get(place) if is_there else None)
        )
    lapsed = None if any(page.unreadable for page in pages) else reviews.lapsed(current)
    return Status(language, tuple(pages), lapsed, behind)


def count(
    msgids: Iterable[str],
    entries: Iterable[Entry],
    usable: Mapping[str, str],
    words_of: Callable[[str], int] = words_in,
    reviews: Reviews = NO_REVIEWS,
) -> Count:
    """Count the messages of one catalog; one that stands twice in a page counts once.

    :param entries: what the catalog holds
    :param words_of: how many words a message has
    """
    messages = dict.fromkeys(AMOUNTS, 0)
    words = dict.fromkeys(AMOUNTS, 0)
    for msgid, state in _states(dict.fromkeys(msgids), entries, usable):
        is_read = state == "translated" and reviews.since(msgid, usable[msgid])
        for amount in (state, "reviewed") if is_read else (state,):
            messages[amount] += 1
            words[amount] += words_of(msgid)
    return Count(Amount(**messages), Amount(**words))


def _states(
    msgids: Mapping[str, None], entries: Iterable[Entry], usable: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    by_msgid = {entry.msgid: entry for entry in entries}
    for msgid in msgids:
        entry = by_msgid.get(msgid)
        if msgid in usable:
            yield msgid, "translated"
        elif entry is None or not entry.msgstr.strip():
            yield msgid, "missing"
        else:
            yield msgid, "fuzzy" if entry.fuzzy else "refused"
    yield from ((msgid, "outdated") for msgid in by_msgid if msgid not in msgids)


def as_text(found: Sequence[Status]) -> str:
    """A plain table for each language; every cell says messages (words)."""
    return "\n\n".join(_table(each) for each in found) or "the source needs no translation"


def _table(found: Status) -> str:
    language = found.language
    published = "published" if language.publish else "not published"
    title = (
        f"{language.language.english_name} ({language.tag}): "
        f"{TRANSLATIONS.get(language.translation, language.translation)}, {published}; "
        "messages (words)"
    )
    if found.behind:
        title += f"\nthe source has said since {found.behind} what is not translated yet"
    rows = [
        COLUMNS,
        *(_row(page.page, page.count, "–") for page in found.pages),
        _row("all pages", found.totals, "?" if found.lapsed is None else str(len(found.lapsed))),
    ]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = [
        "  ".join(
            cell.rjust(width) if position else cell.ljust(width)
            for position, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in rows
    ]
    return "\n".join([title, *lines])


def _row(name: str, counted: Count, lapsed: str) -> tuple[str, ...]:
    messages, words = counted.messages, counted.words
    return (
        name,
        _cell(messages.total, words.total),
        _cell(messages.translated, words.translated),
        f"{messages.percent} % ({words.percent} %)",
        *(_cell(getattr(messages, state), getattr(words, state)) for state in STATES[1:]),
        _cell(messages.reviewed, words.reviewed),
        f"{messages.reviewed_percent} % ({words.reviewed_percent} %)",
        lapsed,
    )


def _cell(messages: int, words: int) -> str:
    return f"{messages} ({words})" if messages else "0"


def as_json(found: Sequence[Status]) -> str:
    """One list of objects, one for each language::

        {language, name, translation, published,
         pages: [{page, path, unreadable, messages: AMOUNT, words: AMOUNT}],
         totals: {messages: AMOUNT, words: AMOUNT}, lapsed, behind}

    ``translation`` is "machine-draft" or "reviewed"; ``unreadable`` is empty or
    one sentence; ``lapsed`` is how many reviews have lapsed, null where a
    catalog cannot be read; ``behind`` is the day since when the source has said
    what is not translated yet, null where none was noted. AMOUNT is {total,
    translated, fuzzy, missing, refused, outdated, percent, reviewed,
    reviewed_percent}.
    """
    return json.dumps([_language(each) for each in found], ensure_ascii=False, indent=2)


def _language(found: Status) -> dict[str, Any]:
    language = found.language
    return {
        "language": language.tag,
        "name": language.language.english_name,
        "translation": language.translation,
        "published": language.publish,
        "pages": [
            {
                "page": page.page,
                "path": page.path,
                "unreadable": str(page.unreadable or ""),
                **_counted(page.count),
            }
            for page in found.pages
        ],
        "totals": _counted(found.totals),
        "lapsed": None if found.lapsed is None else len(found.lapsed),
        "behind": found.behind and found.behind.isoformat(),
    }


def _counted(counted: Count) -> dict[str, Any]:
    return {
        name: {
            "total": amount.total,
            **{state: getattr(amount, state) for state in STATES},
            "percent": amount.percent,
            "reviewed": amount.reviewed,
            "reviewed_percent": amount.reviewed_percent,
        }
        for name, amount in (("messages", counted.messages), ("words", counted.words))
    }
