"""The language of parts: text that cannot be in its element's language, by its letters.

WCAG 2.2, success criterion 3.1.2, asks that each passage or phrase says its language, "except for
proper names, technical terms, words of indeterminate language, and words or phrases that have
become part of the vernacular of the immediately surrounding text". A script tells one language
from another only where they are written in different ones: English on a Turkish page is not found.

Of the exceptions, these three are made, and only for Latin letters, which every language borrows:

``abbreviation``  up to three words without a small letter, or with a digit: UN, OFAC SDN, A4
``address``       what has a dot or an @ in it as addresses have: treasury.gov
``name``          each word has a capital, but for a few that join names (of, the, and), and the
                  run stands in a sentence of the page's language, or none of its words is written
                  with a small letter anywhere in the edition: (Amnesty International), Hikvision

What machines read (``code`` and its like) is in no language.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from waraq.audit.finished import Finished, Found, Page, known
from waraq.audit.scripts import UNDETERMINED, direction_of, script_of, scripts_of
from waraq.audit.tree import Element

SILENT = frozenset({"script", "style"})
FOR_MACHINES = frozenset({"code", "kbd", "samp", "var", "pre", "math"})
SPOKEN = ("alt", "aria-description", "aria-label", "label", "placeholder", "title")
"""Attributes that are read to somebody."""

SUMMARIES = frozenset({"description", "og:description", "og:site_name", "og:title"})
"""The ``<meta>`` whose content is text for people."""

BREAK = "\ufffc"
"""Stands where another element with a text of its own does."""

WORD = re.compile(r"[^\W_]+(?:[-'’.&/@:+][^\W_]+)*")
ADDRESS = re.compile(r"(?:[\w-]+[.@:/])+[a-z]{2,}\S*", re.IGNORECASE)
JOINERS = frozenset(
    {"al", "and", "bin", "de", "du", "for", "in", "la", "of", "on", "the", "to", "van", "von"}
)
MOST_ABBREVIATIONS = 3
LONGEST_ABBREVIATION = 6


@dataclass(frozen=True)
class Run:
    """Letters of one script, with what stands between them, in a text of another."""

    text: str
    script: str
    element: Element
    attribute: str
    """The attribute that holds it, empty for text."""
    sentence: bool
    """Whether its text has letters of the language that it says it is in."""

    def __str__(self) -> str:
        place = f"{self.attribute} of {self.element}" if self.attribute else str(self.element)
        said = self.element.inherited("lang")
        return f"“{shortened(self.text)}” in {place}: {self.script} letters, said to be {said!r}"


@dataclass(frozen=True)
class Unit:
    """A text as it is read aloud at one go: an element's own, or one of its attributes."""

    text: str
    element: Element
    attribute: str = ""

    @property
    def language(self) -> str:
        """The tag of the language that it says it is in."""
        return self.element.inherited("lang")


def units(page: Page) -> Iterator[Unit]:
    """Every text of a page that is read to somebody."""
    for element in page.elements:
        if not element.is_drawn:
            continue
        for name in SPOKEN:
            if element.get(name).strip():
                yield Unit(element.get(name), element, name)
        if element.tag == "meta" and SUMMARIES & {element.get("name"), element.get("property")}:
            yield Unit(element.get("content"), element, "content")
        if element.tag not in SILENT | FOR_MACHINES and not _is_seen_through(element):
            text = _own_text(element)
            if text.strip(BREAK).strip():
                yield Unit(text, element)


def _is_seen_through(element: Element) -> bool:
    """Whether its text belongs to the text around it: it only keeps letters together."""
    if "lang" in element.attributes:
        return False
    return element.tag in {"bdi", "wbr"} or (element.tag, element.get("class")) == ("span", "whole")


def _own_text(element: Element) -> str:
    return "".join(
        child if isinstance(child, str) else _own_text(child) if _is_seen_through(child) else BREAK
        for child in element.children
    )


