"""Columns: balancing lays them out for one height after the other, often a pixel apart.

A column is the same as long as the first block that it has no room for, and that
may not be broken, has none. The next height at which it has is known as soon as
that block has been laid out once.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from typing import Any

from waraq.sheets.remembering.replacement import Function

Heights = dict[tuple[int, int], float]
"""How high blocks are, by what is in them and by their style; both live as long as the sheet."""

WHOLE = frozenset({"avoid", "avoid-column", "avoid-page"})

SPARE = 1
"""Pixels by which a block must be too high to be called so."""


@dataclass(frozen=True)
class _Column:
    """A column that was laid out, and the heights, in pixels, for which it is the same."""

    held: object
    result: Any
    least: float
    most: float


def columns(function: Function, trying: list[bool], heights: Heights) -> Function:
    """Lay out each column of a try once; note, for its blocks, whether it is one of a try.

    It then has margins to collapse with.
    """
    known: dict[tuple[object, ...], _Column] = {}

    def laid_out(is_try: bool, *given: Any, **named: Any) -> Any:
        trying.append(is_try)
        try:
            return function(*given, **named)
        finally:
            trying.pop()

    def block_box_layout(
        context: Any, box: Any, bottom: float, skip: Any, around: Any, *given: Any, **named: Any
    ) -> Any:
        if not box.is_column:
            return function(context, box, bottom, skip, around, *given, **named)
        page_is_empty, _, _, margins, letter_style, line_style = given
        is_try = margins is not None
        if not is_try or letter_style or line_style or _put_aside(context):
            return laid_out(is_try, context, box, bottom, skip, around, *given, **named)
        without_room = bottom == inf  # to see how high the next block begins
        key = id(box), str(skip), page_is_empty, without_room
        room = context.page_bottom - bottom - box.position_y
        found = known.get(key)
        if found is not None and found.least <= room <= found.most:
            return found.result
        result = laid_out(True, context, box, bottom, skip, around, *given, **named)
        most = inf if without_room else _most(box, result, heights)
        if most > room:
            known[key] = _Column(box, result, room, most)
        return result

    return block_box_layout


def _most(box: Any, result: Any, heights: Heights) -> float:
    """The height up to which the column is the same; none if that is not known."""
    made, resume_at, *_ = result
    if made is None or not made.children:
        return -inf
    if resume_at is None:
        return inf
    ((index, within),) = resume_at.items()
    following = box.children[index]
    if within is not None or following.style["break_inside"] not in WHOLE:
        return -inf
    last = made.children[-1]
    height = heights.get((id(following.children), id(following.style)), 0.0)
    return float(last.border_box_y() + last.border_height() - box.position_y + height - SPARE)


def removal(function: Function) -> Function:
    """Take nothing back where nothing was put aside: the columns of a try are thrown away whole."""

    def remove_placeholders(context: Any, boxes: Any, absolute: Any, fixed: Any) -> None:
        if absolute or fixed or _put_aside(context):
            function(context, boxes, absolute, fixed)

    return remove_placeholders


def _put_aside(context: Any) -> bool:
    """Whether there are floats, or notes at the foot, that a layout has put somewhere."""
    return bool(
        context.excluded_shapes
        or context.broken_out_of_flow
        or context.footnotes
        or context.current_page_footnotes
        or context.reported_footnotes
    )
