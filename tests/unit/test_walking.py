"""The walk through a doctree: every visitor sees what docutils' own would show it."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from docutils import nodes
from docutils.utils import new_document

from waraq.pages.walking import walk


class Narrator(nodes.NodeVisitor):
    """Notes where it is led; does as *orders* say when it comes to a node of that name."""

    def __init__(self, document: nodes.document, orders: dict[str, type[Exception]]) -> None:
        super().__init__(document)
        self.orders = orders
        self.story: list[str] = []

    def unknown_visit(self, node: nodes.Node) -> None:
        self._tell("to", node)
        if order := self.orders.get(type(node).__name__):
            raise order

    def unknown_departure(self, node: nodes.Node) -> None:
        self._tell("from", node)
        if order := self.orders.get(f"from {type(node).__name__}"):
            raise order

    def visit_paragraph(self, node: nodes.Node) -> None:
        self._tell("to the paragraph", node)

    def _tell(self, where: str, node: nodes.Node) -> None:
        self.story.append(f"{where} {type(node).__name__} {node.astext()[:20]!r}")


def page() -> nodes.document:
    document = new_document("page")
    document += nodes.section(
        "",
        nodes.title("", "Title"),
        nodes.paragraph("", "", nodes.strong("", "one"), nodes.emphasis("", "two")),
        nodes.paragraph("", "three"),
    )
    document += nodes.comment("", "last")
    return document


def told(orders: dict[str, type[Exception]], *, by_docutils: bool) -> Iterable[str]:
    document = page()
    narrator = Narrator(document, orders)
    if by_docutils:
        document.walkabout(narrator)
    else:
        walk(document, narrator)
    return narrator.story


ORDERS: list[dict[str, type[Exception]]] = [
    {},
    {"strong": nodes.SkipNode},
    {"section": nodes.SkipNode},
    {"strong": nodes.SkipSiblings},
    {"title": nodes.SkipSiblings},
    {"section": nodes.SkipChildren},
    {"section": nodes.SkipDeparture},
    {"strong": nodes.SkipDeparture, "emphasis": nodes.SkipChildren},
    {"strong": nodes.StopTraversal},
    {"title": nodes.StopTraversal},
    {"from title": nodes.SkipSiblings},
]


@pytest.mark.parametrize("orders", ORDERS, ids=str)
def test_the_walk_is_that_of_docutils(orders: dict[str, type[Exception]]) -> None:
    assert told(orders, by_docutils=False) == told(orders, by_docutils=True)


def test_the_nearest_base_class_with_a_method_is_asked() -> None:
    class Note(nodes.paragraph):
        """Of no visitor's own."""

    document = new_document("page")
    document += Note("", "words")
    narrator = Narrator(document, {})
    walk(document, narrator)
    assert "to the paragraph Note 'words'" in narrator.story
