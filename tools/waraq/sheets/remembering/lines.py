"""Lines: where text is broken, how high it is."""

from __future__ import annotations

from math import inf
from typing import Any

from weasyprint.css import computed_values, units
from weasyprint.formatting_structure.boxes import InlineBox, LineBox, TextBox
from weasyprint.layout import inline, preferred
from weasyprint.text import line_break

from waraq.sheets.remembering import shapes
from waraq.sheets.remembering.breaks import narrowest
from waraq.sheets.remembering.fitting import fitting
from waraq.sheets.remembering.replacement import Function, Replacements


def replacements() -> Replacements:
    """Break and set the same line once."""
    first_line = fitting(line_break.split_first_line)
    breaking = _by_values(line_break.can_break_text)
    yield inline, "split_first_line", first_line
    yield preferred, "split_first_line", narrowest(first_line)
    yield line_break, "first_line_metrics", shapes.measured(line_break.first_line_metrics)
    for module in (inline, preferred):
        yield module, "can_break_text", breaking
    height = _by_style(line_break.strut)
    for owner in (inline, units, computed_values):
        yield owner, "strut", height
    plain: list[bool] = []
    yield inline, "get_next_linebox", _set_lines(inline.get_next_linebox, plain)
    yield inline, "avoid_collisions", _in_place(inline.avoid_collisions, plain)


# Styles cannot be hashed; they are the same while they are one object, and are one while they are
# held here. In layout none of their properties changes that these functions read.


def _by_style(function: Function) -> Function:
    known: dict[int, tuple[Any, Any]] = {}
    by_face: dict[tuple[object, ...], Any] = {}

    def strut(style: Any) -> Any:
        if id(style) not in known:
            key = style["line_height"], *shapes.face(style)
            if key not in by_face:
                by_face[key] = function(style)
            known[id(style)] = style, by_face[key]
        return known[id(style)][1]

    return strut


def _by_values(function: Function) -> Function:
    known: dict[tuple[object, ...], Any] = {}

    def can_break_text(text: str, lang: str) -> Any:
        if (text, lang) not in known:
            known[text, lang] = function(text, lang)
        return known[text, lang]

    return can_break_text


def _set_lines(function: Function, plain: list[bool]) -> Function:
    """Lines of nothing but text, beside no float, differ in their place only.

    :param plain: whether the lines that are being set, the innermost last, are beside no float
    """
    known: dict[tuple[object, ...], tuple[Any, Any, Any, float, float]] = {}

    def called(is_plain: bool, *given: Any) -> Any:
        plain.append(is_plain)
        try:
            return function(*given)
        finally:
            plain.pop()

    def get_next_linebox(
        context: Any, linebox: Any, y: float, bottom: float, skip: Any, block: Any, *more: Any
    ) -> Any:
        *_, letter_style, line_style = more
        if context.excluded_shapes or context.footnotes or letter_style or line_style:
            return called(False, context, linebox, y, bottom, skip, block, *more)
        start = (id(linebox.children), str(skip), linebox.text_indent, id(linebox.style))
        key = (*start, id(block.style), block.width, block.height)
        left = block.content_box_x()
        if key in known:
            _, line, resume_at, former_left, former_y = known[key]
            line = copied(line)
            line.translate(left - former_left, y - former_y)
            return line, resume_at
        line, resume_at = called(True, context, linebox, y, bottom, skip, block, *more)
        if line is not None and only_text(line):
            held = linebox.children, linebox.style, block.style
            known[key] = held, copied(line), resume_at, left, y
        return line, resume_at

    return get_next_linebox


def _in_place(function: Function, plain: list[bool]) -> Function:
    """Beside no float, a line is where its block is, however high it becomes.

    WeasyPrint finds that out by a second try, for lines from right to left by setting them again.
    """

    def avoid_collisions(context: Any, box: Any, block: Any, outer: bool = True) -> Any:
        if outer or not plain or not plain[-1] or type(box) is not LineBox:
            return function(context, box, block, outer)
        if context.excluded_shapes:
            return function(context, box, block, outer)
        box.height = inf  # as high as it may become
        start = block.content_box_x()
        left, right = start + box.margin_left, start + block.width - box.margin_right
        x = left if block.style["direction"] == "ltr" else right
        return x - box.margin_left, box.border_box_y() - box.margin_top, right - left

    return avoid_collisions


def only_text(box: Any) -> bool:
    """Whether a line has nothing but text in it."""
    return type(box) is TextBox or (
        type(box) in {LineBox, InlineBox} and all(map(only_text, box.children))
    )


def copied(box: Any) -> Any:
    """Boxes of a line that can be moved without moving these."""
    made = box.copy()
    if box.children:
        made.children = type(box.children)(map(copied, box.children))
    return made
