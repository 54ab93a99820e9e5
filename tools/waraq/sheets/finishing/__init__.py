"""The finishing pass: from a sheet that WeasyPrint has laid out to a PDF that can be heard.

WeasyPrint makes a tree of tags box by box. Boxes know nothing of languages, of what goes on on the
next page, of notes and of the text's order, so the tree lacks them (Kozea/WeasyPrint#2902 and
others). We do not mend that tree but make our own, from the elements of the source: they have the
order in which the text is read, its language, and each of them is one, over however many pages.
Of WeasyPrint we take what only it knows: which letters it painted where. That leaves no second
parsing of the file, and a text that cannot be paired with its source letter by letter is an error.

The flow: ``painting`` marks what is painted; ``sheet`` gives each element what was painted of it,
``text`` pairs that with its letters; ``tree``, with ``lists``, ``tables``, ``notes`` and
``figures``, makes ``elements``; ``writing``, ``paper``, ``greys`` and ``metadata`` write them into
the file, ``packing`` makes it small.

What runs in a margin is an artifact, as it comes again on every page. What must be heard all the
same has the attribute ``data-heard`` in the template: ``first`` where it stands in the source,
before the text, or ``last`` at the end; it is read once, on the first page.
"""

from __future__ import annotations

from functools import partial

import pydyf
from weasyprint.document import Document

from waraq.sheets.finishing.greys import write_greys
from waraq.sheets.finishing.metadata import OPTIONS, colours, describe
from waraq.sheets.finishing.packing import packing
from waraq.sheets.finishing.painting import (
    UntaggableError,
    marked,
    off_the_paper,
    root,
    shown,
)
from waraq.sheets.finishing.paper import say_bleed
from waraq.sheets.finishing.sheet import Sheet
from waraq.sheets.finishing.tree import Tree
from waraq.sheets.finishing.writing import Writer
from waraq.sheets.job import Variant

__all__ = ["UntaggableError", "finish"]


def finish(document: Document, variant: Variant = "ua") -> bytes:
    """The PDF of a laid-out sheet, tagged from its source.

    The same document can be finished once for each variant.

    :raises UntaggableError: if what was painted is not the text of the source, or not on the paper
    """
    with packing():
        pdf: bytes = marked(document, colours(variant)).write_pdf(
            finisher=partial(_tag, variant=variant), pdf_version="1.7", **OPTIONS[variant]
        )
    return pdf


def _tag(document: Document, pdf: pydyf.PDF, variant: Variant) -> None:
    sheet = Sheet(root(document.pages[0]), document.pages)
    if lost := list(off_the_paper(document.pages, sheet.leaves)):
        longest = max(lost, key=lambda leaf: leaf.area[2] - leaf.area[0])  # others are pushed by it
        words = longest.text[:30] or "a picture"
        raise UntaggableError(f"“{words}” runs off the paper on page {longest.page + 1}")
    tree = Tree(sheet).document()
    writer = Writer(pdf, document.pages)
    writer.write(tree, sheet.leaves)
    say_bleed(writer.pages)
    write_greys(pdf)
    describe(pdf, shown(document.metadata.title or ""), tree.place, variant)
