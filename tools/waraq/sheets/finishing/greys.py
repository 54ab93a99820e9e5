"""Black and greys written as such, so that no printer mixes them from coloured inks.

WeasyPrint writes each colour as red, green and blue, also black.
"""

from __future__ import annotations

import re
from typing import Any

import pydyf

MIXED = re.compile(rb"([0-9.]+) \1 \1 (rg|RG)\Z")
COLOURS = (b" rg", b" RG", b" k", b" K", b" scn", b" SCN", b" sh", b" Do")
"""How what sets a colour ends, or paints what may hold one."""

GREY = {b"rg": b"g", b"RG": b"G"}


def write_greys(pdf: pydyf.PDF) -> None:
    """Say grey where the parts of a colour are equal; of a group that holds no other, too."""
    for stream in pdf.objects:
        if isinstance(stream, pydyf.Stream) and isinstance(stream.stream, list):
            _write_greys(stream)


def _write_greys(stream: Any) -> None:
    coloured = False
    for place, token in enumerate(stream.stream):
        if isinstance(token, bytes) and token.endswith(COLOURS):
            if mixed := MIXED.match(token):
                stream.stream[place] = b"%b %b" % (mixed[1], GREY[mixed[2]])
            else:
                coloured = True
    group = stream.extra.get("Group")
    if group is not None and not coloured:
        group["CS"] = "/DeviceGray"
