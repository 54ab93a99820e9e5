"""The words that no page holds: the theme's labels, and the site's own title."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from babel.messages.extract import extract_from_file

from waraq.catalogs.template import Extracted
from waraq.paths import Project
from waraq.settings import Settings

PACKAGE = Path(__file__).parent.parent
PLACES = (
    ("theme", "*.html", "jinja2"),
    ("pages", "*.py", "python"),
    ("sheets", "*.py", "python"),
    ("sphinx_ext", "*.py", "python"),
)
KEYWORDS: dict[str, None] = {"_": None, "interface": None, "plain": None}
CALL = re.compile(r"""(?:\b_|interface|plain)\(\s*['"]""")
"""Without one of these a file is not worth taking apart."""


def words(project: Project, settings: Settings) -> Iterator[Extracted]:
    """Every interface message, with a place that tells where readers meet it.

    Literal strings are found as first arguments of ``_(…)`` in templates and of
    ``interface(…)`` and ``interface.plain(…)`` in the code of the pages and sheets.
    """
    site = project.relative(project.site)
    yield Extracted(settings.title, site, 0)
    yield Extracted(settings.summary, site, 0)
    yield from theme_words()


def theme_words() -> Iterator[Extracted]:
    """The labels that templates and code hold, whatever the project."""
    for folder, names, language in PLACES:
        for path in sorted((PACKAGE / folder).rglob(names)):
            if not CALL.search(path.read_text(encoding="utf-8")):
                continue
            place = path.relative_to(PACKAGE).as_posix()
            for found in extract_from_file(language, path, keywords=KEYWORDS):
                if isinstance(found[1], str):
                    yield Extracted(found[1], place, 0)
