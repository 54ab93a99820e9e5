"""What can be found on a page: its title, its headings with their anchors, its sentences.

The lists of sources under the pages are left out: they would double what a
reader loads. A page that lists all sources has them among its own sentences.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from docutils import nodes

from waraq.pages.search.sentences import sentences
from waraq.pages.search.words import SILENT, Words, joined, said, words

BETWEEN_CELLS = " · "


@dataclass
class Passage:
    """What stands under one heading; ``anchor`` is empty at the top of a page."""

    anchor: str
    heading: Words
    sentences: list[Words] = field(default_factory=list)
    term: bool = False
    """Whether its heading is a term that is explained."""


def passages(doctree: nodes.document, title: str) -> list[Passage]:
    """The passages of a page in their order; the first is headed by the page's title."""
    page = _Page(title)
    page.read(doctree.children)
    return page.found


class _Page:
    def __init__(self, title: str) -> None:
        self.found = [Passage("", said(title))]
        self._current = self.found[0]
        self._has_title = False

    def read(self, children: Iterable[nodes.Node]) -> None:
        """Go through parts of the page in their order."""
        for child in children:
            if not isinstance(child, nodes.Element) or isinstance(child, SILENT):
                continue
            match child:
                case nodes.section():
                    self._section(child)
                case nodes.definition_list_item():
                    self._explained(child)
                case nodes.row():
                    self._row(child)
                case nodes.TextElement():
                    self._say(words(child))
                case _:
                    self.read(child.children)

    def _section(self, section: nodes.section) -> None:
        if not isinstance(section[0], nodes.title):
            self.read(section.children)
            return
        if self._has_title:
            self._under(section["ids"][0], words(section[0]))
        else:
            self.found[0].heading = words(section[0])
            self._has_title = True
        self.read(section.children[1:])

    def _explained(self, item: nodes.definition_list_item) -> None:
        """A term is a heading if it has an anchor; what comes after it belongs to the section."""
        term = item[0]
        if not isinstance(term, nodes.term) or not term["ids"]:
            self.read(item.children)
            return
        section = self._current
        self._under(term["ids"][0], words(term))
        self._current.term = True
        self.read(item.children[1:])
        self._current = section

    def _row(self, row: nodes.row) -> None:
        """A row of a table is one sentence."""
        cells = [cell for entry in row.findall(nodes.entry) if (cell := words(entry)).text]
        if cells:
            self._current.sentences.append(joined(cells, BETWEEN_CELLS))

    def _under(self, anchor: str, heading: Words) -> None:
        self._current = Passage(anchor, heading)
        self.found.append(self._current)

    def _say(self, what: Words) -> None:
        self._current.sentences += what.cut(sentences(what.text))
