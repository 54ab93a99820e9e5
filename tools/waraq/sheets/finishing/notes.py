"""Links, and those between marks in the text and the notes that they are for, both ways.

A mark is a Reference that leads to its Note; a note's number leads back to its first mark, for
paper shows no arrow to do so. Marks have the role doc-noteref of DPUB-ARIA; notes say which mark is
their first.
"""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element

from waraq.pages.html.sources import BACK, BACK_LABEL
from waraq.sheets.finishing.elements import Item, Node, Place, WayBack, flow
from waraq.sheets.finishing.maker import Maker
from waraq.sheets.finishing.painting import Leaf


def link(tree: Maker, element: Element, place: Place) -> list[Item]:
    """A Link with its areas, in a Reference if it leads to a note; or only its text."""
    content = tree.content(element, place)
    areas = tree.sheet.annotations(element)
    if not areas:
        return content
    nodes = flow(content, place, alone=True)
    made = Node("Link", place, (*areas, *nodes), anchors=tree.anchors(element))
    if element.get("role") == "doc-noteref":
        return [Node("Reference", place, (made,))]
    return [made]


def note(tree: Maker, element: Element, place: Place) -> Node | None:
    """The body of a list item that is a note, which is one if it leads back to the text."""
    name = element.get("id")
    if name is None or BACK not in element.attrib:
        return None
    inside = Node("Note", place, tree.blocks(element, place), name=name, anchors=(name,))
    return Node("LBody", place, (inside,))


def way_back(element: Element, number: Sequence[Leaf]) -> WayBack | None:
    """A link from the note's number to its mark."""
    if BACK not in element.attrib:
        return None
    first = number[0]
    return WayBack(first.page, first.area, element.attrib[BACK], element.attrib[BACK_LABEL])
