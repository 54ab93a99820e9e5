"""A page's own list of sources: numbered marks in the text, an entry for each source.

The entries are docutils footnotes, so every writer can set them, with links
both ways.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from docutils import nodes

from waraq.interface import Interface
from waraq.languages import Language
from waraq.ledger import Ledger
from waraq.ledger.dates import parse_day
from waraq.ledger.records import Source
from waraq.sphinx_ext.in_words import day_in_words
from waraq.sphinx_ext.labels import filled, kinds, readings, source_types
from waraq.sphinx_ext.marking import say_language

KINDS_IN_ORDER = ("official", "reported", "estimate", "allegation", "denial")

ALL_SOURCES = "all-sources"
"""The class of the list of every source."""

FURTHER = "further"
"""The class of marks and entries of sources that back up others and may be left out on paper."""


@dataclass
class _Cited:
    """One source of the list: the kinds of claims taken from it, and its marks."""

    first: bool = False
    """Whether it is the first source of any claim of the page."""
    kinds: set[str] = field(default_factory=set)
    marks: list[nodes.footnote_reference] = field(default_factory=list)

    @property
    def classes(self) -> list[str]:
        """Those of its marks and of its entry."""
        return [] if self.first else [FURTHER]


class SourceList:
    """Numbers the sources of one page, when all its marks are known."""

    def __init__(self, ledger: Ledger, language: Language, interface: Interface) -> None:
        self._ledger = ledger
        self._language = language
        self._interface = interface
        self._cited: dict[str, _Cited] = {}
        self._groups: list[tuple[list[nodes.footnote_reference], list[str]]] = []
        """The marks that stand side by side, and the sources that they are for."""

    def __bool__(self) -> bool:
        """Whether the page cites anything."""
        return bool(self._cited)

    def marks(self, claims: Iterable[str], sources: Iterable[str] = ()) -> list[nodes.Node]:
        """The marks for these claims, and for sources that stand for themselves.

        They are empty until the list is made; then each group is in the order of its numbers.
        A source that the ledger lacks has none: what is wrong with it was said on reading.
        """
        wanted: dict[str, None] = {}
        for key in claims:
            claim = self._ledger.claims[key]
            for position, source in enumerate(claim.sources):
                if source not in self._ledger.sources:
                    continue
                wanted[source] = None
                cited = self._cited.setdefault(source, _Cited())
                cited.kinds.add(claim.kind)
                cited.first = cited.first or position == 0
        for position, source in enumerate(sources):
            if source in self._ledger.sources and source not in wanted:
                wanted[source] = None
                cited = self._cited.setdefault(source, _Cited())
                cited.first = cited.first or (position == 0 and not claims)
        group = [nodes.footnote_reference() for _ in wanted]
        self._groups.append((group, list(wanted)))
        return list(group)

    def entries(self, start: int = 1, *, first_sources_first: bool = False) -> list[nodes.footnote]:
        """Number the marks and make the list.

        :param start: the number of the first source; others may be typed on the page
        :param first_sources_first: put those that only back up others last, so
            that without them no number is missing
        """
        keys = list(self._cited)
        if first_sources_first:
            keys.sort(key=lambda key: not self._cited[key].first)
        numbers = {key: number for number, key in enumerate(keys, start)}
        for group, sources in self._groups:
            for mark, key in zip(group, sorted(sources, key=numbers.__getitem__), strict=True):
                self._number(mark, key, numbers[key])
        return [self._entry_with_label(key, number) for key, number in numbers.items()]

    def _number(self, mark: nodes.footnote_reference, key: str, number: int) -> None:
        marks = self._cited[key].marks
        marks.append(mark)
        mark["ids"] = [f"mark-of-{key}-{len(marks)}"]
        mark["refid"] = f"source-of-{key}"
        mark["classes"] += self._cited[key].classes
        mark += nodes.Text(str(number))

    def _entry_with_label(self, key: str, number: int) -> nodes.footnote:
        cited = self._cited[key]
        backrefs = [mark["ids"][0] for mark in cited.marks]
        note = nodes.footnote(
            "", ids=[f"source-of-{key}"], backrefs=backrefs, classes=cited.classes
        )
        note += nodes.label("", str(number))
        note += self.entry(key, cited.kinds)
        return note

    def entry(self, key: str, cited_as: Iterable[str] = ()) -> nodes.paragraph:
        """One source: kind of statement, publisher, title, date, kind of document.

        :param cited_as: the kinds of the claims that the page takes from it
        """
        source = self._ledger.sources[key]
        paragraph = nodes.paragraph("", translatable=False)
        paragraph += filled(self._pattern(source), self._parts(source))
        what = source_types(self._interface)[source.type]
        paragraph += [self._space(), nodes.inline("", what, classes=["type"])]
        if remark := readings(self._interface)[source.read]:
            paragraph += [self._space(), nodes.Text(remark)]
        if cited := self._kinds_in_words(set(cited_as)):
            paragraph += [self._space(), nodes.inline("", cited, classes=["kind"])]
        if source.archived:
            words = self._interface.plain("Archived copy")
            paragraph += [self._space(), nodes.reference("", words, refuri=source.archived)]
        return paragraph

    def _space(self) -> nodes.Text:
        """What stands between two sentences: nothing in Chinese and Japanese."""
        return nodes.Text("" if self._language.script in ("Han", "Japanese") else " ")

    def _kinds_in_words(self, cited_as: set[str]) -> str:
        words = kinds(self._interface)
        found = [words[kind] for kind in KINDS_IN_ORDER if kind in cited_as]
        if not found:
            return ""
        return self._interface.plain("Cited as: {kinds}.", kinds=self._language.listed(found))

    def _pattern(self, source: Source) -> str:
        if source.date:
            return self._interface.plain("{publisher}, {title}, {date}.")
        return self._interface.plain("{publisher}, {title}, without a date.")

    def _parts(self, source: Source) -> dict[str, Sequence[nodes.Node]]:
        title = nodes.reference("", source.title, refuri=source.address)
        say_language(title, source.title_language or source.language, self._language)
        # Publishers are named as the ledger has them, which is in Latin letters.
        publisher = say_language(nodes.inline("", source.publisher), "en", self._language)
        day = day_in_words(parse_day(source.date), self._language) if source.date else ""
        return {"publisher": [publisher], "title": [title], "date": [nodes.Text(day)]}
