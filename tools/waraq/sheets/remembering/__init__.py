"""What WeasyPrint computes again and again for the same passage, computed once for each sheet.

To balance columns and to count pages it lays out the same lines and blocks many times; to
set a line, to break one, to measure a font's height or to resolve a box's margins
gives the same each time, but for the place. A line that was shaped is drawn as it
is, not shaped again; a property that no rule sets is looked up, not computed; and
elements that the same rules style alike share their styles.

These functions are WeasyPrint's own, private ones. With another version than the
one this was written for, nothing is remembered, and sheets only take longer;
``tests/print/test_remembering.py`` holds that they have the same bytes, and
``test_remembered_edition.py`` that each sheet of several pages is drawn the same.
(A line that is moved may stand off by what a float rounds away: in one sheet of
twenty the last digit of a height is written otherwise.)

Each module has the functions of one stage, and says in ``replacements`` what they take the place
of; what they remember ends with the sheet.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import weasyprint

from waraq.sheets.remembering import (
    blocks,
    boxes,
    embedding,
    glyphs,
    lines,
    painted,
    shapes,
    strokes,
    styles,
)

WRITTEN_FOR = "70.0"

STAGES = (styles, shapes, lines, boxes, blocks, painted, strokes, glyphs, embedding)


@contextmanager
def remembering() -> Iterator[None]:
    """Remember within this block, which must set one document."""
    if weasyprint.__version__ != WRITTEN_FOR:
        yield
        return
    former = []
    try:
        for stage in STAGES:
            for owner, name, function in stage.replacements():
                former.append((owner, name, getattr(owner, name)))
                setattr(owner, name, function)
        yield
    finally:
        for owner, name, function in reversed(former):
            setattr(owner, name, function)
