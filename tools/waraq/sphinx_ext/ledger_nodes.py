"""What a page says with the ledger, before a language has set it.

These nodes name records and hold no words. A page is read once; each language
replaces them after translation (see ``ledger_setting``), so no writer meets one.
"""

from __future__ import annotations

from docutils import nodes


class fact(nodes.Inline, nodes.TextElement):
    """A figure; ``key`` names it."""


class day(nodes.Inline, nodes.TextElement):
    """A date; ``key`` is ``2018``, ``2018-08`` or ``2018-08-29``."""


class claim_mark(nodes.Inline, nodes.TextElement):
    """The marks after a sentence; ``keys`` are the claims that it rests on."""


class named(nodes.Inline, nodes.TextElement):
    """A name as the language writes it; ``kind`` is person or organisation, ``key`` which.

    Words of the page's own stand in it; without any, the ledger's name is set.
    """


class term_link(nodes.Inline, nodes.TextElement):
    """Words that lead to the glossary; ``key`` names the term, whose own words are the default."""


class label(nodes.Inline, nodes.TextElement):
    """Words of the interface within a page; ``key`` says which (see ``labels``).

    Where they are a pattern, the children are its parts, each with its ``part``.
    """


class term_name(nodes.Inline, nodes.TextElement):
    """A term of the ledger as the language has it, as a heading; ``key`` names it."""


class language_name(nodes.Inline, nodes.TextElement):
    """What the page's language calls the language whose tag is ``key``."""


class ledger_text(nodes.Inline, nodes.TextElement):
    """A text of the ledger within a page, a message of the ledger's own catalog.

    No ``inline``: of those, Sphinx removes what is marked as translatable.
    """


class series(nodes.Inline, nodes.TextElement):
    """Its children, listed as the language lists things: "a, b and c"."""


class bar(nodes.Inline, nodes.TextElement):
    """A bar of a chart: ``share`` of the longest, in per cent. Its number stands beside it."""


class measures(nodes.General, nodes.Element):
    """Who is listed by whom, generated; holds a table."""


class timeline(nodes.General, nodes.Element):
    """Events in their order, generated; holds a list."""


class lists_compared(nodes.General, nodes.Element):
    """What each list does and does not do, generated; holds a table."""


class glossary_of(nodes.General, nodes.Element):
    """Terms and what they mean, generated; holds a definition list."""


class names_of(nodes.General, nodes.Element):
    """Names in every script, generated; holds a table."""


class sources_of(nodes.General, nodes.Element):
    """All sources of the ledger, or those of its ``types``, set in each language."""


class checked(nodes.General, nodes.Element):
    """The day on which the page was last checked; holds a paragraph."""


class chart(nodes.General, nodes.Element):
    """Figures side by side, as bars and as a table; holds a table."""


INLINE = (
    fact,
    day,
    claim_mark,
    named,
    term_link,
    term_name,
    language_name,
    ledger_text,
    series,
    label,
    bar,
)
"""What a language replaces; nothing of these reaches a writer."""

GENERATED = (measures, timeline, lists_compared, glossary_of, names_of, sources_of, checked, chart)
"""Blocks whose content comes from the ledger."""
