"""What is wrong around the pages: folders, names and addresses that do not fit together."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from waraq.pages.search import OWN_PAGES
from waraq.paths import Project
from waraq.problems import Problem, Severity
from waraq.settings import Settings
from waraq.sphinx_ext.reading import Reading


def problems(project: Project, settings: Settings, reading: Reading) -> Iterator[Problem]:
    """Everything that this module knows of."""
    yield from _strangers(project, settings)
    yield from _placeholders(project, settings)
    yield from _taken_names(project, reading)


def _strangers(project: Project, settings: Settings) -> list[Problem]:
    """Folders of locale/ that belong to no language of the explainer."""
    if not project.locale.is_dir():
        return []
    known = {each.language.folder for each in settings.languages}
    return [
        Problem(
            project.relative(path),
            0,
            path.name,
            "unknown-language",
            Severity.ERROR,
            "docs/site.toml names no such language",
            "add the language there, or remove the folder",
        )
        for path in sorted(project.locale.iterdir())
        if path.name not in known
    ]


def _taken_names(project: Project, reading: Reading) -> list[Problem]:
    """Pages that would stand where the build writes one of its own."""
    return [
        Problem(
            project.relative(Path(reading.app.env.doc2path(docname))),
            0,
            "",
            "page-name",
            Severity.ERROR,
            f"every language has a page {docname}.html that the build writes",
            "give the page another name",
        )
        for docname in OWN_PAGES
        if docname in reading.doctrees
    ]


def _placeholders(project: Project, settings: Settings) -> list[Problem]:
    """Addresses that stand in until the fork has its own."""
    host = settings.address.removeprefix("https://").partition("/")[0]
    if not host.endswith((".example", ".invalid", ".test")):
        return []
    return [
        Problem(
            project.relative(project.site),
            0,
            "",
            "address",
            Severity.WARNING,
            f"the address {settings.address} is reserved for examples; printed codes lead nowhere",
            "set address to where the pages will be published before you print",
        )
    ]
