"""Codes to scan with a phone, and codes by which a printed sheet is compared with its edition."""

from __future__ import annotations

import hashlib
import io

import segno

from waraq.sheets.job import FILES, Picture

CODE = "code.svg"
"""Below ``FILES``, the code that leads to the sheet's own web page."""

LIST = "handouts/codes.txt"
"""Below a language's folder, a line for each sheet: its code, a space, its address in the site."""

PLACE = "\ue000code\ue000"
"""Stands where the code will be; no text may hold such characters."""

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no letter that could be read as another sign."""

LENGTH = 8


def picture(address: str, name: str = CODE) -> Picture:
    """A code that opens *address*, with its quiet zone of four modules (ISO/IEC 18004)."""
    out = io.BytesIO()
    segno.make(address, error="m", micro=False).save(
        out, kind="svg", border=4, xmldecl=False, svgns=True, nl=False
    )
    return Picture(f"{FILES}{name}", "image/svg+xml", out.getvalue())


def verify_code(tag: str, edition: str, html: str) -> str:
    """A short hash of what a sheet says, in two groups of four signs: ``7Q2M-0XKD``.

    Forty bits: enough to tell apart the sheets of many editions, and no
    signature; who has the sheet's file compares that with the manifest.

    :param html: the sheet with :data:`PLACE` in place of the code
    """
    digest = hashlib.sha256("\0".join((tag, edition, html)).encode("utf-8")).digest()
    number = int.from_bytes(digest, "big")
    signs = "".join(ALPHABET[number >> (5 * place) & 31] for place in range(LENGTH))
    return f"{signs[: LENGTH // 2]}-{signs[LENGTH // 2 :]}"


def with_code(tag: str, edition: str, html: str) -> tuple[str, str]:
    """The code of a sheet, and the sheet with the code in its place."""
    code = verify_code(tag, edition, html)
    return code, html.replace(PLACE, code)
