"""The pages of one language: their titles, order and text, as the templates need them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from docutils import nodes
from sphinx.application import Sphinx

from waraq.catalogs.standing import WHOLE, Draft, Standing, draft
from waraq.interface import Interface
from waraq.languages import Language
from waraq.pages import outline, shared, templates
from waraq.pages.addresses import relative
from waraq.pages.html import PageTranslator
from waraq.pages.own import OWN_PAGES, SEARCH, TAKE
from waraq.pages.reading_time import minutes
from waraq.pages.records import LanguageLink, Link, Page, Progress, SheetLink
from waraq.pages.setting import Setting
from waraq.pages.walking import walk
from waraq.paths import HANDOUTS
from waraq.settings import LanguageSettings, Settings
from waraq.sphinx_ext import private
from waraq.sphinx_ext.source_list import FURTHER
from waraq.sphinx_ext.translation import UNTRANSLATED

LONGEST_MENU = 30


@dataclass(frozen=True)
class PageSet:
    """One language's pages, resolved and ready to be written.

    ``doctrees`` are translated and resolved; ``untranslated`` names the pages
    that hold text of the source; ``root`` is the site's root as seen from a
    language's folder (``""`` where the folder is the whole output);
    ``searchable`` tells whether a search page is written beside them;
    ``standing`` how far a page of a language has come, by tag and docname.
    """

    app: Sphinx
    settings: Settings
    published: Sequence[LanguageSettings]
    language: LanguageSettings
    interface: Interface
    doctrees: Mapping[str, nodes.document]
    untranslated: frozenset[str]
    shared_styles: bool = True
    searchable: bool = False
    standing: Callable[[str, str], Standing | None] = lambda tag, docname: None

    @property
    def tag(self) -> str:
        """The language's folder in the site."""
        return self.language.tag

    @property
    def setting(self) -> Setting:
        """How its text is set in a browser."""
        return Setting(self.language.language, self.settings.source, self.interface)

    def with_page(self, docname: str, doctree: nodes.document, untranslated: bool) -> PageSet:
        """The same set with just one page in it."""
        return replace(
            self,
            doctrees={docname: doctree},
            untranslated=frozenset({docname} if untranslated else ()),
        )

    @cached_property
    def order(self) -> list[str]:
        """The pages in reading order, the start page first."""
        return reading_order(self.app)

    @cached_property
    def _positions(self) -> dict[str, int]:
        return {docname: position for position, docname in enumerate(self.order)}

    def path(self, docname: str, tag: str | None = None) -> str:
        """Where a page lies below the site's root."""
        return f"{tag or self.tag}/{docname}.html"

    def title(self, docname: str) -> str:
        """A page's title as plain text."""
        return str(self.app.env.titles[docname].astext())

    def title_tag(self, docname: str) -> str:
        """The language of a page's title, where it is not this one."""
        return str(self.app.env.titles[docname].get(UNTRANSLATED, ""))

    def body(
        self,
        docname: str,
        setting: Setting | None = None,
        *,
        cut: Callable[[nodes.document], None] = lambda doctree: None,
        last: bool = False,
    ) -> str:
        """A page's text as HTML.

        Writing changes a doctree, so a copy is written, but for the *last* time.

        :param cut: takes away from the copy what is not wanted, or marks its parts
        """
        doctree = self.doctrees[docname] if last else self.doctrees[docname].deepcopy()
        builder = private.begin_page(self.app, docname)
        doctree.settings = builder.docsettings
        doctree.reporter = self.doctrees[docname].reporter
        if setting is not None and setting.medium == "print" and docname.startswith(HANDOUTS):
            _shorten_sources(doctree)
        cut(doctree)
        translator = PageTranslator(doctree, builder, setting or self.setting)
        walk(doctree, translator)
        return "".join(translator.fragment)

    def page(
        self,
        docname: str,
        sheets: Sequence[SheetLink] = (),
        body: str | None = None,
        *,
        last: bool = False,
    ) -> Page:
        """What the templates need to know of one page.

        :param body: the text, where it is not the one that browsers get
        :param last: whether the page's doctree may be used up
        """
        here = self.path(docname)
        description = outline.description(self.doctrees[docname])
        position = self._positions.get(docname, -1)
        before = self.order[position - 1] if position > 0 else None
        after = self.order[position + 1] if 0 <= position < len(self.order) - 1 else None
        return replace(
            self.frame(docname, self.title(docname)),
            title_tag=self.title_tag(docname),
            description=description.get("content", ""),
            description_tag=description.get(UNTRANSLATED, ""),
            body=templates.markup(self.body(docname, last=last) if body is None else body),
            untranslated=docname in self.untranslated,
            contents=tuple(outline.sections(self.doctrees[docname])),
            trail=tuple(self._trail(docname)),
            previous=self._link(here, before) if before else None,
            next=self._link(here, after) if after else None,
            sheets=tuple(self.seen_from(here, each) for each in sheets if each.page_href == here),
            is_handout=docname.startswith(HANDOUTS),
            minutes=minutes(self.doctrees[docname]),
            checked=date_in_words(self.settings, self.language.language),
        )

    def frame(self, docname: str, title: str) -> Page:
        """What surrounds the text of a page, which need not be one of the sources'."""
        here = self.path(docname)
        root = self.order[0]
        static = "" if self.shared_styles else f"{self.tag}/"
        languages = tuple(self._language_link(each, docname) for each in self.published)
        return Page(
            docname=docname,
            title=title,
            title_tag="",
            description="",
            description_tag="",
            body=templates.markup(""),
            untranslated=False,
            site_title=self.interface.plain(self.settings.title),
            home=relative(here, self.path(root)),
            search=relative(here, self.path(SEARCH)) if self.searchable else "",
            stylesheet=relative(here, static + shared.stylesheet(self.tag)),
            special=relative(here, static + shared.SPECIAL) if docname in OWN_PAGES else "",
            script=relative(here, static + shared.SCRIPT),
            icon=relative(here, static + shared.ICON),
            address=self.settings.address + here,
            contents=(),
            language=next(each for each in languages if each.tag == self.tag),
            source_language=self._language_link(
                self.settings.of(self.settings.source.tag), docname
            ),
            languages=languages,
            trail=(self._link(here, root),),
            menu=tuple(self._menu(docname, self._positions.get(docname, -1))),
            previous=None,
            next=None,
            draft=self._draft(self.language, docname),
            progress=self._progress(docname),
            how_we_check=relative(here, self.path(self.settings.how_we_check)),
            sheets=(),
            is_handout=False,
            minutes=0,
            checked="",
            contact=self.settings.contact,
        )

    def seen_from(self, here: str, sheet: SheetLink) -> SheetLink:
        """A sheet's addresses, given from the root, as links on the page *here*."""
        return replace(
            sheet, href=relative(here, sheet.href), page_href=relative(here, sheet.page_href)
        )

    def _link(self, here: str, docname: str, current: str | None = None) -> Link:
        href = relative(here, self.path(docname))
        return Link(self.title(docname), href, docname == current, self.title_tag(docname))

    def _menu(self, docname: str, position: int) -> Iterator[Link]:
        """Every page; of many, only those around this one: no page lists all of hundreds.

        Where one page lists all handouts, the others lead to that one.
        """
        order = self.order[1:]
        gathered = self.searchable and not docname.startswith(HANDOUTS)
        if gathered:
            order = [each for each in order if not each.startswith(HANDOUTS)]
        if len(order) > LONGEST_MENU:
            first = max(0, min(position - 1 - LONGEST_MENU // 2, len(order) - LONGEST_MENU))
            order = order[first : first + LONGEST_MENU]
        for each in order:
            yield self._link(self.path(docname), each, docname)
        if gathered:
            title = self.interface.plain("Take it with you")
            yield Link(title, relative(self.path(docname), self.path(TAKE)), docname == TAKE)

    def _trail(self, docname: str) -> Iterator[Link]:
        if "/" in docname:
            yield self._link(self.path(docname), self.order[0])

    def _language_link(self, other: LanguageSettings, docname: str) -> LanguageLink:
        language = other.language
        standing = self._standing(other.tag, docname)
        return LanguageLink(
            tag=language.tag,
            name=language.name,
            english_name=language.english_name,
            name_here=language.name_in(self.language.language),
            direction=language.direction,
            href=relative(self.path(docname), self.path(docname, language.tag)),
            address=self.settings.address + self.path(docname, language.tag),
            current=language.tag == self.tag,
            draft=self._draft(other, docname),
            partial=standing is not None and standing.translated < WHOLE,
            checked=standing is not None and standing.reviewed == WHOLE,
        )

    def _standing(self, tag: str, docname: str) -> Standing | None:
        """None for pages that a build writes itself: no catalog is theirs."""
        return None if docname in OWN_PAGES else self.standing(tag, docname)

    def _draft(self, language: LanguageSettings, docname: str) -> Draft:
        """That of the page; one that a build writes itself is as its language."""
        return draft(language, self.standing(language.tag, "" if docname in OWN_PAGES else docname))

    def _progress(self, docname: str) -> Progress | None:
        standing = self._standing(self.tag, docname)
        if standing is None:
            return None
        language = self.language.language
        return Progress(
            language.percent_in_words(standing.translated),
            language.percent_in_words(standing.reviewed),
            language.day_in_words(standing.since) if standing.since else "",
            language.day_in_words(standing.behind) if standing.behind else "",
        )


def reading_order(app: Sphinx) -> list[str]:
    """The pages that tables of contents lead to, in their order, the start page first."""
    includes = app.env.toctree_includes

    def below(docname: str) -> Iterator[str]:
        yield docname
        for child in includes.get(docname, ()):
            yield from below(child)

    return list(dict.fromkeys(below(str(app.config.root_doc))))


def date_in_words(settings: Settings, language: Language) -> str:
    """The day the content was last checked, as *language* writes dates."""
    return language.day_in_words(settings.checked)


def _shorten_sources(doctree: nodes.document) -> None:
    """A handout has room for one source a statement, and not for what kinds of statement it has.

    The page that its code leads to has all of them.
    """
    for kind in (nodes.footnote_reference, nodes.footnote):
        for node in list(doctree.findall(kind)):
            if FURTHER in node["classes"]:
                node.parent.remove(node)
    for note in doctree.findall(nodes.footnote):
        for inline in list(note.findall(nodes.inline)):
            if "kind" in inline["classes"]:
                inline.parent.remove(inline)
