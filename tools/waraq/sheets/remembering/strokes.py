"""Strokes: a code to scan is one long path of strokes from left to right.

WeasyPrint reads a path a number at a time; here one of nothing but such strokes is read at once.
"""

from __future__ import annotations

import re
from typing import Any

from weasyprint import svg

from waraq.sheets.remembering.replacement import Function, Replacements

NUMBER = r"-?\d+(?:\.\d+)?"
STROKES = re.compile(f"M{NUMBER} {NUMBER}(?:h{NUMBER}|m{NUMBER} {NUMBER})*")
STEP = re.compile(f"([Mmh])({NUMBER})(?: ({NUMBER}))?")

MARKERS = ("marker", "marker-start", "marker-mid", "marker-end")


def replacements() -> Replacements:
    """Draw such a path in one piece."""
    yield svg, "TAGS", {**svg.TAGS, "path": _in_one_piece(svg.TAGS["path"])}


def _in_one_piece(function: Function) -> Function:
    def path(drawing: Any, node: Any, font_size: float) -> None:
        steps = node.get("d", "")
        if not STROKES.fullmatch(steps) or any(name in node.attrib for name in MARKERS):
            function(drawing, node, font_size)
            return
        drawing.stream.move_to(0, 0)
        drawing.stream.stream.append("\n".join(_operators(steps)).encode("ascii"))

    return path


def _operators(steps: str) -> list[str]:
    """What moves to each place and draws from there, as PDF has it."""
    made = []
    x = y = 0.0
    height = ""
    for letter, across, down in STEP.findall(steps):
        x += float(across)
        if letter == "h":
            made.append(f"{_number(x)} {height} l")
        else:
            y += float(down)
            height = _number(y)
            made.append(f"{_number(x)} {height} m")
    return made


def _number(value: float) -> str:
    """As pydyf writes it."""
    return str(int(value)) if value.is_integer() else f"{value:f}".rstrip("0")
