"""A page as a tree of elements, each with the line it begins on.

Reads HTML as our writer and honest people write it, every element closed; whether it is valid is
for the Nu checker to say.
"""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser

EMPTY = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source"}
    | {"track", "wbr"}
)
"""Elements that hold nothing and are not closed (HTML, section 13.1.2)."""


class Element:
    """One element, what it says of itself and what is in it."""

    __slots__ = ("attributes", "children", "line", "parent", "tag")

    def __init__(
        self, tag: str, attributes: dict[str, str], line: int, parent: Element | None
    ) -> None:
        self.tag = tag
        self.attributes = attributes
        self.line = line
        self.parent = parent
        self.children: list[Element | str] = []

    def __str__(self) -> str:
        """The element's tag with what tells it from its like."""
        told = [
            f' {name}="{self.attributes[name]}"'
            for name in ("id", "class", "name", "property", "rel")
            if self.attributes.get(name)
        ]
        return f"<{self.tag}{''.join(told[:1])}>"

    def get(self, name: str) -> str:
        """An attribute, empty where there is none."""
        return self.attributes.get(name, "")

    def words(self, name: str) -> list[str]:
        """An attribute that is a list."""
        return self.get(name).split()

    def all(self, *tags: str) -> Iterator[Element]:
        """Every element below this one, in the order of the page; only these, if some are named."""
        for child in self.children:
            if isinstance(child, Element):
                if not tags or child.tag in tags:
                    yield child
                yield from child.all(*tags)

    def up(self) -> Iterator[Element]:
        """This element and those around it, the nearest first."""
        element: Element | None = self
        while element is not None:
            yield element
            element = element.parent

    def inherited(self, name: str) -> str:
        """An attribute of this element or of the nearest around it that has it."""
        return next((each.get(name) for each in self.up() if name in each.attributes), "")

    @property
    def is_drawn(self) -> bool:
        """Whether it is shown by itself: neither hidden in place nor kept for use elsewhere."""
        return not any(
            each.tag in {"defs", "symbol", "template"}
            or "display:none" in each.get("style").replace(" ", "")
            for each in self.up()
        )

    @property
    def text(self) -> str:
        """The text in it."""
        return "".join(
            child.text if isinstance(child, Element) else child for child in self.children
        )


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("", {}, 0, None)
        self.open = self.root

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in reversed(attrs)}
        element = Element(tag, attributes, self.getpos()[0], self.open)
        self.open.children.append(element)
        if tag not in EMPTY:
            self.open = element

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in EMPTY:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        for element in self.open.up():
            if element.tag == tag and element.parent is not None:
                self.open = element.parent
                return

    def handle_data(self, data: str) -> None:
        self.open.children.append(data)


def parse(html: str) -> Element:
    """The page as a tree; its root is no element but holds them."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.root
