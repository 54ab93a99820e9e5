"""One .po file, read with distrust: its entries, or the reasons not to use it.

Nothing here writes, and nothing is compiled: there is no .mo file in Waraq.
"""

from __future__ import annotations

import io
import logging
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog as BabelCatalog
from babel.messages.catalog import Message
from babel.messages.pofile import PoFileError, PoFileParser

from waraq.catalogs import grammar, header
from waraq.catalogs.grammar import CatalogError, Entry
from waraq.catalogs.plain_text import Kind, plain_text
from waraq.catalogs.traces import Trace, found_in

KIND = Kind(
    noun="catalog",
    if_lost="run: waraq update",
    if_damaged="save the file again as plain UTF-8 from a .po editor",
    if_large="remove what does not belong to this page",
    if_merged="keep one of the two versions",
)

SKIPPED = re.compile(r"^#(?:: |~\|).*", re.MULTILINE)
"""Where a message comes from; and of an outdated one, what the source said still earlier.

Babel takes each place apart, which tells nothing about the texts, and does not know the latter,
which gettext and Poedit write. The grammar has seen both before and lets them stand between
entries only.
"""

logging.getLogger("babel.messages.pofile").setLevel(logging.CRITICAL)


@dataclass(frozen=True)
class Catalog:
    """The entries of one file in its order, without the header."""

    path: Path
    entries: tuple[Entry, ...]
    language: str = ""
    """What the header says that the language is."""

    traces: tuple[Trace, ...] = ()
    """What may tell who translated it."""

    def by_msgid(self) -> dict[str, Entry]:
        """The entries by what they translate."""
        return {entry.msgid: entry for entry in self.entries}


def read(path: Path, *, outdated: bool = False) -> Catalog:
    """Read one catalog.

    :param outdated: whether entries that the source no longer says must be sound, too

    :raises CatalogError: if the file is no regular file, is too large, is not
        UTF-8, is no catalog, or means something else to another reader
    """
    text = plain_text(path, KIND)
    found = grammar.entries(text)
    if outdated:
        grammar.outdated(text)
    fields = header.fields(found, text)
    entries = tuple(entry for entry in found if entry.msgid)
    _compare(entries, text)
    return Catalog(path, entries, fields.get("language", ""), found_in(found[0], text))


class _Seen(BabelCatalog):
    """Keeps of the entries only what is compared."""

    def __init__(self) -> None:
        super().__init__()
        self.read: dict[Any, tuple[Any, bool]] = {}

    def __setitem__(self, msgid: Any, message: Message) -> None:
        if msgid:
            self.read[msgid] = (message.string, message.fuzzy)
        else:
            super().__setitem__(msgid, message)


def _by_babel(text: str) -> dict[Any, tuple[Any, bool]]:
    """Every msgid with its msgstr, and whether it is fuzzy."""
    seen = _Seen()
    PoFileParser(seen, abort_invalid=True).parse(io.StringIO(SKIPPED.sub("", text)))
    return seen.read


def _compare(found: tuple[Entry, ...], text: str) -> None:
    """Babel, which translators' tools resemble, must read the same."""
    try:
        theirs = _by_babel(text)
    except (PoFileError, ValueError, TypeError, LookupError, RecursionError) as error:
        reason = (str(error).splitlines() or [""])[0]
        raise CatalogError(
            f"another program cannot read this file: {reason[:80]!a}",
            "save the file again from a .po editor",
            error.lineno + 1 if isinstance(error, PoFileError) else 0,
        ) from None
    for entry in found:
        if theirs.pop(entry.msgid, None) != (entry.msgstr, entry.fuzzy):
            raise CatalogError(
                "other programs read this entry differently",
                "save the file again from a .po editor",
                entry.line,
            )
    if theirs:
        raise CatalogError(
            f"other programs read {len(theirs)} more entries in this file",
            "save the file again from a .po editor",
        )
