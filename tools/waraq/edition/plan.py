"""What a build will do: which languages, which outputs, whether the content allows it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from waraq import prose
from waraq import settings as site_settings
from waraq.catalogs import interface, rules
from waraq.catalogs.rules import Expected, Translations
from waraq.catalogs.standing import Standing
from waraq.catalogs.template import Extracted
from waraq.edition import handout_settings, surroundings
from waraq.edition.progress import Progress
from waraq.interface import Interface
from waraq.languages import Language
from waraq.ledger.future import claims_ahead
from waraq.paths import INTERFACE_DOMAIN, LEDGER_DOMAIN, Project
from waraq.problems import Problem, WaraqError, errors, in_order
from waraq.settings import LanguageSettings, Settings
from waraq.sphinx_ext.language import LanguagePages
from waraq.sphinx_ext.reading import Reading, read, untranslatable
from waraq.sphinx_ext.source_faults import faults
from waraq.translate import glossary
from waraq.translate.glossary import Glossary

if TYPE_CHECKING:
    from waraq.sheets.partner import Partner


class Output(StrEnum):
    """What an edition may hold."""

    WEB = "web"
    HANDOUTS = "handouts"
    OFFLINE = "offline"


class UsageError(WaraqError):
    """A request that makes no sense for this project; the message says why."""


@dataclass(frozen=True)
class Request:
    """What was asked for; enough to make the same plan in another process."""

    project: Project
    tags: tuple[str, ...] = ()
    drafts: bool = False
    partner: Path | None = None
    """The folder of the organisation that gives the sheets out, where it is not docs/brand."""


@dataclass(frozen=True)
class Plan:
    """The sources read once, the translations that may be used, and every problem."""

    request: Request
    settings: Settings
    reading: Reading
    chosen: tuple[LanguageSettings, ...]
    """The languages that were asked for."""
    published: tuple[LanguageSettings, ...]
    """Those of them that become part of an edition."""
    expected: Expected
    translations: dict[str, Translations]
    held: tuple[str, ...]
    """The tags of languages that are left out, for what is wrong with their catalogs."""
    problems: tuple[Problem, ...]
    progress: Progress

    @property
    def partner(self) -> Partner | None:
        """Who gives the sheets out."""
        return _partner(self.project, self.request.partner)

    def source_path(self, docname: str) -> str:
        """Where a page's source lies, as problems name it."""
        return self.reading.source_path(docname)

    def catalog_path(self, language: LanguageSettings, domain: str) -> str:
        """Where a catalog lies, as problems name it."""
        return self.project.relative(self.project.catalog(language.language.folder, domain))

    @property
    def project(self) -> Project:
        """The explainer."""
        return self.request.project

    def glossary(self, language: Language) -> Glossary:
        """The terms that the translators of a language have agreed on."""
        return _glossary(self.reading, self.settings, language)

    def messages(self, tag: str, domain: str) -> Mapping[str, str]:
        """The usable translations of one catalog; none for the source language."""
        found = self.translations.get(tag)
        return found.messages.get(domain, {}) if found else {}

    def page_messages(self, tag: str, docname: str) -> Mapping[str, str]:
        """The usable translations of one page: its own, and the ledger's."""
        ledger = self.messages(tag, LEDGER_DOMAIN)
        return {**ledger, **self.messages(tag, docname)} if ledger else self.messages(tag, docname)

    def standing(self, tag: str, docname: str = "") -> Standing | None:
        """How far one page's translation has come; without a page, the whole language's.

        :returns: None for the source language, and for one whose catalogs were not judged
        """
        return self.progress.standing(tag, docname)


def plan(
    project: Project,
    tags: Collection[str] = (),
    drafts: bool = False,
    *,
    thorough: bool = False,
    partner: Path | None = None,
) -> Plan:
    """Read the sources and judge every catalog of the languages in question.

    :param tags: only these languages; all when empty
    :param drafts: also languages that docs/site.toml does not publish yet
    :param thorough: judge the prose by the slow rules, too
    :param partner: the folder of the organisation that gives the sheets out
    :raises UsageError: if a tag is none of the project's
    :raises sheets.partner.PartnerError: if the partner's name or logo cannot be used
    :raises settings.SettingsError: if docs/site.toml cannot be used
    :raises reading.UndecodableSources: if a source is not in UTF-8
    """
    settings = site_settings.load(project.site)
    chosen = _chosen(settings, tags, drafts)
    _partner(project, partner)
    reading = read(project, settings)
    sources = extracted(project, settings, reading)
    expected = Expected(
        {domain: tuple(m.msgid for m in found) for domain, found in sources.items()}
    )
    translations = {
        each.tag: rules.check(
            project,
            each.language,
            expected,
            reading.syntax,
            _glossary(reading, settings, each.language),
        )
        for each in chosen
        if each.translation != "source"
    }
    progress = Progress(project, settings, reading, expected, translations)
    problems = [
        *_of_the_sources(project, settings, reading, thorough),
        *(problem for found in translations.values() for problem in found.problems),
        *progress.problems,
    ]
    held = tuple(tag for tag, found in translations.items() if _is_held(settings, found))
    return Plan(
        Request(project, tuple(tags), drafts, partner),
        settings,
        reading,
        chosen,
        tuple(each for each in chosen if each.tag not in held),
        expected,
        translations,
        held,
        tuple(in_order(problems)),
        progress,
    )


