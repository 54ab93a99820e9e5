"""Tables: each header cell says what it heads, each cell which headers it has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from waraq.sheets.finishing.elements import Item, Node, Place
from waraq.sheets.finishing.maker import Maker

GROUPS = {"thead": "THead", "tbody": "TBody", "tfoot": "TFoot"}
SCOPES = {"col": "Column", "colgroup": "Column", "row": "Row", "rowgroup": "Row"}


@dataclass(frozen=True)
class Cell:
    """A cell and the rectangle of the grid that it fills."""

    element: Element
    parent: Element
    row: int
    column: int
    height: int
    width: int
    scope: str
    """Of a header cell ``Column`` or ``Row``, else ""."""


def table(tree: Maker, element: Element, place: Place) -> list[Item]:
    """One Table, over however many pages, with its caption."""
    cells = list(_cells(element))
    number = next(
        number for number, each in enumerate(tree.sheet.root.iter("table"), 1) if each is element
    )
    kids: list[Node] = []

    def row(source: Element) -> Node:
        own = tuple(
            _cell(tree, cell, cells, f"table-{number}", place)
            for cell in cells
            if cell.parent is source
        )
        return Node("TR", place, own)

    for child in element:
        if child.tag == "caption" and child in tree.sheet.shown:
            kids.append(tree.node("Caption", child, tree.place(child, place)))
        elif str(child.tag) in GROUPS:
            rows = tuple(row(each) for each in child if each.tag == "tr")
            kids.append(Node(GROUPS[str(child.tag)], place, rows))
        elif child.tag == "tr":
            kids.append(row(child))
    return [Node("Table", place, tuple(kids), anchors=tree.anchors(element))]


def _rows(table: Element) -> Iterator[tuple[Element, bool]]:
    """Each row, and whether it is of the table's head."""
    for child in table:
        if child.tag == "tr":
            yield child, False
        elif child.tag in GROUPS:
            yield from ((row, child.tag == "thead") for row in child if row.tag == "tr")


def _cells(table: Element) -> Iterator[Cell]:
    """Each cell with its place in the grid; one that spans rows pushes later ones aside."""
    taken: set[tuple[int, int]] = set()
    for number, (row, in_head) in enumerate(_rows(table)):
        column = 0
        for element in row:
            if element.tag not in {"td", "th"}:
                continue
            while (number, column) in taken:
                column += 1
            height = int(element.get("rowspan", 1))
            width = int(element.get("colspan", 1))
            taken |= {(number + y, column + x) for y in range(height) for x in range(width)}
            scope = ""
            if element.tag == "th":
                said = SCOPES.get(element.get("scope", ""))
                scope = said or ("Column" if in_head else "Row")
            yield Cell(element, row, number, column, height, width, scope)
            column += width


def _headers(cell: Cell, cells: list[Cell]) -> Iterator[Cell]:
    """The header cells above it and before it (HTML, 4.9.12: the row's come after the column's)."""
    columns = range(cell.column, cell.column + cell.width)
    rows = range(cell.row, cell.row + cell.height)
    for each in cells:
        beside = each.column in columns or cell.column in range(
            each.column, each.column + each.width
        )
        if each.scope == "Column" and each.row < cell.row and beside:
            yield each
    for each in cells:
        level = each.row in rows or cell.row in range(each.row, each.row + each.height)
        if each.scope == "Row" and each.column < cell.column and level:
            yield each


def _cell(tree: Maker, cell: Cell, cells: list[Cell], table: str, around: Place) -> Node:
    attributes: dict[str, object] = {}
    if cell.scope:
        attributes["Scope"] = f"/{cell.scope}"
    else:
        attributes["Headers"] = [_name(table, each) for each in _headers(cell, cells)]
    if cell.width > 1:
        attributes["ColSpan"] = cell.width
    if cell.height > 1:
        attributes["RowSpan"] = cell.height
    made = tree.node("TH" if cell.scope else "TD", cell.element, tree.place(cell.element, around))
    name = _name(table, cell) if cell.scope else ""
    return replace(made, name=name, attributes={"Table": attributes})


def _name(table: str, cell: Cell) -> str:
    return f"{table}-{cell.row}-{cell.column}"
