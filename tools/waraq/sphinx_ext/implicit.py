"""Links that say no words of their own, in a translated paragraph.

``[](#part-two)`` shows the title of what it leads to, ``{term}`sheet``` the
term. The source was read with the source's words in them; here they get those
of the translation, before Sphinx resolves the rest.
"""

from __future__ import annotations

from collections.abc import Iterable

from docutils import nodes
from sphinx import addnodes
from sphinx.environment import BuildEnvironment
from sphinx.transforms.post_transforms import SphinxPostTransform

from waraq.sphinx_ext.translation import FORMER_TERM
from waraq.translate.message import IMPLICIT

BEFORE_REFERENCES_ARE_RESOLVED = 5


def remember_terms(env: BuildEnvironment, translated: Iterable[nodes.Node]) -> None:
    """Note what the terms of a glossary are called in the translation.

    :param translated: the nodes of a page's messages
    """
    terms: dict[str, str] = env.__dict__.setdefault("waraq_terms", {})
    for term in translated:
        if isinstance(term, nodes.term) and FORMER_TERM in term:
            terms[term[FORMER_TERM].lower()] = term.astext()


class ImplicitWords(SphinxPostTransform):
    """Set the words of links that have none of their own."""

    default_priority = BEFORE_REFERENCES_ARE_RESOLVED

    def run(self, **kwargs: object) -> None:
        """Set them."""
        terms: dict[str, str] = getattr(self.env, "waraq_terms", {})
        for node in list(self.document.findall(nodes.Element)):
            if not node.attributes.get(IMPLICIT):
                continue
            if isinstance(node, addnodes.pending_xref) and node["reftype"] == "term":
                _set_words(node, terms.get(node["reftarget"].lower(), ""))
            elif isinstance(node, nodes.reference) and "refid" in node:
                _set_words(node, _title(self.document, node["refid"]))


def _title(document: nodes.document, identifier: str) -> str:
    section = document.ids.get(identifier)
    if isinstance(section, nodes.section) and isinstance(section[0], nodes.title):
        return str(section[0].astext())
    return ""


def _set_words(node: nodes.Element, words: str) -> None:
    if not words:
        return
    holder = node
    while len(holder.children) == 1 and isinstance(holder.children[0], nodes.Element):
        holder = holder.children[0]
    holder.clear()
    holder += nodes.Text(words)
