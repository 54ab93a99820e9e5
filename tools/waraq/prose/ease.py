"""How hard and how long a page is to read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from waraq.prose.book import Book, Found
from waraq.prose.passages import RUNNING, Page, Passage

EASY = 9.0
HARD = 11.0
"""Grades of Flesch and Kincaid: years of school that a reader needs.

Kincaid and others, Derivation of New Readability Formulas for Navy Enlisted Personnel, 1975.
"""
FEWEST_FOR_A_GRADE = 100
"""Of fewer words, a grade says nothing: the formula was made for samples of a hundred."""

SHORTEST = 350
LONGEST = 600
HANDOUTS = "handouts/"
UNMEASURED = ("glossary_of", "sources_of")
"""Blocks that fill a page: what stands around them may be as short as it likes."""

WORD = re.compile(r"\w+(?:['’.,-]\w+)*")
SENTENCE = re.compile(r"[^.?!]+(?:[.?!](?!\s|$)[^.?!]*)*[.?!]*")
SHOWN = 3


def hard(book: Book) -> Iterator[Found]:
    """Pages are no harder than a newspaper."""
    return _harder(book, HARD, float("inf"))


def not_easy(book: Book) -> Iterator[Found]:
    """Pages are as easy as can be."""
    return _harder(book, EASY, HARD)


def _harder(book: Book, above: float, up_to: float) -> Iterator[Found]:
    if not book.is_english:
        return
    for page in book.pages:
        if _words(page) >= FEWEST_FOR_A_GRADE and above < (grade := _grade(page)) <= up_to:
            lines = ", ".join(map(str, _longest(page)))
            words = f"the text reads at grade {grade}, above {above:g}"
            yield Found(page.path, 0, f"{words}; see the sentences on lines {lines}")


def length(book: Book) -> Iterator[Found]:
    """A page is neither a stub nor a book."""
    for page in book.pages:
        if page.docname == "index" or page.docname.startswith(HANDOUTS) or page.has(*UNMEASURED):
            continue
        words = _words(page)
        if not SHORTEST <= words <= LONGEST:
            yield Found(page.path, 0, f"the running text has {words} words")


def _words(page: Page) -> int:
    return sum(len(WORD.findall(passage.text)) for passage in _running(page))


def _grade(page: Page) -> float:
    import textstat  # here, for it reads a dictionary of 135,000 words

    text = "\n".join(
        _plain(sentence) for each in _running(page) for sentence, _ in _sentences(each)
    )
    return round(float(textstat.flesch_kincaid_grade(text)), 1)


def _plain(sentence: str) -> str:
    """A sentence in letters and spaces, so that no point in a number or name ends it."""
    return f"{' '.join(WORD.findall(sentence)).replace('.', '').replace(',', '')}."


def _sentences(passage: Passage) -> Iterator[tuple[str, int]]:
    """The sentences of a passage, and the lines on which they begin."""
    for match in SENTENCE.finditer(passage.text):
        words = match[0].lstrip()
        if WORD.search(words):
            yield words, passage.line(match.end() - len(words))


def _longest(page: Page) -> list[int]:
    """The lines on which the longest sentences begin, that of the longest first."""
    sentences = [each for passage in _running(page) for each in _sentences(passage)]
    sentences.sort(key=lambda each: -len(WORD.findall(each[0])))
    return list(dict.fromkeys(line for _, line in sentences))[:SHOWN]


def _running(page: Page) -> Iterator[Passage]:
    return (passage for passage in page.passages if passage.kind in RUNNING)
