"""One .po file, read with distrust: its entries, or the reasons not to use it.

Nothing here writes, and nothing is compiled: there is no .mo file in Waraq.
"""

from __future__ import annotations

import io
import logging
import os
import re
import stat
from dataclasses import dataclass
from pathlib import Path

from babel.messages.pofile import PoFileError, read_po

from waraq.catalogs import grammar, header
from waraq.catalogs.grammar import CatalogError, Entry

LARGEST = 2_000_000
"""Bytes; a page's catalog in Uyghur has about 40 000."""

MOST_LINES = 50_000

CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")
"""What some readers take for the end of a line, and what no catalog needs."""

MERGE_MARKS = re.compile(r"^(?:<{7}|={7}|>{7}|\|{7})", re.MULTILINE)

logging.getLogger("babel.messages.pofile").setLevel(logging.CRITICAL)


@dataclass(frozen=True)
class Catalog:
    """The entries of one file in its order, without the header."""

    path: Path
    entries: tuple[Entry, ...]
    language: str = ""
    """What the header says that the language is."""

    def by_msgid(self) -> dict[str, Entry]:
        """The entries by what they translate."""
        return {entry.msgid: entry for entry in self.entries}


def read(path: Path) -> Catalog:
    """Read one catalog.

    :raises CatalogError: if the file is no regular file, is too large, is not
        UTF-8, is no catalog, or means something else to another reader
    """
    text = _text(_bytes(path))
    found = grammar.entries(text)
    fields = header.fields(found, text)
    entries = tuple(entry for entry in found if entry.msgid)
    _compare(entries, text)
    return Catalog(path, entries, fields.get("language", ""))


def _compare(found: tuple[Entry, ...], text: str) -> None:
    """Babel, which translators' tools resemble, must read the same."""
    try:
        theirs = {
            message.id: (message.string, message.fuzzy)
            for message in read_po(io.StringIO(text), abort_invalid=True)
            if message.id
        }
    except (PoFileError, ValueError, TypeError, LookupError, RecursionError) as error:
        reason = (str(error).splitlines() or [""])[0]
        raise CatalogError(
            f"another program cannot read this file: {reason[:80]!a}",
            "save the file again from a .po editor",
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


def _bytes(path: Path) -> bytes:
    """The bytes of a regular file: no link is followed, no pipe waited for."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        if not stat.S_ISREG(path.lstat().st_mode):
            raise CatalogError(
                "a catalog must be a plain file", "replace the link or folder by the file itself"
            )
        with os.fdopen(os.open(path, flags | getattr(os, "O_BINARY", 0)), "rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        message = f"the catalog cannot be read: {error.strerror}"
        raise CatalogError(message, "run: waraq update") from None
    if len(data) > LARGEST:
        raise CatalogError(
            f"the catalog has more than {LARGEST} bytes", "remove what does not belong to this page"
        )
    return data


def _text(data: bytes) -> str:
    hint = "save the file again as plain UTF-8 from a .po editor"
    try:
        text = data.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise CatalogError("the catalog is not UTF-8", "save it as UTF-8", line) from None
    if text.startswith("\ufeff"):
        raise CatalogError("the catalog begins with a byte order mark", hint, 1)
    if found := CONTROL.search(text):
        message = f"the catalog holds the control character U+{ord(found[0]):04X}"
        raise CatalogError(message, hint, _line(text, found.start()))
    if found := MERGE_MARKS.search(text):
        raise CatalogError(
            "the catalog holds the marks of an unfinished merge",
            "keep one of the two versions",
            _line(text, found.start()),
        )
    if text.count("\n") > MOST_LINES:
        raise CatalogError(f"the catalog has more than {MOST_LINES} lines", hint)
    return text


def _line(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1
