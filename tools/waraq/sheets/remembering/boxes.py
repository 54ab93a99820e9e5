"""Boxes: what of them their style says, such as their margins or that they are in the flow."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from weasyprint import css
from weasyprint.css.properties import Dimension
from weasyprint.formatting_structure import boxes
from weasyprint.formatting_structure.boxes import BlockBox, InlineBox, LineBox, TextBox
from weasyprint.layout import absolute, block, inline, preferred
from weasyprint.layout.absolute import AbsolutePlaceholder

from waraq.sheets.remembering.replacement import Function, Replacements

SIDES = ("top", "right", "bottom", "left")
USED_VALUES = (
    *(f"margin_{side}" for side in SIDES),
    *(f"padding_{side}" for side in SIDES),
    *(f"border_{side}_width" for side in SIDES),
    *("width", "height", "min_width", "min_height", "max_width", "max_height"),
)
"""What ``resolve_percentages`` sets."""

SIZING = (*USED_VALUES, "border_collapse", "box_sizing")
"""Properties of a style that it reads."""

FIXED = {str, int, float, Dimension}
"""Types of values that mean the same in each style: what is calculated may refer to its letters."""

SIZED = {BlockBox, InlineBox, LineBox, TextBox}
"""Boxes whose borders are their own: those of tables may belong to their neighbours."""


def replacements() -> Replacements:
    """Resolve percentages once for each style and width, and ask a style once."""
    sizes = _sizes(inline.resolve_percentages)
    for module in (block, inline):
        yield module, "resolve_percentages", sizes
    for module in (absolute, inline):
        yield module, "shrink_to_fit", _widest(preferred.shrink_to_fit)
    yield boxes.Box, "is_in_normal_flow", _in_flow(boxes.Box.is_in_normal_flow)
    yield boxes.Box, "descendants", _descendants
    named: list[Any] = []
    yield css.StyleFor, "__init__", _noting_names(css.StyleFor.__init__, named)
    yield boxes.ParentBox, "page_values", _names(boxes.ParentBox.page_values, named)


def _sizes(function: Function) -> Function:
    """By style, as styles last; and by what styles say, as most say the same."""
    by_style: dict[tuple[object, ...], tuple[Any, dict[str, Any]]] = {}
    by_values: dict[tuple[object, ...], dict[str, Any]] = {}

    def resolve_percentages(box: Any, containing_block: Any) -> None:
        if type(box) not in SIZED:
            function(box, containing_block)
            return
        if isinstance(containing_block, tuple):
            width, height = containing_block
        else:
            width, height = containing_block.width, containing_block.height
        style = box.style
        key = (id(style), width, height)
        if key in by_style:
            box.__dict__.update(by_style[key][1])
            return
        values = [style[name] for name in SIZING]
        alike = (*values, width, height) if FIXED.issuperset(map(type, values)) else None
        used = by_values.get(alike) if alike else None
        if used is None:
            function(box, containing_block)
            used = {name: getattr(box, name) for name in USED_VALUES}
            if alike:
                by_values[alike] = used
        else:
            box.__dict__.update(used)
        by_style[key] = style, used

    return resolve_percentages


def _widest(function: Function) -> Function:
    """Where all of a box has room, its narrowest width is not asked for."""

    def shrink_to_fit(context: Any, box: Any, available: float) -> Any:
        width = preferred.max_content_width(context, box, outer=False)
        return width if width <= available else function(context, box, available)

    return shrink_to_fit


def _in_flow(function: Function) -> Function:
    def is_in_normal_flow(box: Any) -> Any:
        style = box.style
        if style["position"] == "static" and style["float"] == "none":
            return True
        return function(box)

    return is_in_normal_flow


def _descendants(box: Any, placeholders: bool = False) -> Iterator[Any]:
    """A box and all that is in it, with no generator for each box in between."""
    left = [box]
    while left:
        each = left.pop()
        if placeholders and isinstance(each, AbsolutePlaceholder):
            each = each._box
        yield each
        if isinstance(each, boxes.Box):
            left.extend(reversed(each.children))


def _noting_names(function: Function, named: list[Any]) -> Function:
    """Note whether any rule names the page that an element stands on."""

    def initialized(style_for: Any, *given: Any, **more: Any) -> None:
        function(style_for, *given, **more)
        styles = style_for.get_computed_styles().values()
        named.extend({style["page"] for style in styles} - {""})

    return initialized


def _names(function: Function, named: list[Any]) -> Function:
    def page_values(box: Any) -> Any:
        return function(box) if named else ("", "")

    return page_values
