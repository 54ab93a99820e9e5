"""The texts of a language that readers get, and which of them no person has read yet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from waraq.catalogs import reading
from waraq.catalogs.grammar import CatalogError, Entry
from waraq.catalogs.reviews import Reviews, fingerprint
from waraq.catalogs.rules import Expected, Translations
from waraq.catalogs.words import counter
from waraq.languages import Language
from waraq.paths import Project
from waraq.translate.inline import PLAIN, Syntax


@dataclass(frozen=True)
class Text:
    """A source text with its translation, and the first place where it stands."""

    page: str
    path: str
    line: int
    msgid: str
    msgstr: str
    words: int
    """How many of the source."""

    @property
    def fingerprint(self) -> str:
        """How reviews know it."""
        return fingerprint(self.msgid, self.msgstr)


def texts(
    project: Project,
    language: Language,
    expected: Expected,
    judged: Translations,
    syntax: Syntax = PLAIN,
) -> list[Text]:
    """Every text that readers get in translation, each once, in the order of its page.

    What is fuzzy, refused or missing is none of them: readers get the source there.

    :param expected: what the sources say now
    :param judged: what the gate lets through
    :param syntax: the optional inline syntaxes of the sources
    """
    found: dict[tuple[str, str], Text] = {}
    for domain in expected.domains:
        usable = judged.messages.get(domain, {})
        entries = _entries(project, language, domain) if usable else {}
        words_of = counter(domain, syntax)
        path = project.relative(project.catalog(language.folder, domain))
        for msgid, msgstr in usable.items():
            line = entries[msgid].line if msgid in entries else 0
            text = Text(domain, path, line, msgid, msgstr, words_of(msgid))
            found.setdefault((msgid, msgstr), text)
    return list(found.values())


def _entries(project: Project, language: Language, domain: str) -> dict[str, Entry]:
    """A catalog's entries, for their lines; none if somebody is just saving it."""
    try:
        return reading.read(project.catalog(language.folder, domain)).by_msgid()
    except CatalogError:
        return {}


def unread(found: Iterable[Text], reviews: Reviews, by: str = "") -> list[Text]:
    """Those that nobody has read; given a name, those that this person has not."""
    return [
        text
        for text in found
        for readers in [reviews.readers(text.fingerprint)]
        if (by not in readers if by else not readers)
    ]
