"""What WeasyPrint computes again and again for the same passage, computed once for each sheet.

To balance columns and to count pages it lays out the same lines many times; to
break a line, measure a font's height or resolve an inline box's margins gives
the same each time. These functions are WeasyPrint's own, private ones. With
another version than the one this was written for, nothing is remembered, and
sheets only take longer; ``tests/print/test_remembering.py`` holds that they
have the same bytes.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any
from unittest.mock import patch

import weasyprint
from weasyprint.css import computed_values, units
from weasyprint.formatting_structure.boxes import InlineBox
from weasyprint.layout import inline, preferred
from weasyprint.text import line_break

WRITTEN_FOR = "70.0"

SIDES = ("top", "right", "bottom", "left")
USED_VALUES = (
    *(f"margin_{side}" for side in SIDES),
    *(f"padding_{side}" for side in SIDES),
    *(f"border_{side}_width" for side in SIDES),
    *("width", "height", "min_width", "min_height", "max_width", "max_height"),
)
"""What ``resolve_percentages`` sets."""


@contextmanager
def remembering() -> Iterator[None]:
    """Remember within this block, which must set one document."""
    if weasyprint.__version__ != WRITTEN_FOR:
        yield
        return
    first_line = _lines(line_break.split_first_line)
    height = _by_style(line_break.strut)
    breaking = _by_values(line_break.can_break_text)
    sizes = _inline_sizes(inline.resolve_percentages)
    with ExitStack() as stack:
        for module in (inline, preferred):
            stack.enter_context(patch.object(module, "split_first_line", first_line))
            stack.enter_context(patch.object(module, "can_break_text", breaking))
        for module in (inline, units, computed_values):
            stack.enter_context(patch.object(module, "strut", height))
        stack.enter_context(patch.object(inline, "resolve_percentages", sizes))
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


def _inline_sizes(function: Function) -> Function:
    known: dict[tuple[object, ...], tuple[Any, dict[str, Any]]] = {}

    def resolve_percentages(box: Any, containing_block: Any) -> None:
        if type(box) is not InlineBox:
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
