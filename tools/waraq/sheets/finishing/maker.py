"""What the makers of single elements need of the tree that they are for."""

from __future__ import annotations

from typing import Protocol
from xml.etree.ElementTree import Element

from waraq.sheets.finishing.elements import Item, Node, Place
from waraq.sheets.finishing.sheet import Sheet


class Maker(Protocol):
    """Makes nodes of the elements within an element."""

    sheet: Sheet

    def place(self, element: Element, around: Place) -> Place:
        """Language and direction of an element's text."""

    def content(self, element: Element, place: Place) -> list[Item]:
        """What stands in an element."""

    def blocks(self, element: Element, place: Place, *, alone: bool = False) -> tuple[Node, ...]:
        """What stands in an element that begins a line of its own."""

    def node(self, role: str, element: Element, place: Place) -> Node:
        """An element that holds blocks, or lines if there are only such."""

    def anchors(self, element: Element) -> tuple[str, ...]:
        """The fragment that leads to an element."""
