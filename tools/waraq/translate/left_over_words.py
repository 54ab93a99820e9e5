"""Words that nobody has translated: whole messages, or sentences within one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from waraq.languages import Language
from waraq.translate.skeleton import PLACEHOLDER, Message

FEWEST = 4
"""English words in a row that are a left-over, where the script is another."""

RUN = re.compile(r"(?<![A-Za-z'’\-])[A-Za-z][A-Za-z'’\-]*+(?:,? [A-Za-z][A-Za-z'’\-]*+){3,40}+")
ENGLISH = re.compile(r"\b(?:the|of|and|is|was|were|that|which|with|has|have|had|by|for)\b")
SENTENCE_WORD = re.compile(r"(?<![A-Za-z])[a-z][a-z'’\-]++(?![A-Za-z])")
IN_NAMES = {"of", "the", "and", "for", "in", "on", "to", "at", "by", "an", "or", "de", "la"}
"""Small words of names: `Office of the High Commissioner for Human Rights`."""


def same(source: Message, translation: Message, language: Language) -> Iterator[str]:
    """A translation that repeats its source."""
    if repeats(source, translation):
        prose = _without_placeholders(source)
        telling = [word for word in SENTENCE_WORD.findall(prose) if word not in IN_NAMES]
        alone = len(prose.split()) == 1
        if telling and not (alone and language.script == "Latin"):
            yield "the translation repeats the source"


def names(source: Message, translation: Message, language: Language) -> Iterator[str]:
    """A name in Latin letters, in a language that writes others."""
    if repeats(source, translation) and language.script not in ("Latin", "Other"):
        prose = _without_placeholders(source)
        words = SENTENCE_WORD.findall(prose)
        if re.search("[a-z]", prose) and IN_NAMES.issuperset(words):
            yield "the translation keeps the words of the source"


def _without_placeholders(source: Message) -> str:
    """What a translator could translate of it: a pattern may be nothing but placeholders."""
    return PLACEHOLDER.sub("", source.prose) if source.label else source.prose


def repeats(source: Message, translation: Message) -> bool:
    """Whether a translation is its source again."""
    return source.text.strip() == translation.text.strip()


def runs(source: Message, translation: Message, language: Language) -> Iterator[str]:
    """English words in a row that stand in the source too, links left out."""
    if translation.text == source.text:
        return
    latin = language.script in ("Latin", "Other")
    if latin and not ENGLISH.search(translation.prose):
        return
    for run in RUN.finditer(translation.prose):
        found = _longest_common(run[0], source.prose) if latin else run[0]
        words = found.split()
        telling = [w for w in SENTENCE_WORD.findall(found) if w not in IN_NAMES]
        if len(words) >= (FEWEST + 2 if latin else FEWEST) and len(telling) >= 2:
            yield f"these words look untranslated: {found[:60]}"
            return


def _longest_common(run: str, source: str) -> str:
    """The longest part of *run*, in whole words, that is in *source*."""
    words = run.split()
    for length in range(len(words), FEWEST - 1, -1):
        for start in range(len(words) - length + 1):
            part = " ".join(words[start : start + length])
            if part in source:
                return part
    return ""
