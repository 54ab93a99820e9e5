"""Whether docs/site.toml asks for sheets that can be made of the pages that are there."""

from __future__ import annotations

from collections.abc import Iterator

from docutils import nodes

from waraq.paths import HANDOUTS, Project
from waraq.problems import Problem, Severity
from waraq.settings import EditionName, Settings
from waraq.sphinx_ext.blocks import in_short
from waraq.sphinx_ext.reading import Reading

NEEDED: dict[EditionName, tuple[type[nodes.Element], str]] = {
    "poster": (in_short, "a block {in-short}"),
    "cards": (nodes.definition_list_item, "a list of terms, as {glossary-of} makes it"),
}
"""What a page must have for an edition of it, and what writers call that."""


def problems(project: Project, settings: Settings, reading: Reading) -> Iterator[Problem]:
    """Pages that are not there, and editions that a page has nothing for."""
    docnames = [docname for docname in reading.docnames if docname.startswith(HANDOUTS)]
    others = sorted(set(reading.docnames).difference(docnames))
    for name in settings.page_sheets:
        if name in docnames:
            yield _problem(
                project,
                f"page_sheets.{name}: it is a handout",
                f"write it as [handouts.{name.removeprefix(HANDOUTS)}]",
            )
        elif name not in others:
            yield _problem(
                project,
                f"page_sheets.{name}: there is no page docs/{name}.md",
                f"correct the name or take it out; pages are: {', '.join(others)}",
            )
    for name in settings.handouts:
        if HANDOUTS + name not in docnames:
            known = ", ".join(sorted(each.removeprefix(HANDOUTS) for each in docnames)) or "none"
            yield _problem(
                project,
                f"handouts.{name}: there is no page docs/{HANDOUTS}{name}.md",
                f"correct the name or take it out; handouts are: {known}",
            )
    for docname in reading.docnames:
        for edition in settings.sheets_of(docname):
            if edition == "cards" and "terms" in reading.ledger.unread:
                continue
            kind, words = NEEDED.get(edition, (nodes.document, ""))
            if not any(True for _ in reading.doctrees[docname].findall(kind)):
                yield _problem(
                    project,
                    f"docs/{docname}.md cannot be printed as {edition!r}: it has not {words}",
                    "take the edition out of the page's sheets, or add it to the page",
                )


def _problem(project: Project, message: str, hint: str) -> Problem:
    path = project.relative(project.site)
    return Problem(path, 0, "", "handout-sheets", Severity.ERROR, message, hint)
