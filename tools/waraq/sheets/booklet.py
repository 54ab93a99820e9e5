"""A booklet's pages put two and two on sheets, so that the folded stack reads in order.

The file is only for printing, on both sides, flipped on the short edge: what
is put on a sheet loses its tags. The booklet as it is read lies beside it.
"""

from __future__ import annotations

import io
import math
from collections.abc import Iterator
from typing import Literal

import pikepdf

Bound = Literal["left", "right"]


def sides(pages: int, bound: Bound) -> Iterator[tuple[int | None, int | None]]:
    """The pages at the left and at the right of each side, counted from 0; None is blank.

    Two sides follow each other for each sheet, the outermost first. Books of
    scripts that run from right to left are bound at the right.
    """
    whole = -(-pages // 4) * 4
    for sheet in range(whole // 4):
        front = (whole - 1 - 2 * sheet, 2 * sheet)
        back = (2 * sheet + 1, whole - 2 - 2 * sheet)
        for first, second in (front, back):
            pair = (first, second) if bound == "left" else (second, first)
            yield (_or_blank(pair[0], pages), _or_blank(pair[1], pages))


def _or_blank(page: int, pages: int) -> int | None:
    return page if page < pages else None


def impose(pdf: bytes, bound: Bound) -> bytes:
    """The same pages on sheets twice as large, ready to be printed and folded.

    Nothing of the file is kept but its pages, its title and its language.
    """
    with pikepdf.open(io.BytesIO(pdf)) as source, pikepdf.new() as made:
        width, height = map(float, source.pages[0].mediabox[2:])
        forms = [made.copy_foreign(page.as_form_xobject()) for page in source.pages]
        for form in forms:
            for key in ("/StructParents", "/StructParent", "/Group", "/LastModified"):
                if key in form:
                    del form[key]
        for pair in sides(len(forms), bound):
            _add_side(made, [None if each is None else forms[each] for each in pair], width, height)
        made.docinfo["/Title"] = str(source.docinfo.get("/Title", ""))
        made.Root.Lang = str(source.Root.get("/Lang", ""))
        made.Root.ViewerPreferences = pikepdf.Dictionary(
            DisplayDocTitle=True, Duplex=pikepdf.Name("/DuplexFlipShortEdge")
        )
        out = io.BytesIO()
        made.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        return out.getvalue()


def _add_side(
    made: pikepdf.Pdf, pair: list[pikepdf.Object | None], width: float, height: float
) -> None:
    # A paper of the A series is a hair wider than two of the next (ISO 216 rounds down).
    spread = max(2 * width, height * math.sqrt(2))
    page = made.add_blank_page(page_size=(spread, height))
    forms, drawn = pikepdf.Dictionary(), b""
    for column, form in enumerate(pair):
        if form is not None:
            forms[f"/P{column}"] = form
            left = spread / 2 - width * (1 - column)
            drawn += b"q 1 0 0 1 %.3f 0 cm /P%d Do Q\n" % (left, column)
    page.Resources = pikepdf.Dictionary(XObject=forms)
    page.Contents = made.make_stream(drawn)
