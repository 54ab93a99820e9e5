"""The messages of a page: every text of it that translators see, and its node.

Extraction and translation both go through ``messages``, so what is asked of a
translator is just what a translation can reach. The texts are those that
Sphinx's gettext builder gives, so its catalogs fit, but for these: formulas and
code are never asked for, the alt text of a picture in a line is asked for once,
and cells of tables inside directives are not forgotten.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from docutils import nodes
from sphinx.config import Config
from sphinx.util.nodes import LITERAL_TYPE_NODES, extract_messages

from waraq.translate.inline import Syntax

FROM_THE_LEDGER = "from_the_ledger"
"""Set, to a file of the ledger, on a text that is a message of the ledger's catalog."""


@dataclass(frozen=True)
class Message:
    """One text of a page: its node, its Markdown, and the line it begins on."""

    node: nodes.Element
    msgid: str
    line: int
    ledger: str = ""
    """The file of the ledger that it comes from; empty for the page's own texts."""


def syntax(config: Config) -> Syntax:
    """The optional inline syntaxes that the project's sources are read with."""
    extensions = set(getattr(config, "myst_enable_extensions", ()))
    found: set[str] = set()
    if "dollarmath" in extensions:
        found.add("math")
    if "substitution" in extensions:
        found.add("substitution")
    if "html_inline" not in getattr(config, "myst_disable_syntax", ()):
        found.add("html")
    return frozenset(found)  # type: ignore[arg-type]


def messages(doctree: nodes.document) -> Iterator[Message]:
    """Every message in the order of the page."""
    _remember_cells(doctree)
    for node, msgid in extract_messages(doctree):
        if isinstance(node, (nodes.label, *LITERAL_TYPE_NODES)):
            continue
        if isinstance(node, nodes.image) and _is_in_a_line(node):
            continue
        yield Message(node, msgid, _line(node), node.get(FROM_THE_LEDGER, ""))


def _remember_cells(doctree: nodes.document) -> None:
    """Give the cells of nested tables the source that Sphinx skips them for lacking.

    MyST leaves it out when a directive parses its content (sphinx-design#306).
    """
    for entry in doctree.findall(nodes.entry):
        for child in entry.children:
            if isinstance(child, nodes.paragraph) and not child.source:
                child.source = doctree["source"]


def _is_in_a_line(image: nodes.image) -> bool:
    """Whether the image's markup is already part of a paragraph's message."""
    parent: nodes.Node | None = image.parent
    while parent is not None and not isinstance(parent, nodes.TextElement):
        parent = parent.parent
    return isinstance(parent, nodes.TextElement) and "![" in parent.rawsource


def _line(node: nodes.Node) -> int:
    current: nodes.Node | None = node
    while current is not None:
        if current.line:
            return int(current.line)
        current = current.parent
    return 0
