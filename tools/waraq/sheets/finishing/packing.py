"""Compression: what zlib does by default.

pydyf asks for its highest level, which takes more than twice the time and saves a fiftieth.
"""

from __future__ import annotations

import zlib

import pydyf


def pack(pdf: pydyf.PDF) -> None:
    """Compress the streams that the file has so far."""
    for stream in pdf.objects:
        if isinstance(stream, pydyf.Stream) and stream.compress:
            content = b"\n".join(map(pydyf._to_bytes, stream.stream))
            stream.stream, stream.compress = [zlib.compress(content)], False
            stream.extra["Filter"] = "/FlateDecode"
