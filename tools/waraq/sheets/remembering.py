"""What WeasyPrint computes again and again for the same passage, computed once for each sheet.

To balance columns and to count pages it lays out the same lines many times; to
set a line, to break one, to measure a font's height or to resolve a box's margins
gives the same each time, but for the place. A line that was shaped is drawn as it
is, not shaped again; a property that no rule sets is looked up, not computed; and
elements in the same language share their styles, as others do.

These functions are WeasyPrint's own, private ones. With another version than the
one this was written for, nothing is remembered, and sheets only take longer;
``tests/print/test_remembering.py`` holds that they have the same bytes. (A line
that is moved may stand off by what a float rounds away: in one sheet of thirty
the last digit of a height is written otherwise.)
"""

from __future__ import annotations

import copy
import functools
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any
from unittest.mock import patch

import weasyprint
from weasyprint import css
from weasyprint.css import computed_values, units
from weasyprint.formatting_structure.boxes import BlockBox, InlineBox, LineBox, TextBox
from weasyprint.layout import block, inline, preferred
from weasyprint.text import line_break
from weasyprint.text.ffi import pango

WRITTEN_FOR = "70.0"

SIDES = ("top", "right", "bottom", "left")
USED_VALUES = (
    *(f"margin_{side}" for side in SIDES),
    *(f"padding_{side}" for side in SIDES),
    *(f"border_{side}_width" for side in SIDES),
    *("width", "height", "min_width", "min_height", "max_width", "max_height"),
)
"""What ``resolve_percentages`` sets."""

SIZED = {BlockBox, InlineBox, LineBox, TextBox}
"""Boxes whose borders are their own: those of tables may belong to their neighbours."""

COMPUTED_FROM_OTHERS = {"page", "position", "float", "display", *css.PHYSICAL_FUNCTIONS}
UNSET = {
    name
    for name in css.INITIAL_VALUES
    if name not in COMPUTED_FROM_OTHERS and not name.startswith("text_decoration_")
}
"""Properties that are, where no rule sets them, what they are by default or what the parent has."""

INHERITED = UNSET & css.INHERITED
INITIAL = UNSET - css.INHERITED - css.INITIAL_NOT_COMPUTED


@contextmanager
def remembering() -> Iterator[None]:
    """Remember within this block, which must set one document."""
    if weasyprint.__version__ != WRITTEN_FOR:
        yield
        return
    first_line = _lines(line_break.split_first_line)
    height = _by_style(line_break.strut)
    breaking = _by_values(line_break.can_break_text)
    sizes = _sizes(inline.resolve_percentages)
    next_line = _set_lines(inline.get_next_linebox)
    drawn = _shapes(line_break.Layout.reactivate)
    missing = _unset_values(css.ComputedStyle.__missing__)
    declaration = functools.cache(css.tinycss2.parse_one_declaration)
    with ExitStack() as stack:
        for module in (inline, preferred):
            stack.enter_context(patch.object(module, "split_first_line", first_line))
            stack.enter_context(patch.object(module, "can_break_text", breaking))
        for module in (inline, units, computed_values):
            stack.enter_context(patch.object(module, "strut", height))
        for module in (block, inline):
            stack.enter_context(patch.object(module, "resolve_percentages", sizes))
        stack.enter_context(patch.object(inline, "get_next_linebox", next_line))
        stack.enter_context(patch.object(line_break.Layout, "deactivate", _nothing))
        stack.enter_context(patch.object(line_break.Layout, "reactivate", drawn))
        stack.enter_context(patch.object(css.ComputedStyle, "__missing__", missing))
        stack.enter_context(patch.object(css.tinycss2, "parse_one_declaration", declaration))
        yield


Function = Callable[..., Any]

# Styles cannot be hashed; they are the same while they are one object, and are one while they are
# held here. In layout none of their properties changes that these functions read.


