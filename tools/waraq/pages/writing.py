"""Writing the pages of a site into a folder: a language's, and what all share."""

from __future__ import annotations

import shutil
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from waraq.catalogs.standing import draft
from waraq.interface import Interface
from waraq.pages import lean, shared, templates, web_fonts
from waraq.pages.pageset import PageSet
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


def picture_files(pages: PageSet) -> dict[str, Path]:
    """The file of each picture of the pages, by its name in their folder of pictures.

    :raises PictureError: if one lies elsewhere than below docs/
    """
    docs = Path(pages.app.srcdir)
    found = {}
    for source, name in sorted(private.pictures(pages.app).items()):
        found[name] = (docs / source).resolve()
        if not found[name].is_relative_to(docs.resolve()):
            raise PictureError(f"docs/{source}: a picture must lie below docs/, not behind a link")
    return found


def _copy_pictures(pages: PageSet, site: Path) -> None:
    for name, picture in picture_files(pages).items():
        target = site / pages.tag / "_images" / name
        target.parent.mkdir(exist_ok=True)
        shutil.copyfile(picture, target)


def write_shared(
    settings: Settings,
    published: Sequence[LanguageSettings],
    interfaces: Mapping[str, Interface],
    docnames: Sequence[str],
    site: Path,
) -> None:
    """Write what all pages share, the page where a language is chosen, and the sitemap.

    :param docnames: every page, the start page first
    """
    write_shared_files(site, [each.tag for each in published])
    write_text(site / shared.SEARCHING, lean.script(templates.static("search.js")))
    write_text(site / "sitemap.xml", sitemap(settings, published, docnames))
    write_text(site / "index.html", first_page(settings, published, interfaces, docnames[0]))


def write_shared_files(site: Path, tags: Collection[str]) -> None:
    """Write the styles, scripts and fonts of pages in some languages."""
    fonts = web_fonts.files(tags)
    for path, text in shared.files(web_fonts=bool(fonts)).items():
        write_text(site / path, text)
    for path, data in fonts.items():
        (site / path).write_bytes(data)


def first_page(
    settings: Settings,
    published: Sequence[LanguageSettings],
    interfaces: Mapping[str, Interface],
    root_doc: str,
) -> str:
    """The page where a language is chosen."""
    source = settings.of(settings.source.tag)
    start = Start(
        site_title=settings.title,
        description=settings.summary,
        stylesheet=shared.STYLESHEET,
        special=shared.START,
        icon=shared.ICON,
        address=settings.address,
        language=_language_link(settings, source, root_doc),
        choices=tuple(
            _choice(settings, each, interfaces[each.tag], root_doc) for each in published
        ),
    )
    return templates.render("start.html", interfaces[source.tag], start=start)


def sitemap(
    settings: Settings, published: Sequence[LanguageSettings], docnames: Sequence[str]
) -> str:
    """Every page with its languages, for search engines (sitemaps.org, hreflang)."""

    def address(tag: str, docname: str) -> str:
        return escape(f"{settings.address}{tag}/{docname}.html")

    published_tags = {each.tag for each in published}
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
        ' xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ]
    for docname in docnames:
        others = [(each.tag, each.tag) for each in published]
        if settings.source.tag in published_tags:
            others.append(("x-default", settings.source.tag))
        links = "".join(
            f'<xhtml:link rel="alternate" hreflang="{name}" href="{address(tag, docname)}"/>'
            for name, tag in others
        )
        lines += [
            f"<url><loc>{address(each.tag, docname)}</loc>"
            f"<lastmod>{settings.checked.isoformat()}</lastmod>{links}</url>"
            for each in published
        ]
    return "\n".join([*lines, "</urlset>", ""])


def write_text(path: Path, text: str) -> None:
    """Write UTF-8 with plain line ends, whatever the machine."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def _language_link(settings: Settings, each: LanguageSettings, root_doc: str) -> LanguageLink:
    language = each.language
    return LanguageLink(
        tag=language.tag,
        name=language.name,
        english_name=language.english_name,
        name_here=language.english_name,
        direction=language.direction,
        href=f"{language.tag}/{root_doc}.html",
        address=f"{settings.address}{language.tag}/{root_doc}.html",
        current=False,
        draft=draft(each, None),
        partial=False,
        checked=False,
    )


def _choice(
    settings: Settings, each: LanguageSettings, interface: Interface, root_doc: str
) -> Choice:
    link = _language_link(settings, each, root_doc)
    return Choice(
        tag=link.tag,
        name=link.name,
        english_name=link.english_name,
        direction=link.direction,
        href=link.href,
        address=link.address,
        title=interface.plain(settings.title),
        summary=interface.plain(settings.summary),
        draft=each.draft,
        draft_words=interface.plain("Machine draft."),
    )
