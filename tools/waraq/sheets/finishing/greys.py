"""Black and greys written as such, so that no printer mixes them from coloured inks.

WeasyPrint writes each colour as red, green and blue, also black.
"""

from __future__ import annotations

import re
from typing import Any

import pydyf

MIXED = re.compile(rb"([0-9.]+) \1 \1 (rg|RG)\Z")
COLOUR = re.compile(rb" (?:rg|RG|k|K|scn|SCN|sh|Do)\Z")
"""What sets another colour, or paints what may hold one."""

GREY = {b"rg": b"g", b"RG": b"G"}


def write_greys(pdf: pydyf.PDF) -> None:
    """Say grey where the parts of a colour are equal; of a group that holds no other, too."""
    for stream in pdf.objects:
        if isinstance(stream, pydyf.Stream) and isinstance(stream.stream, list):
            _write_greys(stream)


def _write_greys(stream: Any) -> None:
    coloured = False
    for place, token in enumerate(stream.stream):
        if not isinstance(token, bytes):
            continue
        if mixed := MIXED.match(token):
            stream.stream[place] = b"%b %b" % (mixed[1], GREY[mixed[2]])
        elif COLOUR.search(token) is not None:
            coloured = True
    group = stream.extra.get("Group")
    if group is not None and not coloured:
        group["CS"] = "/DeviceGray"
