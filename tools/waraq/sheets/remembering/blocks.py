"""Blocks in columns: balancing lays all of them out for each height that it tries.

A block of nothing but text that had room once is the same wherever it has room again. That is
said with a margin: where the room is but just enough, WeasyPrint lays the block out anew.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from weasyprint.formatting_structure.boxes import BlockBox, LineBox
from weasyprint.layout import block
from weasyprint.layout.absolute import AbsolutePlaceholder

from waraq.sheets.remembering.columns import Heights, columns, removal
from waraq.sheets.remembering.lines import copied, only_text
from waraq.sheets.remembering.replacement import Function, Replacements

SPARE = 1
"""Pixels that must be left below a block."""


@dataclass(frozen=True)
class _Block:
    """A block that was laid out."""

    box: Any
    held: tuple[object, ...]
    start: tuple[float, float]
    room: float
    appended: list[float]
    next_page: dict[str, Any]
    adjoining: list[float]
    collapsing_through: bool

    def result(self, box: Any) -> Any:
        """What the layout of the block gives."""
        return box, None, dict(self.next_page), [*self.adjoining], self.collapsing_through, None


def replacements() -> Replacements:
    """Lay out a block in a column once, and a column for all heights that give the same."""
    trying: list[bool] = []
    heights: Heights = {}
    yield block, "block_level_layout", _blocks(block.block_level_layout, trying, heights)
    yield block, "block_box_layout", columns(block.block_box_layout, trying, heights)
    yield block, "remove_placeholders", removal(block.remove_placeholders)


def _blocks(function: Function, trying: list[bool], heights: Heights) -> Function:
    known: dict[tuple[object, ...], _Block] = {}

    def block_level_layout(context: Any, box: Any, *given: Any, **named: Any) -> Any:
        if not context.in_column or named or len(given) != len(GIVEN):
            return function(context, box, *given, **named)
        bottom, skip, around, page_is_empty, placeholders, _, margins, *rest = given
        if skip is not None or tuple(rest) != NOTHING:
            return function(context, box, *given)
        if context.excluded_shapes or context.footnotes:
            return function(context, box, *given)
        where = context.current_page, context.forced_break, page_is_empty, around.width
        key = (id(box.children), id(box.style), *where, *margins)
        start = box.position_x, box.position_y
        if key in known and known[key].room <= context.page_bottom - bottom - start[1]:
            margins += known[key].appended
            light = bool(trying) and trying[-1]
            return known[key].result(_moved(known[key], start, placeholders, light))
        first = len(margins)
        trying.append(False)  # what is in it is kept with it, and must be where it belongs
        result = function(context, box, *given)
        trying.pop()
        made, resume_at, next_page, adjoining, collapsing_through, _ = result
        if made is not None and resume_at is None and _only_lines(made):
            heights[id(box.children), id(box.style)] = made.border_height()
            known[key] = _Block(
                _copied(made, []),
                (box.children, box.style),
                start,
                made.position_y + made.margin_height() - start[1] + SPARE,
                margins[first:],
                dict(next_page),
                list(adjoining),
                collapsing_through,
            )
        return result

    return block_level_layout


GIVEN = (
    *("bottom space", "where to go on", "block around it", "page is empty", "absolute boxes"),
    *("fixed boxes", "adjoining margins", "first letter", "first line", "discard", "lines left"),
)
"""What the layout of a block within another is given, in this order."""

NOTHING = (None, None, False, None)
"""The last four of these where there is nothing special about them."""


def _moved(found: _Block, start: tuple[float, float], placeholders: list[Any], light: bool) -> Any:
    """The block, elsewhere; with what is in it where it was, if only its height is wanted."""
    x, y = start[0] - found.start[0], start[1] - found.start[1]
    if light:
        box = found.box.copy()
        box.position_x += x
        box.position_y += y
        return box
    box = _copied(found.box, placeholders)
    box.translate(x, y)
    return box


def _only_lines(box: Any) -> bool:
    if type(box) is AbsolutePlaceholder:
        return bool(box.is_outside_marker and not box._layout_done)
    if type(box) is BlockBox and not box.is_running():
        return all(map(_only_lines, box.children))
    return type(box) is LineBox and only_text(box)


def _copied(box: Any, placeholders: list[Any]) -> Any:
    if type(box) is LineBox:
        return copied(box)
    made = box.copy()
    if type(box) is AbsolutePlaceholder:
        placeholders.append(made)
    else:
        made.children = [_copied(child, placeholders) for child in box.children]
    return made
