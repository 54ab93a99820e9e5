"""Every handout of one language, printed into the site."""

from __future__ import annotations

from pathlib import Path

from waraq.pages import templates
from waraq.pages.pageset import PageSet, date_in_words
from waraq.pages.records import Sheet, SheetLink
from waraq.pages.setting import Setting
from waraq.paths import HANDOUTS
from waraq.problems import Problem, Severity
from waraq.sheets import fonts
from waraq.sheets.rendering import CODE, FONTS, STYLESHEET, Press, SheetError


def print_handouts(
    pages: PageSet, site: Path, font_packages: Path
) -> tuple[list[SheetLink], list[Problem]]:
    """Print each handout of *pages* in each paper edition below *site*.

    :returns: the sheets, with addresses from the site's root, and a problem for
        each that cannot be printed as it should, which is left out
    """
    handouts = [docname for docname in pages.order if docname.startswith(HANDOUTS)]
    if not handouts:
        return [], []
    sheets = {
        (docname, edition): sheet_html(pages, docname, edition)
        for docname in handouts
        for edition in pages.settings.sheets
    }
    scripts = fonts.scripts("".join(sheets.values()))
    links: list[SheetLink] = []
    problems: list[Problem] = []
    with Press(scripts, font_packages, templates.stylesheet("sheets")) as press:
        for (docname, edition), html in sheets.items():
            path = f"{pages.tag}/{docname}-{edition}.pdf"
            try:
                pdf = press.print(html, address(pages, docname))
            except SheetError as error:
                problems.append(_left_out(pages, docname, path, error))
                continue
            target = site / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(pdf)
            size = -(-len(pdf) // 1024)
            links.append(SheetLink(pages.title(docname), path, pages.path(docname), edition, size))
    return links, problems


def _left_out(pages: PageSet, docname: str, path: str, error: SheetError) -> Problem:
    source = pages.language.translation == "source"
    return Problem(
        f"docs/{docname}.md" if source else f"locale/{pages.language.language.folder}",
        0,
        "" if source else pages.tag,
        "sheet",
        Severity.ERROR,
        f"{path} cannot be printed: {error}",
        "remove what it complains of from the text, often a letter that the print fonts lack",
    )


def address(pages: PageSet, docname: str) -> str:
    """Where the handout's web page will be, in the same language."""
    return pages.settings.address + pages.path(docname)


def sheet_html(pages: PageSet, docname: str, edition: str) -> str:
    """The HTML that WeasyPrint sets."""
    setting = pages.setting
    body = pages.body(
        docname, Setting(setting.language, setting.source, setting.interface, "print")
    )
    scripts = fonts.scripts(body) | {setting.language.script}
    sheet = Sheet(
        fonts_css=templates.markup(fonts.css(scripts, FONTS)),
        stylesheet=STYLESHEET,
        qr=CODE,
        address=address(pages, docname),
        edition=edition,
        date=date_in_words(pages.settings, setting.language),
    )
    page = pages.page(docname, body=body)
    return templates.render("sheet.html", pages.interface, page=page, sheet=sheet)
