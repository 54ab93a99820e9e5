"""What of a message must stay: its pieces, and what is left of it for readers.

The rules compare a source and its translation by what is said here of each;
``rules`` is where they stand.
"""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from waraq.languages import Language
from waraq.translate import inline
from waraq.translate.glossary import NO_GLOSSARY, Glossary
from waraq.translate.inline import PLAIN, Emphasis, Inline, Key, Piece, Syntax, Words

STAND_IN = "\ufffc"
"""What stands in ``Message.shown`` for a piece that has no words."""

DIGIT = re.compile(r"\d")
PLACEHOLDER = re.compile(r"\{\w*\}")

NO_KEYS: Counter[Key] = Counter()


class _Parsed(NamedTuple):
    content: tuple[Inline, ...]
    pieces: tuple[Piece, ...]
    keys: Counter[Key]
    shown: str
    prose: str
    notes: tuple[str, ...]


@dataclass(frozen=True)
class Message:
    """One text as translators write it; it is parsed when its content is asked for."""

    text: str
    syntax: Syntax = PLAIN
    label: bool = False
    """Whether it is a word of the interface, which has no markup."""

    @cached_property
    def _parsed(self) -> _Parsed:
        content = (Words(self.text),) if self.label else inline.parse(self.text, self.syntax)
        if content == (Words(self.text),):
            return _Parsed(content, (), NO_KEYS, self.text, self.text, ())
        pieces = tuple(inline.pieces(content))
        shown = "".join(_shown(content))
        leads_elsewhere = any("://" in piece.key[-1] for piece in pieces)
        return _Parsed(
            content,
            pieces,
            Counter([piece.key for piece in pieces]),
            shown,
            "".join(_shown(content, titles=False)) if leads_elsewhere else shown,
            tuple(note for piece in pieces for note in (piece.note, piece.title) if note),
        )

    @property
    def content(self) -> tuple[Inline, ...]:
        """The text, parsed."""
        return self._parsed.content

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """Its pieces, outer before inner, in the order of the text."""
        return self._parsed.pieces

    @property
    def keys(self) -> Counter[Key]:
        """How often each piece occurs."""
        return self._parsed.keys

    @property
    def shown(self) -> str:
        """What readers see in the line, with a stand-in for each piece without words."""
        return self._parsed.shown

    @property
    def prose(self) -> str:
        """What readers see in the line, without the titles of works elsewhere."""
        return self._parsed.prose

    @property
    def notes(self) -> tuple[str, ...]:
        """Words outside the line: expansions, alt texts, titles."""
        return self._parsed.notes

    @cached_property
    def has_digits(self) -> bool:
        """Whether readers see a digit in the line, of whatever writing."""
        return DIGIT.search(self._parsed.shown) is not None

    @cached_property
    def letters(self) -> int:
        """How many letters and digits readers see in the line, placeholders left out."""
        shown = self._parsed.shown
        if self.label:
            shown = PLACEHOLDER.sub("", shown)
        return sum(map(str.isalnum, shown))

    @property
    def everything_shown(self) -> str:
        """The line and then the notes, one a line."""
        return "\n".join((self.shown, *self.notes)) if self.notes else self.shown


@dataclass(frozen=True)
class Pair:
    """A source message, its translation, the language of that and its glossary."""

    source: Message
    translation: Message
    language: Language
    terms: Glossary = NO_GLOSSARY

    @cached_property
    def _differences(self) -> tuple[tuple[Key, ...], tuple[Key, ...]]:
        source, translation = self.source.keys, self.translation.keys
        if source == translation:
            return (), ()
        return tuple(source - translation), tuple(translation - source)

    @property
    def lost(self) -> tuple[Key, ...]:
        """The pieces that only the source has, or has more often."""
        return self._differences[0]

    @property
    def added(self) -> tuple[Key, ...]:
        """The pieces that only the translation has, or has more often."""
        return self._differences[1]

    @property
    def has_digits(self) -> bool:
        """Whether one of the two shows a digit."""
        return self.translation.has_digits or self.source.has_digits


Check = Callable[[Pair], Iterable[str]]
"""Says in words what is wrong with a pair."""


@functools.lru_cache(maxsize=20_000)
def source(text: str, syntax: Syntax = PLAIN, label: bool = False) -> Message:
    """A source message; every language asks for the same ones."""
    return Message(text, syntax, label)


def _shown(content: Sequence[Inline], titles: bool = True) -> Iterator[str]:
    for each in content:
        match each:
            case Words(text):
                yield text
            case Emphasis(_, inner):
                yield from _shown(inner, titles)
            case Piece(key, inner) if inner is None or not (titles or "://" not in key[-1]):
                yield STAND_IN
            case Piece(_, inner):
                yield from _shown(inner or (), titles)


def spoken(key: Key) -> str:
    """A piece as a translator would write it."""
    match key:
        case ("link", target, *_):
            return f"the link ({target})"
        case ("role", name):
            return f"the role {{{name}}}"
        case ("role", name, target):
            return f"the role {{{name}}} with {target!r}"
        case ("footnote", label):
            return f"the footnote [^{label}]"
        case (kind, target):
            return f"the {kind} {target!r}"
        case _:
            return " ".join(key)
