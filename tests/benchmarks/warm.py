"""Prints each plain handout of one language several times in this process; says what it cost.

    python tests/benchmarks/warm.py PROJECT TAG TIMES FOLDER

Writes to FOLDER what the command ``weasyprint`` needs to make the same sheets, and to the standard
output, as JSON, milliseconds of CPU by handout: all but the first time, which loads the fonts. As
in the workers of a build, what is garbage is collected after each sheet; that is counted.
"""

from __future__ import annotations

import gc
import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from waraq.edition import plan, run, setting
from waraq.paths import FONT_PACKAGES, Project
from waraq.sheets import setting as sheets
from waraq.sheets.job import FILES, FONTS, STYLESHEET, Job
from waraq.sheets.rendering import Press


def main() -> None:
    """Print them all so many times."""
    project, tag, times, folder = sys.argv[1:]
    jobs = list(_jobs(Project(Path(project).resolve()), tag))
    for job in jobs:
        _write(job, Path(folder))
    spent: dict[str, list[float]] = {_name(job): [] for job in jobs}
    gc.disable()
    gc.freeze()
    with Press(FONT_PACKAGES) as press:
        for _ in range(int(times) + 1):
            for job in jobs:
                begun = time.process_time()
                press.print(job)
                gc.collect()
                spent[_name(job)].append((time.process_time() - begun) * 1000)
    print(json.dumps({name: costs[1:] for name, costs in spent.items()}))


def _jobs(project: Project, tag: str) -> Iterator[Job]:
    made = plan.plan(project)
    language = made.settings.of(tag)
    pages = setting.page_set(made, language, setting.language_pages(made, language))
    for planned in sheets.sheets(pages, run.surroundings(made, {})):
        if planned.edition == "a4" and "handouts" in planned.job.path:
            yield planned.job


def _name(job: Job) -> str:
    return Path(job.path).stem.removesuffix("-a4")


def _write(job: Job, folder: Path) -> None:
    """The sheet as files that lie beside each other."""
    folder.mkdir(parents=True, exist_ok=True)
    name = _name(job)
    html = job.html.replace(STYLESHEET, f"{name}.css")
    html = html.replace(FONTS, f"{FONT_PACKAGES.as_uri()}/")
    for picture in job.pictures:
        own = f"{name}-{picture.address.removeprefix(FILES)}"
        html = html.replace(picture.address, own)
        (folder / own).write_bytes(picture.data)
    (folder / f"{name}.html").write_text(html, encoding="utf-8")
    (folder / f"{name}.css").write_text(job.stylesheet, encoding="utf-8")


if __name__ == "__main__":
    main()
