"""What a page says with the ledger, set in one language.

Runs on a page's doctree after translation and before references are resolved.
What stayed in the source language gets its figures, dates and names in that.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from docutils import nodes
from sphinx import addnodes

from waraq import languages
from waraq.interface import Interface
from waraq.languages import Language
from waraq.ledger import Ledger
from waraq.ledger.dates import parse_day
from waraq.ledger.records import Named, Term
from waraq.paths import HANDOUTS
from waraq.sphinx_ext import ledger_nodes
from waraq.sphinx_ext.in_words import day_in_words, figure_in_words
from waraq.sphinx_ext.labels import filled, labels
from waraq.sphinx_ext.marking import say_language
from waraq.sphinx_ext.source_list import ALL_SOURCES, SourceList
from waraq.sphinx_ext.translation import UNTRANSLATED
from waraq.translate.message import IMPLICIT

Nodes = Sequence[nodes.Node]

SAME_LETTERS = {"Japanese": "Han"}
"""Scripts whose readers need no second form of a name in the other."""


@dataclass(frozen=True)
class LedgerSetting:
    """A ledger as one language sets it."""

    ledger: Ledger
    language: Language
    source: Language
    interface: Interface

    @functools.cached_property
    def labels(self) -> dict[str, str]:
        """The words of the interface that stand within pages."""
        return labels(self.interface)

    def set(self, doctree: nodes.document, docname: str) -> None:
        """Replace every node that names a record, and append the page's sources."""
        _Page(self, doctree, docname).set()


SOURCE_WORDS = Interface({})
MOVING = (ledger_nodes.label, ledger_nodes.series)
TO_BE_SET = frozenset((*ledger_nodes.INLINE, *ledger_nodes.GENERATED))


class _Page:
    """One page being set."""

    def __init__(self, setting: LedgerSetting, doctree: nodes.document, docname: str) -> None:
        self._docname = docname
        self._setting = setting
        self._ledger = setting.ledger
        self._doctree = doctree
        self._named: set[str] = set()
        self._sources = SourceList(setting.ledger, setting.language, setting.interface)
        self._labels = setting.labels

    def set(self) -> None:
        """Set it all."""
        makers: dict[type[nodes.Element], Callable[[nodes.Element], Nodes]] = {
            ledger_nodes.label: self._label,
            ledger_nodes.fact: self._fact,
            ledger_nodes.day: self._day,
            ledger_nodes.named: self._name,
            ledger_nodes.term_link: self._term,
            ledger_nodes.term_name: self._term_name,
            ledger_nodes.language_name: self._language_name,
            ledger_nodes.series: self._series,
            ledger_nodes.bar: _bar,
            ledger_nodes.ledger_text: _text,
            ledger_nodes.claim_mark: self._marks,
            ledger_nodes.sources_of: self._all_sources,
        }
        found = list(_to_be_set(self._doctree))
        # Labels hold other nodes and may turn their order round, so they come first.
        moving = [node for node in found if type(node) in MOVING]
        for kind in MOVING:
            for node in moving:
                if type(node) is kind:
                    node.replace_self(list(makers[kind](node)))
        if moving:
            found = list(_to_be_set(self._doctree))
        for node in found:
            made = makers[type(node)](node) if type(node) in makers else node.children
            node.replace_self(list(made))
        if self._sources:
            typed = len(list(self._doctree.findall(nodes.footnote)))
            on_paper = self._docname.startswith(HANDOUTS)
            self._doctree.extend(self._sources.entries(typed + 1, first_sources_first=on_paper))

    def _language(self, node: nodes.Node) -> Language:
        """The language of the words around: the source's where they stayed in it."""
        parent = node.parent
        while parent is not None:
            if parent.get(UNTRANSLATED):
                return self._setting.source
            parent = parent.parent
        return self._setting.language

    def _interface(self, node: nodes.Node) -> Interface:
        mine = self._language(node) is self._setting.language
        return self._setting.interface if mine else SOURCE_WORDS

    def _label(self, node: nodes.Element) -> Nodes:
        parts: dict[str, list[nodes.Node]] = {}
        for part in node.children:
            assert isinstance(part, nodes.Element)
            parts.setdefault(part["part"], []).append(part)
        return filled(self._labels[node["key"]], parts)

    def _fact(self, node: nodes.Element) -> Nodes:
        if node["key"] not in self._ledger.figures:
            return []
        _, figure = self._ledger.figures[node["key"]]
        return [nodes.Text(figure_in_words(figure, self._language(node), self._interface(node)))]

    def _day(self, node: nodes.Element) -> Nodes:
        try:
            day = parse_day(node["key"])
        except ValueError:
            return []
        return [nodes.Text(day_in_words(day, self._language(node)))]

    def _marks(self, node: nodes.Element) -> Nodes:
        known = [key for key in node["keys"] if key in self._ledger.claims]
        return self._sources.marks(known, node.get("sources", ()))

    def _term(self, node: nodes.Element) -> Nodes:
        key = node["key"]
        term = self._ledger.terms.get(key)
        own = node.children if not node.get(IMPLICIT) else []
        words = own or ([_said(term, self._language(node))] if term else [])
        link = addnodes.pending_xref(
            "", refdomain="std", reftype="ref", reftarget=f"term-{key}", refexplicit=True
        )
        link["refdoc"] = self._docname
        link += nodes.inline("", "", *words)
        return [link]

    def _name(self, node: nodes.Element) -> Nodes:
        key = node["key"]
        records = self._ledger.people if node["kind"] == "person" else self._ledger.organisations
        record: Named | None = records.get(key)
        if record is None:
            return node.children
        language = self._language(node)
        name = record.name_in(language.tag)
        words: Nodes = node.children if node.children and not node.get(IMPLICIT) else ()
        words = words or [_said(record, language)]
        if key in self._named or _in_a_title(node):
            return words
        self._named.add(key)
        if record.original_name == name or not _needs_original(record, language):
            return words
        original = nodes.inline("", record.original_name)
        say_language(original, record.original, language)
        pattern = labels(self._interface(node))["name-with-original"]
        return filled(pattern, {"name": words, "original": [original]})

    def _term_name(self, node: nodes.Element) -> Nodes:
        """The term, with what the source calls it beside it."""
        term = self._ledger.terms[node["key"]]
        language, source = self._language(node), self._setting.source
        words: Nodes = [_said(term, language)]
        here, there = term.name_in(language.tag), term.name_in(source.tag)
        if language.tag not in term.term or there.casefold() in here.casefold():
            return words
        original = nodes.inline("", there)
        say_language(original, source.tag, language)
        pattern = self._labels["name-with-original"]
        return filled(pattern, {"name": words, "original": [original]})

    def _series(self, node: nodes.Element) -> Nodes:
        parts = {f"part{position}": [child] for position, child in enumerate(node.children)}
        stand_ins = [f"\x00{each}\x00" for each in parts]
        words = self._language(node).listed(stand_ins)
        return filled(re.sub("\x00(.*?)\x00", r"{\1}", words), parts)

    def _language_name(self, node: nodes.Element) -> Nodes:
        return [nodes.Text(languages.named(node["key"]).name_in(self._setting.language))]

    def _all_sources(self, node: nodes.Element) -> Nodes:
        """Every source of the ledger, or of some types, the newest first."""
        wanted = [
            each
            for each in self._ledger.sources.values()
            if not node["types"] or each.type in node["types"]
        ]
        sources = sorted(wanted, key=lambda each: each.title)
        sources.sort(key=lambda each: each.date, reverse=True)
        found = nodes.bullet_list(classes=[ALL_SOURCES])
        found += [nodes.list_item("", self._sources.entry(each.id)) for each in sources]
        return [found]


