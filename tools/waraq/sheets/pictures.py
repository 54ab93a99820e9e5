"""The pictures in a page's text, for its sheets: they come from docs/ and from nowhere else."""

from __future__ import annotations

import hashlib
import mimetypes
import re
from collections.abc import Mapping
from pathlib import PurePosixPath

from markupsafe import Markup

from waraq.pages.pageset import PageSet
from waraq.pages.writing import picture_files
from waraq.sheets.job import FILES, Picture

IMAGE = re.compile(r'(<img\b[^>]*\bsrc=")(?:\.\./)*_images/([^"]+)("[^>]*>)')
ALTERNATIVE = re.compile(r'\balt="([^"]*)"')


def taken(pages: PageSet, html: str) -> tuple[str, tuple[Picture, ...]]:
    """The text with its pictures under addresses of their own, and the pictures.

    An address tells one content from another, so that a sheet's code does, too.
    """
    found: dict[str, Picture] = {}
    if "_images/" in html:
        files = picture_files(pages)
        for _, name, _ in IMAGE.findall(html):
            data = files[name].read_bytes()
            kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
            digest = hashlib.sha256(data).hexdigest()[:16]
            address = f"{FILES}{digest}{PurePosixPath(name).suffix}"
            found[name] = Picture(address, kind, data)
    return IMAGE.sub(lambda match: _moved(match, found), html), tuple(found.values())


def _moved(image: re.Match[str], found: Mapping[str, Picture]) -> str:
    return f"{image[1]}{found[image[2]].address}{image[3]}"


def left_out(html: str) -> str:
    """The text with words in place of pictures, for an edition that is black only."""

    def words(image: re.Match[str]) -> str:
        alternative = ALTERNATIVE.search(image[0])
        return Markup("<span>[{}]</span>").format(Markup(alternative[1])) if alternative else ""

    return IMAGE.sub(words, html)
