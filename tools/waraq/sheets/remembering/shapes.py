"""Shapes: what Pango makes of a text in a style, kept until the text is drawn."""

from __future__ import annotations

from typing import Any

from weasyprint.text import line_break
from weasyprint.text.constants import PANGO_DIRECTION
from weasyprint.text.ffi import ffi, gobject, pango, unicode_to_char_p
from weasyprint.text.fonts import font_features, get_font_description

from waraq.sheets.remembering.replacement import Function, Replacements

PARAGRAPHS = ("\n", "\r", "\u2029")
"""What parts paragraphs; text without it is the same in the mode of a single paragraph."""

FEATURES = (
    *("font_kerning", "font_variant_ligatures", "font_variant_position", "font_variant_caps"),
    *("font_variant_numeric", "font_variant_alternates", "font_variant_east_asian"),
    "font_feature_settings",
)
"""What ``font_features`` reads."""

FACE = (
    *("font_family", "font_style", "font_stretch", "font_weight", "font_size"),
    *("font_variation_settings", "font_language_override", "lang", "direction"),
    *("word_spacing", "letter_spacing", "overflow_wrap"),
    *FEATURES,
)
"""What preparing for a style reads of it, beside whether it has lines over its letters."""

PLAIN = ("whether spaces collapse", "style")
"""What else the measuring of a line is given, if it is not hyphenated."""


def replacements() -> Replacements:
    """Prepare for a style once, and shape a line once."""
    layout = line_break.Layout
    yield layout, "setup", _prepared(layout.setup)
    yield layout, "set_text", _single(layout.set_text)
    yield layout, "reactivate", _shaped(layout.reactivate)
    yield layout, "deactivate", _nothing


def _prepared(function: Function) -> Function:
    known: dict[int, tuple[Any, Any]] = {}
    by_face: dict[tuple[object, ...], Any] = {}

    def setup(layout: Any, style: Any) -> None:
        if id(style) not in known:
            key = face(style)
            if key not in by_face:
                by_face[key] = _preparation(style)
            known[id(style)] = style, by_face[key]
        prepared = known[id(style)][1]
        if prepared is None:
            layout.is_plain = False
            function(layout, style)
            return
        context, description, language, attributes = prepared
        layout.style, layout.language, layout.first_line_direction = style, language, 0
        layout.ascent = layout.underline_position = None
        layout.strikethrough_position = layout.strikethrough_thickness = None
        layout.is_plain = not _is_spaced(style)
        layout.layout = ffi.gc(pango.pango_layout_new(context), gobject.g_object_unref)
        pango.pango_layout_set_auto_dir(layout.layout, False)
        pango.pango_layout_set_font_description(layout.layout, description)
        if attributes:
            pango.pango_layout_set_attributes(layout.layout, attributes)

    return setup


def face(style: Any) -> tuple[object, ...]:
    """What a style says of letters; most styles of a sheet say one of a few things."""
    return (style["text_decoration_line"] == "none", *[style[name] for name in FACE])


def _preparation(style: Any) -> Any:
    """Context, font, language and features; None where there is more to prepare."""
    if style["text_decoration_line"] != "none" or style["font_language_override"] != "normal":
        return None
    features = font_features(*(style[name] for name in FEATURES))
    if not style["lang"] or (features and _is_spaced(style)):
        return None
    context = ffi.gc(
        pango.pango_font_map_create_context(style.font_config.font_map), gobject.g_object_unref
    )
    pango.pango_context_set_round_glyph_positions(context, False)
    pango.pango_context_set_base_dir(context, PANGO_DIRECTION[style["direction"]])
    name, _held = unicode_to_char_p(style["lang"])
    language = pango.pango_language_from_string(name)
    pango.pango_context_set_language(context, language)
    return context, get_font_description(style), language, _attributes(style, features)


def is_plain(style: Any) -> bool:
    """Whether any text in a style is shaped with nothing but what the style says."""
    return style["text_decoration_line"] == "none" and not _is_spaced(style)


def _is_spaced(style: Any) -> bool:
    """Whether each text in a style has attributes of its own beside the style's."""
    return bool(style["word_spacing"] != 0 or style["letter_spacing"] != "normal")


def _attributes(style: Any, features: dict[str, Any]) -> Any:
    """Features of the font; and that no hyphen is put where a word is broken anywhere."""
    made = []
    if features:
        words = ",".join(f"{key} {value}" for key, value in features.items()).encode()
        made.append(pango.pango_attr_font_features_new(words))
    if style["overflow_wrap"] != "normal" and not _is_spaced(style):
        made.append(pango.pango_attr_insert_hyphens_new(False))
    if not made:
        return None
    attributes = ffi.gc(pango.pango_attr_list_new(), pango.pango_attr_list_unref)
    for attribute in made:
        pango.pango_attr_list_insert(attributes, attribute)
    return attributes


def _single(function: Function) -> Function:
    """Lines are drawn as single paragraphs: to say so then would have them shaped again."""

    def set_text(layout: Any, text: str, justify: bool = False) -> None:
        single = not any(part in text for part in PARAGRAPHS)
        pango.pango_layout_set_single_paragraph_mode(layout.layout, single)
        if single and layout.is_plain and "\t" not in text and "\0" not in text:
            layout.text = text
            encoded = text.encode()
            pango.pango_layout_set_text(layout.layout, encoded, len(encoded))
        else:
            function(layout, text, justify)

    return set_text


def _shaped(function: Function) -> Function:
    def reactivate(layout: Any, style: Any) -> None:
        if layout.justification_spacing:
            function(layout, style)
        elif not _is_one(layout):
            pango.pango_layout_set_width(layout.layout, -1)

    return reactivate


def _nothing(layout: Any) -> None:
    """Throw away nothing that Pango has shaped."""


def measured(function: Function) -> Function:
    """Measure a first line as it was shaped, if its text is all that was."""

    def first_line_metrics(
        line: Any, text: str, layout: Any, resume_at: int | None, *given: Any, **named: Any
    ) -> Any:
        if resume_at and len(given) == len(PLAIN):
            shown = text.encode()[: line.length].decode()
            if (shown.rstrip(" ") if given[0] else shown) == layout.text and _is_one(layout):
                found = function(line, text, layout, None, *given)
                return (*found[:2], resume_at, *found[3:])
        return function(line, text, layout, resume_at, *given, **named)

    return first_line_metrics


def _is_one(layout: Any) -> bool:
    second = pango.pango_layout_get_line_readonly(layout.layout, 1)
    return bool(second == ffi.NULL)
