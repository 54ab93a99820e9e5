"""Elements of the structure tree, as values: what a PDF says of its content (ISO 32000-1, 14.7)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from waraq.sheets.finishing.painting import Area, Leaf, Painted

INLINE = frozenset({"Code", "Figure", "Link", "Quote", "Reference", "Span"})
"""Roles of what stands in a line; a figure may."""


@dataclass(frozen=True)
class Place:
    """What text has from the elements around it."""

    language: str
    direction: str


@dataclass(frozen=True)
class Piece:
    """Text that has no element of its own yet."""

    text: str
    leaves: tuple[Leaf, ...]
    place: Place


@dataclass(frozen=True, eq=False)
class WayBack:
    """A link from a note to where it is referred to, laid over the note's number."""

    page: int
    area: Area
    target: str
    words: str


Kid = Leaf | Painted | WayBack


@dataclass(frozen=True, eq=False)
class Node:
    """One structure element."""

    role: str
    place: Place
    kids: tuple[Node | Kid, ...] = ()
    text: str = ""
    """Its text in logical order (ActualText); "" if its kids have that."""
    alternative: str = ""
    name: str = ""
    """What it is called in the file (ID)."""
    anchors: tuple[str, ...] = ()
    """The fragments of addresses that lead to it."""
    attributes: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """By owner: Layout, List, Table."""

    def walk(self) -> Iterator[Node]:
        """Itself and all nodes below, in order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Node):
                yield from kid.walk()

    def words(self) -> str:
        """The text of all that is in it."""
        return "".join(node.text or node.alternative for node in self.walk())


Item = Piece | Node


def is_inline(item: Item) -> bool:
    """Whether it stands in a line with what is beside it."""
    return isinstance(item, Piece) or item.role in INLINE


def spans(items: list[Item]) -> tuple[Node, ...]:
    """The items of a line: neighbouring pieces of one language become one Span.

    A space that was not painted, at the end of a line, belongs to the Span before it or
    else to the one after it.
    """
    nodes: list[Node] = []
    owed = ""
    for item in items:
        last = nodes[-1] if nodes else None
        if isinstance(item, Node):
            if owed and last:
                nodes[-1] = _followed(last, owed)
            nodes.append(item)
            owed = ""
        elif last and last.role == "Span" and (last.place == item.place or not item.leaves):
            leaves = (*last.kids, *item.leaves)
            nodes[-1] = replace(last, kids=leaves, text=last.text + item.text)
        elif item.leaves:
            nodes.append(Node("Span", item.place, item.leaves, text=owed + item.text))
            owed = ""
        elif last:
            owed = item.text
    if nodes and nodes[-1].role == "Span":
        nodes[-1] = replace(nodes[-1], text=nodes[-1].text.rstrip())
    return tuple(nodes)


def _followed(node: Node, space: str) -> Node:
    """The node with a space after its text."""
    if node.text:
        return replace(node, text=node.text + space)
    if node.kids and isinstance(last := node.kids[-1], Node):
        return replace(node, kids=(*node.kids[:-1], _followed(last, space)))
    return node


def flow(items: list[Item], place: Place, *, alone: bool = False) -> tuple[Node, ...]:
    """Blocks, with a P around each stretch of lines between them.

    :param alone: leave lines without a P if there are no blocks beside them
    """
    if alone and all(map(is_inline, items)):
        return spans(items)
    blocks: list[Node] = []
    line: list[Item] = []
    for item in [*items, None]:
        if item is not None and is_inline(item):
            line.append(item)
            continue
        nodes = spans(line)
        if any(node.role != "Figure" for node in nodes):
            blocks.append(Node("P", place, nodes))
        else:
            blocks += nodes
        line = []
        if isinstance(item, Node):
            blocks.append(item)
    return tuple(blocks)
