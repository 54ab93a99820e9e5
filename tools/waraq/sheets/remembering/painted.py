"""Paint: most boxes have neither background nor border nor outline, which their style says.

WeasyPrint asks each box of each page for each of them, with the radii of corners and the colours of
borders that are not there.
"""

from __future__ import annotations

from typing import Any

from weasyprint import draw
from weasyprint.draw import border, text
from weasyprint.formatting_structure.boxes import Box
from weasyprint.layout import background

from waraq.sheets.remembering.replacement import Function, Replacements

RADII = tuple(
    f"border_{corner}_radius" for corner in ("top_left", "top_right", "bottom_right", "bottom_left")
)
SHARP = dict.fromkeys(RADII, (0, 0))

ZERO = (0, "px")


def replacements() -> Replacements:
    """Ask each style once what its boxes paint."""
    colors = _by_style(border.get_color)
    for module in (border, text):
        yield module, "get_color", colors
    boxes_of = background.layout_box_backgrounds
    yield background, "layout_box_backgrounds", _backgrounds(boxes_of)
    yield draw, "draw_border", _borders(draw.draw_border)
    outline = _outlines(border.draw_outline)
    for module in (border, draw):
        yield module, "draw_outline", outline


def _by_style(function: Function) -> Function:
    """Colours are compared as text each time they are asked for."""
    known: dict[tuple[int, str], tuple[Any, Any]] = {}

    def get_color(style: Any, key: str) -> Any:
        if (id(style), key) not in known:
            known[id(style), key] = style, function(style, key)
        return known[id(style), key][1]

    return get_color


def _backgrounds(function: Function) -> Function:
    bare: dict[int, tuple[Any, bool]] = {}

    def layout_box_backgrounds(
        page: Any, box: Any, get_image: Any, *given: Any, **named: Any
    ) -> None:
        style = box.style
        if id(style) not in bare:
            bare[id(style)] = style, _is_bare(style)
        if box is page or given or named or not bare[id(style)][1]:
            function(page, box, get_image, *given, **named)
            return
        box.__dict__.update(SHARP)
        for child in box.all_children():
            layout_box_backgrounds(page, child, get_image)
        box.background = None

    return layout_box_backgrounds


def _is_bare(style: Any) -> bool:
    """Whether boxes have sharp corners, no pictures on borders and nothing behind them."""
    return (
        all(ZERO in style[name] for name in RADII)
        and style["border_image_source"][0] == style["mask_border_source"][0] == "none"
        and style["visibility"] == "visible"
        and all(kind == "none" for kind, _ in style["background_image"])
        and not style["box_shadow"]
        and border.get_color(style, "background_color").alpha == 0
    )


def _borders(function: Function) -> Function:
    ruled: dict[int, tuple[Any, bool]] = {}

    def draw_border(stream: Any, box: Any) -> None:
        style = box.style
        if id(style) not in ruled:
            ruled[id(style)] = style, _is_ruled(style)
        widths = box.border_top_width, box.border_right_width
        if ruled[id(style)][1] or any(widths) or box.border_bottom_width or box.border_left_width:
            function(stream, box)

    return draw_border


def _is_ruled(style: Any) -> bool:
    """Whether there are lines between columns, or pictures on borders."""
    return bool(style["column_rule_width"] or style["border_image_source"][0] != "none")


def _outlines(function: Function) -> Function:
    outlined: dict[int, tuple[Any, bool]] = {}

    def draw_outline(stream: Any, box: Any) -> None:
        style = box.style
        if id(style) not in outlined:
            outlined[id(style)] = style, bool(style["outline_width"])
        if outlined[id(style)][1]:
            function(stream, box)
            return
        for child in box.children:
            if isinstance(child, Box):
                draw_outline(stream, child)

    return draw_outline
