"""Writing the pages of a site into a folder: a language's, and what all share."""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

from waraq.interface import Interface
from waraq.pages import templates
from waraq.pages.pageset import STYLESHEET, PageSet, relative
from waraq.pages.records import Choice, LanguageLink, SheetLink, Start
from waraq.problems import WaraqError
from waraq.settings import LanguageSettings, Settings
from waraq.sphinx_ext import private


class PictureError(WaraqError):
    """A picture that may not be published."""


def write_language(pages: PageSet, site: Path, sheets: Sequence[SheetLink]) -> None:
    """Write every page of one language below *site*. Uses up their doctrees."""
    for docname in sorted(pages.doctrees):
        page = pages.page(docname, sheets, last=True)
        html = templates.render("page.html", pages.interface, page=page)
        write_text(site / pages.path(docname), html)
    _copy_pictures(pages, site)


def _copy_pictures(pages: PageSet, site: Path) -> None:
    docs = Path(pages.app.srcdir)
    for source, name in sorted(private.pictures(pages.app).items()):
        picture = (docs / source).resolve()
        if not picture.is_relative_to(docs.resolve()):
            raise PictureError(f"docs/{source}: a picture must lie below docs/, not behind a link")
        target = site / pages.tag / "_images" / name
        target.parent.mkdir(exist_ok=True)
        shutil.copyfile(picture, target)


def write_shared(
    settings: Settings,
    published: Sequence[LanguageSettings],
    interfaces: Mapping[str, Interface],
    root_doc: str,
    site: Path,
) -> None:
    """Write the stylesheet and the page at the root, where a language is chosen."""
    write_text(site / STYLESHEET, templates.stylesheet("styles"))
    source = settings.of(settings.source.tag)
    start = Start(
        site_title=settings.title,
        stylesheet=relative("index.html", STYLESHEET),
        language=_language_link(source, root_doc),
        choices=tuple(
            _choice(settings, each, interfaces[each.tag], root_doc) for each in published
        ),
    )
    html = templates.render("start.html", interfaces[source.tag], start=start)
    write_text(site / "index.html", html)


def write_text(path: Path, text: str) -> None:
    """Write UTF-8 with plain line ends, whatever the machine."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def _language_link(each: LanguageSettings, root_doc: str) -> LanguageLink:
    language = each.language
    return LanguageLink(
        tag=language.tag,
        name=language.name,
        english_name=language.english_name,
        name_here=language.english_name,
        direction=language.direction,
        href=f"{language.tag}/{root_doc}.html",
        current=False,
        draft=each.draft,
    )


def _choice(
    settings: Settings, each: LanguageSettings, interface: Interface, root_doc: str
) -> Choice:
    link = _language_link(each, root_doc)
    return Choice(
        tag=link.tag,
        name=link.name,
        english_name=link.english_name,
        direction=link.direction,
        href=link.href,
        title=interface.plain(settings.title),
        summary=interface.plain(settings.summary),
        draft=each.draft,
        draft_words=interface.plain("Machine draft."),
    )
