"""The words that no page holds: the theme's labels, and the site's own title."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from babel.messages.extract import extract_from_dir

from waraq.catalogs.template import Extracted
from waraq.paths import Project
from waraq.settings import Settings

PACKAGE = Path(__file__).parent.parent
METHODS = [
    ("theme/**.html", "jinja2"),
    ("pages/**.py", "python"),
    ("sphinx_ext/**.py", "python"),
]
KEYWORDS: dict[str, None] = {"_": None, "interface": None, "plain": None}


def words(project: Project, settings: Settings) -> Iterator[Extracted]:
    """Every interface message, with a place that tells where readers meet it.

    Literal strings are found as first arguments of ``_(…)`` in templates and of
    ``interface(…)`` and ``interface.plain(…)`` in the code of the pages.
    """
    site = project.relative(project.site)
    yield Extracted(settings.title, site, 0)
    yield Extracted(settings.summary, site, 0)
    yield from theme_words()


def theme_words() -> Iterator[Extracted]:
    """The labels that templates and code hold, whatever the project."""
    found = extract_from_dir(PACKAGE, METHODS, keywords=KEYWORDS)
    for name, _line, message, _comments, _context in found:
        if isinstance(message, str):
            yield Extracted(message, Path(name).as_posix(), 0)
