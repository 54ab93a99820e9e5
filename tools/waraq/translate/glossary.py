"""Agreed terms: where the source has one, so has the translation.

Languages inflect, so the last letter of a longer word may change and anything
may follow it; what stands in brackets or after a slash is another way to say it.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from waraq.languages import Language
from waraq.ledger.records import Term

UNINFLECTED = 4
"""Words up to this length stay as they are; of longer ones the last one or two letters may
change: those of a possessive, of a plural, or the vowel before a suffix."""

HAN = re.compile(r"[\u3400-\u9fff]")

WAYS = re.compile(r"[/()（）、]")


@dataclass(frozen=True)
class Agreed:
    """One term: the source's words, and the ways in which they may be translated."""

    words: str
    translation: str
    ways: tuple[tuple[str, ...], ...]

    def stands_in(self, text: str) -> bool:
        """Whether one of the ways is in *text*, which is folded: each of its words, inflected."""
        return any(all(stem in text for stem in way) for way in self.ways)


@dataclass(frozen=True)
class Glossary:
    """The agreed terms of one language, by the source's words in small letters."""

    terms: tuple[Agreed, ...] = ()

    @functools.cached_property
    def _by_words(self) -> dict[str, Agreed]:
        return {term.words.lower(): term for term in self.terms}

    @functools.cached_property
    def _pattern(self) -> re.Pattern[str] | None:
        longest_first = sorted(self._by_words, key=len, reverse=True)
        if not longest_first:
            return None
        anyone = "|".join(re.escape(words) for words in longest_first)
        return re.compile(rf"\b({anyone})(?:s|es)?\b", re.IGNORECASE)

    def named_in(self, source: str) -> Iterator[Agreed]:
        """The terms that a source text uses, each once; of two, the longer counts."""
        if self._pattern is None:
            return
        for words in dict.fromkeys(match[1].lower() for match in self._pattern.finditer(source)):
            yield self._by_words[words]

    def missing(self, source: str, translation: str) -> Iterator[Agreed]:
        """The terms that a source text uses and its translation says otherwise."""
        text = ""
        for term in self.named_in(source):
            text = text or folded(translation)
            if not term.stands_in(text):
                yield term


NO_GLOSSARY = Glossary()


def agreed(terms: Iterable[Term], source: Language, language: Language) -> Glossary:
    """The glossary of *language*: terms whose translation is at least fairly sure."""
    return Glossary(
        tuple(
            Agreed(term.term[source.tag], term.term[language.tag], _ways(term.term[language.tag]))
            for term in terms
            if source.tag in term.term
            and language.tag in term.term
            and term.sure.get(language.tag) in ("high", "medium")
        )
    )


def folded(text: str) -> str:
    """*text* for comparison: composed, in small letters, without tatweel."""
    return unicodedata.normalize("NFKC", text).casefold().replace("\u0640", "")


def _ways(translation: str) -> tuple[tuple[str, ...], ...]:
    whole = WAYS.sub(" ", translation)
    parts = [part.strip() for part in WAYS.split(translation) if part.strip()]
    return tuple(tuple(map(_stem, folded(way).split())) for way in dict.fromkeys([*parts, whole]))


def _stem(word: str) -> str:
    if HAN.search(word) or len(word) <= UNINFLECTED:
        return word
    return word[: max(UNINFLECTED, len(word) - 2)]
