"""Fitting: how much of a text has room on a line, found by shaping it once.

WeasyPrint shapes more text than a line holds, then the line and the word after it, as Pango may
have broken too early, then the line. Here that word is measured where Pango shaped it: it goes at
least to the next space, so that where this has no room, WeasyPrint would find none. Only where its
width leaves a doubt does it try. And a text that has room once has it wherever there is as much.
"""

from __future__ import annotations

from math import inf
from typing import Any

from weasyprint.text import line_break
from weasyprint.text.ffi import FROM_UNITS, ffi, pango

from waraq.sheets.remembering import glyphs, shapes
from waraq.sheets.remembering.breaks import SOFT_HYPHEN
from waraq.sheets.remembering.replacement import Function

LEAST_ROOM = 4
"""Ems below which WeasyPrint looks for the first word only."""

DENSEST = 4.0
"""Characters in an em that no line is thought to exceed until one was set."""

AHEAD = 24
"""Characters after those that are thought to fit: the next word should be among them."""

DOUBT = 1
"""Pixels by which the next word must be too wide."""

SPECIAL = frozenset((*shapes.PARAGRAPHS, SOFT_HYPHEN, "\t", "\0", "\f", "\u0085", "\u2028"))
"""Characters with breaks of their own."""

Found = tuple[Any, ...]
"""Layout, bytes, bytes to the next line, width, height and baseline of a first line."""


class Kind:
    """Styles that say the same of letters and breaks; each but the plain ones has its own.

    :ivar densest: most characters in an em of a line
    """

    def __init__(self, is_plain: bool) -> None:
        self.is_plain = is_plain
        self.densest = DENSEST
        self.is_known = False
        self._space: float | None = None

    def space(self, style: Any) -> float:
        """Width, in pixels, of the space between words."""
        if self._space is None:
            layout = line_break.Layout(style)
            layout.set_text(" ")
            line, _ = layout.get_first_line()
            self._space, _ = line_break.line_size(line, style)
        return self._space

    def short(self, text: str, ems: float) -> str:
        """Of a text, what should hold a line and the word after it."""
        return text[: int(ems * self.densest) + AHEAD]

    def learn(self, characters: int, ems: float) -> None:
        """Say how many characters a line held."""
        density = characters / ems
        self.densest = max(self.densest, density) if self.is_known else density
        self.is_known = True


def fitting(function: Function) -> Function:
    """Set the same text once for all styles that would set it alike."""
    kinds: dict[int, tuple[Any, Kind]] = {}
    plain_kinds: dict[tuple[object, ...], Kind] = {}
    known: dict[tuple[object, ...], Found] = {}
    whole: dict[tuple[str, Kind], Found] = {}

    def kind_of(style: Any) -> Kind:
        if id(style) not in kinds:
            if _is_plain(style):
                kind = plain_kinds.setdefault(shapes.face(style), Kind(is_plain=True))
            else:
                kind = Kind(is_plain=False)
            kinds[id(style)] = style, kind
        return kinds[id(style)][1]

    def split_first_line(
        text: str,
        style: Any,
        context: Any,
        max_width: float | None,
        justification_spacing: float,
        is_line_start: bool = True,
        minimum: bool = False,
    ) -> Any:
        kind = kind_of(style)
        key = (text, kind, max_width, justification_spacing, is_line_start, minimum)
        if key in known:
            return known[key]
        is_plain = kind.is_plain and not justification_spacing and SPECIAL.isdisjoint(text)
        found = whole.get((text, kind)) if is_plain else None
        if found and max_width is not None and _width(found) > max_width:
            found = None
        if found is None and is_plain and max_width is not None:
            found = _broken(text, style, context, max_width, kind)
        if found is None:
            found = function(
                text, style, context, max_width, justification_spacing, is_line_start, minimum
            )
        if (
            is_plain
            and _resume_at(found) is None
            and (max_width is None or _width(found) <= max_width)
        ):
            whole[text, kind] = found
        known[key] = found
        return found

    return split_first_line


def _is_plain(style: Any) -> bool:
    breaks = style["white_space"] == "normal" and style["word_break"] == "normal"
    return breaks and style["hyphens"] != "auto" and shapes.is_plain(style)


def _width(found: Found) -> float:
    width: float = found[3]
    return width


def _resume_at(found: Found) -> int | None:
    index: int | None = found[2]
    return index


def _broken(text: str, style: Any, context: Any, max_width: float, kind: Kind) -> Found | None:
    """The first line, if it is for certain that which Pango breaks; None if it is not."""
    ems = max_width / style["font_size"] if style["font_size"] else 0
    if not LEAST_ROOM <= ems < inf:
        return None
    short = kind.short(text, ems)
    layout = line_break.create_layout(short, style, context, max_width, 0)
    line, resume_at = layout.get_first_line()
    width, _ = line_break.line_size(line, style)
    if width > max_width or (resume_at is None and short != text):
        return None
    if resume_at is not None:
        encoded = short.encode()
        kind.learn(len(encoded[:resume_at].decode()), ems)
        if encoded[resume_at - 1 : resume_at] == b" ":
            width += kind.space(style)
        word = encoded[resume_at:].partition(b" ")[0]
        if width + _word(layout, resume_at, len(word)) <= max_width + DOUBT:
            return None
    found: Found = line_break.first_line_metrics(line, text, layout, resume_at, True, style)
    return found


def _word(layout: Any, start: int, length: int) -> float:
    """Width, in pixels, of so many bytes at the beginning of the second line."""
    end = start + length
    width = 0
    for item in glyphs.items(pango.pango_layout_get_line_readonly(layout.layout, 1)):
        offset = item.item.offset
        if offset < end:
            string = item.glyphs
            clusters = ffi.unpack(string.log_clusters, string.num_glyphs)
            for cluster, (_, advance, *_) in zip(clusters, glyphs.glyphs(string), strict=True):
                if offset + cluster < end:
                    width += advance
    return float(width * FROM_UNITS)
