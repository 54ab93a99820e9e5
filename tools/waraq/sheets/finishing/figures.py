"""Pictures: what they show in words, where they are; one without words is decoration."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from waraq.sheets.finishing.elements import Item, Node, Place
from waraq.sheets.finishing.maker import Maker
from waraq.sheets.finishing.painting import shown

SVG_TITLE = "{http://www.w3.org/2000/svg}title"


def figure(tree: Maker, element: Element, place: Place) -> list[Item]:
    """A Figure with its words (Alt) and its area (BBox), in points as everything."""
    words = element.get("alt") or element.get("aria-label") or element.findtext(SVG_TITLE) or ""
    leaves = tree.sheet.part(element, "")
    if not words.strip() or not leaves:
        return []
    placement = "/Block" if leaves[0].block else "/Inline"
    return [
        Node(
            "Figure",
            place,
            leaves,
            alternative=shown(" ".join(words.split())),
            anchors=tree.anchors(element),
            attributes={"Layout": {"BBox": leaves[0].area, "Placement": placement}},
        )
    ]