def _lines(function: Function) -> Function:
    known: dict[tuple[object, ...], tuple[Any, Any]] = {}

    def split_first_line(
        text: str,
        style: Any,
        context: Any,
        max_width: float | None,
        justification_spacing: float,
        is_line_start: bool = True,
        minimum: bool = False,
    ) -> Any:
        key = (text, id(style), max_width, justification_spacing, is_line_start, minimum)
        if key not in known:
            found = function(
                text, style, context, max_width, justification_spacing, is_line_start, minimum
            )
            known[key] = style, found
        # A box that is drawn fills its layout with life and empties it again: each has its own.
        layout, *measures = known[key][1]
        return (copy.copy(layout), *measures)

    return split_first_line


def _nothing(layout: Any) -> None:
    """Throw away nothing that Pango has shaped."""


def _shapes(function: Function) -> Function:
    def reactivate(layout: Any, style: Any) -> None:
        if layout.justification_spacing:
            function(layout, style)
        else:
            pango.pango_layout_set_width(layout.layout, -1)

    return reactivate


def _unset_values(function: Function) -> Function:
    def missing(style: Any, name: str) -> Any:
        if name in style.cascaded:
            return function(style, name)
        if name in INITIAL:
            value = style[name] = css.INITIAL_VALUES[name]
            return value
        if name in INHERITED and style.parent_style is not None:
            value = style[name] = style.parent_style[name]
            return value
        return function(style, name)

    return missing


def _by_style(function: Function) -> Function:
    known: dict[int, tuple[Any, Any]] = {}

    def strut(style: Any) -> Any:
        if id(style) not in known:
            known[id(style)] = style, function(style)
        return known[id(style)][1]

    return strut


def _by_values(function: Function) -> Function:
    known: dict[tuple[object, ...], Any] = {}

    def can_break_text(text: str, lang: str) -> Any:
        if (text, lang) not in known:
            known[text, lang] = function(text, lang)
        return known[text, lang]

    return can_break_text


def _sizes(function: Function) -> Function:
    known: dict[tuple[object, ...], tuple[Any, dict[str, Any]]] = {}

    def resolve_percentages(box: Any, containing_block: Any) -> None:
        if type(box) not in SIZED:
            function(box, containing_block)
            return
        if isinstance(containing_block, tuple):
            width, height = containing_block
        else:
            width, height = containing_block.width, containing_block.height
        key = (id(box.style), width, height)
        if key in known:
            box.__dict__.update(known[key][1])
            return
        function(box, containing_block)
        known[key] = box.style, {name: getattr(box, name) for name in USED_VALUES}

    return resolve_percentages


def _set_lines(function: Function) -> Function:
    """Lines of nothing but text, beside no float, differ in their place only."""
    known: dict[tuple[object, ...], tuple[Any, Any, Any, float, float]] = {}

    def get_next_linebox(
        context: Any, linebox: Any, y: float, bottom: float, skip: Any, block: Any, *more: Any
    ) -> Any:
        *_, letter_style, line_style = more
        if context.excluded_shapes or context.footnotes or letter_style or line_style:
            return function(context, linebox, y, bottom, skip, block, *more)
        start = (id(linebox.children), str(skip), linebox.text_indent, id(linebox.style))
        key = (*start, id(block.style), block.width, block.height)
        left = block.content_box_x()
        if key in known:
            _, line, resume_at, former_left, former_y = known[key]
            line = _copied(line)
            line.translate(left - former_left, y - former_y)
            return line, resume_at
        line, resume_at = function(context, linebox, y, bottom, skip, block, *more)
        if line is not None and _only_text(line):
            held = linebox.children, linebox.style, block.style
            known[key] = held, _copied(line), resume_at, left, y
        return line, resume_at

    return get_next_linebox


def _only_text(box: Any) -> bool:
    return type(box) is TextBox or (
        type(box) in {LineBox, InlineBox} and all(map(_only_text, box.children))
    )


def _copied(box: Any) -> Any:
    made = box.copy()
    if type(box) is TextBox:
        made.pango_layout = copy.copy(box.pango_layout)
    else:
        made.children = type(box.children)(map(_copied, box.children))
    return made
