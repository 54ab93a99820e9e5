"""How long a page takes to read."""

from __future__ import annotations

import re

from docutils import nodes

from waraq.sphinx_ext.source_list import ALL_SOURCES

WORDS_A_MINUTE = 200
IDEOGRAPHS_A_MINUTE = 350
IDEOGRAPH = re.compile(r"[\u3400-\u9fff]")


def minutes(doctree: nodes.document) -> int:
    """Whole minutes for the text, one at least; lists of sources aside."""
    text = " ".join(
        child.astext() for child in doctree.children if not isinstance(child, nodes.footnote)
    )
    for listed in doctree.findall(nodes.bullet_list):
        if ALL_SOURCES in listed["classes"]:
            text = text.replace(listed.astext(), "")
    ideographs = len(IDEOGRAPH.findall(text))
    words = len(IDEOGRAPH.sub(" ", text).split())
    return max(1, round(words / WORDS_A_MINUTE + ideographs / IDEOGRAPHS_A_MINUTE))
