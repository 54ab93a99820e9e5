"""Edit to page: a process that has read everything, one changed entry, that page's new HTML.

    python tests/benchmarks/resident.py PROJECT TAG TIMES

Prints a JSON list of milliseconds of CPU.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from waraq.edition import plan
from waraq.edition.session import Session
from waraq.paths import Project

DOCNAME = "page001"


def edit_to_page(project: Project, tag: str, times: int) -> list[float]:
    """Milliseconds of CPU from a saved catalog to the HTML that shows it, *times* times.

    :raises AssertionError: if the HTML does not show the edit
    """
    made = plan.plan(project, [tag])
    session = Session(made, made.settings.of(tag))
    path = project.catalog(session.language.language.folder, DOCNAME)
    honest, title = path.read_text(encoding="utf-8"), _title(path)
    assert title in session.html(DOCNAME)
    spent = []
    for number in range(times):
        edited = f'msgstr "{title} edit {number}"'
        path.write_text(honest.replace(f'msgstr "{title}"', edited), encoding="utf-8")
        begun = time.process_time()
        session.catalog_changed(DOCNAME)
        html = session.html(DOCNAME)
        spent.append((time.process_time() - begun) * 1000)
        assert f"edit {number}" in html, "the page does not show the edit"
    path.write_text(honest, encoding="utf-8")
    return spent


def _title(path: Path) -> str:
    """The translation of the page's title: the second message, after the description."""
    entry = path.read_text(encoding="utf-8").split("\n\n")[2]
    return entry.rpartition("msgstr ")[2].strip().strip('"')


def main() -> None:
    """Print the list as JSON."""
    root, tag, times = sys.argv[1:]
    print(json.dumps(edit_to_page(Project(Path(root).resolve()), tag, int(times))))


if __name__ == "__main__":
    main()