def _said(record: Named | Term, language: Language) -> nodes.Node:
    """Its name; one that is none of the page's language says of which it is.

    Names in Latin letters are as good in any language that is written in those.
    """
    tag, name = record.language_for(language.tag), record.name_in(language.tag)
    is_ours = f"{language.tag}-".startswith(f"{tag}-")
    scripts = {languages.named(tag).script, language.script}
    if is_ours or (scripts == {"Latin"} and not isinstance(record, Term)):
        return nodes.Text(name)
    return say_language(nodes.inline("", name), tag, language)


def _text(node: nodes.Element) -> Nodes:
    """An ordinary part of the line; if it stayed in the source language, it says so."""
    part = nodes.inline("", "", *node.children)
    if node.get(UNTRANSLATED):
        part[UNTRANSLATED] = node[UNTRANSLATED]
    return [part]


def _bar(node: nodes.Element) -> Nodes:
    """A picture of a number that stands beside it: nothing for those who hear the page."""
    width = node["share"]
    drawing = (
        '<svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"'
        f' focusable="false"><rect width="{width:g}" height="8"/></svg>'
    )
    return [nodes.raw("", drawing, format="html", share=width)]


def _to_be_set(doctree: nodes.document) -> Iterator[nodes.Element]:
    """Every node that names something of the ledger, in the order of the page.

    Most pages of most projects have none, and each language looks; ``findall``
    with a condition takes ten times as long.
    """
    waiting: list[nodes.Node] = [doctree]
    while waiting:
        node = waiting.pop()
        if type(node) in TO_BE_SET:
            assert isinstance(node, nodes.Element)
            yield node
        if node.children:
            waiting += reversed(node.children)


def _in_a_title(node: nodes.Node) -> bool:
    parent = node.parent
    while parent is not None and not isinstance(parent, nodes.title):
        parent = parent.parent
    return parent is not None


def _needs_original(record: Named, language: Language) -> bool:
    """Whether the original name is in other letters than the page."""

    def letters(each: Language) -> str:
        return SAME_LETTERS.get(each.script, each.script)

    return letters(languages.named(record.original)) != letters(language)
