"""The roles that take facts from the ledger: {fact}, {date}, {claim}, {term}, {person} and so on.

They stand in msgids as written. Each makes a node that names a record and waits
for the language; a name that the ledger lacks is an error at its line.
"""

from __future__ import annotations

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.domains.std import StandardDomain
from sphinx.util import logging
from sphinx.util.docutils import ReferenceRole, SphinxRole

from waraq.ledger.dates import parse_day
from waraq.ledger.records import Part
from waraq.sphinx_ext import ledger_nodes
from waraq.sphinx_ext.ledger_state import ledger_of, missing

logger = logging.getLogger(__name__)


class _LedgerRole(ReferenceRole):
    """``key``, or ``words <key>``."""

    def _node(self, node: nodes.Element) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        self.set_source_info(node)
        if self.has_explicit_title:
            node += nodes.Text(self.title)
        return [node], []

    def _complain(self, message: str) -> None:
        logger.warning(message, location=self.get_location(), type="ledger", subtype="unknown")

    def _must_know(self, part: Part, key: str) -> None:
        if complaint := missing(ledger_of(self.env), part, key):
            self._complain(complaint)


class Fact(_LedgerRole):
    """{fact}`security-2017`: a figure of a claim."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Make the node."""
        self._must_know("figures", self.target)
        return self._node(ledger_nodes.fact(key=self.target))


class Date(SphinxRole):
    """{date}`2018-08-29`: a day, a month (``2018-08``) or a year (``2018``)."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Make the node."""
        node = ledger_nodes.day(key=self.text)
        self.set_source_info(node)
        try:
            parse_day(self.text)
        except ValueError as reason:
            logger.warning(
                "{date}: %s", reason, location=self.get_location(), type="ledger", subtype="date"
            )
        return [node], []


class Claim(_LedgerRole):
    """{claim}`id`, or several with commas: what the sentence before rests on."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Make the node."""
        keys = [key.strip() for key in self.text.split(",") if key.strip()]
        for key in keys:
            self._must_know("claims", key)
        node = ledger_nodes.claim_mark(keys=keys)
        self.set_source_info(node)
        return [node], []


class Term(_LedgerRole):
    """{term}`words <id>`: words that lead to the glossary.

    Where the ledger has no terms, it is Sphinx's own role.
    """

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Make the node."""
        ledger = ledger_of(self.env)
        if not ledger.terms and "terms" not in ledger.unread:
            sphinx_term = StandardDomain.roles["term"]
            return sphinx_term(
                self.name, self.rawtext, self.text, self.lineno, self.inliner, self.options
            )
        self._must_know("terms", self.target)
        return self._node(ledger_nodes.term_link(key=self.target))


class Person(_LedgerRole):
    """{person}`id`: a name as the language writes it."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Make the node."""
        self._must_know("people", self.target)
        return self._node(ledger_nodes.named(kind="person", key=self.target))


class Organisation(_LedgerRole):
    """{organisation}`id`: a name as the language writes it."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Make the node."""
        self._must_know("organisations", self.target)
        return self._node(ledger_nodes.named(kind="organisation", key=self.target))


def setup_roles(app: Sphinx) -> None:
    """Register the roles."""
    app.add_role("fact", Fact())
    app.add_role("date", Date())
    app.add_role("claim", Claim())
    app.add_role("person", Person())
    app.add_role("organisation", Organisation())
    app.add_role_to_domain("std", "term", Term(), override=True)
