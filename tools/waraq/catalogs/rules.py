"""The rules for catalogs: each yields what is wrong, in words.

To add a rule for one message, write it in ``waraq.translate.skeleton``; for a
file or a folder, write it here, call it from ``check`` and add a catalog that
breaks it to ``tests/samples/catalogs``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from waraq.catalogs.grammar import CatalogError, Entry
from waraq.catalogs.reading import Catalog, read
from waraq.languages import Language
from waraq.paths import INTERFACE_DOMAIN, Project
from waraq.problems import Problem, Severity
from waraq.translate import skeleton

PLACEHOLDER = re.compile(r"\{(\w*)\}")

HINTS = {
    "length": "shorten the translation",
    "characters": "retype the place without the invisible or reserved character",
    "no-words": "translate the words around the links and marks",
    "lost": "put it back exactly as it stands in the msgid; it may move",
    "added": "remove it: a translation may only move what the msgid has",
}


@dataclass(frozen=True)
class Expected:
    """The msgids of the current sources, by catalog domain."""

    messages: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Translations:
    """What may be used of one language: by domain and msgid, the msgstr."""

    language: Language
    messages: Mapping[str, Mapping[str, str]]
    problems: tuple[Problem, ...]


def check(project: Project, language: Language, expected: Expected) -> Translations:
    """Judge every catalog of *language*; keep what may be used."""
    problems = list(_folder(project, language, expected))
    messages: dict[str, dict[str, str]] = {}
    for domain, msgids in sorted(expected.messages.items()):
        messages[domain], found = page(project, language, domain, msgids)
        problems += found
    if not any(messages.values()):
        here = _Place(project.relative(project.catalogs(language.folder)), language.tag)
        name = language.english_name
        problems.append(
            here.error(
                "no-translations",
                f"nothing here can be used: readers would get the source as {name}",
                "translate, or set publish = false for this language in docs/site.toml",
            )
        )
    return Translations(language, messages, tuple(problems))


def page(
    project: Project, language: Language, domain: str, msgids: Iterable[str]
) -> tuple[dict[str, str], list[Problem]]:
    """Judge one catalog: what may be used of it, and its problems.

    :param domain: a docname, or the interface's domain
    :param msgids: what the source says now
    """
    path = project.catalog(language.folder, domain)
    here = _Place(project.relative(path), language.tag)
    try:
        catalog = read(path)
    except CatalogError as error:
        return {}, [here.error("catalog", error.message, error.hint, error.line)]
    return _entries(here, domain, catalog, msgids)


@dataclass(frozen=True)
class _Place:
    path: str
    tag: str

    def error(self, rule: str, message: str, hint: str, line: int = 0) -> Problem:
        return Problem(self.path, line, self.tag, rule, Severity.ERROR, message, hint)

    def warning(self, rule: str, message: str, hint: str, line: int = 0) -> Problem:
        return Problem(self.path, line, self.tag, rule, Severity.WARNING, message, hint)

    def note(self, rule: str, message: str, hint: str, line: int = 0) -> Problem:
        return Problem(self.path, line, self.tag, rule, Severity.NOTE, message, hint)


def _folder(project: Project, language: Language, expected: Expected) -> Iterator[Problem]:
    """Only the catalogs of known pages lie in a language's folder."""
    folder = project.catalogs(language.folder)
    if not folder.is_dir() or folder.is_symlink():
        here = _Place(project.relative(folder), language.tag)
        yield here.error(
            "no-catalogs", f"there are no catalogs for {language.english_name}", "run: waraq update"
        )
        return
    known = {project.catalog(language.folder, domain) for domain in expected.messages}
    for path in sorted(_files(folder)):
        if path not in known:
            here = _Place(project.relative(path), language.tag)
            yield here.error(
                "unknown-file",
                "no page has this catalog",
                "remove the file, or run: waraq update, if a page was renamed",
            )


def _files(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        if path.is_dir() and not path.is_symlink():
            yield from _files(path)
        else:
            yield path


def _entries(
    here: _Place, domain: str, catalog: Catalog, msgids: Iterable[str]
) -> tuple[dict[str, str], list[Problem]]:
    problems: list[Problem] = []
    entries = catalog.by_msgid()
    usable: dict[str, str] = {}
    if entries and not any(entry.msgstr.strip() for entry in catalog.entries):
        hint = "translate it; until then readers get the whole page in the source language"
        return usable, [*problems, here.warning("empty", "nothing here is translated", hint)]
    for msgid in dict.fromkeys(msgids):
        entry = entries.get(msgid)
        if entry is None or not entry.usable:
            problems.append(_missing(here, msgid, entry))
            continue
        found = [*_message(here, domain, entry)]
        problems += found
        if not found:
            usable[msgid] = entry.msgstr
    current = set(msgids)
    for entry in catalog.entries:
        if entry.msgid not in current:
            problems.append(
                here.note(
                    "outdated", "the source no longer says this", "run: waraq update", entry.line
                )
            )
    return usable, problems


def _missing(here: _Place, msgid: str, entry: Entry | None) -> Problem:
    start = msgid if len(msgid) <= 60 else f"{msgid[:57]}…"
    if entry is None:
        hint = "run: waraq update, and translate it; until then readers get the source text"
        return here.warning("missing", f"the catalog lacks {start!r}", hint)
    if entry.fuzzy:
        return here.warning(
            "fuzzy",
            f"the source has changed since this was translated: {start!r}",
            "compare, correct and remove the fuzzy flag; until then readers get the source text",
            entry.line,
        )
    return here.warning(
        "untranslated",
        f"not translated: {start!r}",
        "translate it; until then readers get the source text",
        entry.line,
    )


def _message(here: _Place, domain: str, entry: Entry) -> Iterator[Problem]:
    if domain == INTERFACE_DOMAIN:
        yield from _interface(here, entry)
        return
    for rule, words in skeleton.complaints(entry.msgid, entry.msgstr):
        hint = HINTS.get(rule) or HINTS[rule.rpartition("-")[2]]
        yield here.error(rule, words, hint, entry.line)


def _interface(here: _Place, entry: Entry) -> Iterator[Problem]:
    """Labels keep their {placeholders}; they have no markup."""
    wanted, found = (Counter(PLACEHOLDER.findall(text)) for text in (entry.msgid, entry.msgstr))
    if wanted != found or entry.msgstr.count("{") != entry.msgid.count("{"):
        yield here.error(
            "placeholders",
            f"the placeholders of the msgid are {sorted(wanted)}, here {sorted(found)}",
            "write each {name} of the msgid once, unchanged",
            entry.line,
        )
    for rule, words in skeleton.complaints(entry.msgid, entry.msgstr):
        if rule in ("length", "characters"):
            yield here.error(rule, words, HINTS[rule], entry.line)
