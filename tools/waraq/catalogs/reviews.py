"""Reviews: which translation has been read, by whom, and on which day.

A review is of a text, not of a file: of a source text together with its
translation, known by their hash. When either changes, no text has that hash any
longer and the review has lapsed, without anybody having to notice. The page is
no part of the hash: who has read a sentence has read it on every page that says
it in these words, and a page may be renamed or cut in two. Nor is the language,
for each has a file of its own.
"""

from __future__ import annotations

import datetime as dt
import functools
import hashlib
import re
import unicodedata
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

import msgspec

from waraq.translate.characters import BLANK

DIGITS = 32
"""Of the 64 of a SHA-256.

Half as many would do against chance, but not against somebody who looks for a
false translation with the hash of a reviewed one: a graphics card finds that
within days.
"""

LONGEST_NAME = 60

JOINER = "\u200c\u200d"
"""Invisible, but Persian and Indian names are spelt with them, within a word."""

STRAY_JOINER = re.compile(rf"(?<![^\s{JOINER}])[{JOINER}]|[{JOINER}](?![^\s{JOINER}])")
HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})
"""Control characters, marks of direction, and what else nobody sees."""


class Review(msgspec.Struct, frozen=True, forbid_unknown_fields=True, order=True):
    """One person has read one text."""

    text: str
    """The text's fingerprint."""
    by: str
    """A name or a pseudonym."""
    on: dt.date


def fingerprint(msgid: str, msgstr: str) -> str:
    """The hash by which a review knows its text.

    The beginning of the SHA-256, in small hexadecimal digits, of the msgid's
    length in bytes, a colon, the msgid and the msgstr, all in UTF-8.
    """
    source = msgid.encode("utf-8")
    whole = b"%d:%b%b" % (len(source), source, msgstr.encode("utf-8"))
    return hashlib.sha256(whole).hexdigest()[:DIGITS]


@functools.lru_cache(maxsize=1_000)
def reviewer(written: str) -> str:
    """A name as it may be recorded: one line, short, with nothing hidden in it; may be empty.

    Giving it what it has returned changes nothing.
    """
    spaced = "".join(" " if each.isspace() else each for each in written)
    seen = "".join(each for each in spaced if not _is_hidden(each))
    name = unicodedata.normalize("NFC", " ".join(STRAY_JOINER.sub("", seen).split()))
    name = name[:LONGEST_NAME].rstrip(f" {JOINER}")
    return name if any(map(str.isalnum, name)) else ""


def _is_hidden(character: str) -> bool:
    return character in BLANK or (
        unicodedata.category(character) in HIDDEN and character not in JOINER
    )


@dataclass(frozen=True)
class Reviews:
    """All reviews of one language: of a text by a person only the first."""

    by_text: Mapping[str, Mapping[str, dt.date]] = field(default_factory=dict)
    """For a text's fingerprint, who has read it and when."""

    @classmethod
    def of(cls, found: Iterable[Review]) -> Reviews:
        """These reviews, in whatever order they come."""
        by_text: dict[str, dict[str, dt.date]] = {}
        for each in found:
            readers = by_text.setdefault(each.text, {})
            readers[each.by] = min(each.on, readers.get(each.by, each.on))
        return cls(by_text)

    def __iter__(self) -> Iterator[Review]:
        """Each, sorted by text and then by name."""
        for text, readers in sorted(self.by_text.items()):
            for by, on in sorted(readers.items()):
                yield Review(text, by, on)

    def __len__(self) -> int:
        return sum(map(len, self.by_text.values()))

    def readers(self, text: str) -> Mapping[str, dt.date]:
        """Who has read the text with this fingerprint, and when."""
        return self.by_text.get(text, {})

    def since(self, msgid: str, msgstr: str) -> dt.date | None:
        """The day on which somebody first read this text; None if nobody has."""
        if not self.by_text:
            return None
        readers = self.by_text.get(fingerprint(msgid, msgstr))
        return min(readers.values()) if readers else None

    def lapsed(self, current: Container[str]) -> Reviews:
        """The reviews of texts that there are no longer.

        :param current: the fingerprints of all texts
        """
        return Reviews({text: by for text, by in self.by_text.items() if text not in current})

    def without(self, others: Reviews) -> Reviews:
        """All but those of the texts that *others* are of."""
        return self.lapsed(others.by_text)


NO_REVIEWS = Reviews()
