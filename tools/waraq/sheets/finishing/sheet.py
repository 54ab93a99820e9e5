"""All that was painted of a sheet, by element of its source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property
from xml.etree.ElementTree import Element

from waraq.sheets.finishing.painting import Leaf, MarkedPage, Painted
from waraq.sheets.finishing.text import Stretch, stretches

HEARD = "data-heard"
"""What is in a margin of the first page and no artifact has it: "first" or "last"."""


class Sheet:
    """Finds what was painted of an element; what recurs on each page is left out."""

    def __init__(self, root: Element, pages: Sequence[MarkedPage]) -> None:
        self.root = root
        self._parents = {child: parent for parent in root.iter() for child in parent}
        self.leaves = [leaf for number, page in enumerate(pages) for leaf in page.leaves(number)]
        self._links: defaultdict[Element, list[Painted]] = defaultdict(list)
        for number, page in enumerate(pages):
            for link in page.areas(number):
                self._links[link.element].append(link)
        self._heads = self._first_pages_of_heads()
        self._by_element: defaultdict[tuple[Element, str], list[Leaf]] = defaultdict(list)
        for leaf in self.leaves:
            if leaf.element is not None and not self._recurs(leaf):
                self._by_element[leaf.element, leaf.part].append(leaf)

    def part(self, element: Element, name: str) -> tuple[Leaf, ...]:
        """What a style sheet adds to an element: its ``marker``, ``before``, ``after``."""
        return tuple(self._by_element.get((element, name), ()))

    def stretches(self, element: Element) -> list[Stretch]:
        """The element's own texts with their runs; none if it is not displayed."""
        leaves = self._by_element.get((element, ""), [])
        if leaves or element in self.shown:
            return stretches(element, leaves)
        return []

    def annotations(self, element: Element) -> tuple[Painted, ...]:
        """The areas of a link that are not only in what recurs."""
        return tuple(self._links.get(element, ()))

    @cached_property
    def shown(self) -> frozenset[Element]:
        """The elements of which something was painted, and all around them."""
        return frozenset(each for element, _ in self._by_element for each in self._upwards(element))

    def _upwards(self, element: Element) -> Iterator[Element]:
        """The element and all that it stands in."""
        found: Element | None = element
        while found is not None:
            yield found
            found = self._parents.get(found)

    def _head(self, leaf: Leaf) -> Element | None:
        """The <thead> that a leaf stands in."""
        if leaf.element is None:
            return None
        return next((each for each in self._upwards(leaf.element) if each.tag == "thead"), None)

    def _first_pages_of_heads(self) -> dict[Element, int]:
        first: dict[Element, int] = {}
        for leaf in self.leaves:
            if (head := self._head(leaf)) is not None:
                first.setdefault(head, leaf.page)
        return first

    def _recurs(self, leaf: Leaf) -> bool:
        """Whether it is there for the page's sake: in a margin, or a table's head come again."""
        if leaf.margin:
            heard = leaf.element is not None and any(
                HEARD in each.attrib for each in self._upwards(leaf.element)
            )
            return leaf.page > 0 or not heard
        head = self._head(leaf)
        return head is not None and leaf.page > self._heads[head]
