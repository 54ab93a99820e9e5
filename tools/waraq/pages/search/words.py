"""Words of a page, and which of them are in another language than the page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from docutils import nodes

from waraq import languages
from waraq.languages import Direction
from waraq.sphinx_ext.marking import IN_LANGUAGE
from waraq.sphinx_ext.translation import UNTRANSLATED

SILENT = (nodes.footnote, nodes.footnote_reference, nodes.Invisible, nodes.raw, nodes.meta)
"""What is no part of what a page says."""

SPACES = re.compile(r"\s+")


class Piece(NamedTuple):
    """A part of a text in one language; ``tag`` is empty for the page's own."""

    text: str
    tag: str = ""

    @property
    def direction(self) -> Direction:
        """Which way it runs; of use where there is a tag."""
        return languages.named(self.tag).direction


@dataclass(frozen=True)
class Words:
    """A text in pieces, no two neighbours of which are in the same language."""

    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """The text, whatever its languages."""
        if len(self.pieces) == 1:
            return self.pieces[0].text
        return "".join(piece.text for piece in self.pieces)

    def cut(self, parts: Iterable[str]) -> Iterator[Words]:
        """These parts of the text, which are in its order."""
        if len(self.pieces) == 1:
            [(_, tag)] = self.pieces
            yield from (said(part, tag) for part in parts)
            return
        position = 0
        for part in parts:
            position = self.text.index(part, position)
            yield Words(tuple(self._between(position, position + len(part))))
            position += len(part)

    def _between(self, start: int, end: int) -> Iterator[Piece]:
        position = 0
        for text, tag in self.pieces:
            if within := text[max(0, start - position) : max(0, end - position)]:
                yield Piece(within, tag)
            position += len(text)


def said(text: str, tag: str = "") -> Words:
    """Words in one language."""
    return Words((Piece(text, tag),))


def words(node: nodes.Element) -> Words:
    """The words of a part of a page, with single spaces between them."""
    pieces: list[Piece] = []
    _collect(node, _own_language(node), pieces)
    return joined([Words(tuple(pieces))])


def joined(all_words: Iterable[Words], between: str = "") -> Words:
    """Several words as one text, with single spaces and the fewest pieces."""
    pieces: list[Piece] = []
    for position, each in enumerate(all_words):
        if position and between:
            pieces.append(Piece(between))
        pieces += each.pieces
    tags = {tag for _, tag in pieces}
    if len(tags) > 1:
        tags = {tag for text, tag in pieces if any(map(str.isalpha, text))}
    if len(tags) > 1:
        return Words(tuple(_tidy(pieces)))
    text = "".join(text for text, _ in pieces)
    return said(" ".join(text.split()), next(iter(tags), ""))


def _tidy(pieces: Iterable[Piece]) -> list[Piece]:
    tidy: list[Piece] = []
    for text, tag in pieces:
        cleaned = SPACES.sub(" ", text)
        if not tidy or tidy[-1].text.endswith(" "):
            cleaned = cleaned.lstrip(" ")
        if tidy and tidy[-1].tag == tag:
            tidy[-1] = Piece(tidy[-1].text + cleaned, tag)
        elif cleaned:
            tidy.append(Piece(cleaned, tag))
    last = tidy.pop()
    return [*tidy, Piece(last.text.rstrip(" "), last.tag)] if last.text.strip() else tidy


def _collect(node: nodes.Element, tag: str, pieces: list[Piece]) -> None:
    for child in node.children:
        if isinstance(child, nodes.Text):
            # Most texts have no escape of docutils' own, and astext() looks for them three times.
            pieces.append(Piece(child.astext() if "\0" in child else str(child), tag))
        elif isinstance(child, nodes.image):
            pieces.append(Piece(child.get("alt", ""), tag))
        elif isinstance(child, nodes.Element) and not isinstance(child, SILENT):
            _collect(child, _own_language(child) or tag, pieces)
            if not isinstance(child, nodes.Inline):
                pieces.append(Piece(" ", tag))


def _own_language(node: nodes.Element) -> str:
    attributes = node.attributes
    return str(attributes.get(UNTRANSLATED) or attributes.get(IN_LANGUAGE) or "")
