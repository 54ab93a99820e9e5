"""One language kept in memory: a saved catalog is a new page within milliseconds.

Serves the preview. The sources are read once; when a catalog changes, only its
own page is set anew; other pages are rendered when somebody asks for them.
"""

from __future__ import annotations

from waraq.catalogs import rules
from waraq.catalogs.rules import Translations
from waraq.edition import setting
from waraq.edition.plan import Plan
from waraq.pages import templates
from waraq.paths import INTERFACE_DOMAIN, LEDGER_DOMAIN
from waraq.problems import Problem, in_order
from waraq.settings import LanguageSettings


class Session:
    """The pages of one language of a plan. Uses up the plan's reading."""

    def __init__(self, plan: Plan, language: LanguageSettings) -> None:
        self.language = language
        self._plan = plan
        self._pages = setting.language_pages(plan, language)
        self._set = setting.page_set(plan, language, self._pages)
        sources = [problem for problem in plan.problems if not problem.language]
        self.source_problems = (*sources, *plan.reading.problems())
        """What is wrong with the sources; their links are followed only in the setting."""

    @property
    def docnames(self) -> list[str]:
        """Every page, in reading order; at the end those that no list of contents names."""
        return list(dict.fromkeys([*self._set.order, *sorted(self._pages.doctrees)]))

    def html(self, docname: str) -> str:
        """One page as a browser gets it.

        :raises KeyError: if there is no such page
        """
        if docname not in self._pages.doctrees:
            raise KeyError(docname)
        return templates.render("page.html", self._set.interface, page=self._set.page(docname))

    def catalog_changed(self, domain: str) -> None:
        """Read one catalog again and set what depends on it."""
        found = self._plan.translations[self.language.tag]
        msgids = self._plan.expected.messages[domain]
        usable, problems = rules.page(
            self._plan.project,
            self.language.language,
            domain,
            msgids,
            self._plan.reading.syntax,
            self._plan.glossary(self.language.language),
        )
        path = self._plan.catalog_path(self.language, domain)
        others = tuple(problem for problem in found.problems if problem.path != path)
        renewed = Translations(
            found.language, {**found.messages, domain: usable}, (*others, *problems)
        )
        self._plan.translations[self.language.tag] = renewed
        self._plan.progress.catalogs_changed(renewed)
        if domain == LEDGER_DOMAIN:
            for docname in self._pages.doctrees:
                self._pages.set_again(docname)
        elif domain != INTERFACE_DOMAIN:
            self._pages.set_again(domain)
        self._set = setting.page_set(self._plan, self.language, self._pages)

    def lists_changed(self) -> None:
        """Read again who has read what, and since when the source has been ahead."""
        self._plan.progress.lists_changed(self._plan.translations[self.language.tag])
        self._set = setting.page_set(self._plan, self.language, self._pages)

    def problems(self, docname: str) -> list[Problem]:
        """What is wrong with one page: its source, and its catalog.

        :param docname: or the interface's domain, for the words around every page
        """
        paths = {
            self._plan.catalog_path(self.language, docname),
            self._plan.source_path(docname),
        }
        own = self._plan.translations.get(self.language.tag)
        everything = [*self.source_problems, *(own.problems if own else ())]
        return in_order(problem for problem in everything if problem.path in paths)
