"""Docutils tables and cells, put together by code."""

from __future__ import annotations

from collections.abc import Sequence

from docutils import nodes

Cell = Sequence[nodes.Node]


def table(
    title: nodes.title,
    head: Sequence[Cell],
    rows: Sequence[Sequence[Cell]],
    widths: Sequence[int] = (),
) -> nodes.table:
    """A table with a caption, a header row, and a first column of headers.

    :param widths: of the columns, in parts of the whole
    """
    result = nodes.table("", title, classes=["colwidths-given"] if widths else [])
    group = nodes.tgroup(cols=len(head))
    for position, width in enumerate(widths or [1] * len(head)):
        column = nodes.colspec(colwidth=width)
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