def _of_the_sources(
    project: Project, settings: Settings, reading: Reading, thorough: bool
) -> Iterator[Problem]:
    """What is wrong with the pages, the ledger and the settings, whatever the language."""
    yield from reading.ledger_problems
    yield from reading.problems()
    yield from untranslatable(reading)
    yield from faults(reading)
    yield from claims_ahead(reading.ledger, settings.checked)
    yield from prose.unstated_figures(reading.ledger, settings.source)
    yield from _prose(project, settings, reading, thorough)
    yield from surroundings.problems(project, settings, reading)
    yield from handout_settings.problems(project, settings, reading)


def _partner(project: Project, folder: Path | None) -> Partner | None:
    if folder is None and not project.brand.exists():
        return None
    from waraq.sheets.partner import load

    return load(folder or project.brand, wanted=folder is not None)


def _prose(project: Project, settings: Settings, reading: Reading, thorough: bool) -> list[Problem]:
    """What is wrong with what the sources say."""
    env = reading.app.env
    paths = {each: project.relative(Path(env.doc2path(each))) for each in reading.docnames}
    return prose.check(reading.doctrees, paths, reading.ledger, settings, quick=not thorough)


def _glossary(reading: Reading, settings: Settings, language: Language) -> Glossary:
    return glossary.agreed(reading.ledger.terms.values(), settings.source, language)


def _is_held(settings: Settings, found: Translations) -> bool:
    if not any(found.messages.values()):
        return True
    return settings.broken_catalogs == "hold" and bool(errors(found.problems))


def references(plan: Plan) -> list[Problem]:
    """The links of the sources that lead nowhere. Uses up the plan's reading."""
    LanguagePages(plan.reading, plan.settings.source, None, Interface({}))
    return plan.reading.problems()


def extracted(project: Project, settings: Settings, reading: Reading) -> dict[str, list[Extracted]]:
    """The messages of the sources, by catalog domain."""
    sources = {INTERFACE_DOMAIN: list(interface.words(project, settings))}
    for docname in reading.docnames:
        path = project.relative(Path(reading.app.env.doc2path(docname)))
        sources[docname] = [
            Extracted(message.msgid, path, message.line)
            for message in reading.messages(docname)
            if not message.ledger
        ]
    if ledger := _of_the_ledger(project, reading):
        sources[LEDGER_DOMAIN] = ledger
    return sources


def _of_the_ledger(project: Project, reading: Reading) -> list[Extracted]:
    """The texts of the ledger that pages show, each once, by file."""
    found: dict[str, str] = {}
    for docname in reading.docnames:
        for message in reading.messages(docname):
            if message.ledger:
                found.setdefault(message.msgid, message.ledger)
    folder = project.docs / "ledger"
    return [
        Extracted(msgid, project.relative(folder / f"{part}.toml"), 0)
        for msgid, part in sorted(found.items(), key=lambda each: each[1])
    ]


def languages_to_translate(settings: Settings, tags: Collection[str]) -> Sequence[Language]:
    """The languages with catalogs, all or those named.

    :raises UsageError: if a tag is none of the project's
    """
    chosen = _chosen(settings, tags, drafts=True)
    return [each.language for each in chosen if each.translation != "source"]


def _chosen(
    settings: Settings, tags: Collection[str], drafts: bool
) -> tuple[LanguageSettings, ...]:
    for tag in tags:
        try:
            settings.of(tag)
        except KeyError:
            known = ", ".join(each.tag for each in settings.languages)
            raise UsageError(f"this explainer has no language {tag!r}; it has {known}") from None
    wanted = {settings.of(tag).tag for tag in tags}
    return tuple(
        each
        for each in settings.languages
        if (each.tag in wanted if wanted else each.publish or drafts)
    )
