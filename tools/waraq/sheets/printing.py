"""Every handout of one language, printed into the site."""

from __future__ import annotations

from pathlib import Path

from waraq.pages.pageset import PageSet
from waraq.pages.records import SheetLink
from waraq.problems import Problem, Severity
from waraq.sheets import codes, setting
from waraq.sheets.rendering import Press, SheetError
from waraq.sheets.setting import Planned, Surroundings


def print_handouts(
    pages: PageSet, around: Surroundings, site: Path, font_packages: Path
) -> tuple[list[SheetLink], list[Problem]]:
    """Print each handout of *pages* in each of its editions below *site*, and list their codes.

    :returns: the sheets, with addresses from the site's root, and a problem for
        each that cannot be printed as it should, which is left out
    """
    sheets = list(setting.sheets(pages, around))
    links: list[SheetLink] = []
    lines: list[str] = []
    problems: list[Problem] = []
    with Press(font_packages) as press:
        for sheet in sheets:
            try:
                pdf = press.print(sheet.job)
            except SheetError as error:
                problems.append(_left_out(pages, sheet, error))
                continue
            target = site / sheet.job.path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(pdf)
            links.append(_link(pages, sheet, len(pdf)))
            lines.append(f"{sheet.code} {sheet.job.path}\n")
    if lines:
        text = "".join(sorted(lines))
        (site / pages.tag / codes.LIST).write_text(text, encoding="utf-8", newline="\n")
    return links, problems


def _link(pages: PageSet, sheet: Planned, size: int) -> SheetLink:
    return SheetLink(
        title=pages.title(sheet.docname),
        href=sheet.job.path,
        page_href=pages.path(sheet.docname),
        edition=sheet.edition,
        kilobytes=-(-size // 1024),
        words=sheet.words,
        main=sheet.main,
    )


def _left_out(pages: PageSet, sheet: Planned, error: SheetError) -> Problem:
    source = pages.language.translation == "source"
    return Problem(
        f"docs/{sheet.docname}.md" if source else f"locale/{pages.language.language.folder}",
        0,
        "" if source else pages.tag,
        "sheet",
        Severity.ERROR,
        f"{sheet.job.path} cannot be printed: {error}",
        "remove what it complains of from the text, often a letter that the print fonts lack",
    )
