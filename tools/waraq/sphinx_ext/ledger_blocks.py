"""The blocks that the ledger fills: {timeline}, {lists-compared}, {chart} and others.

When the source is read they become ordinary tables and lists, which each
language sets; ``measures`` has those about people and organisations.
"""

from __future__ import annotations

import re
from typing import Any, ClassVar, get_args

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from waraq.ledger.dates import parse_day
from waraq.ledger.records import Event, Listing, SourceType
from waraq.sphinx_ext import ledger_nodes
from waraq.sphinx_ext.ledger_block import LedgerBlock, day, ids, label, marks
from waraq.sphinx_ext.ledger_tables import Cell, line, table

BAR = re.compile(r"^- +(?P<words>.+?): *\{fact\}`(?P<key>[^`]+)` *$")
WHOLE_BAR = 100


class Timeline(LedgerBlock):
    """Directive {timeline}: events, in their order."""

    option_spec: ClassVar[Any] = {
        "from": directives.unchanged,
        "until": directives.unchanged,
        "events": directives.unchanged,
        "caption": directives.unchanged_required,
    }

    def run(self) -> list[nodes.Node]:
        """Make the list."""
        block = ledger_nodes.timeline()
        self.set_source_info(block)
        if "caption" in self.options:
            title = self.caption()
            said = nodes.paragraph(title.rawsource, "", *title.children, classes=["caption"])
            self.set_source_info(said)
            block += said
        listed = nodes.bullet_list(bullet="-", classes=["timeline"])
        listed += [nodes.list_item("", self._event(each)) for each in self._events()]
        block += listed
        return [block]

    def _events(self) -> list[Event]:
        if "events" in self.options:
            events = self.known(self.ledger.events, "events", "events")
        else:
            first, last = self.options.get("from", "0001"), self.options.get("until", "9999")
            events = [
                each
                for each in self.ledger.events.values()
                if parse_day(first).start <= parse_day(each.date).start
                and parse_day(each.date).end <= parse_day(last).end
            ]
        return sorted(events, key=lambda each: parse_day(each.date))

    def _event(self, event: Event) -> nodes.paragraph:
        when = nodes.strong("", "", day(event.date))
        said = label("event", date=when, event=self.text(event.statement, "events"))
        return line(said, marks(event.claims, event.sources))


class ListsCompared(LedgerBlock):
    """Directive {lists-compared}: what each list does, and what it does not do."""

    option_spec: ClassVar[Any] = {
        "lists": directives.unchanged_required,
        "caption": directives.unchanged_required,
        "widths": directives.positive_int_list,
    }

    def run(self) -> list[nodes.Node]:
        """Make the table."""
        block = ledger_nodes.lists_compared()
        self.set_source_info(block)
        head: list[Cell] = [[line(label(key))] for key in ("list", "kept-by", "effect", "limits")]
        rows = [self._row(each) for each in self.known(self.ledger.lists, "lists", "lists")]
        block += table(self.caption(), head, rows, self.widths(len(head)))
        return [block]

    def _row(self, each: Listing) -> list[Cell]:
        effect = line(self.text(each.effect, "lists"), marks(each.claims))
        texts = (each.name, each.kept_by, each.limits)
        what, keeper, limits = (line(self.text(text, "lists")) for text in texts)
        return [[what], [keeper], [effect], [limits]]


class GlossaryOf(LedgerBlock):
    """Directive {glossary-of}: terms and what they mean."""

    option_spec: ClassVar[Any] = {"terms": directives.unchanged}

    def run(self) -> list[nodes.Node]:
        """Make the list; that of all terms is where {term} leads."""
        block = ledger_nodes.glossary_of()
        self.set_source_info(block)
        whole = "terms" not in self.options
        terms = self.known(self.ledger.terms, "terms", "terms")
        if whole:
            terms = sorted(self.ledger.terms.values(), key=lambda each: each.name_in("en").lower())
        listed = nodes.definition_list()
        for each in terms:
            term = nodes.term("", "", ledger_nodes.term_name(key=each.id), translatable=False)
            if whole:
                term["ids"] = [f"term-{each.id}"]
                anchors = self.env.domains.standard_domain.anonlabels
                anchors[f"term-{each.id}"] = (self.env.current_document.docname, f"term-{each.id}")
            meaning = nodes.definition("", line(self.text(each.definition, "terms")))
            listed += nodes.definition_list_item("", term, meaning)
        block += listed
        return [block]


class SourcesOf(LedgerBlock):
    """Directive {sources-of}: every source of the ledger, or those of some types."""

    option_spec: ClassVar[Any] = {"types": directives.unchanged}

    def run(self) -> list[nodes.Node]:
        """Each language makes the list."""
        types = ids(self.options.get("types"))
        for each in types:
            if each not in get_args(SourceType):
                self.complain(f"there is no type of source {each!r}")
        block = ledger_nodes.sources_of(types=types)
        self.set_source_info(block)
        return [block]


class Checked(LedgerBlock):
    """Directive {checked}: the day on which a page was last checked."""

    required_arguments = 1
    has_content = False

    def run(self) -> list[nodes.Node]:
        """Make the line."""
        block = ledger_nodes.checked()
        self.set_source_info(block)
        try:
            parse_day(self.arguments[0])
        except ValueError as reason:
            self.complain(str(reason))
        block += line(label("checked", date=day(self.arguments[0])))
        return [block]


class Chart(LedgerBlock):
    """Directive {chart}: figures as bars, each with its number, in a table.

    The body is a list: ``- words: {fact}`id```.
    """

    required_arguments = 1
    final_argument_whitespace = True
    has_content = True
    option_spec: ClassVar[Any] = {"claim": directives.unchanged}

    def run(self) -> list[nodes.Node]:
        """Make the table."""
        self.assert_has_content()
        block = ledger_nodes.chart()
        self.set_source_info(block)
        self.options["caption"] = self.arguments[0]
        title = self.caption()
        claims = self.known(self.ledger.claims, "claim", "claims")
        cited = marks(each.id for each in claims)
        head: list[Cell] = [[line(label("what"))], [line(label("figure"), cited)]]
        bars = [match for text in self.content if (match := BAR.match(text))]
        if len(bars) != len([text for text in self.content if text.strip()]):
            self.complain("{chart}: each line of its body must be: - words: {fact}`id`")
        largest = max((self._value(each["key"]) for each in bars), default=0) or 1
        rows = [self._row(each["words"], each["key"], largest) for each in bars]
        bars_and_numbers = table(title, head, rows)
        bars_and_numbers["classes"] = ["chart"]
        block += bars_and_numbers
        return [block]

    def _value(self, key: str) -> float:
        if key not in self.ledger.figures:
            self.must_know("figures", key)
            return 0
        figure = self.ledger.figures[key][1]
        return figure.to or figure.value

    def _row(self, words: str, key: str, largest: float) -> list[Cell]:
        said = nodes.paragraph(words, "", *self.parse_inline(words, lineno=self.lineno)[0])
        self.set_source_info(said)
        share = self._value(key) / largest * WHOLE_BAR
        bar = ledger_nodes.bar(share=round(share, 1))
        return [[said], [line(ledger_nodes.fact(key=key), bar)]]


BLOCKS: dict[str, type[SphinxDirective]] = {
    "timeline": Timeline,
    "lists-compared": ListsCompared,
    "glossary-of": GlossaryOf,
    "sources-of": SourcesOf,
    "checked": Checked,
    "chart": Chart,
}


def setup_ledger_blocks(app: Sphinx) -> None:
    """Register the directives."""
    for directive, block in BLOCKS.items():
        app.add_directive(directive, block)
