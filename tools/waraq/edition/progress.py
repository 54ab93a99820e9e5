"""How far every translation of a plan has come, and who has read what of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from waraq.catalogs import review_file, source_changes
from waraq.catalogs.reviews import Reviews
from waraq.catalogs.rules import Expected, Translations
from waraq.catalogs.source_changes import SourceChanges
from waraq.catalogs.standing import Standing, Standings, contradictions, scale, standings
from waraq.paths import Project
from waraq.problems import Problem
from waraq.settings import Settings
from waraq.sphinx_ext.reading import Reading


class Progress:
    """Computed once, before workers are forked; a saved catalog or list of reviews renews it."""

    def __init__(
        self,
        project: Project,
        settings: Settings,
        reading: Reading,
        expected: Expected,
        translations: Mapping[str, Translations],
    ) -> None:
        """Read the reviews of these languages, and since when the source has been ahead of them.

        :param translations: what may be used of each language, by tag
        """
        self._project = project
        self.reviews: dict[str, Reviews] = {}
        """Who has read what, by tag."""
        self.changes: dict[str, SourceChanges] = {}
        """Which texts of the source are newer than a translation, by its tag."""
        self.problems: list[Problem] = []
        """What is wrong with both lists, and where docs/site.toml says otherwise."""
        self._standings: dict[str, Standings] = {}
        shown = {docname: reading.msgids(docname) for docname in reading.docnames}
        self._scale = scale(shown, expected, reading.syntax)
        site = project.relative(project.site)
        for tag, found in translations.items():
            self.problems += self.lists_changed(found)
            self.problems += contradictions(settings.of(tag), self._standings[tag], site)

    def lists_changed(self, translations: Translations) -> list[Problem]:
        """Read the lists of one language anew; what is wrong with them."""
        language = translations.language
        self.reviews[language.tag], of_reviews = review_file.load(self._project, language)
        self.changes[language.tag], of_changes = source_changes.load(self._project, language)
        self.catalogs_changed(translations)
        return [*of_reviews, *of_changes]

    def catalogs_changed(self, translations: Translations) -> None:
        """Take what may now be used of one language."""
        tag = translations.language.tag
        self._standings[tag] = standings(
            self._scale, translations, self.reviews[tag], self.changes[tag]
        )

    def standing(self, tag: str, docname: str = "") -> Standing | None:
        """How far one page's translation has come; without a page, the whole language's.

        :returns: None for the source language, and for one whose catalogs were not judged
        """
        found = self._standings.get(tag)
        if found is None:
            return None
        return found.pages[docname] if docname else found.whole

    def behind(self, tag: str) -> dt.date | None:
        """The day since when the source has been ahead of a language; None where none is noted."""
        found = self._standings.get(tag)
        return found.whole.behind if found else None
