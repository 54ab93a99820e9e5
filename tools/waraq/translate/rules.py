"""The rules for one translated message: each yields what is wrong, in words.

To add a rule, write a generator over a ``Pair`` here or in a module of its own,
add a ``Rule`` to ``RULES`` and a catalog that breaks it to
``tests/samples/catalogs``. A rule that needs to know more than the two texts,
as that for the glossary, gets it through ``Pair``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from waraq.problems import Severity
from waraq.translate import (
    addresses,
    bounds,
    characters,
    figures,
    left_over_words,
    letters,
    markup,
    numbers,
    pieces,
)
from waraq.translate.glossary import NO_GLOSSARY
from waraq.translate.skeleton import Check, Pair


@dataclass(frozen=True)
class Rule:
    """One thing that a translation must keep to."""

    name: str
    severity: Severity
    hint: str
    """What the translator does about it."""
    reason: str
    """Why it matters."""
    check: Check


def _characters(pair: Pair) -> Iterator[str]:
    return characters.complaints(pair.translation.text, pair.source.text, pair.language)


def _addresses(pair: Pair) -> Iterator[str]:
    found = list(addresses.added(pair.translation.everything_shown, pair.source.text))
    if found:
        listed = ", ".join(f"{address[:60]!r}" for address in found[:3])
        yield f"the source has no address {listed}"


def _markup(pair: Pair) -> Iterator[str]:
    return markup.left_over(pair.source, pair.translation)


def _numbers(pair: Pair) -> Iterable[str]:
    if not pair.has_digits and not numbers.has_numerals(pair.translation.shown, pair.language):
        return ()
    return numbers.number_differences(pair.translation.shown, pair.source.shown, pair.language)


def _dates(pair: Pair) -> Iterable[str]:
    if not pair.has_digits and "月" not in pair.translation.shown:
        return ()
    return numbers.month_differences(pair.translation.shown, pair.source.shown, pair.language)


def _alphabet(pair: Pair) -> Iterator[str]:
    text = pair.translation.prose
    yield from letters.of_another_alphabet(text, pair.language)
    yield from letters.of_another_script(text, pair.source.prose, pair.language)


def _han_variant(pair: Pair) -> Iterator[str]:
    return letters.of_other_han(pair.translation.shown, pair.language)


def _same_as_source(pair: Pair) -> Iterable[str]:
    if not left_over_words.repeats(pair.source, pair.translation):
        return ()
    return left_over_words.same(pair.source, pair.translation, pair.language)


def _names_kept(pair: Pair) -> Iterable[str]:
    if not left_over_words.repeats(pair.source, pair.translation):
        return ()
    return left_over_words.names(pair.source, pair.translation, pair.language)


def _left_over_words(pair: Pair) -> Iterator[str]:
    return left_over_words.runs(pair.source, pair.translation, pair.language)


def _glossary(pair: Pair) -> Iterable[str]:
    return _missing_terms(pair) if pair.terms is not NO_GLOSSARY else ()


def _missing_terms(pair: Pair) -> Iterator[str]:
    for term in pair.terms.missing(pair.source.shown, pair.translation.everything_shown):
        yield f"the glossary has “{term.translation}” for “{term.words}”"


ERROR, WARNING = Severity.ERROR, Severity.WARNING

UNPARSED = (
    Rule(
        "length",
        ERROR,
        "shorten the translation",
        "no honest translation is that long, and a flood can stop the build",
        bounds.length,
    ),
    Rule(
        "marks",
        ERROR,
        "use only the marks that the msgid has, and few of your own",
        "a flood of marks takes the parser long",
        bounds.marks,
    ),
    Rule(
        "paragraphs",
        ERROR,
        "write one paragraph, without an empty line in it",
        "the source has one paragraph here; readers must not lose the second one",
        bounds.paragraphs,
    ),
    Rule(
        "characters",
        ERROR,
        "retype the place without the invisible or reserved character",
        "what nobody sees can hide words, turn a line round or show as a box",
        _characters,
    ),
)
"""The rules that look at the bare text; what fails them is never parsed."""

PIECES = (
    *(
        Rule(
            f"{kind}-lost",
            ERROR,
            "put it back exactly as it stands in the msgid; it may move",
            "readers of every language get the same sources, links and signs",
            pieces.lost(kind),
        )
        for kind in pieces.KINDS
    ),
    *(
        Rule(
            f"{kind}-added",
            ERROR,
            "remove it: a translation may only move what the msgid has",
            "a translation can lead readers nowhere that the source does not",
            pieces.added(kind),
        )
        for kind in pieces.KINDS
    ),
    Rule(
        "pieces",
        ERROR,
        "write it exactly as it stands in the msgid; it may move",
        "what is not words is the source's own",
        pieces.of_other_kinds,
    ),
)
"""The rules that only find something where the pieces differ."""

OTHERS = (
    Rule(
        "nested",
        ERROR,
        "move it before or behind the link",
        "browsers cannot open a link inside a link",
        pieces.nested,
    ),
    Rule(
        "no-words",
        ERROR,
        "translate the words around and inside the links and marks",
        "a link without words cannot be seen or heard",
        pieces.without_words,
    ),
    Rule(
        "stub",
        ERROR,
        "translate all of it, or leave the msgstr empty: then readers get the English",
        "a word in place of a paragraph hides from readers what the source says",
        bounds.stub,
    ),
    Rule(
        "cut-short",
        WARNING,
        "look whether a sentence is missing",
        "what a translation leaves out nobody notices who reads only that",
        bounds.cut,
    ),
    Rule(
        "address-added",
        ERROR,
        "remove it; if it only looks like an address, put a space behind the full stop",
        "an address that nobody has checked can endanger readers who follow it",
        _addresses,
    ),
    Rule(
        "markup",
        ERROR,
        "remove it, or write it as the msgid does",
        "readers would see signs that mean nothing to them",
        _markup,
    ),
    Rule(
        "figures",
        ERROR,
        "remove it: a figure comes with its scale and signs, and a range goes from low to high",
        "readers would get another number than the ledger has",
        figures.complaints,
    ),
    Rule(
        "numbers",
        WARNING,
        "compare the figures with the msgid",
        "a mistyped figure is a false statement",
        _numbers,
    ),
    Rule(
        "dates",
        WARNING,
        "compare the dates with the msgid",
        "a mistyped month is a false statement",
        _dates,
    ),
    Rule(
        "alphabet",
        WARNING,
        "retype the words with the keyboard of this language",
        "look-alike letters cannot be searched for, and fonts draw them differently",
        _alphabet,
    ),
    Rule(
        "han-variant",
        WARNING,
        "write the characters of this form of Chinese",
        "the other form is a sign of text converted or pasted unread",
        _han_variant,
    ),
    Rule(
        "same-as-source",
        WARNING,
        "translate it, or leave the msgstr empty: then the page marks its language",
        "screen readers would read the words as this language",
        _same_as_source,
    ),
    Rule(
        "name-kept",
        Severity.NOTE,
        "fine for a name; translate anything else",
        "a heading left in the source language looks like a name",
        _names_kept,
    ),
    Rule(
        "left-over",
        WARNING,
        "translate these words, too",
        "readers may not know the source language",
        _left_over_words,
    ),
    Rule(
        "glossary",
        WARNING,
        "use the agreed word, or have the glossary changed",
        "one thing under two names looks like two things",
        _glossary,
    ),
)

PARSED = (*PIECES, *OTHERS)
RULES = (*UNPARSED, *PARSED)
MUTABLE = frozenset(rule.name for rule in RULES if rule.severity is WARNING)
"""The rules that a translator may mute for one entry."""
