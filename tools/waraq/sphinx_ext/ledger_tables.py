"""Docutils tables and cells, put together by code."""

from __future__ import annotations

from collections.abc import Sequence

from docutils import nodes

Cell = Sequence[nodes.Node]


def table(title: nodes.title, head: Sequence[Cell], rows: Sequence[Sequence[Cell]]) -> nodes.table:
    """A table with a caption, a header row, and a first column of headers."""
    result = nodes.table("", title)
    group = nodes.tgroup(cols=len(head))
    for position in range(len(head)):
        column = nodes.colspec(colwidth=1)
        if position == 0:
            column["stub"] = 1
        group += column
    group += nodes.thead("", _row(head))
    group += nodes.tbody("", *(_row(row) for row in rows))
    result += group
    return result


def _row(cells: Sequence[Cell]) -> nodes.row:
    return nodes.row("", *(nodes.entry("", *cell) for cell in cells))


def line(*content: nodes.Node) -> nodes.paragraph:
    """A paragraph that is no message itself; what stands in it may be."""
    return nodes.paragraph("", "", *content, translatable=False)
