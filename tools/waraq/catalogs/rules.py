"""The rules for catalogs: each yields what is wrong, in words.

To add a rule for one message, see ``waraq.translate.rules``; for a file or a
folder, write it here or in ``folder``, call it from ``check`` and add a catalog
that breaks it to ``tests/samples/catalogs``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from waraq.catalogs import folder, muting, traces
from waraq.catalogs.grammar import CatalogError, Entry
from waraq.catalogs.reading import Catalog, read
from waraq.languages import Language, script_code
from waraq.paths import INTERFACE_DOMAIN, Project
from waraq.problems import Problem, Severity
from waraq.translate.characters import printable
from waraq.translate.glossary import NO_GLOSSARY, Glossary
from waraq.translate.inline import PLAIN, Syntax
from waraq.translate.judging import complaints

PLACEHOLDER = re.compile(r"\{(\w*)\}")
NO_LINKS = "replace the link by the folder itself"


@dataclass(frozen=True)
class Expected:
    """The msgids of the current sources, by catalog domain."""

    messages: Mapping[str, tuple[str, ...]]

    @property
    def domains(self) -> list[str]:
        """In alphabetical order, the interface's words last."""
        return sorted(self.messages, key=lambda each: (each == INTERFACE_DOMAIN, each))


@dataclass(frozen=True)
class Translations:
    """What may be used of one language: by domain and msgid, the msgstr."""

    language: Language
    messages: Mapping[str, Mapping[str, str]]
    problems: tuple[Problem, ...]


def check(
    project: Project,
    language: Language,
    expected: Expected,
    syntax: Syntax = PLAIN,
    terms: Glossary = NO_GLOSSARY,
) -> Translations:
    """Judge every catalog of *language*; keep what may be used.

    :param syntax: the optional inline syntaxes of the sources
    :param terms: the terms that its translators have agreed on
    """
    problems = list(_folder(project, language, expected))
    messages: dict[str, dict[str, str]] = {}
    for domain, msgids in sorted(expected.messages.items()):
        messages[domain], found = page(project, language, domain, msgids, syntax, terms)
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
    project: Project,
    language: Language,
    domain: str,
    msgids: Iterable[str],
    syntax: Syntax = PLAIN,
    terms: Glossary = NO_GLOSSARY,
) -> tuple[dict[str, str], list[Problem]]:
    """Judge one catalog: what may be used of it, and its problems.

    :param domain: a docname, or the interface's domain
    :param msgids: what the source says now
    :param syntax: the optional inline syntaxes of the sources
    :param terms: the terms that its translators have agreed on
    """
    path = project.catalog(language.folder, domain)
    here = _Place(project.relative(path), language.tag)
    catalog = readable(project, language, path)
    if isinstance(catalog, Problem):
        return {}, [catalog]
    judge = _Judge(here, language, syntax, terms, label=domain == INTERFACE_DOMAIN)
    usable, problems = _entries(judge, catalog, tuple(msgids))
    of_file = [*of_another_language(project, language, catalog), *_translator(here, catalog)]
    return usable, [*of_file, *problems]


def readable(
    project: Project, language: Language, path: Path, *, outdated: bool = False
) -> Catalog | Problem:
    """One catalog; or, where it cannot be taken apart without doubt, why.

    :param outdated: whether entries that the source no longer says must be sound, too
    """
    here = _Place(printable(project.relative(path)), language.tag)
    if link := folder.link_on_the_way(project, path):
        return here.error("catalog", f"{project.relative(link)} is a link", NO_LINKS)
    try:
        return read(path, outdated=outdated)
    except CatalogError as error:
        return here.error("catalog", error.message, error.hint, error.line)


def of_another_language(
    project: Project, language: Language, catalog: Catalog
) -> Iterator[Problem]:
    """A catalog of another language may have been copied here."""
    here = _Place(printable(project.relative(catalog.path)), language.tag)
    if not _is_of(language, catalog.language):
        yield here.warning(
            "header-language",
            f"the header says that the language is {catalog.language}, "
            f"but this is the folder of {language.english_name}",
            f"if the texts are {language.english_name}, write Language: {language.folder}",
        )


