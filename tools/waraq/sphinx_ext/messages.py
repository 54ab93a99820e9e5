"""The messages of a page: every text of it that translators see, and its node.

Extraction and translation both go through ``messages``, so what is asked of a
translator is just what a translation can reach.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from docutils import nodes
from sphinx.util.nodes import extract_messages


@dataclass(frozen=True)
class Message:
    """One text of a page: its node, its Markdown, and the line it begins on."""

    node: nodes.Element
    msgid: str
    line: int


def messages(doctree: nodes.document) -> Iterator[Message]:
    """Every message in the order of the page."""
    for node, msgid in extract_messages(doctree):
        if isinstance(node, nodes.label):
            continue
        yield Message(node, msgid, _line(node))


def _line(node: nodes.Node) -> int:
    current: nodes.Node | None = node
    while current is not None:
        if current.line:
            return int(current.line)
        current = current.parent
    return 0
