"""The text of the source, found again in the runs that were painted, letter by letter.

WeasyPrint cuts text into lines, drops the spaces between them and adds hyphens. What is heard and
copied must be the source's own text, so each text of an element is paired with its runs; if a
letter is missing, the sheet is not printed.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from xml.etree.ElementTree import Element

from waraq.sheets.finishing.painting import Leaf, UntaggableError

BETWEEN_LETTERS = re.compile("[\\s\u00ad\u200b\u2060\u2066-\u2069]+")
HYPHENS = ("-", "\u2010")


@dataclass(frozen=True)
class Stretch:
    """A text between two tags of the source, with the runs that it was painted as."""

    text: str
    leaves: tuple[Leaf, ...] = ()


def stretches(element: Element, leaves: Sequence[Leaf]) -> list[Stretch]:
    """An element's own texts: before its first child, and after each.

    :param leaves: the element's runs, in the order of the text
    :raises UntaggableError: if they are not the text, letter by letter
    """
    texts = [element.text or "", *(child.tail or "" for child in element)]
    letters = [_letters(text) for text in texts]
    ends = list(accumulate(map(len, letters)))
    painted: list[list[Leaf]] = [[] for _ in texts]
    for leaf, position in _positions("".join(letters), leaves, element):
        painted[min(bisect_right(ends, position), len(texts) - 1)].append(leaf)
    return [Stretch(text, tuple(found)) for text, found in zip(texts, painted, strict=True)]


def _letters(text: str) -> str:
    return BETWEEN_LETTERS.sub("", text).casefold()


def _positions(
    letters: str, leaves: Sequence[Leaf], element: Element
) -> Iterator[tuple[Leaf, int]]:
    """Where in *letters* each run begins."""
    position = 0
    for leaf in leaves:
        run = _letters(leaf.text)
        if run.endswith(HYPHENS) and not letters.startswith(run, position):
            run = run[:-1]
        if not letters.startswith(run, position):
            raise UntaggableError(f"the text {leaf.text!r} is not that of its <{element.tag}>")
        yield leaf, position
        position += len(run)
    if position != len(letters):
        raise UntaggableError(f"of a <{element.tag}>, {letters[position:]!r} was not painted")
