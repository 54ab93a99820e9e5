"""How far every translation of a plan has come, and who has read what of it."""

from __future__ import annotations

from collections.abc import Mapping

from waraq.catalogs import review_file
from waraq.catalogs.reviews import Reviews
from waraq.catalogs.rules import Expected, Translations
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
        """Read the reviews of these languages.

        :param translations: what may be used of each language, by tag
        """
        self.reviews: dict[str, Reviews] = {}
        """Who has read what, by tag."""
        self.problems: list[Problem] = []
        """What is wrong with the lists of reviews, and where docs/site.toml says otherwise."""
        self._standings: dict[str, Standings] = {}
        shown = {docname: reading.msgids(docname) for docname in reading.docnames}
        self._scale = scale(shown, expected, reading.syntax)
        site = project.relative(project.site)
        for tag, found in translations.items():
            reviews, wrong = review_file.load(project, found.language)
            self.renew(found, reviews)
            of_site = contradictions(settings.of(tag), self._standings[tag], site)
            self.problems += [*wrong, *of_site]

    def renew(self, translations: Translations, reviews: Reviews) -> None:
        """Take what has changed in one language."""
        tag = translations.language.tag
        self.reviews[tag] = reviews
        self._standings[tag] = standings(self._scale, translations, reviews)

    def standing(self, tag: str, docname: str = "") -> Standing | None:
        """How far one page's translation has come; without a page, the whole language's.

        :returns: None for the source language, and for one whose catalogs were not judged
        """
        found = self._standings.get(tag)
        if found is None:
            return None
        return found.pages[docname] if docname else found.whole
