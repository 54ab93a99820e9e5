"""The words that no page holds: the theme's labels, and the site's own title."""

from __future__ import annotations

from collections.abc import Iterator

from waraq.catalogs import theme_words
from waraq.catalogs.template import Extracted
from waraq.paths import Project
from waraq.settings import Settings


def words(project: Project, settings: Settings) -> Iterator[Extracted]:
    """Every interface message, with a place that tells where readers meet it."""
    site = project.relative(project.site)
    yield Extracted(settings.title, site, 0)
    yield Extracted(settings.summary, site, 0)
    yield from theme_words.listed()
