"""Lists: items with their numbers, words with their meanings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from waraq.sheets.finishing import notes
from waraq.sheets.finishing.elements import Item, Node, Place
from waraq.sheets.finishing.maker import Maker

NUMBERING = (
    (re.compile("[•\uf0b7]"), "/Disc"),
    (re.compile("[◦○]"), "/Circle"),
    (re.compile("[▪■]"), "/Square"),
    (re.compile("i"), "/LowerRoman"),
    (re.compile("I"), "/UpperRoman"),
    (re.compile("[a-z]"), "/LowerAlpha"),
    (re.compile("[A-Z]"), "/UpperAlpha"),
    (re.compile(r"\d"), "/Decimal"),
)
"""What the first label of a list begins with, and what that is called (ISO 32000-1, table 347)."""


def numbered(tree: Maker, element: Element, place: Place) -> list[Item]:
    """An <ol> or <ul>; without numbers or bullets if the style sheet shows none."""
    items = [child for child in element if child.tag == "li" and child in tree.sheet.shown]
    labels = (leaf.text for item in items for leaf in tree.sheet.part(item, "marker"))
    first = next(labels, "").strip()
    numbering = next((name for begins, name in NUMBERING if begins.match(first)), "/None")
    nodes = tuple(_item(tree, item, tree.place(item, place)) for item in items)
    return [_list(tree, element, place, nodes, numbering)]


def definitions(tree: Maker, element: Element, place: Place) -> list[Item]:
    """A <dl>: a word is the item's label, its meaning the body (ISO 32000-1, table 336)."""
    nodes: list[Node] = []
    labels: list[Node] = []
    bodies: list[Node] = []
    for child in [*_groups(element), None]:
        if bodies and (child is None or child.tag == "dt"):
            nodes.append(Node("LI", place, (*labels, _body(bodies))))
            labels, bodies = [], []
        if child is not None and child in tree.sheet.shown:
            term = child.tag == "dt"
            role, found = ("Lbl", labels) if term else ("LBody", bodies)
            found.append(tree.node(role, child, tree.place(child, place)))
    if labels:
        nodes.append(Node("LI", place, tuple(labels)))
    return [_list(tree, element, place, tuple(nodes), "/None")]


def _groups(element: Element) -> Iterator[Element]:
    """The <dt> and <dd>, be they in a <div> or not."""
    for child in element:
        if child.tag in {"dt", "dd"}:
            yield child
        elif child.tag == "div":
            yield from _groups(child)


def _body(bodies: list[Node]) -> Node:
    """One LBody, for an item has no more."""
    if len(bodies) == 1:
        return bodies[0]
    parts = tuple(Node("Div", body.place, body.kids, anchors=body.anchors) for body in bodies)
    return Node("LBody", bodies[0].place, parts)


def _list(
    tree: Maker, element: Element, place: Place, items: tuple[Node, ...], numbering: str
) -> Node:
    attributes = {"List": {"ListNumbering": numbering}}
    return Node("L", place, items, anchors=tree.anchors(element), attributes=attributes)


def _item(tree: Maker, element: Element, place: Place) -> Node:
    leaves = tree.sheet.part(element, "marker")
    body = notes.note(tree, element, place) or tree.node("LBody", element, place)
    if not leaves:
        return Node("LI", place, (body,))
    number = "".join(leaf.text for leaf in leaves).strip()
    span = Node("Span", place, leaves, text=number)
    if way := notes.way_back(element, leaves):
        return Node("LI", place, (Node("Lbl", place, (Node("Link", place, (way, span)),)), body))
    return Node("LI", place, (Node("Lbl", place, (span,)), body))
