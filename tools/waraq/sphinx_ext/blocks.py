"""The blocks that pages may use beside MyST's own: {in-short} and {answer}.

When the source is read they become neutral nodes; what they look like, and the
words around them, each language and each output decides later.
"""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective


class in_short(nodes.General, nodes.Element):
    """The page in three sentences."""


class answer(nodes.General, nodes.Element):
    """What the accused party says, in its own block."""


class _Block(SphinxDirective):
    has_content = True
    node: type[nodes.Element]

    def run(self) -> list[nodes.Node]:
        self.assert_has_content()
        block = self.node()
        self.set_source_info(block)
        block += self.parse_content_to_nodes()
        return [block]


class InShort(_Block):
    """Directive {in-short}: the page's essence, before anything else."""

    node = in_short


class Answer(_Block):
    """Directive {answer}: the reply of a government or a company."""

    node = answer


def _open(writer: Any, node: nodes.Element) -> None:
    name = node.tagname.replace("_", "-")
    writer.body.append(writer.starttag(node, "div", CLASS=name))


def _close(writer: Any, node: nodes.Element) -> None:
    writer.body.append("</div>\n")


def _nothing(writer: Any, node: nodes.Element) -> None:
    """What stands in the block says enough."""


NOTHING = (_nothing, _nothing)


def setup_blocks(app: Sphinx) -> None:
    """Register the directives; in writers that are not ours the blocks are plain ones."""
    for block in (in_short, answer):
        app.add_node(
            block, html=(_open, _close), latex=NOTHING, text=NOTHING, man=NOTHING, texinfo=NOTHING
        )
    app.add_directive("in-short", InShort)
    app.add_directive("answer", Answer)