def _translator(here: _Place, catalog: Catalog) -> Iterator[Problem]:
    """Translators may be at risk, and what was once pushed stays in the history."""
    if catalog.traces:
        words, hint = traces.in_words(catalog.traces)
        yield here.warning("translator-named", words, hint, catalog.traces[0].line)


def _is_of(language: Language, written: str) -> bool:
    """Whether a header's language is this one, as far as it says: ``zh`` may be either Chinese."""
    name, *subtags = re.split("[-_]", written)
    if not name or not subtags:
        return name.lower() in {"", language.tag.split("-")[0].lower()}
    theirs, ours = script_code(written), script_code(language.tag)
    return _is_of(language, name) and (None in {theirs, ours} or theirs == ours)


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
    catalogs = project.catalogs(language.folder)
    here = _Place(project.relative(catalogs), language.tag)
    if link := folder.link_on_the_way(project, catalogs / "any.po"):
        yield here.error("no-catalogs", f"{project.relative(link)} is a link", NO_LINKS)
        return
    for path in folder.misnamed(project, language.folder):
        there = _Place(printable(project.relative(path)), language.tag)
        hint = "reviews stand in reviews.toml: rename it, or move its lines there"
        yield there.error("unknown-file", "nothing is read from this file", hint)
    if not catalogs.is_dir():
        yield here.error(
            "no-catalogs", f"there are no catalogs for {language.english_name}", "run: waraq update"
        )
        return
    known = {project.catalog(language.folder, domain) for domain in expected.messages}
    for path, hint in folder.strangers(catalogs, known):
        there = _Place(printable(project.relative(path)), language.tag)
        yield there.error("unknown-file", "no page has this catalog", hint)


def _entries(
    judge: _Judge, catalog: Catalog, msgids: tuple[str, ...]
) -> tuple[dict[str, str], list[Problem]]:
    here = judge.here
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
        found = list(judge.entry(entry))
        problems += found
        if not any(problem.severity is Severity.ERROR for problem in found):
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


@dataclass(frozen=True)
class _Judge:
    """The rules for messages, in one catalog."""

    here: _Place
    language: Language
    syntax: Syntax
    terms: Glossary
    label: bool
    """Whether the messages are words of the interface."""

    def entry(self, entry: Entry) -> Iterator[Problem]:
        """What is wrong with one translation; what is muted as notes."""
        mutes = set(muting.muted(entry))
        used: set[str] = set()
        if self.label:
            yield from self._placeholders(entry)
        for found in complaints(
            entry.msgid,
            entry.msgstr,
            self.language,
            syntax=self.syntax,
            label=self.label,
            terms=self.terms,
        ):
            if found.severity is Severity.WARNING and found.rule in mutes:
                used.add(found.rule)
                words = f"muted: {found.words} [{found.rule}]"
                yield self.here.note("muted", words, "remove the mute to see it", entry.line)
            else:
                yield Problem(
                    self.here.path,
                    entry.line,
                    self.here.tag,
                    found.rule,
                    found.severity,
                    found.words,
                    found.hint,
                )
        for words, hint in muting.mistakes(entry, used) if mutes else ():
            yield self.here.note("mute", words, hint, entry.line)

    def _placeholders(self, entry: Entry) -> Iterator[Problem]:
        """Labels keep their {placeholders}."""
        wanted, found = (Counter(PLACEHOLDER.findall(text)) for text in (entry.msgid, entry.msgstr))
        if wanted != found or any(
            entry.msgstr.count(brace) != entry.msgid.count(brace) for brace in "{}"
        ):
            yield self.here.error(
                "placeholders",
                f"the placeholders of the msgid are {sorted(wanted)}, here {sorted(found)}",
                "write each {name} of the msgid once, unchanged",
                entry.line,
            )
