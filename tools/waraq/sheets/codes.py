"""Codes to scan with a phone, as pictures."""

from __future__ import annotations

import io

import segno

from waraq.sheets.job import FILES, Picture

CODE = "code.svg"
"""Below ``FILES``, the code that leads to the sheet's own web page."""


def picture(address: str, name: str = CODE) -> Picture:
    """A code that opens *address*, with its quiet zone of four modules (ISO/IEC 18004)."""
    out = io.BytesIO()
    segno.make(address, error="m", micro=False).save(
        out, kind="svg", border=4, xmldecl=False, svgns=True, nl=False
    )
    return Picture(f"{FILES}{name}", "image/svg+xml", out.getvalue())
