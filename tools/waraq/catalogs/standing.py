"""How far a page's translation has come, as its readers are told.

What counts is what readers see on the page: its own texts and those of the
ledger that it shows, weighed by the words of the source; the buttons and labels
around every page are no part of it. The language as a whole is all its
catalogs, each text of the ledger once, and the labels too.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from waraq.catalogs.reviews import Reviews
from waraq.catalogs.rules import Expected, Translations
from waraq.catalogs.source_changes import NO_CHANGES, SourceChanges
from waraq.catalogs.words import counter, share
from waraq.paths import LEDGER_DOMAIN
from waraq.problems import Problem, Severity
from waraq.settings import LanguageSettings
from waraq.translate.inline import PLAIN, Syntax

WHOLE = 100

Draft = Literal["", "unread", "partly read"]
"""Whether a text is a machine's draft, and if so, whether a person has read anything of it."""


@dataclass(frozen=True)
class Standing:
    """How much is translated and how much of it a person has read, in percent of all words.

    100 is only said when all is, 0 only when nothing is.
    """

    translated: int
    reviewed: int
    since: dt.date | None
    """The day since when so much has been read; None if nothing has."""
    behind: dt.date | None = None
    """The day since when the source has said something that is not translated yet."""


@dataclass(frozen=True)
class Standings:
    """Those of one language: its pages by docname, and all of it."""

    pages: Mapping[str, Standing]
    whole: Standing
    texts: int
    """Texts that readers get in translation, each once."""
    unread: int
    """Those of them that no person has read."""


Weighed = tuple[tuple[str, int], ...]
"""Msgids, each once, with the words of each; one of signs only weighs as much as a word."""


@dataclass(frozen=True)
class Scale:
    """What pages show and catalogs hold, weighed once for all languages."""

    pages: Mapping[str, Weighed]
    catalogs: Mapping[str, Weighed]


def scale(shown: Mapping[str, Iterable[str]], expected: Expected, syntax: Syntax = PLAIN) -> Scale:
    """Weigh the texts of the sources.

    :param shown: by docname, the msgids of all texts that a page shows, the ledger's too
    :param expected: the msgids of each catalog
    :param syntax: the optional inline syntaxes of the sources
    """
    pages = {docname: _weighed(msgids, docname, syntax) for docname, msgids in shown.items()}
    catalogs = {
        domain: _weighed(msgids, domain, syntax) for domain, msgids in expected.messages.items()
    }
    return Scale(pages, catalogs)


def _weighed(msgids: Iterable[str], domain: str, syntax: Syntax) -> Weighed:
    words_of = counter(domain, syntax)
    return tuple((msgid, words_of(msgid) or 1) for msgid in dict.fromkeys(msgids))


def standings(
    scale: Scale,
    translations: Translations,
    reviews: Reviews,
    changes: SourceChanges = NO_CHANGES,
) -> Standings:
    """How far every page of one language has come.

    :param translations: what may be used of its catalogs
    :param changes: since when the source has been ahead of them
    """
    messages = translations.messages
    texts = {text for usable in messages.values() for text in usable.items()}
    days = {text: day for text in texts if (day := reviews.since(*text))}
    ledger = messages.get(LEDGER_DOMAIN, {})
    pages = {
        docname: _standing([(weighed, {**ledger, **messages.get(docname, {})})], days, changes)
        for docname, weighed in scale.pages.items()
    }
    everything = [(weighed, messages.get(domain, {})) for domain, weighed in scale.catalogs.items()]
    whole = _standing(everything, days, changes)
    return Standings(pages, whole, len(texts), len(texts) - len(days))


def _standing(
    parts: Iterable[tuple[Weighed, Mapping[str, str]]],
    days: Mapping[tuple[str, str], dt.date],
    changes: SourceChanges,
) -> Standing:
    whole = translated = reviewed = 0
    since = dt.date.min
    newer = []
    for weighed, usable in parts:
        for msgid, weight in weighed:
            whole += weight
            if (msgstr := usable.get(msgid)) is None:
                newer.append(changes.since(msgid))
                continue
            translated += weight
            if day := days.get((msgid, msgstr)):
                reviewed += weight
                since = max(since, day)
    return Standing(
        share(translated, whole),
        share(reviewed, whole),
        since if reviewed else None,
        min(filter(None, newer), default=None),
    )


def draft(language: LanguageSettings, standing: Standing | None) -> Draft:
    """What a page is to say of itself: a draft is one until a person has read all of it."""
    if not language.draft or (standing and standing.reviewed == WHOLE):
        return ""
    return "partly read" if standing and standing.reviewed else "unread"


def contradictions(language: LanguageSettings, found: Standings, site: str) -> Iterator[Problem]:
    """Where what docs/site.toml says of a translation is not what its reviews say.

    :param site: the path of docs/site.toml, as problems name it
    """
    name = language.language.english_name
    if language.translation == "reviewed" and found.unread:
        yield Problem(
            site,
            0,
            language.tag,
            "not-reviewed",
            Severity.WARNING,
            f"{name} is called reviewed, but nobody has read {found.unread} "
            f"of its {found.texts} translated texts",
            f'run: waraq review {language.tag}, or write translation = "machine-draft"',
        )
    if language.draft and found.texts and not found.unread:
        yield Problem(
            site,
            0,
            language.tag,
            "reviewed-draft",
            Severity.NOTE,
            f"{name} is called a machine draft, but a person has read "
            f"each of its {found.texts} translated texts",
            'write translation = "reviewed" if you agree',
        )