def runs(unit: Unit) -> Iterator[Run]:
    """What of a text is in letters that its language is not written in."""
    own = scripts_of(unit.language)
    if own is None:
        return
    sentence = any(script_of(letter) in own for letter in unit.text)
    start = end = 0
    current = ""
    for position, letter in enumerate(unit.text + BREAK):
        script = script_of(letter)
        if not script and letter != BREAK:
            continue
        if script != current:
            if current and current not in own:
                text = unit.text[start:end]
                yield Run(text, current, unit.element, unit.attribute, sentence)
            start, current = position, script
        end = position + 1


def small_words(edition: Finished) -> frozenset[str]:
    """Words that the edition writes with a small letter: a capital makes no name of them."""
    found: set[str] = set()
    for page in edition.pages.values():
        for unit in units(page):
            if "Latin" in (scripts_of(unit.language) or ()):
                found.update(word for word in WORD.findall(unit.text) if word.islower())
    return frozenset(found)


def excepted(run: Run, small: Collection[str]) -> bool:
    """Whether a run need not say its language; see above for what is excepted, and why."""
    words = [word for word in WORD.findall(run.text) if _has_word(word)]
    if not words:
        return True
    if run.script != "Latin":
        return False
    if len(words) <= MOST_ABBREVIATIONS and all(map(_is_abbreviation, words)):
        return True
    if all(map(ADDRESS.fullmatch, words)):
        return True
    if {words[0], words[-1]} & JOINERS or not all(map(_may_be_of_a_name, words)):
        return False
    return run.sentence or not any(part in small for word in words for part in _plain(word))


def _has_word(word: str) -> bool:
    return sum(map(str.isalpha, word)) > 1 or (word.isalpha() and script_of(word) != "Latin")


def _is_abbreviation(word: str) -> bool:
    letters = [letter for letter in word if letter.isalpha()]
    if any(map(str.isdigit, word)):
        return True
    return len(letters) <= LONGEST_ABBREVIATION and "".join(letters).rstrip("s").isupper()


def _may_be_of_a_name(word: str) -> bool:
    return word in JOINERS or any(map(str.isupper, word)) or bool(ADDRESS.fullmatch(word))


def _plain(word: str) -> list[str]:
    """A word without capitals, as it is and without what apostrophes add to it."""
    small = word.lower()
    return [] if word in JOINERS else [small, re.split("['’]", small)[0]]


def part_unmarked(edition: Finished) -> Iterator[Found]:
    """Text that is in another language than its element says, as its letters show."""
    small = small_words(edition)
    for page in edition.pages.values():
        for run in unmarked(page, small):
            yield page.at(run.element, str(run))


def unmarked(page: Page, small: Collection[str]) -> Iterator[Run]:
    """The runs of a page that ought to say their language and do not."""
    for unit in units(page):
        yield from (run for run in runs(unit) if not excepted(run, small))


def part_turned(edition: Finished) -> Iterator[Found]:
    """Text that says its language but not that it is read the other way."""
    for page in edition.pages.values():
        for unit in units(page):
            own = scripts_of(unit.language)
            script = next((each for each in map(script_of, unit.text) if each), "")
            if unit.attribute or own is None or script not in own:
                continue
            if _direction(unit.element) not in {"auto", direction_of(script)}:
                words = f"“{shortened(unit.text)}” in {unit.element} lacks dir"
                yield page.at(unit.element, f'{words}="{direction_of(script)}"')


def _direction(element: Element) -> str:
    """The direction of an element's text: its own, or that of what is around it (HTML, 3.2.6.4)."""
    for each in element.up():
        if each.get("dir"):
            return each.get("dir").lower()
        if each.tag == "bdi":
            return "auto"
    return "ltr"


def language_unknown(edition: Finished) -> Iterator[Found]:
    """Marks that name no language."""
    for page in edition.pages.values():
        for element in page.elements:
            tag = element.attributes.get("lang")
            if tag is not None and tag not in UNDETERMINED and known(tag) is None:
                yield page.at(element, f'{element} has lang="{tag}", which is no language we know')


def shortened(text: str) -> str:
    """The beginning of a text, on one line."""
    words = " ".join(text.replace(BREAK, " ").split())
    return words if len(words) <= 60 else f"{words[:59]}…"
