"""Where links lead: to what is in the edition, by ways that work from a stick too, or elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from waraq.audit.finished import Finished, Found, Page, canonical
from waraq.audit.tree import Element

TO_PEOPLE = frozenset({"mailto", "tel", "sms"})
LOCATION = re.compile(r"(?:<loc>|href=\")([^<\"]+)")
SITEMAP = "sitemap.xml"


def links(page: Page) -> Iterator[tuple[Element, str]]:
    """What a reader can follow on a page, with its address."""
    for element in page.root.all("a", "area"):
        if "href" in element.attributes:
            yield element, element.get("href").strip()


def is_elsewhere(address: str) -> bool:
    """Whether a link leaves the edition."""
    parts = urlsplit(address)
    return bool(parts.scheme or parts.netloc)


def elsewhere(edition: Finished) -> Iterator[Found]:
    """Each address elsewhere, where it stands first."""
    seen = set()
    for page in edition.pages.values():
        for element, address in links(page):
            away = is_elsewhere(address) and urlsplit(address).scheme not in TO_PEOPLE
            if away and address not in seen:
                seen.add(address)
                yield page.at(element, f"leads elsewhere: {address}")


def link_lost(edition: Finished) -> Iterator[Found]:
    """Links to files and places that are not there."""
    for page in edition.pages.values():
        for element, address in links(page):
            if is_elsewhere(address) or address.startswith("/") or _is_folder(page, address):
                continue
            target = page.target(address)
            if target not in edition.known:
                yield page.at(element, f"a link leads to {address}, which is not in the edition")
            elif not _has_place(edition, target, unquote(urlsplit(address).fragment)):
                words = f"a link leads to {address}; that page has no such place"
                yield page.at(element, words)


def link_of_server(edition: Finished) -> Iterator[Found]:
    """Links that work only where a web server answers: a copy on a stick cannot follow them."""
    for page in edition.pages.values():
        for element, address in links(page):
            if page.is_copy and is_elsewhere(address):
                continue  # it leaves the edition: the pages on the web are elsewhere
            if not is_elsewhere(address) and address.startswith("/"):
                yield page.at(element, f"a link begins at a server's root: {address}")
            elif not is_elsewhere(address) and _is_folder(page, address):
                yield page.at(element, f"a link leads to a folder: {address}")
            elif edition.address and address.startswith(edition.address):
                words = f"a link leads to the edition's own address on the web: {address}"
                yield page.at(element, words)


def _is_folder(page: Page, address: str) -> bool:
    path = urlsplit(address).path
    return path.endswith("/") or path.rpartition("/")[2] in {".", ".."}


def _has_place(edition: Finished, target: str, fragment: str) -> bool:
    """Whether a file has the place; what "#" and "#top" lead to is the beginning of any page."""
    page = edition.pages.get(target)
    return page is None or fragment in {"", "top"} or fragment in page.ids


def canonical_wrong(edition: Finished) -> Iterator[Found]:
    """Pages that give another page's address as their own."""
    for page in edition.pages.values():
        said = canonical(page)
        if said and edition.address and edition.own(page, said) != page.path:
            yield Found(page.path, 0, f"it gives as its own address {said}")


def _hides(page: Page) -> bool:
    """Whether a page asks search engines to leave it out."""
    robots = (each for each in page.root.all("meta") if each.get("name") == "robots")
    return any("noindex" in each.get("content") for each in robots)


def sitemap_wrong(edition: Finished) -> Iterator[Found]:
    """Addresses in the list for search engines that are no page, and pages of languages not in it.

    The page above the languages only leads on to theirs; and a page may ask not to be found.
    """
    if SITEMAP not in edition.texts or not edition.address:
        return
    listed = set()
    for address in sorted(set(LOCATION.findall(edition.texts[SITEMAP]))):
        path = unquote(address.removeprefix(edition.address))
        listed.add(path)
        if path not in edition.pages:
            yield Found(SITEMAP, 0, f"it lists {address}, which is not in the edition")
    for path, page in edition.pages.items():
        if page.folder and path not in listed and not _hides(page):
            yield Found(SITEMAP, 0, f"it does not list {path}")
