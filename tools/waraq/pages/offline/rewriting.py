"""Addresses in pages that leave their place: into one file, or without the other languages.

Our own writer and templates made the pages: every attribute stands in double
quotes, and no text looks like one, for ``"`` and ``<`` are escaped there.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Mapping
from urllib.parse import unquote, urlsplit

HREF = re.compile(r' href="([^"]*)"')
ID = re.compile(r' id="([^"]*)"')
NAMED = re.compile(r' (aria-labelledby|aria-describedby|for|headers)="([^"]*)"')
HEADING = re.compile(r"<(/?)h([1-5])\b")
LABELLED_SECTION = re.compile(r'(<section\b[^>]* aria-labelledby="[^"]*)"')


def target(page: str, address: str) -> tuple[str, str] | None:
    """The path from the site's root and the fragment that an address on *page* leads to.

    :returns: None for what leads elsewhere
    """
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return None
    path = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(parts.path)))
    return (path if parts.path else page), parts.fragment


def without_others(html: str, page: str, kept: Collection[str], site: str) -> str:
    """A page whose links to what is not *kept* lead to the web.

    :param site: the web address of the site, with a slash at its end
    """

    def address(match: re.Match[str]) -> str:
        found = target(page, match[1])
        if found is None or found[0] in kept:
            return match[0]
        return f' href="{_on_the_web(site, *found)}"'

    return HREF.sub(address, html)


def within_one_file(html: str, page: str, prefixes: Mapping[str, str], site: str) -> str:
    """The text of a page as a part of one file: its places renamed, its headings a level down.

    :param prefixes: for each page in the file, by its path, what the names of its places begin
        with; that of the page as a whole is this prefix with ``title``
    """
    own = prefixes[page]

    def address(match: re.Match[str]) -> str:
        found = target(page, match[1])
        if found is None:
            return match[0]
        path, fragment = found
        if path not in prefixes:
            return f' href="{_on_the_web(site, path, fragment)}"'
        return f' href="#{prefixes[path]}{fragment or "title"}"'

    def named(match: re.Match[str]) -> str:
        return f' {match[1]}="{" ".join(own + each for each in match[2].split())}"'

    html = HREF.sub(address, html)
    html = ID.sub(lambda match: f' id="{own}{match[1]}"', html)
    html = NAMED.sub(named, html)
    # Two dozen lists of sources in one file: each is that of its page.
    html = LABELLED_SECTION.sub(rf'\1 {own}title"', html)
    html = HEADING.sub(lambda match: f"<{match[1]}h{int(match[2]) + 1}", html)
    return html.replace("<h2", f'<h2 id="{own}title"', 1)


def _on_the_web(site: str, path: str, fragment: str) -> str:
    return f"{site}{path}" + (f"#{fragment}" if fragment else "")
