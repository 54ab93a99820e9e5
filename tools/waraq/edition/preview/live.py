"""What the preview shows now: the last good reading of the sources, in one language."""

from __future__ import annotations

import secrets
import threading
from dataclasses import dataclass, replace
from pathlib import Path

from waraq import settings as site_settings
from waraq.edition import plan as planning
from waraq.edition.plan import Plan
from waraq.edition.preview import dressing
from waraq.edition.preview.dressing import Findings
from waraq.edition.preview.watching import Watcher
from waraq.edition.session import Session
from waraq.paths import INTERFACE_DOMAIN, Project
from waraq.problems import Problem, Severity, WaraqError, errors
from waraq.settings import LanguageSettings
from waraq.sphinx_ext.reading import SphinxError, UndecodableSources


@dataclass(frozen=True)
class _Shown:
    plan: Plan
    session: Session
    source_errors: tuple[Problem, ...]


class Live:
    """The pages of one language as the files are now.

    One thread tells it which files were saved; any number ask for pages and wait
    for news. Sphinx knows no threads, so they take turns.
    """

    def __init__(self, project: Project, tag: str) -> None:
        """Read everything.

        :raises plan.UsageError: if the project has no such language
        :raises settings.SettingsError: if docs/site.toml cannot be used
        :raises SphinxError: if conf.py or an extension is broken
        """
        self._project = project
        self._tag = tag
        self._turn = threading.Condition()
        self._run = secrets.token_hex(4)
        self._saves = 0
        self._ended = False
        self._held: tuple[Problem, ...] = ()
        self._watcher = Watcher(_places(project, tag))
        self._shown = self._read()

    @property
    def language(self) -> LanguageSettings:
        """The language that is shown."""
        return self._shown.session.language

    @property
    def others(self) -> dict[str, LanguageSettings]:
        """The explainer's other languages, by tag."""
        languages = self._shown.plan.settings.languages
        return {each.tag: each for each in languages if each.tag != self.language.tag}

    @property
    def start(self) -> str:
        """The docname of the page to begin with."""
        return self._shown.session.docnames[0]

    @property
    def version(self) -> str:
        """Another after each save, and in each run of the preview."""
        return f"{self._run}-{self._saves}"

    def html(self, docname: str) -> str | None:
        """A page with its problems, as a browser gets it; None if there is no such page."""
        with self._turn:
            shown = self._shown
            if docname not in shown.session.docnames:
                return None
            html = shown.session.html(docname)
            catalog = shown.plan.catalog_path(shown.session.language, docname)
            findings = Findings(
                page=tuple(shown.session.problems(docname)),
                interface=tuple(shown.session.problems(INTERFACE_DOMAIN)),
                held=self._held,
            )
            return dressing.dress(html, self.version, docname, catalog, findings)

    def look(self) -> None:
        """Show what was saved since the last look; tell those who wait."""
        if changed := self._watcher.changes():
            self._saved(changed)

    def _saved(self, paths: set[Path]) -> None:
        with self._turn:
            catalogs = self._catalogs()
            if any(not path.is_relative_to(self._project.locale) for path in paths):
                self._read_again()
            else:
                for path in sorted(paths & catalogs.keys()):
                    self._shown.session.catalog_changed(catalogs[path])
                if paths & self._lists():
                    self._shown.session.lists_changed()
            self._saves += 1
            self._turn.notify_all()

    def news(self, version: str, patience: float) -> str | None:
        """Wait, at most *patience* seconds, for another version; None once the preview ends."""
        with self._turn:
            self._turn.wait_for(lambda: self._ended or self.version != version, patience)
            return None if self._ended else self.version

    def end(self) -> None:
        """Let those who wait go."""
        with self._turn:
            self._ended = True
            self._turn.notify_all()
            self._shown.plan.reading.close()

    def _catalogs(self) -> dict[Path, str]:
        """The domains of the catalogs that this language has now, by their path."""
        if self.language.translation == "source":
            return {}
        folder = self.language.language.folder
        domains = self._shown.plan.expected.messages
        return {self._project.catalog(folder, domain): domain for domain in domains}

    def _lists(self) -> set[Path]:
        """Who has read what, and since when the source has been ahead."""
        folder = self.language.language.folder
        return {self._project.reviews(folder), self._project.changes(folder)}

    def _read_again(self) -> None:
        """Take the sources as they are now, unless that would spoil pages that were good."""
        try:
            fresh = self._read()
        except UndecodableSources as error:
            self._held = tuple(error.problems)
            self._take_catalogs_again()
            return
        except (WaraqError, SphinxError, OSError) as error:
            self._held = (self._unreadable(error),)
            self._take_catalogs_again()
            return
        if fresh.source_errors and not self._shown.source_errors:
            self._held = fresh.source_errors
            fresh.plan.reading.close()
            self._take_catalogs_again()
            return
        self._shown.plan.reading.close()
        self._held = ()
        self._shown = fresh

    def _take_catalogs_again(self) -> None:
        """A catalog may have been saved together with the sources."""
        for domain in self._catalogs().values():
            self._shown.session.catalog_changed(domain)

    def _read(self) -> _Shown:
        made = planning.plan(self._project, [self._tag], drafts=True)
        language = made.settings.of(self._tag)
        # The pages link to every language, though only one was judged.
        linked = tuple(each for each in made.settings.languages if each.publish or each == language)
        made = replace(made, published=linked)
        session = Session(made, language)
        found = [each for each in errors(session.source_problems) if self._is_in_docs(each)]
        return _Shown(made, session, tuple(found))

    def _is_in_docs(self, problem: Problem) -> bool:
        return (self._project.root / problem.path).is_relative_to(self._project.docs)

    def _unreadable(self, error: Exception) -> Problem:
        reason = str(error).strip().splitlines() or [type(error).__name__]
        return Problem(
            self._project.relative(self._project.docs),
            0,
            "",
            "unreadable",
            Severity.ERROR,
            f"the sources cannot be read: {reason[-1].strip()}",
            "correct the file that was saved last",
        )


def _places(project: Project, tag: str) -> list[Path]:
    """The files and folders that the pages of one language are made of."""
    languages = planning.languages_to_translate(site_settings.load(project.site), [tag])
    catalogs = [project.catalogs(language.folder) for language in languages]
    reviews = [project.reviews(language.folder) for language in languages]
    changes = [project.changes(language.folder) for language in languages]
    return [project.docs, project.conf, *catalogs, *reviews, *changes]
