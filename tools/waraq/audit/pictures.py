"""What a picture's file says beside the picture: cameras, programs, places, names, times."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from pathlib import Path

from waraq.audit.finished import Finished, Found

PNG_TOLD = frozenset({b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"tIME"})
WEBP_TOLD = frozenset({b"EXIF", b"XMP "})
JPEG_TOLD = {0xE1: "Exif or XMP", 0xED: "IPTC", 0xFE: "a comment"}
JPEG_END = frozenset({0xD9, 0xDA})
SVG_TOLD = ("<!--", "<metadata", "inkscape:", "sodipodi:", "xmpmeta")


def picture_tells(edition: Finished) -> Iterator[Found]:
    """Pictures that hold more than the picture."""
    for name in edition.files:
        if read := READERS.get(Path(name).suffix.lower()):
            for told in sorted(set(read((edition.folder / name).read_bytes()))):
                yield Found(name, 0, f"the picture's file holds {told}")


def _png(data: bytes) -> Iterator[str]:
    """PNG, section 5.3: each chunk has its length, its type, its data and a checksum."""
    position = 8
    while position + 8 <= len(data):
        length, kind = struct.unpack_from(">I4s", data, position)
        if kind in PNG_TOLD:
            yield f"a {kind.decode('ascii')} chunk"
        position += length + 12


def _jpeg(data: bytes) -> Iterator[str]:
    """JPEG, annex B.1.1.4: each segment has a marker and its length; the picture comes last."""
    position = 2
    while (
        position + 4 <= len(data) and data[position] == 0xFF and data[position + 1] not in JPEG_END
    ):
        marker, length = struct.unpack_from(">xBH", data, position)
        if marker in JPEG_TOLD:
            yield JPEG_TOLD[marker]
        position += length + 2


def _webp(data: bytes) -> Iterator[str]:
    """WebP is RIFF: each chunk has its type and its length, made even."""
    position = 12
    while position + 8 <= len(data):
        kind, length = struct.unpack_from("<4sI", data, position)
        if kind in WEBP_TOLD:
            yield f"an {kind.decode('ascii').strip()} chunk"
        position += 8 + length + length % 2


def _svg(data: bytes) -> Iterator[str]:
    text = data.decode("utf-8", "replace")
    yield from (f"“{mark}”" for mark in SVG_TOLD if mark in text)


READERS: dict[str, Callable[[bytes], Iterator[str]]] = {
    ".jpeg": _jpeg,
    ".jpg": _jpeg,
    ".png": _png,
    ".svg": _svg,
    ".webp": _webp,
}
