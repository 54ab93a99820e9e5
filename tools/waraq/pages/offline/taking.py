"""The page with all that can be taken along: handouts and offline copies, with their sizes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from waraq.pages import templates
from waraq.pages.addresses import relative
from waraq.pages.offline import Addresses, addresses
from waraq.pages.own import TAKE
from waraq.pages.pageset import PageSet
from waraq.pages.records import SheetLink
from waraq.pages.writing import write_text

COPIES = re.compile(r"<!--copies-->\n?(.*?)<!--/copies-->\n?", re.DOTALL)
ONE_FILE_SIZE, ARCHIVE_SIZE = "<!--one-file-->", "<!--archive-->"
"""Where the sizes stand, once they are known: the page is in the archive itself, without them."""


@dataclass(frozen=True)
class Taking:
    """What take.html has beside its page: where the offline copies lie, if there are any."""

    copies: Addresses | None
    one_file_size: str = ONE_FILE_SIZE
    archive_size: str = ARCHIVE_SIZE


def write_take(pages: PageSet, site: Path, sheets: Sequence[SheetLink], *, copies: bool) -> None:
    """Write the page, below *site*; if there will be copies, :func:`finish` must follow."""
    here = pages.path(TAKE)
    page = replace(
        pages.frame(TAKE, pages.interface.plain("Take it with you")),
        sheets=tuple(pages.seen_from(here, each) for each in sheets if each.of_handout),
    )
    found = addresses(pages.settings.address, pages.tag) if copies else None
    where = Addresses(*(relative(here, each) for each in found)) if found else None
    html = templates.render("take.html", pages.interface, page=page, taking=Taking(where))
    write_text(site / here, html)


def without_copies(html: str) -> str:
    """The page as it stands in the copies themselves."""
    return COPIES.sub("", html)


def finish(path: Path, one_file: int, archive: int) -> None:
    """Put the sizes of the copies, in bytes, into the page."""
    html = COPIES.sub(r"\1", path.read_text(encoding="utf-8"))
    html = html.replace(ONE_FILE_SIZE, _kilobytes(one_file))
    write_text(path, html.replace(ARCHIVE_SIZE, _kilobytes(archive)))


def _kilobytes(size: int) -> str:
    return str(-(-size // 1024))
