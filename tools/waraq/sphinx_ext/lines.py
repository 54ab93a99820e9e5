"""On which line of its source an element is written, where Sphinx knows only a paragraph's."""

from __future__ import annotations

from docutils import nodes


def line_of(node: nodes.Node) -> int:
    """The line of an element, also within a paragraph; 0 where nothing around it has one.

    What stands within a paragraph has that one's first line for its own, or none.
    """
    current = node
    breaks = 0
    while (parent := current.parent) is not None:
        if isinstance(parent, nodes.TextElement):
            before = parent.children[: parent.index(current)]
            breaks += sum(each.astext().count("\n") for each in before)
        elif current.line:
            break
        current = parent
    return int(current.line or 0) + breaks
