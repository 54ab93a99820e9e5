"""A finished edition as it lies in its folder: its files, its pages, what each page says it is."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from waraq import languages, manifest
from waraq.audit.tree import Element, parse
from waraq.languages import Language
from waraq.problems import WaraqError

TEXT = frozenset({".css", ".html", ".js", ".json", ".svg", ".txt", ".webmanifest", ".xml"})
"""What a browser reads as text."""


class NoEdition(WaraqError):
    """A folder in which there is nothing to examine."""


@dataclass(frozen=True)
class Found:
    """Something that a rule has found, at a line of a file; line 0 is the file as a whole."""

    path: str
    line: int
    words: str


@dataclass(frozen=True)
class Page:
    """One page: where it lies in the edition, and its elements."""

    path: str
    root: Element

    @cached_property
    def elements(self) -> tuple[Element, ...]:
        """Every element, in the order of the page."""
        return tuple(self.root.all())

    @cached_property
    def ids(self) -> frozenset[str]:
        """The names that links can lead to."""
        return frozenset(each.attributes["id"] for each in self.elements if "id" in each.attributes)

    @cached_property
    def html(self) -> Element:
        """The outermost element."""
        return next(self.root.all("html"), self.root)

    @property
    def folder(self) -> str:
        """The folder of its language, empty for a page that lies above them all."""
        first, slash, _ = self.path.partition("/")
        return first if slash else ""

    @cached_property
    def language(self) -> Language | None:
        """The language of its folder or, above them all, the one that the page names."""
        return known(self.folder or self.html.get("lang"))

    @cached_property
    def is_copy(self) -> bool:
        """Whether it is a whole language in one file: kept for times without a network."""
        return any("copy" in body.words("class") for body in self.root.all("body"))

    def at(self, element: Element, words: str) -> Found:
        """What was found at one of its elements."""
        return Found(self.path, element.line, words)

    def target(self, address: str) -> str:
        """What an address on this page leads to, as a path in the edition.

        A path that begins with ``..`` leads out of the edition; a folder ends with a slash.
        """
        path = posixpath.join(posixpath.dirname(self.path), unquote(urlsplit(address).path))
        found = posixpath.normpath(path) if urlsplit(address).path else self.path
        return f"{found}/" if address.partition("#")[0].endswith("/") else found


class Finished:
    """The edition in a folder."""

    def __init__(self, folder: Path) -> None:
        """Read every page.

        :raises NoEdition: if there are none
        """
        folder = self.folder = manifest.edition_in(folder)
        paths = manifest.files(folder) if folder.is_dir() else []
        self.files = tuple(path.relative_to(folder).as_posix() for path in paths)
        self.pages = {
            name: Page(name, parse(self.text(name)))
            for name in self.files
            if name.endswith(".html")
        }
        if not self.pages:
            raise NoEdition(f"{folder}: there is no page in it; name the folder of an edition")

    @cached_property
    def known(self) -> frozenset[str]:
        """The paths of all files, to look them up."""
        return frozenset(self.files)

    def text(self, name: str) -> str:
        """A file as text."""
        return (self.folder / name).read_text(encoding="utf-8", errors="replace")

    @cached_property
    def texts(self) -> dict[str, str]:
        """Every file that a browser reads as text, by its path; the manifest aside."""
        return {name: self.text(name) for name in self.files if Path(name).suffix in TEXT}

    @cached_property
    def address(self) -> str:
        """Where the edition is to be published, as most of its pages say; may be empty."""
        said = [
            address[: len(address) - len(page.path)]
            for page in self.pages.values()
            if (address := canonical(page)).endswith(page.path)
        ]
        return max(sorted(set(said)), key=said.count, default="")

    def own(self, page: Page, address: str) -> str | None:
        """The path in the edition that an address leads to; None if it leads elsewhere."""
        if self.address and (address + "/").startswith(self.address):
            address = urljoin(self.address, address).removeprefix(self.address)
            return unquote(urlsplit(address).path) or "index.html"
        parts = urlsplit(address)
        return None if parts.scheme or parts.netloc else page.target(address)


def canonical(page: Page) -> str:
    """The address that a page gives as its own."""
    links = (each for each in page.root.all("link") if "canonical" in each.words("rel"))
    return next((link.get("href") for link in links), "")


def known(tag: str) -> Language | None:
    """The language with this tag, if there is one."""
    try:
        return languages.named(tag) if tag else None
    except KeyError:
        return None
