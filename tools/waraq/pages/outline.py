"""What a page says of itself: its sections, and its description for search engines."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docutils import nodes

from waraq.pages.records import Link
from waraq.sphinx_ext.translation import UNTRANSLATED

SECTIONS_OF_A_LONG_PAGE = 4


def sections(doctree: nodes.document) -> list[Link]:
    """The sections of a page, if it is a long one."""
    found = [
        Link(heading.astext(), f"#{section['ids'][0]}", tag=heading.get(UNTRANSLATED, ""))
        for title in doctree.children
        if isinstance(title, nodes.section)
        for section in title.children
        if isinstance(section, nodes.section) and isinstance(heading := section[0], nodes.title)
    ]
    return found if len(found) >= SECTIONS_OF_A_LONG_PAGE else []


def description(doctree: nodes.document) -> Mapping[str, Any]:
    """The attributes of a page's description: ``content``, and whether it is untranslated."""
    for node in doctree.findall(nodes.meta):
        if node.get("name") == "description":
            attributes: Mapping[str, Any] = node.attributes
            return attributes
    return {}
