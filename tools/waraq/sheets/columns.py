"""A handout in two languages, block beside block.

A translated doctree has the blocks of its source, one for one, so what the
source's writer made of each block and what the language's writer made of it
belong together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from docutils import nodes

from waraq.languages import Language
from waraq.pages import templates
from waraq.pages.pageset import PageSet
from waraq.pages.records import Pair
from waraq.pages.setting import Setting
from waraq.settings import Settings
from waraq.sheets import cutting
from waraq.sheets.editions import EDITIONS
from waraq.sheets.shared_table import shared_table

MARK = re.compile(r'href="#source-(\d+)">\1<')
MARKS = re.compile(r'(?:<a class="mark\b[^>]*>\d+</a>)+')
"""Source marks side by side."""

OWN_NAMES = re.compile(r'\b(id|aria-labelledby)="|\bhref="#(?!source-)')
"""Names of places, of which a document may have each but once."""

TITLE = re.compile(r"<h1\b([^>]*)>(.*?)</h1>", re.DOTALL)
"""A document has one title: that of the source beside it is a paragraph that looks like one."""


@dataclass(frozen=True)
class Blocks:
    """The blocks of one handout in the source's language, and what its marks stand for."""

    html: tuple[str, ...]
    sources: Mapping[str, str]
    """The key of each source, by its number on this page."""


def source_blocks(pages: PageSet) -> dict[str, Blocks]:
    """The blocks of each handout that another language will set beside its own, by docname."""
    found = {}
    for docname in pages.order:
        if has_columns(pages.settings, docname):
            html = cutting.blocks(pages.body(docname, _print(pages), cut=cutting.mark_blocks))
            found[docname] = Blocks(tuple(html), _numbers(pages.doctrees[docname]))
    return found


def has_columns(settings: Settings, docname: str) -> bool:
    """Whether a page has an edition in two languages."""
    return any(EDITIONS[name].beside_source for name in settings.sheets_of(docname))


def pairs(
    body: str, beside: Blocks, doctree: nodes.document, source_language: Language
) -> Iterator[Pair]:
    """Each block of a text whose blocks were marked, with the same in the source.

    :param doctree: the page's own, which says what its marks stand for
    """
    own = {key: number for number, key in _numbers(doctree).items()}

    def renumbered(marks: re.Match[str]) -> str:
        here = (own[beside.sources[each]] for each in MARK.findall(marks[0]))
        numbers = iter(sorted(here, key=int))
        return MARK.sub(lambda _: 'href="#source-{0}">{0}<'.format(next(numbers)), marks[0])

    def renamed(place: re.Match[str]) -> str:
        return f"{place[0]}{source_language.tag}-"

    for here, source in zip(cutting.blocks(body), beside.html, strict=True):
        theirs = OWN_NAMES.sub(renamed, MARKS.sub(renumbered, source))
        theirs = TITLE.sub(r'<p class="title"\1>\2</p>', theirs)
        wide = "<table" in here
        shared = shared_table(here, theirs, source_language) if wide else None
        yield Pair(
            templates.markup(shared or here), templates.markup("" if shared else theirs), wide
        )


def headed_in_both(sources: str, source_language: Language) -> str:
    """The list of sources, which stands once, with its heading in English, too.

    The theme's words are English: of another source language nobody has asked for them here.
    """
    if source_language.tag != "en":
        return sources
    return sources.replace("</h2>", ' <span lang="en" dir="ltr">Sources</span></h2>', 1)


def _numbers(doctree: nodes.document) -> dict[str, str]:
    return {note[0].astext(): note["ids"][0] for note in doctree.findall(nodes.footnote)}


def _print(pages: PageSet) -> Setting:
    setting = pages.setting
    return Setting(setting.language, setting.source, setting.interface, "print")
