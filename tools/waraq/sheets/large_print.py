"""Tables for large print: three columns of large letters would be a word wide each.

Each row becomes an entry of a list: what heads the row, then each column's
heading with the cell under it.
"""

from __future__ import annotations

from collections.abc import Iterator

from docutils import nodes

from waraq.sphinx_ext.marking import IN_LANGUAGE
from waraq.sphinx_ext.translation import UNTRANSLATED

ROWS = "rows"
"""The class of a list that was a table."""
SHORT = "short"
"""The class of one whose cells are words and not sentences: each stands beside its heading."""
SHORT_CELL = 80
"""Letters; from here on a cell is a sentence."""


def tables_as_lists(doctree: nodes.document) -> None:
    """Turn every plain table of words into a list; leave charts and tables with joined cells."""
    for table in list(doctree.findall(nodes.table)):
        if _is_plain(table):
            table.replace_self(list(_as_list(table)))


def _is_plain(table: nodes.table) -> bool:
    joined = any("morerows" in cell or "morecols" in cell for cell in table.findall(nodes.entry))
    drawn = any(True for _ in table.findall(nodes.raw))
    return not joined and not drawn and any(True for _ in table.findall(nodes.thead))


def _is_short(table: nodes.table) -> bool:
    cells = next(table.findall(nodes.tbody)).findall(nodes.entry)
    return all(len(cell) < 2 and len(cell.astext()) < SHORT_CELL for cell in cells)


def _as_list(table: nodes.table) -> Iterator[nodes.Node]:
    for title in table.findall(nodes.title):
        yield _heading(title)
    headings = next(next(table.findall(nodes.thead)).findall(nodes.row)).children
    if headings and headings[0].astext().strip():
        yield _heading(headings[0], "first")
    listed = nodes.definition_list(classes=[ROWS, SHORT] if _is_short(table) else [ROWS])
    for row in next(table.findall(nodes.tbody)).findall(nodes.row):
        first, *others = row.children
        meaning = nodes.definition()
        for heading, cell in zip(headings[1:], others, strict=True):
            meaning.append(_heading(heading))
            meaning.extend([each.deepcopy() for each in cell.children])
        term = nodes.term()
        listed += nodes.definition_list_item("", _filled(term, first), meaning)
    yield listed


def _heading(cell: nodes.Node, *classes: str) -> nodes.paragraph:
    strong = nodes.strong()
    strong.extend(_words(cell))
    heading = nodes.paragraph("", "", strong, classes=["heads", *classes])
    heading.attributes |= _marks(cell)
    return heading


def _filled(term: nodes.term, cell: nodes.Node) -> nodes.term:
    term.extend(_words(cell))
    term.attributes |= _marks(cell)
    return term


def _words(cell: nodes.Node) -> list[nodes.Node]:
    """What stands in a cell's paragraphs, or in a title."""
    paragraphs: list[nodes.Node] = [
        child for child in cell.children if isinstance(child, nodes.paragraph)
    ]
    return [each.deepcopy() for part in paragraphs or [cell] for each in part.children]


def _marks(cell: nodes.Node) -> dict[str, object]:
    """What says that the words are not in the page's language."""
    for each in (cell, *cell.children):
        if isinstance(each, nodes.Element):
            found = {key: each[key] for key in (UNTRANSLATED, IN_LANGUAGE) if key in each}
            if found:
                return found
    return {}
