"""Embedding: of each font the glyphs that are drawn are taken in one step.

WeasyPrint copies every font whole, ten megabytes for a Chinese one, and takes its glyphs in two
steps. The second is to leave out what follows the last of them, which HarfBuzz does in the first.
"""

from __future__ import annotations

from typing import Any
from unittest.mock import patch

from weasyprint.pdf import fonts
from weasyprint.text.ffi import ffi, harfbuzz, harfbuzz_subset

from waraq.sheets.remembering.replacement import Function, Replacements

DROPPED = [*b"BASE DSIG EBDT EBLC EBSC GPOS GSUB JSTF LTSH PCLT".split(), b"SVG "]
"""Tables that a PDF has no use for, as WeasyPrint knows them."""

OLDEST_HARFBUZZ = 6, 0, 0
"""The one for which this was seen to change no byte."""


def replacements() -> Replacements:
    """Neither copy nor reduce a font more than once, if this machine's HarfBuzz can."""
    if harfbuzz_subset and harfbuzz.hb_version_atleast(*OLDEST_HARFBUZZ):
        yield fonts.Font, "__init__", _not_copied(fonts.Font.__init__)
        yield fonts.Font, "subset", _in_one_step(fonts.Font.subset)


def _not_copied(function: Function) -> Function:
    """Look at a font's file where HarfBuzz has it."""

    def initialized(font: Any, *given: Any) -> None:
        def seen(face: Any) -> Any:
            font.blob = ffi.gc(harfbuzz.hb_face_reference_blob(face), harfbuzz.hb_blob_destroy)
            with ffi.new("unsigned int *") as length:
                data = harfbuzz.hb_blob_get_data(font.blob, length)
                return ffi.buffer(data, length[0])

        with patch.object(fonts, "get_hb_object_data", seen):
            function(font, *given)

    return initialized


def _in_one_step(function: Function) -> Function:
    def subset(font: Any, to_unicode: dict[int, str], hinting: bool) -> None:
        if to_unicode and not font.missing and "glyf" in font.tables:
            reduced = _reduced(font.hb_face, sorted(to_unicode), hinting)
            if reduced:
                font.file_content = reduced
                return
        font.file_content = bytes(font.file_content)
        function(font, to_unicode, hinting)

    return subset


def _reduced(face: Any, glyphs: list[int], hinting: bool) -> bytes:
    """The font with nothing but these glyphs, under their own numbers.

    Nothing at all if it cannot be, or if the last of them has parts that come after it, to which
    the second step gives other numbers.
    """
    wanted = ffi.gc(
        harfbuzz_subset.hb_subset_input_create_or_fail(), harfbuzz_subset.hb_subset_input_destroy
    )
    _add(harfbuzz_subset.hb_subset_input_glyph_set(wanted), glyphs)
    tables = harfbuzz_subset.HB_SUBSET_SETS_DROP_TABLE_TAG
    tags = (harfbuzz.hb_tag_from_string(name, -1) for name in DROPPED)
    _add(harfbuzz_subset.hb_subset_input_set(wanted, tables), sorted(tags))
    flags = (
        harfbuzz_subset.HB_SUBSET_FLAGS_RETAIN_GIDS
        | harfbuzz_subset.HB_SUBSET_FLAGS_PASSTHROUGH_UNRECOGNIZED
        | harfbuzz_subset.HB_SUBSET_FLAGS_DESUBROUTINIZE
    )
    if not hinting:
        flags |= harfbuzz_subset.HB_SUBSET_FLAGS_NO_HINTING
    harfbuzz_subset.hb_subset_input_set_flags(wanted, flags)
    made = ffi.gc(harfbuzz_subset.hb_subset_or_fail(face, wanted), harfbuzz.hb_face_destroy)
    if made == ffi.NULL or harfbuzz.hb_face_get_glyph_count(made) > glyphs[-1] + 1:
        return b""
    data: bytes = fonts.get_hb_object_data(made)
    return data


def _add(numbers: Any, added: list[int]) -> None:
    array = ffi.new(f"hb_codepoint_t[{len(added)}]", added)
    harfbuzz.hb_set_add_sorted_array(numbers, array, len(added))
