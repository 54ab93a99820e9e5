"""What WeasyPrint paints: each run of letters and each picture, with the element that it is from.

Private of WeasyPrint 70 are here ``Stream._tags``, ``Page._page_box``, the fields of boxes and the
order in which marked content stands in a stream, and nowhere else; ``tests/print/test_tags.py``
fails when they change.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element

import pydyf
from weasyprint.document import Document, Page
from weasyprint.formatting_structure import boxes

from waraq.problems import WaraqError

POINTS = 0.75
"""Points in a CSS pixel: 72 to the inch, and 96."""

REACH = (6, 12)
"""The least width and height of a link in points: marks stand close to each other."""

HIDDEN = re.compile("[\u00ad\u2060\u2066-\u2069]")
"""What is put into the text of a sheet for its lines only: hyphens, joints and isolates."""

Area = tuple[float, float, float, float]
"""Left, lower, right and upper edge in points from the page's lower left corner."""


class UntaggableError(WaraqError):
    """A sheet whose text cannot be followed from the source to the paper."""


@dataclass(frozen=True, eq=False)
class Leaf:
    """A run of letters on one line, or a picture."""

    page: int
    mark: int
    """Its number in the page's stream, as painted."""
    element: Element | None
    part: str
    """"" for the element's own; ``marker``, ``before``, ``after``: what style sheets add to it."""
    text: str
    area: Area
    margin: str
    """Where it stands when it runs in a margin, as ``@bottom-center``."""
    block: bool
    """Whether it has lines of its own, as a picture between paragraphs."""


@dataclass(frozen=True, eq=False)
class Painted:
    """A link's area on a page, as an annotation."""

    page: int
    element: Element
    annotation: Any


class MarkedPage(Page):  # type: ignore[misc]
    """A page of which every run of letters can be found again in its stream.

    WeasyPrint marks text only when it makes a tree of tags, too; ours replaces that.
    """

    def __init__(self, page: Page) -> None:
        self.__dict__.update(page.__dict__)
        self.bookmarks = [(at, shown(label), *more) for at, label, *more in page.bookmarks]
        self.stream: Any = None

    def paint(self, stream: Any, scale: float = 1) -> None:
        """Paint the page, with a mark around each run."""
        stream._tags = {}
        super().paint(stream, scale)
        self.stream = stream

    def leaves(self, number: int) -> Iterator[Leaf]:
        """What was painted, in that order."""
        margins = dict(_margins(self._page_box))
        for box, mark in self.stream._tags.items():
            part = (box.element_tag or "").partition("::")[2]
            yield Leaf(
                number,
                mark["mcid"],
                box.element,
                "" if part in {"first-letter", "first-line"} else part,
                getattr(box, "text", ""),
                self._area(box),
                margins.get(id(box), ""),
                box.is_in_normal_flow() and box.style["display"][0] == "block",
            )

    def areas(self, number: int) -> Iterator[Painted]:
        """The areas that lead somewhere, each large enough to be hit.

        What a style sheet adds to a link is none of its own.
        """
        for _, _, _, box in self.links:
            if not box.link_annotation:
                continue
            if "::" in (box.element_tag or "") or not box.width:
                box.link_annotation.clear()  # it stays in the file, with nothing in it
                continue
            box.link_annotation["Rect"] = pydyf.Array(_within_reach(box))
            yield Painted(number, box.element, box.link_annotation)

    def _area(self, box: Any) -> Area:
        left, top = box.content_box_x(), box.content_box_y()
        return (
            left * POINTS,
            (self.height - top - box.height) * POINTS,
            (left + box.width) * POINTS,
            (self.height - top) * POINTS,
        )


def off_the_paper(pages: Sequence[Page], leaves: Iterable[Leaf]) -> Iterator[Leaf]:
    """What readers would not see: a word that is too long, a foot that is too high."""
    for leaf in leaves:
        left, low, right, high = leaf.area
        width, height = pages[leaf.page].width * POINTS, pages[leaf.page].height * POINTS
        if min(left, low) < -1 or right > width + 1 or high > height + 1:
            yield leaf


def shown(text: str) -> str:
    """Text without what only lines need."""
    return HIDDEN.sub("", text)


def marked(document: Document, colours: dict[str, Any]) -> Document:
    """The document with pages that keep account of what they paint.

    :param colours: the profile of the colours, if the file must have one
    """
    copy = document.copy([MarkedPage(page) for page in document.pages])
    copy.color_profiles = document.color_profiles | colours
    return copy


def root(page: Page) -> Element:
    """The sheet's <html>."""
    element: Element = page._page_box.children[0].element
    return element


def _within_reach(box: Any) -> Area:
    """The area of a link. That of a line without height has none in WeasyPrint."""
    left, high, right, low = map(float, box.link_annotation["Rect"])
    if isinstance(box, boxes.InlineBox):
        high -= min(0, box.margin_top) * POINTS
        low += min(0, box.margin_bottom) * POINTS
    aside, above = max(0, REACH[0] - (right - left)) / 2, max(0, REACH[1] - (high - low)) / 2
    return (left - aside, low - above, right + aside, high + above)


def _margins(page_box: Any) -> Iterator[tuple[int, str]]:
    """Each box in a margin, by its id, with the margin's name."""
    for child in page_box.children:
        if keyword := getattr(child, "at_keyword", ""):
            yield from ((id(box), keyword) for box in _inside(child))


def _inside(box: Any) -> Iterator[Any]:
    for child in getattr(box, "children", ()):
        inner = getattr(child, "_box", child)  # of an absolutely placed one, its box
        yield inner
        yield from _inside(inner)


def renumber(
    stream: Any, kept: Container[int], artifacts: Mapping[int, pydyf.Dictionary]
) -> dict[int, int]:
    """Number the marks in *kept* from nought; make an artifact of every other one.

    An artifact within marked text, as an underline, becomes part of it: tags and
    artifacts must not stand in each other (ISO 14289-1, 7.1).

    :param artifacts: what is known of artifacts, by mark
    :returns: the new number of each mark that is kept
    """
    numbers: dict[int, int] = {}
    written: list[bool] = []
    tokens: list[Any] = []
    for token in stream.stream:
        tokens.append(token)
        if token == b"BDC":
            mark = tokens[-2]["MCID"]
            if mark in kept:
                numbers[mark] = len(numbers)
                tokens[-2] = pydyf.Dictionary({"MCID": numbers[mark]})
            else:
                tokens[-3:] = ["/Artifact", artifacts[mark], b"BDC"]
            written.append(True)
        elif token == b"BMC":
            written.append(not written)
            if not written[-1]:
                del tokens[-2:]
        elif token == b"EMC" and not written.pop():
            tokens.pop()
    stream.stream[:] = tokens
    return numbers
