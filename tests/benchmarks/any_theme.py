"""A Sphinx extension: lets other themes show our pages, with plain tags for nodes of our own."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

from waraq.sphinx_ext import blocks


def _open(writer: Any, node: nodes.Element) -> None:
    writer.body.append(writer.starttag(node, "div"))


def _close(writer: Any, node: nodes.Element) -> None:
    writer.body.append("</div>\n")


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the nodes."""
    for kind in (blocks.in_short, blocks.answer):
        app.add_node(kind, override=True, html=(_open, _close))
    return {"parallel_read_safe": True}
