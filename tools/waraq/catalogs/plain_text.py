"""The text of a file that a stranger may have written: plain, not large, nothing hidden in it."""

from __future__ import annotations

import os
import re
import stat
from dataclasses import dataclass
from pathlib import Path

from waraq.catalogs.grammar import CatalogError

LARGEST = 2_000_000
"""Bytes; a page's catalog in Uyghur has about 40 000."""

MOST_LINES = 50_000

CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")
"""What some readers take for the end of a line, and what no such file needs."""

READ_RIGHT = "give yourself the right to read it"

MERGE_SIGNS = tuple(7 * sign for sign in "<=>|")
MERGE_MARKS = re.compile(r"^(?:<{7}|={7}|>{7}|\|{7})", re.MULTILINE)


@dataclass(frozen=True)
class Kind:
    """What messages call such a file, and what they tell people to do."""

    noun: str
    if_lost: str
    if_damaged: str
    if_large: str
    if_merged: str


def plain_text(path: Path, kind: Kind) -> str:
    """Read one file.

    :raises CatalogError: if it is no regular file, is too large, is not UTF-8,
        holds control characters or an unfinished merge
    """
    return _text(_bytes(path, kind), kind)


def _bytes(path: Path, kind: Kind) -> bytes:
    """The bytes of a regular file: no link is followed, no pipe waited for."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        if not stat.S_ISREG(path.lstat().st_mode):
            raise CatalogError(
                f"a {kind.noun} must be a plain file",
                "replace the link or folder by the file itself",
            )
        with os.fdopen(os.open(path, flags | getattr(os, "O_BINARY", 0)), "rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        message = f"the {kind.noun} cannot be read: {error.strerror}"
        is_lost = isinstance(error, FileNotFoundError)
        raise CatalogError(message, kind.if_lost if is_lost else READ_RIGHT) from None
    if len(data) > LARGEST:
        raise CatalogError(f"the {kind.noun} has more than {LARGEST} bytes", kind.if_large)
    return data


def _text(data: bytes, kind: Kind) -> str:
    try:
        text = data.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise CatalogError(f"the {kind.noun} is not UTF-8", "save it as UTF-8", line) from None
    if text.startswith("\ufeff"):
        message = f"the {kind.noun} begins with a byte order mark"
        raise CatalogError(message, kind.if_damaged, 1)
    if found := CONTROL.search(text):
        message = f"the {kind.noun} holds the control character U+{ord(found[0]):04X}"
        raise CatalogError(message, kind.if_damaged, _line(text, found.start()))
    suspected = any(map(text.count, MERGE_SIGNS))
    if suspected and (found := MERGE_MARKS.search(text)):
        raise CatalogError(
            f"the {kind.noun} holds the marks of an unfinished merge",
            kind.if_merged,
            _line(text, found.start()),
        )
    if text.count("\n") > MOST_LINES:
        raise CatalogError(f"the {kind.noun} has more than {MOST_LINES} lines", kind.if_damaged)
    return text


def _line(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1
