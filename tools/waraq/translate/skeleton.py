"""What of a message must stay: its pieces, compared between source and translation.

To add a rule, write a generator here that yields what is wrong in words, and
add it to ``RULES``.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from waraq.translate import inline
from waraq.translate.inline import Inline, Key, Piece

LONGEST = 4
"""How many times as long as its source a translation may be (and 200 characters)."""

FORBIDDEN_CATEGORIES = frozenset({"Cc", "Co", "Cs", "Cn"})
BIDI_OVERRIDES = frozenset("\u202a\u202b\u202c\u202d\u202e")
INVISIBLE = frozenset("\u00ad\u200b\u2060\ufeff\ufff9\ufffa\ufffb\u2028\u2029\u0085")


@dataclass(frozen=True)
class Message:
    """One text as translators write it, parsed."""

    text: str
    content: tuple[Inline, ...]

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """Its pieces, outer before inner, in the order of the text."""
        return tuple(inline.pieces(self.content))

    @property
    def keys(self) -> Counter[Key]:
        """How often each piece occurs."""
        return Counter(piece.key for piece in self.pieces)


def message(text: str) -> Message:
    """Parse *text*."""
    return Message(text, inline.parse(text))


def complaints(msgid: str, msgstr: str) -> list[tuple[str, str]]:
    """What keeps *msgstr* from being used for *msgid*: pairs of rule and words.

    The cheap rules come first, and a text that fails them is never parsed.
    """
    found = [("length", words) for words in _length(msgid, msgstr)]
    found += [("characters", words) for words in _characters(msgid, msgstr)]
    if not found:
        found = list(_pieces(message(msgid), message(msgstr)))
    return found


def _length(msgid: str, msgstr: str) -> Iterator[str]:
    most = LONGEST * len(msgid) + 200
    if len(msgstr) > most:
        yield f"the translation has {len(msgstr)} characters; at most {most} are used"


def _characters(msgid: str, msgstr: str) -> Iterator[str]:
    for character in sorted(set(msgstr) - set(msgid)):
        tag = 0xE0000 <= ord(character) <= 0xE007F
        hidden = character in BIDI_OVERRIDES or character in INVISIBLE
        bare = unicodedata.category(character) in FORBIDDEN_CATEGORIES and character not in "\n\t"
        if tag or hidden or bare:
            yield f"the character U+{ord(character):04X} may not be used"


def _pieces(source: Message, translation: Message) -> Iterator[tuple[str, str]]:
    lost = source.keys - translation.keys
    added = translation.keys - source.keys
    for key in lost:
        yield f"{key[0]}-lost", f"the translation lacks {spoken(key)}"
    for key in added:
        yield f"{key[0]}-added", f"the source has no such thing as {spoken(key)}"
    if not inline.words(translation.content).strip() and inline.words(source.content).strip():
        yield "no-words", "the translation has no words"


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
