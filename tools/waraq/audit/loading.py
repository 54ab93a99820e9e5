"""What a browser fetches by itself when it opens a page: styles, scripts, pictures, fonts."""

from __future__ import annotations

import base64
import hashlib
import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from waraq.audit.finished import Finished, Found, Page
from waraq.audit.tree import Element

OWNERS = {
    "audio": ("media", ("src",)),
    "embed": ("object", ("src",)),
    "iframe": ("frame", ("src",)),
    "image": ("img", ("href", "xlink:href")),
    "img": ("img", ("src", "srcset")),
    "input": ("img", ("src",)),
    "object": ("object", ("data",)),
    "script": ("script", ("src",)),
    "source": ("media", ("src", "srcset")),
    "track": ("media", ("src",)),
    "use": ("img", ("href", "xlink:href")),
    "video": ("media", ("src", "poster")),
}
"""By element: which directive of a policy (CSP) is about what it loads, and where that stands."""

RELATIONS = {
    "apple-touch-icon": "img",
    "icon": "img",
    "manifest": "manifest",
    "modulepreload": "script",
    "prefetch": "default",
    "stylesheet": "style",
}
PRELOADED = {"font": "font", "image": "img", "script": "script", "style": "style"}
HINTS = frozenset({"dns-prefetch", "preconnect", "prefetch", "prerender"})
"""Relations by which a page tells another host of its reader before they have clicked."""

COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
IMPORT = re.compile(r"@import\s+(?:url\(\s*)?[\"']?([^\"')\s;]+)", re.IGNORECASE)
FONT_FACE = re.compile(r"@font-face\s*\{[^}]*\}", re.IGNORECASE)
ADDRESS = re.compile(r"url\(\s*(?:\"([^\"]*)\"|'([^']*)'|([^)\s\"']*))\s*\)", re.IGNORECASE)
NO_CODE = frozenset({"application/json", "application/ld+json", "text/plain"})


@dataclass(frozen=True)
class Load:
    """One thing that is fetched: what for, from where, and which element or file asks."""

    kind: str
    address: str
    element: Element

    @property
    def embedded(self) -> bool:
        """Whether the address holds the thing itself."""
        return self.address.startswith("data:")


def loads(page: Page) -> Iterator[Load]:
    """What the elements of a page load."""
    for element in page.elements:
        if element.tag == "link":
            yield from _linked(element)
        elif element.tag in OWNERS:
            kind, names = OWNERS[element.tag]
            for name in names:
                yield from (Load(kind, each, element) for each in _addresses(element, name))


def _addresses(element: Element, name: str) -> list[str]:
    value = element.get(name).strip()
    if name == "srcset":
        return [each.split()[0] for each in value.split(",") if each.strip()]
    return [value] if value and not value.startswith("#") else []


def _linked(element: Element) -> Iterator[Load]:
    for relation in element.words("rel"):
        if relation == "preload":
            kind = PRELOADED.get(element.get("as"), "default")
            yield Load(kind, element.get("href"), element)
        elif relation in RELATIONS or relation in HINTS:
            yield Load(RELATIONS.get(relation, "default"), element.get("href"), element)


def style_loads(css: str) -> Iterator[tuple[str, str]]:
    """What a style sheet loads: for each, what it is (style, font or img) and the address."""
    css = COMMENT.sub("", css)
    for imported in IMPORT.findall(css):
        yield "style", imported
    css = IMPORT.sub("", css)
    for face in FONT_FACE.findall(css):
        yield from (("font", "".join(found)) for found in ADDRESS.findall(face))
    yield from (("img", "".join(found)) for found in ADDRESS.findall(FONT_FACE.sub("", css)))


def beside(name: str, address: str) -> str:
    """The path in the edition that an address in the file *name* leads to."""
    path = unquote(urlsplit(address).path)
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), path))


def is_elsewhere(address: str) -> bool:
    """Whether an address names a scheme or a host; data in the address itself is here."""
    parts = urlsplit(address)
    return bool(parts.netloc) or parts.scheme not in {"", "data"}


def loads_elsewhere(edition: Finished) -> Iterator[Found]:
    """Pages and styles that fetch something from elsewhere."""
    for page in edition.pages.values():
        for load in loads(page):
            if is_elsewhere(load.address):
                yield page.at(load.element, f"{load.element} loads {load.address}")
    for name, css in _styles(edition):
        for _, address in style_loads(css):
            if is_elsewhere(address):
                yield Found(name, 0, f"the style sheet loads {address}")


def load_lost(edition: Finished) -> Iterator[Found]:
    """Pages and styles that fetch what is not there, or not by a way that a stick has too."""
    for page in edition.pages.values():
        for load in loads(page):
            if load.embedded or is_elsewhere(load.address):
                continue
            if load.address.startswith("/"):
                words = f"{load.element} loads {load.address}, which begins at a server's root"
                yield page.at(load.element, words)
            elif page.target(load.address) not in edition.known:
                words = f"{load.element} loads {load.address}, which is not in the edition"
                yield page.at(load.element, words)
    for name, css in _styles(edition):
        for _, address in style_loads(css):
            if address.startswith(("data:", "#")) or is_elsewhere(address):
                continue
            if address.startswith("/") or beside(name, address) not in edition.known:
                yield Found(name, 0, f"the style sheet loads {address}, which is not there")


def _styles(edition: Finished) -> Iterator[tuple[str, str]]:
    return ((name, text) for name, text in edition.texts.items() if name.endswith(".css"))


def inline_code(edition: Finished) -> Iterator[Found]:
    """Styles and scripts in a page's text, which a strict policy must forbid."""
    for page in edition.pages.values():
        for element in page.elements:
            if element.tag == "style" and not _is_allowed(page, element):
                yield page.at(element, "a <style> stands in the page")
            if element.tag == "script" and "src" not in element.attributes and _is_code(element):
                yield page.at(element, "a <script> stands in the page")
            for name, value in element.attributes.items():
                if name == "style" or (name.startswith("on") and len(name) > 4):
                    yield page.at(element, f"{element} has {name}={value!r}")
                if value.strip().lower().startswith("javascript:"):
                    yield page.at(element, f"{element} has {name}={value!r}")


def _is_allowed(page: Page, style: Element) -> bool:
    """Whether the page's policy names these very bytes (CSP3, 8.1)."""
    digest = hashlib.sha256(style.text.encode("utf-8")).digest()
    allowed = f"'sha256-{base64.b64encode(digest).decode('ascii')}'"
    return any(allowed in meta.get("content") for meta in page.root.all("meta"))


def _is_code(script: Element) -> bool:
    return script.get("type").lower() not in NO_CODE
