"""How far a translation has come: its messages and words, page by page.

A message is *translated* when readers get the translation; *fuzzy* when the
source has changed since; *missing* when nobody has translated it; *refused*
when the gate found an error in its translation. Readers get the source text of
the last three. What the source no longer says is *outdated* and no part of the
total.
"""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from waraq.catalogs import reading
from waraq.catalogs.grammar import Entry
from waraq.catalogs.rules import Expected, Translations
from waraq.paths import INTERFACE_DOMAIN, Project
from waraq.problems import Problem
from waraq.settings import LanguageSettings
from waraq.translate import inline
from waraq.translate.inline import PLAIN, Syntax

IDEOGRAPH = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\U00020000-\U0003ffff]")
PLACEHOLDER = re.compile(r"\{\w*\}")

TRANSLATIONS = {"machine-draft": "machine draft", "reviewed": "reviewed"}
STATES = ("translated", "fuzzy", "missing", "refused", "outdated")


@dataclass(frozen=True)
class Amount:
    """So many messages, or so many words of the source, in each state."""

    translated: int = 0
    fuzzy: int = 0
    missing: int = 0
    refused: int = 0
    outdated: int = 0

    @property
    def total(self) -> int:
        """What the source says now."""
        return self.translated + self.fuzzy + self.missing + self.refused

    @property
    def percent(self) -> int:
        """How much is translated, rounded down: 100 only when nothing is left."""
        return self.translated * 100 // self.total if self.total else 100

    def __add__(self, other: Amount) -> Amount:
        return Amount(*(getattr(self, state) + getattr(other, state) for state in STATES))


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
) -> Status:
    """Count the catalogs of one language.

    :param expected: what the sources say now
    :param judged: what the gate lets through, and what it found
    :param syntax: the optional inline syntaxes of the sources
    """
    unreadable = {each.path: each for each in judged.problems if each.rule == "catalog"}
    pages = []
    for domain in sorted(expected.messages, key=lambda each: (each == INTERFACE_DOMAIN, each)):
        path = project.catalog(language.language.folder, domain)
        place = project.relative(path)
        is_there = path.is_symlink() or path.exists()
        counted = count(
            expected.messages[domain],
            reading.read(path).entries if is_there and place not in unreadable else (),
            judged.messages.get(domain, {}),
            syntax,
            label=domain == INTERFACE_DOMAIN,
        )
        pages.append(
            PageStatus(domain, place, counted, unreadable.get(place) if is_there else None)
        )
    return Status(language, tuple(pages))


def count(
    msgids: Iterable[str],
    entries: Iterable[Entry],
    usable: Mapping[str, str],
    syntax: Syntax = PLAIN,
    *,
    label: bool = False,
) -> Count:
    """Count the messages of one catalog; one that stands twice in a page counts once.

    :param entries: what the catalog holds
    :param label: whether the messages are labels, which have no markup
    """
    messages = dict.fromkeys(STATES, 0)
    words = dict.fromkeys(STATES, 0)
    for msgid, state in _states(dict.fromkeys(msgids), entries, usable):
        messages[state] += 1
        words[state] += words_in_label(msgid) if label else words_in(msgid, syntax)
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


@functools.cache
def words_in(msgid: str, syntax: Syntax = PLAIN) -> int:
    """The words that a translator has to translate, in links and pictures too.

    An ideograph counts as a word; code, addresses and footnote marks do not.
    """
    content = inline.parse(msgid, syntax)
    hidden = [f"{piece.note} {piece.title}" for piece in inline.pieces(content)]
    return _words(" ".join([inline.words(content), *hidden]))


def words_in_label(msgid: str) -> int:
    """The words of a label, without its placeholders."""
    return _words(PLACEHOLDER.sub(" ", msgid))


def _words(text: str) -> int:
    ideographs = len(IDEOGRAPH.findall(text))
    rest = IDEOGRAPH.sub(" ", text).split()
    return ideographs + sum(any(map(str.isalnum, word)) for word in rest)


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
    rows = [
        ("page", "total", "translated", "percent", "fuzzy", "missing", "refused", "outdated"),
        *(_row(page.page, page.count) for page in found.pages),
        _row("all pages", found.totals),
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


def _row(name: str, counted: Count) -> tuple[str, ...]:
    messages, words = counted.messages, counted.words
    return (
        name,
        _cell(messages.total, words.total),
        _cell(messages.translated, words.translated),
        f"{messages.percent} % ({words.percent} %)",
        *(_cell(getattr(messages, state), getattr(words, state)) for state in STATES[1:]),
    )


def _cell(messages: int, words: int) -> str:
    return f"{messages} ({words})" if messages else "0"


def as_json(found: Sequence[Status]) -> str:
    """One list of objects, one for each language::

        {language, name, translation, published,
         pages: [{page, path, unreadable, messages: AMOUNT, words: AMOUNT}],
         totals: {messages: AMOUNT, words: AMOUNT}}

    ``translation`` is "machine-draft" or "reviewed"; ``unreadable`` is empty or
    one sentence. AMOUNT is {total, translated, fuzzy, missing, refused,
    outdated, percent}.
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
    }


def _counted(counted: Count) -> dict[str, Any]:
    return {
        name: {
            "total": amount.total,
            **{state: getattr(amount, state) for state in STATES},
            "percent": amount.percent,
        }
        for name, amount in (("messages", counted.messages), ("words", counted.words))
    }
