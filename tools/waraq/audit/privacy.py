"""What an edition tells of people and machines: nothing, but whom readers may write to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from waraq.audit.finished import Finished, Found, Page
from waraq.audit.links import TO_PEOPLE, links
from waraq.audit.parts import SILENT
from waraq.audit.tree import Element

E_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}")
PHONE = re.compile(r"(?<![\w+])(?:\+|00)[1-9](?:[ ()\u00a0/-]{0,2}\d){7,14}(?!\d)")
MAKERS = frozenset(
    {"author", "build", "copyright", "creator", "date", "designer", "generator"}
    | {"last-modified", "owner", "publisher", "reply-to", "web_author"}
)
PLACE = re.compile(
    r"(?<![\w.%/:-])(?:/(?:home|Users|root|tmp|private|var/folders)/[\w.-]+|[A-Za-z]:\\[\w.-]+)"
    r"|\bfile://\S*|\b(?:localhost|127\.0\.0\.1)\b"
)
"""Folders and names of the machine that built."""


def contacts(page: Page) -> set[str]:
    """Whom the page's footer gives for readers to write to."""
    addresses = (address for each in page.root.all("footer") for address in _people(each))
    return {unquote(address) for address in addresses}


def _people(element: Element) -> Iterator[str]:
    for link in element.all("a"):
        parts = urlsplit(link.get("href"))
        if parts.scheme in TO_PEOPLE:
            yield parts.path


def person_named(edition: Finished) -> Iterator[Found]:
    """E-mail addresses and telephone numbers that are not those in the footer."""
    for page in edition.pages.values():
        public = contacts(page)
        seen = set(public)
        for element in page.elements:
            if element.tag in SILENT:
                continue
            for told in _told(element):
                if told not in seen:
                    seen.add(told)
                    yield page.at(element, f"it tells the address of a person: {told}")
        for element, address in links(page):
            parts = urlsplit(address)
            if parts.scheme in TO_PEOPLE and unquote(parts.path) not in seen:
                seen.add(unquote(parts.path))
                yield page.at(element, f"it tells the address of a person: {unquote(parts.path)}")


def _told(element: Element) -> Iterator[str]:
    texts = [child for child in element.children if isinstance(child, str)]
    texts += [value for name, value in element.attributes.items() if name not in {"href", "src"}]
    for text in texts:
        yield from E_MAIL.findall(text)
        yield from (match[0] for match in PHONE.finditer(text))


def maker_named(edition: Finished) -> Iterator[Found]:
    """Who or what made a page and when, in its head."""
    for page in edition.pages.values():
        for meta in page.root.all("meta"):
            if (name := (meta.get("name") or meta.get("property")).lower()) in MAKERS:
                yield page.at(meta, f"<meta> tells its {name}: {meta.get('content')}")


def machine_named(edition: Finished) -> Iterator[Found]:
    """Places on the machine that built, in any text file."""
    for name, text in edition.texts.items():
        for number, line in enumerate(text.splitlines(), 1):
            for match in PLACE.finditer(line):
                yield Found(name, number, f"it tells of the machine that built it: {match[0]}")
