"""Every handout of one language, ordered from the printing works."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from waraq.pages.pageset import PageSet
from waraq.pages.records import SheetLink
from waraq.paths import HANDOUTS
from waraq.problems import SHEET, Problem, Severity
from waraq.sheets import codes, setting
from waraq.sheets.job import Job
from waraq.sheets.setting import Planned, Surroundings
from waraq.sheets.works import Failed, Outcome

Order = Callable[[Sequence[Job]], Sequence[Outcome]]
"""Has these sheets printed into the site and says, in their order, what became of each."""


def print_handouts(
    pages: PageSet, around: Surroundings, site: Path, order: Order
) -> tuple[list[SheetLink], list[Problem]]:
    """Have each page of *pages* printed in each of its editions, and list their codes.

    :param site: where the list of codes is written
    :returns: the sheets, with addresses from the site's root, and a problem for
        each that cannot be printed as it should, which is left out
    """
    sheets = list(setting.sheets(pages, around))
    links: list[SheetLink] = []
    lines: list[str] = []
    problems: list[Problem] = []
    outcomes = order([sheet.job for sheet in sheets])
    for sheet, outcome in zip(sheets, outcomes, strict=True):
        if isinstance(outcome, Failed):
            problems.append(_left_out(pages, sheet, outcome))
        else:
            links.append(_link(pages, sheet, outcome.size))
            lines.append(f"{sheet.code} {sheet.job.path}\n")
    if lines:
        text = "".join(sorted(lines))
        listed = site / pages.tag / codes.LIST
        listed.parent.mkdir(parents=True, exist_ok=True)
        listed.write_text(text, encoding="utf-8", newline="\n")
    return links, problems


def _link(pages: PageSet, sheet: Planned, size: int) -> SheetLink:
    return SheetLink(
        title=pages.title(sheet.docname),
        title_tag=pages.title_tag(sheet.docname),
        href=sheet.job.path,
        page_href=pages.path(sheet.docname),
        edition=sheet.edition,
        kilobytes=-(-size // 1024),
        words=sheet.words,
        main=sheet.main,
        of_handout=sheet.job.path.startswith(f"{pages.tag}/{HANDOUTS}"),
    )


def _left_out(pages: PageSet, sheet: Planned, outcome: Failed) -> Problem:
    source = pages.language.translation == "source"
    return Problem(
        f"docs/{sheet.docname}.md" if source else f"locale/{pages.language.language.folder}",
        0,
        pages.tag,
        SHEET,
        Severity.ERROR,
        f"{sheet.job.path} cannot be printed: {outcome.reason}",
        outcome.hint,
    )
