"""The rules for pieces: a translation has those of its source, no fewer and no more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from waraq.translate import inline
from waraq.translate.inline import Key, Piece
from waraq.translate.skeleton import Check, Message, Pair, spoken

KINDS = ("link", "role", "code", "image", "footnote", "math", "substitution", "html")
"""The kinds of pieces; for each there is a rule for what is lost and one for what is added."""


SET_AS_WORDS = frozenset({"fact", "date", "person", "organisation", "term"})
"""Roles that become words in each language: "In {date}" may be just "{date}" in another."""


def lost(kind: str) -> Check:
    """Pieces of one kind that only the source has."""

    def check(pair: Pair) -> Iterator[str]:
        yield from (f"the translation lacks {spoken(key)}" for key in pair.lost if key[0] == kind)

    return check


def added(kind: str) -> Check:
    """Pieces of one kind that only the translation has."""

    def check(pair: Pair) -> Iterator[str]:
        found = (key for key in pair.added if key[0] == kind)
        yield from (f"the source has no such thing as {spoken(key)}" for key in found)

    return check


def of_other_kinds(pair: Pair) -> Iterator[str]:
    """Whatever kind the parser may learn, it is compared."""
    for key in pair.lost + pair.added:
        if key[0] not in KINDS:
            yield f"the source and the translation differ in {spoken(key)}"


def nested(pair: Pair) -> Iterable[str]:
    """Links and marks that came to stand within a link."""
    if len(pair.translation.pieces) <= 1:
        return ()
    inside = Counter(_inside_links(pair.translation)) - Counter(_inside_links(pair.source))
    return (
        f"{spoken(inner)} stands within the words of {spoken(outer)}" for outer, inner in inside
    )


def _inside_links(message: Message) -> Iterator[tuple[Key, Key]]:
    for piece in message.pieces:
        if piece.content and piece.key[0] in ("link", "role"):
            for inner in inline.pieces(piece.content):
                if inner.key[0] in ("link", "role", "footnote"):
                    yield piece.key, inner.key


def without_words(pair: Pair) -> Iterable[str]:
    """A translation, or a link or picture of it, that says nothing."""
    if not pair.translation.pieces and _says_something(pair.translation.shown):
        return ()
    return _without_words(pair)


def _without_words(pair: Pair) -> Iterator[str]:
    says_something = _says_something(pair.translation.shown) or any(
        piece.key[0] == "role" and piece.key[1] in SET_AS_WORDS for piece in pair.translation.pieces
    )
    if _says_something(pair.source.shown) and not says_something:
        yield "the translation has no words"
    elif pair.translation.pieces:
        wanted = {piece.key for piece in pair.source.pieces if _has_words(piece)}
        for piece in pair.translation.pieces:
            if piece.key in wanted and not _has_words(piece):
                yield f"{spoken(piece.key)} has no words"


def _says_something(shown: str) -> bool:
    return any(map(str.isalnum, shown))


def _has_words(piece: Piece) -> bool:
    """Whether readers, or those who hear the page, get words for it."""
    if piece.key[0] == "image":
        return bool(piece.note.strip())
    if piece.content is None:
        return True
    return _says_something(inline.words(piece.content)) or any(inline.pieces(piece.content))
