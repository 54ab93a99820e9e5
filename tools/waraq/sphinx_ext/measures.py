"""The blocks about people and organisations: {measures} and {names-of}."""

from __future__ import annotations

from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx

from waraq.ledger.dates import parse_day
from waraq.ledger.records import Listing, Measure, Named
from waraq.sphinx_ext import ledger_nodes
from waraq.sphinx_ext.blocks import answer
from waraq.sphinx_ext.ledger_block import LedgerBlock, day, ids, label, marks, name
from waraq.sphinx_ext.ledger_tables import Cell, line, table
from waraq.sphinx_ext.marking import IN_LANGUAGE


class Parties(LedgerBlock):
    """A block about people and organisations."""

    option_spec: ClassVar[Any] = {
        "people": directives.unchanged,
        "organisations": directives.unchanged,
        "caption": directives.unchanged_required,
    }

    def parties(self) -> list[tuple[Named, str]]:
        """Whom the options name, each with what kind of record it is."""
        people = self.known(self.ledger.people, "people", "people")
        organisations = self.known(self.ledger.organisations, "organisations", "organisations")
        return [
            *((each, "person") for each in people),
            *((each, "organisation") for each in organisations),
        ]


class Measures(Parties):
    """Directive {measures}: who is listed by whom, since when, on what ground, and the answer."""

    option_spec: ClassVar[Any] = {
        **Parties.option_spec,
        "lists": directives.unchanged,
        "show": lambda argument: directives.choice(argument, ("listed", "matrix")),
        "without-answers": directives.flag,
    }

    def run(self) -> list[nodes.Node]:
        """Make the table."""
        block = ledger_nodes.measures()
        self.set_source_info(block)
        matrix = self.options.get("show") == "matrix"
        block += self._matrix() if matrix else self._listed()
        if matrix and "without-answers" not in self.options:
            block += self._answers()
        return [block]

    def _listed(self) -> nodes.table:
        head: list[Cell] = [[line(label(key))] for key in ("who", "measures", "answer")]
        rows: list[list[Cell]] = []
        for record, kind in self.parties():
            listed = nodes.bullet_list(bullet="-")
            listed += [
                nodes.list_item("", self._listing(each, _part(kind))) for each in record.measures
            ]
            said = [line(self.text(record.answer, _part(kind)))] if record.answer else []
            rows.append([[line(name(record, kind))], [listed], said])
        return table(self.caption(), head, rows)

    def _listing(self, measure: Measure, part: str) -> nodes.paragraph:
        parts: dict[str, nodes.Element] = {
            "authority": self.text(measure.authority, part),
            "date": day(measure.date),
            "ground": self.text(measure.basis, part),
        }
        if measure.until:
            parts["until"] = day(measure.until)
        pattern = "listed-until" if measure.until else "listed-since"
        return line(label(pattern, **parts), marks([], [measure.source]))

    def _matrix(self) -> nodes.table:
        lists = self.known(self.ledger.lists, "lists", "lists")
        head: list[Cell] = [[line(label("who"))]]
        head += [[line(self.text(each.short or each.name, "lists"))] for each in lists]
        rows: list[list[Cell]] = [
            [[line(name(record, kind))], *(self._cell(record, each) for each in lists)]
            for record, kind in self.parties()
        ]
        return table(self.caption(), head, rows)

    def _cell(self, record: Named, listing: Listing) -> Cell:
        found = [each for each in record.measures if each.list == listing.id]
        if not found:
            return [line(label("not-found"))]
        first = min(found, key=lambda each: parse_day(each.date).start)
        when: nodes.Element = day(first.date)
        if first.until:
            when = label("from-to", date=when, until=day(first.until))
        return [line(when, marks([], dict.fromkeys(each.source for each in found)))]

    def _answers(self) -> nodes.Element:
        """What the parties answer, those together who say the same."""
        by_answer: dict[str, list[tuple[Named, str]]] = {}
        for record, kind in self.parties():
            if record.answer:
                by_answer.setdefault(record.answer, []).append((record, kind))
        block = answer()
        for words, parties in by_answer.items():
            names = ledger_nodes.series("", "", *(name(record, kind) for record, kind in parties))
            said = self.text(words, _part(parties[0][1]))
            block += line(label("answered", names=names, answer=said))
        return block


def _part(kind: str) -> str:
    return "people" if kind == "person" else "organisations"


class NamesOf(Parties):
    """Directive {names-of}: names in English, Chinese and Uyghur, side by side."""

    option_spec: ClassVar[Any] = {
        **Parties.option_spec,
        "languages": directives.unchanged,
        "widths": directives.positive_int_list,
    }

    def run(self) -> list[nodes.Node]:
        """Make the table."""
        block = ledger_nodes.names_of()
        self.set_source_info(block)
        tags = ids(self.options.get("languages")) or ["en", "zh-Hans", "ug"]
        head: list[Cell] = [[line(ledger_nodes.language_name(key=tag))] for tag in tags]
        rows = [[self._cell(record, tag) for tag in tags] for record, _ in self.parties()]
        block += table(self.caption(), head, rows, self.widths(len(head)))
        return [block]

    def _cell(self, record: Named, tag: str) -> Cell:
        if tag not in record.name:
            return [line(label("not-settled"))]
        return [line(nodes.inline("", record.name[tag], **{IN_LANGUAGE: tag}))]


def setup_measures(app: Sphinx) -> None:
    """Register the directives."""
    app.add_directive("measures", Measures)
    app.add_directive("names-of", NamesOf)
