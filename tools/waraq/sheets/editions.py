"""The editions of a handout: on which paper, how large, for whom.

To add one, name it in ``settings.EditionName``, describe it here, say in
``in_words`` what readers call it, and give it a stylesheet of its own in
``theme/sheets/editions`` if it looks different from the others.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from docutils import nodes
from markupsafe import Markup

from waraq.interface import Interface
from waraq.settings import EditionName
from waraq.sheets import cutting, large_print
from waraq.sheets.job import Variant


@dataclass(frozen=True)
class Edition:
    """One shape of a handout."""

    name: str
    """As the end of the file's name says it."""
    template: str = "sheet.html"
    styled: bool = True
    """Whether ``theme/sheets/editions`` has a file for it."""
    cut: Callable[[nodes.document], None] = cutting.nothing
    variant: Variant = "ua"
    beside_source: bool = False
    """Whether it has the source language beside its own, and so does not exist of the source."""
    colours: bool = True
    """Whether it may show anything but black, such as a logo."""
    room_in_foot: bool = True
    """Whether the foot has room for who gives the sheet out; if not, the end of the text has."""
    tall_foot: str = "tall-foot.css"
    """The stylesheet for a first foot that holds more than most."""
    tall_draft: bool = False
    """Whether the words for a draft make it so."""
    folded: bool = False
    """Whether there is also a file to print and fold."""


EDITIONS: dict[EditionName, Edition] = {
    "a4": Edition("a4", styled=False),
    "letter": Edition("letter"),
    "large": Edition(
        "large",
        cut=large_print.tables_as_lists,
        room_in_foot=False,
        tall_foot="editions/large-tall-foot.css",
        tall_draft=True,
    ),
    "ink": Edition("ink", colours=False),
    "columns": Edition("columns", "columns.html", cut=cutting.mark_blocks, beside_source=True),
    "booklet": Edition("booklet", room_in_foot=False, folded=True),
    "poster": Edition(
        "poster", "poster.html", cut=cutting.leave_title_and_summary, room_in_foot=False
    ),
    "cards": Edition("cards", "cards.html", cut=cutting.leave_terms),
    "press": Edition("press"),
    "archive": Edition("archive", styled=False, variant="archive"),
}

FOLDED = "booklet-print"
LABELS = Edition("labels", "labels.html", room_in_foot=False)
"""Of the explainer, not of a handout."""


def in_words(interface: Interface) -> dict[str, Markup]:
    """What readers call each edition."""
    return {
        "a4": Markup("A4"),
        "letter": interface("US Letter"),
        "large": interface("large print"),
        "ink": interface("black, saves ink"),
        "columns": interface("in two languages"),
        "booklet": interface("booklet to read"),
        FOLDED: interface("booklet to print and fold"),
        "poster": interface("poster, A3"),
        "cards": interface("cards to cut out"),
        "press": interface("for print shops"),
        "archive": interface("for archives"),
        "labels": interface("labels to cut out"),
    }
