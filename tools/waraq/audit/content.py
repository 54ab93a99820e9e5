"""A page's content stream: what of it is tagged, an artifact, both or neither."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import pikepdf

PAINTING = frozenset({"'", '"', "B", "B*", "Do", "F", "INLINE IMAGE", "S", "TJ", "Tj"}) | frozenset(
    {"b", "b*", "f", "f*", "s", "sh"}
)


@dataclass
class Marks:
    """What was found on a page."""

    marks: set[int] = field(default_factory=set)
    """The numbers of its tagged pieces."""
    mistakes: list[str] = field(default_factory=list)
    """Each kind once, in words."""

    def mistake(self, words: str) -> None:
        """Take note of a mistake."""
        if words not in self.mistakes:
            self.mistakes.append(words)


def marks(page: pikepdf.Page) -> Marks:
    """The tagged pieces of a page, and what is in none."""
    found = Marks()
    around: list[str] = []
    for instruction in pikepdf.parse_content_stream(page):
        name = str(instruction.operator)
        if name in {"BMC", "BDC"}:
            kind = _kind(list(instruction.operands), found)
            if kind and any(around):
                found.mistake(f"{kind} stands in {next(filter(None, around))} (01-003, 01-004)")
            around.append(kind)
        elif name == "EMC":
            around.pop()
        elif name in PAINTING and not any(around):
            found.mistake("what is drawn is neither tagged nor an artifact (01-005)")
    return found


def _kind(operands: Sequence[Any], found: Marks) -> str:
    tag, *more = operands
    if tag == "/Artifact":
        return "an artifact"
    if more and isinstance(more[0], pikepdf.Dictionary) and "/MCID" in more[0]:
        mark = int(more[0].MCID)
        if mark in found.marks:
            found.mistake(f"two pieces have the number {mark}")
        found.marks.add(mark)
        return "a tagged piece"
    return ""
