"""Glyphs: a line's are taken from Pango in one piece, not one by one.

Only lines of plain glyphs are drawn here; where one is missing, raised, a bitmap or a drawing of
its own, or where text is cut off with an ellipsis, WeasyPrint draws the line.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import Any

from weasyprint.draw import text
from weasyprint.text.ffi import FROM_UNITS, ffi, pango

from waraq.sheets.remembering.replacement import Function, Replacements

GLYPH = struct.Struct("=IiiiI")
"""Pango's PangoGlyphInfo: glyph, width, horizontal and vertical offset, attributes."""

OLDEST_PANGO = 14802
"""Before, WeasyPrint works around https://gitlab.gnome.org/GNOME/pango/-/issues/530."""

Glyphs = list[tuple[int, int, int, int, int]]


def replacements() -> Replacements:
    """Draw lines of plain glyphs, if this machine's Pango tells of them as expected."""
    expected = ffi.sizeof("PangoGlyphInfo") == GLYPH.size
    if expected and pango.pango_version() >= OLDEST_PANGO:
        yield text, "draw_first_line", _in_one_piece(text.draw_first_line)


def _in_one_piece(function: Function) -> Function:
    def draw_first_line(
        stream: Any, box: Any, text_overflow: str, block_ellipsis: Any, matrix: Any
    ) -> list[Any]:
        whole = text_overflow != "ellipsis" and block_ellipsis == "none"
        if not box.text.strip():
            return []
        if not whole or box.style["font_size"] < 1e-6:
            found: list[Any] = function(stream, box, text_overflow, block_ellipsis, matrix)
            return found
        pango.pango_layout_set_single_paragraph_mode(box.pango_layout.layout, True)
        first_line, _ = box.pango_layout.get_first_line()
        runs = [(item, glyphs(item.glyphs)) for item in items(first_line)]
        fonts = [stream.add_font(item.item.analysis.font) for item, _ in runs]
        if not all(_is_plain(font) for font, _ in fonts) or not all(_are_plain(g) for _, g in runs):
            found = function(stream, box, text_overflow, block_ellipsis, matrix)
            return found
        stream.set_text_matrix(*matrix.values)
        _show(stream, box, runs, fonts)
        return []

    return draw_first_line


def items(line: Any) -> Iterator[Any]:
    """Runs of a line in one font and direction, from left to right."""
    run = line.runs[0]
    while run != ffi.NULL:
        yield run.data
        run = run.next


def glyphs(string: Any) -> Glyphs:
    """Glyphs of a run, from left to right; lengths in Pango's units."""
    return list(GLYPH.iter_unpack(ffi.buffer(string.glyphs, string.num_glyphs * GLYPH.size)))


def _is_plain(font: Any) -> bool:
    return not (font.bitmap or font.svg or font.png or font.colr)


def _are_plain(glyphs: Glyphs) -> bool:
    """Whether none is empty or missing, and none stands above or below the line."""
    return all(glyph < pango.PANGO_GLYPH_EMPTY and not rise for glyph, _, _, rise, _ in glyphs)


def _show(stream: Any, box: Any, runs: list[tuple[Any, Glyphs]], fonts: list[Any]) -> None:
    """Write the operators that show the line, as WeasyPrint does."""
    shown = ""
    former = None
    for (item, glyphs), (font, size) in zip(runs, fonts, strict=True):
        if item.item.analysis.font != former:
            former = item.item.analysis.font
            if shown:
                stream.show_text(shown)
            shown = ""
            stream.set_font_size(font.hash, size)
        parts = ["<"]
        for place, (glyph, width, x_offset, _, _) in enumerate(glyphs):
            if glyph not in font.to_unicode:
                font.to_unicode[glyph] = _letters(box.pango_layout.text, item, place, len(glyphs))
            offset = x_offset / size
            if offset:
                parts.append(f">{-offset}<")
            parts.append(f"{glyph:04x}")
            if glyph not in font.widths:
                font.widths[glyph] = _width(stream, former, glyph, size)
            kerning = font.widths[glyph] + offset - width * 1000 * FROM_UNITS / size
            if kerning:
                parts.append(f">{int(kerning)}<")
        shown += "".join(parts)
        shown = shown[:-1] if shown[-1] == "<" else f"{shown}>"
    stream.show_text(shown)


def _letters(line: str, item: Any, place: int, glyphs: int) -> str:
    """The letters that a glyph stands for: those of its cluster."""
    clusters, start = item.glyphs.log_clusters, item.item.offset
    from_right = item.item.analysis.level % 2
    last = place == (0 if from_right else glyphs - 1)
    end = item.item.length if last else clusters[place + (-1 if from_right else 1)]
    return line.encode()[start + clusters[place] : start + end].decode()


def _width(stream: Any, font: Any, glyph: int, size: float) -> int:
    pango.pango_font_get_glyph_extents(font, glyph, stream.ink_rect, stream.logical_rect)
    width: float = stream.logical_rect.width * 1000 * FROM_UNITS / size
    return round(width)
