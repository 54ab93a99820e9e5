"""How a file is written: packed less tightly, and its values turned into bytes in fewer steps.

pydyf asks zlib for its highest level, which takes more than four times as long as this one
and makes a file a fourteenth smaller. Both are done by standing in for what pydyf calls; with
another version than the one this was written for, files are written as it writes them.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch

import pydyf

WRITTEN_FOR = "0.13.0"

LEVEL = 4

ToBytes = Callable[[Any], bytes]


@contextmanager
def packing() -> Iterator[None]:
    """Write files so within this block."""
    if pydyf.VERSION != WRITTEN_FOR:
        yield
        return
    packer = SimpleNamespace(
        compress=lambda data: zlib.compress(data, LEVEL),
        compressobj=lambda level: zlib.compressobj(LEVEL),
    )
    to_bytes = _by_type(pydyf._to_bytes)
    with (
        patch.object(pydyf, "zlib", packer),
        patch.object(pydyf, "_to_bytes", to_bytes),
        patch.object(pydyf.Dictionary, "data", property(_dictionary(to_bytes))),
        patch.object(pydyf.Array, "data", property(_array(to_bytes))),
    ):
        yield


def _by_type(function: ToBytes) -> ToBytes:
    """Ask for the type of a value once, not for that of each of its bases."""

    def to_bytes(item: Any) -> bytes:
        kind = type(item)
        if kind is bytes:
            data: bytes = item
            return data
        if kind is str:
            return bytes(item, "ascii")
        if kind is int:
            return b"%d" % item
        if kind is float:
            return b"%d" % item if item.is_integer() else (b"%f" % item).rstrip(b"0")
        if kind is pydyf.Dictionary or kind is pydyf.Array or kind is pydyf.String:
            made: bytes = item.data
            return made
        return function(item)

    return to_bytes


def _dictionary(to_bytes: ToBytes) -> ToBytes:
    names = _Names()

    def data(dictionary: Any) -> bytes:
        parts = []
        for name, value in dictionary.items():
            parts.append(names[name])
            parts.append(value if type(value) is bytes else to_bytes(value))
        return b"<<%b>>" % b"".join(parts)

    return data


class _Names(dict[str, bytes]):
    """Names in dictionaries: few, each in many."""

    def __missing__(self, name: str) -> bytes:
        written = self[name] = b"/%b " % name.encode("ascii")
        return written


def _array(to_bytes: ToBytes) -> ToBytes:
    def data(array: Any) -> bytes:
        parts = [each if type(each) is bytes else to_bytes(each) for each in array]
        return b"[%b]" % b" ".join(parts)

    return data
