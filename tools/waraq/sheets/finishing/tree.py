"""The structure tree of a sheet, made from the elements of its source in their order.

To tag another element of HTML, add it to ``ROLES``, or a method to ``_SPECIAL``. What is in neither
table is no element of the tree: what stands in it goes to the element around it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from xml.etree.ElementTree import Element

from waraq.sheets.finishing import figures, lists, notes, tables
from waraq.sheets.finishing.elements import Item, Node, Piece, Place, flow, spans
from waraq.sheets.finishing.painting import Leaf, shown
from waraq.sheets.finishing.sheet import HEARD, Sheet

ROLES = {
    "address": "P",
    "article": "Art",
    "aside": "Sect",
    "blockquote": "BlockQuote",
    "code": "Code",
    "figcaption": "Caption",
    "figure": "Div",
    "nav": "Sect",
    "p": "P",
    "pre": "P",
    "q": "Quote",
    "section": "Sect",
} | {f"h{level}": f"H{level}" for level in range(1, 7)}

OF_LINES = frozenset({"P", "Code", "Quote", "H1", "H2", "H3", "H4", "H5", "H6"})
"""Roles of what holds lines, and no blocks."""

# fmt: off
INLINE = frozenset([
    "a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "data", "dfn", "em", "i", "img", "kbd",
    "label", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var",
    "wbr",
])
# fmt: on
SPACE = re.compile("[ \t\r\n\f]+")
"""What HTML collapses into one space; others are the author's."""


class Tree:
    """Makes the nodes of one sheet, in the order in which they are read."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self._at_space = True
        self._last: list[tuple[Element, Place]] = []

    def document(self) -> Node:
        """The whole."""
        place = self.place(self.sheet.root, Place("", "ltr"))
        items = [item for child in self.sheet.root for item in self.items(child, place)]
        late, self._last = self._last, []
        items += [item for element, at in late for item in self._made(element, at)]
        return Node("Document", place, flow(items, place))

    def place(self, element: Element, around: Place) -> Place:
        """Language and direction of an element's text."""
        direction = element.get("dir", "")
        return Place(
            element.get("lang") or around.language,
            direction if direction in {"ltr", "rtl"} else around.direction,
        )

    def items(self, element: Element, around: Place) -> list[Item]:
        """What an element is in the tree; nothing if it is not displayed, or later."""
        if element not in self.sheet.shown:
            return []
        place = self.place(element, around)
        if element.get(HEARD) == "last":
            self._last.append((element, place))
            return []
        return self._made(element, place)

    def content(self, element: Element, place: Place) -> list[Item]:
        """What stands in an element."""
        found: list[Item] = [*self._added(element, "before", place)]
        children: Iterator[Element] = iter(element)
        for number, stretch in enumerate(self.sheet.stretches(element)):
            if number:
                found += self.items(next(children), place)
            found += self._piece(stretch.text, stretch.leaves, place)
        return [*found, *self._added(element, "after", place)]

    def blocks(self, element: Element, place: Place, *, alone: bool = False) -> tuple[Node, ...]:
        """What stands in an element that begins a line of its own."""
        self._at_space = True
        nodes = flow(self.content(element, place), place, alone=alone)
        self._at_space = True
        return nodes

    def node(self, role: str, element: Element, place: Place) -> Node:
        """An element that holds blocks, or lines if there are only such."""
        return Node(
            role, place, self.blocks(element, place, alone=True), anchors=self.anchors(element)
        )

    def anchors(self, element: Element) -> tuple[str, ...]:
        """The fragment that leads to an element."""
        return (name,) if (name := element.get("id")) else ()

    def _made(self, element: Element, place: Place) -> list[Item]:
        tag = str(element.tag)
        if special := _SPECIAL.get(tag):
            return special(self, element, place)
        role = ROLES.get(tag)
        if role in OF_LINES and tag not in INLINE:
            self._at_space = True
            nodes = spans(self.content(element, place))
            self._at_space = True
            return [Node(role, place, nodes, anchors=self.anchors(element))] if nodes else []
        if role and tag in INLINE:
            return [Node(role, place, spans(self.content(element, place)))]
        if role:
            nodes = self.blocks(element, place, alone=role == "Caption")
            return [Node(role, place, nodes, anchors=self.anchors(element))]
        if tag in INLINE:
            return self._anchored(element, self.content(element, place))
        return self._anchored(element, [*self.blocks(element, place)])

    def _anchored(self, element: Element, items: list[Item]) -> list[Item]:
        """The items of an element that is not in the tree; the first takes its anchor."""
        anchors = self.anchors(element)
        for number, item in enumerate(items):
            if anchors and isinstance(item, Node):
                items[number] = replace(item, anchors=(*anchors, *item.anchors))
                break
        return items

    def _piece(self, text: str, leaves: tuple[Leaf, ...], place: Place) -> Iterator[Piece]:
        text = SPACE.sub(" ", shown(text))
        if self._at_space:
            text = text.removeprefix(" ")
        if text or leaves:
            self._at_space = text.endswith(" ") if text else self._at_space
            yield Piece(text, leaves, place)

    def _added(self, element: Element, part: str, place: Place) -> Iterator[Piece]:
        """What style sheets add, if it has letters or figures; else it is decoration."""
        leaves = self.sheet.part(element, part)
        text = "".join(leaf.text for leaf in leaves)
        if any(map(str.isalnum, text)):
            yield from self._piece(text, leaves, place)


_Special = Callable[[Tree, Element, Place], list[Item]]


def _space(tree: Tree, element: Element, place: Place) -> list[Item]:
    return [*tree._piece(" ", (), place)]


_SPECIAL: dict[str, _Special] = {
    "a": notes.link,
    "br": _space,
    "dl": lists.definitions,
    "img": figures.figure,
    "ol": lists.numbered,
    "table": tables.table,
    "ul": lists.numbered,
    "{http://www.w3.org/2000/svg}svg": figures.figure,
}
