"""A page as the rules of prose see it: passages of text, and what they state and cite.

A passage is what a reader takes in at once and what one set of marks speaks
for: a paragraph, a list item, a row of a table. Its text holds the words of the
ledger, too; ``typed`` has only what the author wrote.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Literal, NamedTuple

STAND_IN = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands in ``typed`` for every letter that the author did not type as prose."""

QUOTED = re.compile(
    r"“[^”]*”|„[^“”]*[“”]|«[^»]*»|「[^」]*」|"
    r'"(?:(?!\n\n)[^"])*"|'
    r"(?<!\w)‘(?:[^‘’]|(?<=\w)’(?=\w))*’(?!\w)"
)
"""Words between quotation marks, with the marks."""


class Kind(StrEnum):
    """Where a passage stands."""

    PARAGRAPH = "paragraph"
    ITEM = "list item"
    ROW = "table row"
    HEAD = "table head"
    BAR = "chart"
    CAPTION = "caption"
    HEADING = "heading"
    DESCRIPTION = "description"


CITING = frozenset({Kind.PARAGRAPH, Kind.ITEM, Kind.ROW})
"""The passages that carry marks of their own, but for the page in short."""

RUNNING = frozenset({Kind.PARAGRAPH, Kind.ITEM})
"""The passages that make up a page's running text."""


class Part(NamedTuple):
    """Something in a passage that is not typed prose: what a role set, code, an address."""

    kind: Literal["fact", "day", "named", "term", "other"]
    key: str
    start: int
    end: int


class Anchor(NamedTuple):
    """From this offset on, a passage is written at this line of the source."""

    offset: int
    line: int


@dataclass(frozen=True)
class Passage:
    """One stretch of text, with what it states and what it rests on."""

    kind: Kind
    text: str
    parts: tuple[Part, ...]
    links: tuple[tuple[int, int], ...]
    """Where the words of links stand."""
    claims: frozenset[str]
    """The claims that its marks name."""
    anchors: tuple[Anchor, ...]
    in_short: bool = False
    is_quotation: bool = False
    """Whether it is set off as a quotation."""
    context: str = ""
    """What leads in to it: the paragraph before a list, the caption and head of a table."""

    @cached_property
    def typed(self) -> str:
        """The text, letter for letter, without what its author did not type."""
        return masked(self.text, ((part.start, part.end) for part in self.parts))

    @cached_property
    def quotations(self) -> tuple[tuple[int, int], ...]:
        """Where the words in quotation marks stand."""
        if self.is_quotation:
            return ((0, len(self.text)),)
        return tuple(match.span() for match in QUOTED.finditer(self.text))

    @property
    def cites(self) -> bool:
        """Whether marks of its own must stand behind its facts."""
        return self.kind in CITING and not self.in_short

    def keys(self, *kinds: str) -> Iterator[Part]:
        """Its parts of these kinds."""
        return (part for part in self.parts if part.kind in kinds)

    def line(self, offset: int) -> int:
        """The line of the source on which the text at *offset* is written."""
        anchor = max((each for each in self.anchors if each.offset <= offset), default=None)
        if anchor is None:
            return 0
        return anchor.line + self.text.count("\n", anchor.offset, offset)

    @property
    def first_line(self) -> int:
        """The line on which it begins."""
        return self.line(0)


class Block(NamedTuple):
    """A directive's block on a page."""

    name: str
    line: int


class Mark(NamedTuple):
    """A claim cited on a page."""

    claim: str
    line: int


@dataclass(frozen=True)
class Page:
    """One page: its passages in order, and what it cites anywhere."""

    docname: str
    path: str
    passages: tuple[Passage, ...]
    marks: tuple[Mark, ...]
    sources: frozenset[str]
    """The sources that generated blocks cite by themselves."""
    blocks: tuple[Block, ...]

    @cached_property
    def claims(self) -> frozenset[str]:
        """Every claim that it cites."""
        return frozenset(mark.claim for mark in self.marks)

    @cached_property
    def _flat(self) -> str:
        return flat(" ".join(passage.text for passage in self.passages))

    def holding(self, words: Iterable[str]) -> tuple[str, ...]:
        """Those of the words that it holds anywhere, be it within other words.

        Looking for a pattern of a hundred words in every passage takes long; most
        pages hold none of them.
        """
        return tuple(word for word in words if flat(word) in self._flat)

    def claims_behind(self, passage: Passage) -> frozenset[str]:
        """What a passage may state facts of: its own claims; the page's, where it has no marks."""
        return passage.claims if passage.cites else self.claims

    def has(self, *names: str) -> bool:
        """Whether it has a block of one of these names."""
        return any(block.name in names for block in self.blocks)


def flat(text: str) -> str:
    """A text without its differences in capitals, spaces, lines and apostrophes."""
    return " ".join(text.casefold().replace("’", "'").split())


def masked(text: str, spans: Iterator[tuple[int, int]]) -> str:
    """The text with stand-ins in the place of these spans."""
    found = []
    position = 0
    for start, end in spans:
        if start >= position:
            found += [text[position:start], STAND_IN * (end - start)]
            position = end
    return "".join((*found, text[position:]))


def within(offset: int, spans: tuple[tuple[int, int], ...]) -> bool:
    """Whether the offset lies in one of the spans."""
    return any(start <= offset < end for start, end in spans)
