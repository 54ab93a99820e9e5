"""What the directives that the ledger fills have in common: records, texts, words around.

A text from the ledger is a message of the ledger's own catalog, so that it is
translated once, however many pages show it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from docutils import nodes
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

from waraq.ledger import Ledger
from waraq.ledger.records import Named, Part
from waraq.sphinx_ext import ledger_nodes
from waraq.sphinx_ext.ledger_state import ledger_of, missing
from waraq.sphinx_ext.messages import FROM_THE_LEDGER

logger = logging.getLogger(__name__)

Record = TypeVar("Record")


def ids(argument: str | None) -> list[str]:
    return (argument or "").replace(",", " ").split()


class LedgerBlock(SphinxDirective):
    """What these directives have in common: looking up records, making texts."""

    @property
    def ledger(self) -> Ledger:
        """The project's ledger."""
        return ledger_of(self.env)

    def known(self, records: Mapping[str, Record], option: str, part: Part) -> list[Record]:
        """The records that an option names; a name that the ledger lacks is an error."""
        found = []
        for key in ids(self.options.get(option)):
            if key in records:
                found.append(records[key])
            else:
                self.must_know(part, key)
        return found

    def must_know(self, part: Part, key: str) -> None:
        """Complain of a name that the ledger lacks."""
        if complaint := missing(self.ledger, part, key):
            self.complain(complaint)

    def complain(self, message: str) -> None:
        """An error at the directive's line."""
        logger.warning(message, location=self.get_location(), type="ledger", subtype="unknown")

    def widths(self, columns: int) -> Sequence[int]:
        """How wide each column is on paper, in parts of the whole; none: as its words want."""
        found: Sequence[int] = self.options.get("widths", ())
        if found and len(found) != columns:
            self.complain(f"the table has {columns} columns, but ':widths:' names {len(found)}")
            return ()
        return found

    def caption(self) -> nodes.title:
        """The table's caption, a message of the page; a table without one is an error."""
        text = self.options.get("caption", "")
        if not text:
            self.complain("the table has no ':caption:'")
        title = nodes.title(text, "", *self.parse_inline(text, lineno=self.lineno)[0])
        self.set_source_info(title)
        return title

    def text(self, words: str, part: str) -> ledger_nodes.ledger_text:
        """A text of the ledger: a message of the ledger's catalog."""
        node = ledger_nodes.ledger_text(words, "", *self.parse_inline(words, lineno=self.lineno)[0])
        node["translatable"] = True
        node[FROM_THE_LEDGER] = part
        node.source = f"ledger/{part}.toml"
        return node


def label(key: str, **parts: nodes.Element) -> ledger_nodes.label:
    """Words of the interface; *parts* go where the pattern names them."""
    node = ledger_nodes.label(key=key)
    for name, part in parts.items():
        part["part"] = name
        node += part
    return node


def marks(claims: Iterable[str], sources: Iterable[str] = ()) -> ledger_nodes.claim_mark:
    """Source marks for claims, and for sources that stand for themselves."""
    return ledger_nodes.claim_mark(keys=list(claims), sources=list(sources))


def name(record: Named, kind: str) -> ledger_nodes.named:
    """A person's or organisation's name."""
    return ledger_nodes.named(kind=kind, key=record.id)


def day(text: str) -> ledger_nodes.day:
    """A date."""
    return ledger_nodes.day(key=text)
