"""Copies to keep: all pages of a language as one file, and as a folder in a zip archive.

They are made of what was written: ``rewriting`` knows how the address of a page
becomes a place in one file, or an address on the web; ``one_file`` and
``archive`` make the copies, ``taking`` the page that offers them.
"""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import urlsplit


class Addresses(NamedTuple):
    """Where the copies of a language lie, from the site's root."""

    one_file: str
    archive: str


def addresses(site: str, tag: str) -> Addresses:
    """The names tell what they are in a folder of downloads: the site's, and the language.

    :param site: the web address of the site
    """
    name = f"{tag}/{_name(site)}-{tag}"
    return Addresses(f"{name}.html", f"{name}.zip")


def _name(site: str) -> str:
    """The last folder of the address or, where it has none, the first part of its host."""
    parts = urlsplit(site)
    folder = parts.path.strip("/").rpartition("/")[2]
    return folder or parts.netloc.removeprefix("www.").partition(".")[0] or "pages"
