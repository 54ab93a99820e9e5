"""Breaks: where a line may end for certain, whatever follows.

WeasyPrint asks Pango, each time with all that follows. Between two Chinese characters and after a
word and its space there is nothing to ask (UAX #14, LB 18 and LB 31).
"""

from __future__ import annotations

import re
from typing import Any

from waraq.sheets.remembering.replacement import Function

HAN = "[\u4e00-\u9fff]"
LETTER = "0-9A-Za-z\u00c0-\u024f\u0400-\u052f\u0620-\u064a\u066e-\u06d3\u06d5"
"""Letters and digits of alphabets between which no line breaks."""

CLOSING = ".,;:)\u060c\u061b\u061f"
CLOSING_HAN = "\u3001\u3002\uff09\uff0c\uff1a\uff1b"

FIRST = re.compile(f"({HAN}[{CLOSING_HAN}]?)(?={HAN})|(\\(?[{LETTER}]+[{CLOSING}]*) (?=[{LETTER}])")

SOFT_HYPHEN = "\u00ad"


def narrowest(function: Function) -> Function:
    """The first word or character of a text, which is all that fits if there is no room at all."""

    def split_first_line(
        text: str,
        style: Any,
        context: Any,
        max_width: float | None,
        justification_spacing: float,
        is_line_start: bool = True,
        minimum: bool = False,
    ) -> Any:
        first = FIRST.match(text) if max_width == 0 and _breaks_at_spaces(style) else None
        if not first or SOFT_HYPHEN in text or style["overflow_wrap"] == "anywhere":
            return function(
                text, style, context, max_width, justification_spacing, is_line_start, minimum
            )
        word = first[1] or first[2]
        found = function(word, style, context, None, justification_spacing, is_line_start, minimum)
        layout, length, _, *measures = found
        return (layout, length, len(first[0].encode()), *measures)

    return split_first_line


def _breaks_at_spaces(style: Any) -> bool:
    spaced = style["word_spacing"] != 0 or style["letter_spacing"] != "normal"
    breaks = style["white_space"] == "normal" and style["word_break"] == "normal"
    return breaks and not spaced and style["hyphens"] != "auto"
