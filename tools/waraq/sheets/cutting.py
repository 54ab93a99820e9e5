"""What an edition takes of a page: its doctree, cut down or with its parts marked."""

from __future__ import annotations

from collections.abc import Iterator

from docutils import nodes
from markupsafe import Markup

from waraq.sphinx_ext.blocks import in_short

BLOCK = "<!--block-->"
"""Stands in the HTML before and after each block that was marked."""

CARD_END = "</div><!--card-->"


def nothing(doctree: nodes.document) -> None:
    """Leave it whole."""


def leave_title_and_summary(doctree: nodes.document) -> None:
    """Leave the title, and the page in short."""
    title = next(doctree.findall(nodes.title))
    _replace(doctree, title, *doctree.findall(in_short))


def leave_terms(doctree: nodes.document) -> None:
    """Leave the title, and the terms with their meanings, each on a card."""
    title = next(doctree.findall(nodes.title))
    terms = nodes.definition_list()
    for item in doctree.findall(nodes.definition_list_item):
        terms += [_html('<div class="card">'), item.deepcopy(), _html(CARD_END)]
    _replace(doctree, title, terms)


def with_draft_on_cards(html: str, words: Markup) -> str:
    """The text of cards, each of which says that it is a draft once it is cut out."""
    return html.replace(CARD_END, f'<p class="on-card">{words}</p>{CARD_END}')


def mark_blocks(doctree: nodes.document) -> None:
    """Mark the beginning and the end of each block, so that two languages can be paired."""
    for parent in [*doctree.findall(nodes.section)]:
        parent.children = list(_marked(parent))
        for child in parent.children:
            parent.setup_child(child)


def blocks(html: str) -> list[str]:
    """The blocks of a text that was marked, and the sources that follow them, without sections."""
    parts = html.split(BLOCK)
    return [each.strip() for each in parts[1::2]]


def rest(html: str) -> str:
    """What follows the text that was marked: its sources."""
    _, _, after = html.rpartition(BLOCK)
    start = after.find('<section class="sources"')
    return after[start:] if start >= 0 else ""


def _marked(parent: nodes.Element) -> Iterator[nodes.Node]:
    """The blocks of a section; a heading is part of the block under it, which it must not leave."""
    heading: list[nodes.Node] = []
    for child in parent.children:
        if isinstance(child, nodes.title):
            heading = [child]
            continue
        if isinstance(child, nodes.section) or next(child.findall(nodes.table), None):
            yield from _block(heading)
            heading = []
        if isinstance(child, nodes.section):
            yield child
            continue
        for each in _split(child):
            yield from _block([*heading, each])
            heading = []
    yield from _block(heading)


def _block(content: list[nodes.Node]) -> Iterator[nodes.Node]:
    if content:
        yield from (_html(BLOCK), *content, _html(BLOCK))


def _split(block: nodes.Node) -> Iterator[nodes.Node]:
    """A list as one list for each item, whatever it stands in; anything else as it is."""
    lists = (nodes.bullet_list, nodes.definition_list)
    if isinstance(block, nodes.Element) and isinstance(block, lists):
        parts = list(block.children)
    elif isinstance(block, nodes.Element) and [type(each) for each in block.children] in (
        [nodes.bullet_list],
        [nodes.definition_list],
    ):
        parts = list(_split(block.children[0]))
    else:
        yield block
        return
    for part in parts:
        copy: nodes.Element = block.copy()
        copy += [part]
        yield copy


def _replace(doctree: nodes.document, title: nodes.title, *content: nodes.Node) -> None:
    """Make a title and what stands under it the whole text."""
    section = nodes.section("", title, *content, ids=["sheet"])
    doctree.children = [section]
    doctree.setup_child(section)


def _html(text: str) -> nodes.raw:
    return nodes.raw("", text, format="html")
