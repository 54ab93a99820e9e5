"""One .po file, read with distrust: its entries, or the reasons not to use it.

Nothing here writes, and nothing is compiled: there is no .mo file in Waraq.
"""

from __future__ import annotations

import io
import logging
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from babel.messages.pofile import PoFileError, read_po

from waraq.catalogs import grammar
from waraq.catalogs.grammar import CatalogError, Entry

LARGEST = 2_000_000
"""Bytes; a page's catalog in Uyghur has about 40 000."""

logging.getLogger("babel.messages.pofile").setLevel(logging.CRITICAL)


@dataclass(frozen=True)
class Catalog:
    """The entries of one file in its order, without the header."""

    path: Path
    entries: tuple[Entry, ...]

    def by_msgid(self) -> dict[str, Entry]:
        """The entries by what they translate."""
        return {entry.msgid: entry for entry in self.entries}


def read(path: Path) -> Catalog:
    """Read one catalog.

    :raises CatalogError: if the file is no regular file, is too large, is not
        UTF-8, is no catalog, or means something else to another reader
    """
    text = _text(path)
    found = [entry for entry in grammar.entries(text) if entry.msgid]
    _compare(found, text)
    return Catalog(path, tuple(found))


def _compare(found: list[Entry], text: str) -> None:
    """Babel, which translators' tools resemble, must read the same."""
    try:
        theirs = {
            message.id: (message.string, message.fuzzy)
            for message in read_po(io.StringIO(text), abort_invalid=True)
            if message.id
        }
    except (PoFileError, ValueError, TypeError, LookupError, RecursionError) as error:
        raise CatalogError(
            f"the header or an entry is broken: {str(error).splitlines()[0]}",
            "take the header of another catalog of this language",
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


def _text(path: Path) -> str:
    try:
        status = path.lstat()
    except OSError as error:
        message = f"the catalog cannot be read: {error.strerror}"
        raise CatalogError(message, "run: waraq update") from None
    if not stat.S_ISREG(status.st_mode):
        raise CatalogError(
            "a catalog must be a plain file", "replace the link or folder by the file itself"
        )
    if status.st_size > LARGEST:
        raise CatalogError(
            f"the catalog has {status.st_size} bytes; at most {LARGEST} are read",
            "remove what does not belong to this page",
        )
    data = path.read_bytes()
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise CatalogError("the catalog is not UTF-8", "save it as UTF-8", line) from None
    for number, message in _bad_lines(text):
        hint = "save the file again as plain UTF-8 from a .po editor"
        raise CatalogError(message, hint, number)
    return text


def _bad_lines(text: str) -> Iterator[tuple[int, str]]:
    if text.startswith("\ufeff"):
        yield 1, "the catalog begins with a byte order mark"
    lines = text.split("\n")
    for number, line in enumerate(lines, start=1):
        if "\x00" in line:
            yield number, "the catalog holds a zero byte"
        if line.startswith(("<<<<<<<", "=======", ">>>>>>>")):
            yield number, "the catalog holds the marks of an unfinished merge"
    declared = [line.lower() for line in lines[:40] if "charset=" in line.lower()]
    if not declared or any("charset=utf-8" not in line for line in declared):
        yield 0, "the header does not declare charset=UTF-8"
