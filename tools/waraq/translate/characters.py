"""Which characters a translation may hold, by the script of its language.

What nobody sees can hide a word, turn a line round or break a page; but Persian
needs the zero-width non-joiner, every right-to-left script its direction marks,
and Japanese names their variation selectors.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterator
from enum import Enum
from html.entities import html5

from waraq.languages import Language

HIGHEST_STACK = 4
"""Combining marks on one letter; vocalised Arabic has up to three."""

OPENING, CLOSING = "\u2066\u2067\u2068", "\u2069"
ENTITY = re.compile(r"&(?:#(\d{1,8})|#[xX]([0-9a-fA-F]{1,6})|(\w{1,40}));")
IN_A_ROW = re.compile("[\u061c\u200c-\u200f]{3}")

DEPRECATED = frozenset(map(chr, (*range(0x206A, 0x2070), *range(0xFFF9, 0xFFFD))))
BIDI_CONTROLS = frozenset("\u202a\u202b\u202c\u202d\u202e")
BLANK = frozenset("\u034f\u115f\u1160\u1680\u17b4\u17b5\u2800\u3164\uffa0\ufffd")
"""Letters, marks and signs that look like nothing, and what stands for a lost letter."""

ARABIC_SIGNS = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u0890\u0891\u08e2")


ORDINARY = re.compile(
    "[\\n -~\u00a0-\u00ac\u00ae-\u02ff\u0400-\u0482\u048a-\u052f\u060c\u061b\u061f\u0621-\u063f"
    "\u0641-\u064a\u0660-\u066f\u0671-\u06d5\u06f0-\u06ff\u2010-\u2027\u202f-\u205e\u3000-\u3029"
    "\u3041-\u3096\u30a0-\u30ff\u4e00-\u9fef\uff01-\uff5e]*"
)
"""Text without any character that needs a second look; most texts."""


class Kind(Enum):
    """Why a character needs a second look."""

    NEVER = "in no text at all"
    IF_SOURCE_HAS_IT = "only where the source has it"
    JOINING = "zero-width joiners and the tatweel"
    DIRECTION = "marks of direction"
    ISOLATE = "in pairs"
    VARIATION = "directly after a Han character"
    COMBINING = "in small stacks"


READABLE = frozenset({Kind.JOINING, Kind.DIRECTION, Kind.ISOLATE})
"""What nobody sees, but everybody reads otherwise without it."""

BY_SCRIPT = {
    "Arabic": frozenset({Kind.JOINING, Kind.DIRECTION}),
    "Han": frozenset({Kind.VARIATION}),
    "Japanese": frozenset({Kind.VARIATION}),
    "Other": frozenset({Kind.JOINING, Kind.DIRECTION}),
}


def complaints(text: str, source: str, language: Language) -> Iterator[str]:
    """What *text* may not hold as a translation of *source*."""
    if "&" in text:
        text, source = ENTITY.sub(_decoded, text), ENTITY.sub(_decoded, source)
    if ORDINARY.fullmatch(text):
        return
    kinds = {character: kind for character in set(text) if (kind := _kind(character))}
    if not kinds:
        return
    refused = sorted(
        character
        for character, kind in kinds.items()
        if kind is Kind.NEVER or (_needs_leave(kind, language) and character not in source)
    )
    if refused:
        yield f"these characters may not be used here: {', '.join(map(_named, refused[:5]))}"
        return
    found = set(kinds.values())
    if Kind.ISOLATE in found and not _paired(text):
        yield "the marks U+2066 to U+2069 (isolates) are not in pairs"
    if Kind.VARIATION in found and not _after_han(text):
        yield "a variation selector stands behind something else than a Han character"
    if Kind.COMBINING in found and _highest_stack(text) > HIGHEST_STACK:
        yield f"more than {HIGHEST_STACK} marks are stacked on one letter"
    if IN_A_ROW.search(text):
        yield "three or more invisible marks stand in a row"


def printable(text: str) -> str:
    """*text* so that no terminal and no reader of a report stumbles over it."""
    if text.isprintable():
        return text
    return "".join(each if each.isprintable() else _escaped(each) for each in text)


def legible(text: str) -> str:
    """*text* as it is to be read, on as many lines; what would act on a terminal is escaped."""
    return "".join(
        each if each == "\n" or each.isprintable() or _kind(each) in READABLE else _escaped(each)
        for each in text
    )


def _escaped(character: str) -> str:
    if unicodedata.category(character) == "Zs":
        return " "
    return character.encode("unicode_escape").decode("ascii")


def _decoded(entity: re.Match[str]) -> str:
    decimal, hexadecimal, name = entity.groups()
    if name:
        return html5.get(f"{name};", entity[0])
    code = int(decimal) if decimal else int(hexadecimal, 16)
    return chr(code) if 0 < code < 0x110000 else "\ufffd"


def _needs_leave(kind: Kind, language: Language) -> bool:
    by_script = (Kind.JOINING, Kind.DIRECTION, Kind.VARIATION)
    return kind is Kind.IF_SOURCE_HAS_IT or (
        kind in by_script and kind not in BY_SCRIPT.get(language.script, ())
    )


@functools.cache
def _kind(character: str) -> Kind | None:
    """What *character* is; None for letters, digits, signs and spaces."""
    code = ord(character)
    if character in "\n\t":
        return None
    if character in OPENING + CLOSING:
        return Kind.ISOLATE
    if character in "\u200e\u200f\u061c":
        return Kind.DIRECTION
    if character in "\u200c\u200d\u0640" or character in ARABIC_SIGNS:
        return Kind.JOINING
    if 0xE0100 <= code <= 0xE01EF:
        return Kind.VARIATION
    if 0xE0000 <= code <= 0xE007F or character in DEPRECATED or character in BIDI_CONTROLS:
        return Kind.NEVER
    if 0xFE00 <= code <= 0xFE0F or 0x180B <= code <= 0x180F or character in BLANK:
        return Kind.IF_SOURCE_HAS_IT
    match unicodedata.category(character):
        case "Cc" | "Co" | "Cs" | "Cn" | "Zl" | "Zp":
            return Kind.NEVER
        case "Cf":
            return Kind.IF_SOURCE_HAS_IT
        case "Mn" | "Me":
            return Kind.COMBINING
    return None


def _named(character: str) -> str:
    name = unicodedata.name(character, "").lower() or "no character of writing"
    return f"U+{ord(character):04X} ({name})"


def _paired(text: str) -> bool:
    depth = 0
    for character in text:
        if character in OPENING:
            depth += 1
        elif character in CLOSING:
            depth -= 1
        if depth < 0:
            return False
    return depth == 0


def _after_han(text: str) -> bool:
    """Whether each variation selector has its Han character."""
    return all(
        unicodedata.name(before, "").startswith("CJK")
        for before, after in zip(" " + text, text, strict=False)
        if _kind(after) is Kind.VARIATION
    )


def _highest_stack(text: str) -> int:
    highest = current = 0
    for character in text:
        current = current + 1 if unicodedata.category(character) in ("Mn", "Me") else 0
        highest = max(highest, current)
    return highest
