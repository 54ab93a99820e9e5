"""Boxes: the sizes of their margins, borders and paddings."""

from __future__ import annotations

from typing import Any

from weasyprint.formatting_structure.boxes import BlockBox, InlineBox, LineBox, TextBox
from weasyprint.layout import block, inline

from waraq.sheets.remembering.replacement import Function, Replacements

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


def replacements() -> Replacements:
    """Resolve percentages once for each style and width."""
    sizes = _sizes(inline.resolve_percentages)
    for module in (block, inline):
        yield module, "resolve_percentages", sizes


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
