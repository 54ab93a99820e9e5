"""From the pages of one language to the sheets that are to be printed of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from waraq.pages import templates
from waraq.pages.pageset import PageSet, date_in_words
from waraq.pages.records import Sheet
from waraq.pages.setting import Setting
from waraq.paths import HANDOUTS
from waraq.sheets import codes, fonts
from waraq.sheets.job import FONTS, STYLESHEET, Job


@dataclass(frozen=True)
class Planned:
    """A sheet to print, and of which page and in which edition it is."""

    job: Job
    docname: str
    edition: str


def sheets(pages: PageSet) -> Iterator[Planned]:
    """Each handout of *pages* in each of its editions."""
    for docname in pages.order:
        if docname.startswith(HANDOUTS):
            for edition in pages.settings.sheets:
                yield Planned(_job(pages, docname, edition), docname, edition)


def _job(pages: PageSet, docname: str, edition: str) -> Job:
    address = pages.settings.address + pages.path(docname)
    code = codes.picture(address)
    setting = pages.setting
    body = pages.body(
        docname, Setting(setting.language, setting.source, setting.interface, "print")
    )
    scripts = fonts.scripts(body) | {fonts.script_of(setting.language)}
    sheet = Sheet(
        fonts_css=templates.markup(fonts.css(scripts, FONTS)),
        stylesheet=STYLESHEET,
        qr=code.address,
        address=address,
        edition=edition,
        date=date_in_words(pages.settings, setting.language),
    )
    page = pages.page(docname, body=body)
    return Job(
        path=f"{pages.tag}/{docname}-{edition}.pdf",
        title=page.title,
        html=templates.render("sheet.html", pages.interface, page=page, sheet=sheet),
        stylesheet=templates.stylesheet("sheets"),
        address=address,
        pictures=(code,),
        scripts=scripts,
    )
