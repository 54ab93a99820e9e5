"""A printed handout beside the web page that it was made from."""

from __future__ import annotations

import functools
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import lxml.html
import pikepdf

from waraq.catalogs.standing import Draft
from waraq.edition import plan
from waraq.edition.setting import language_pages, page_set
from waraq.languages import Language
from waraq.paths import HOME, Project
from waraq.sheets import setting
from waraq.sheets.setting import Surroundings

HIDDEN = re.compile("[\u2060\u2066-\u2069]")
"""What holds words together and keeps their order, and is no part of them."""

TEXT = "//main//h1/.. | //main//section[@id='sources']"
"""What page and handout have in common, beside what stands around it."""

FOOT = 20
"""Millimetres from the paper's lower edge in which most pages have their foot."""
FEET = {"large": 70, "poster": 32, "booklet": 26}
"""The same for editions with larger letters or narrower pages."""

BLOCKS = " | ".join(
    (
        *(f".//{tag}" for tag in ("h1", "h2", "h3", "p", "dt", "caption")),
        *(f".//{tag}[not(.//p)]" for tag in ("th", "td", "li")),
    )
)
"""What holds lines; a cell or a source does that may have no paragraph of its own."""

UNREAD = "Machine draft: a machine made this translation and no person has checked it yet."
PARTLY_READ = (
    "Machine draft: a machine made this translation and a person has checked only part of it."
)
DRAFTS: dict[Draft, str] = {"": "", "unread": UNREAD, "partly read": PARTLY_READ}


@dataclass(frozen=True)
class Handout:
    """One PDF of the edition, by language, docname and paper."""

    edition: Path
    language: Language
    docname: str
    paper: str
    draft: str
    """The msgid of what its feet say if it is a draft; empty if it is none."""

    @property
    def name(self) -> str:
        """Where it lies in the edition."""
        return f"{self.language.tag}/{self.docname}-{self.paper}.pdf"

    @property
    def path(self) -> Path:
        """The file."""
        return self.edition / self.name

    @property
    def page(self) -> str:
        """Where its web page lies in the edition."""
        return f"{self.language.tag}/{self.docname}.html"

    @property
    def foot(self) -> int:
        """How far from the paper's lower edge its feet begin, at most, in millimetres."""
        return FEET.get(self.paper, FOOT)

    @functools.cached_property
    def data(self) -> bytes:
        """The file's bytes."""
        return self.path.read_bytes()

    def open(self) -> pikepdf.Pdf:
        """The PDF, from memory: a test may change it."""
        return pikepdf.open(io.BytesIO(self.data))

    @functools.cached_property
    def html(self) -> lxml.html.HtmlElement:
        """What its A4 edition is set from: the page's text, as the writer has it for paper."""
        html = sheets_in_html(self.language.tag)[f"{self.language.tag}/{self.docname}-a4.pdf"]
        return lxml.html.document_fromstring(HIDDEN.sub("", html).encode())

    @property
    def title(self) -> str:
        """The first heading."""
        return " ".join(self.html.xpath("string(//h1)").split())

    @property
    def passages(self) -> list[str]:
        """The text of the web page: headings, paragraphs and cells, cut at the source marks."""
        found: list[str] = []
        for part in self.html.xpath(TEXT):
            for block in part.xpath(BLOCKS):
                notice = block.xpath("ancestor::*[@role='note'][contains(@class, 'notice')]")
                if not notice:
                    found += "".join(_without_marks(block)).split(MARK)
        return [passage for passage in found if re.search(r"\w", passage)]

    @property
    def blocks(self) -> list[tuple[str, str]]:
        """Tag and text of each block of the web page that paper has, without source marks."""
        found: list[tuple[str, str]] = []
        for part in self.html.xpath(TEXT):
            for block in part.xpath(BLOCKS):
                notice = block.xpath("ancestor::*[@role='note'][contains(@class, 'notice')]")
                if not notice and not block.xpath(".//p"):
                    text = "".join(_without_marks(block)).replace(MARK, "")
                    found.append((str(block.tag), " ".join(text.split())))
        return [(tag, text) for tag, text in found if text]

    @property
    def addresses(self) -> set[str]:
        """The addresses outside the site that it leads to."""
        links = (str(a.get("href")) for a in self.html.xpath("//main//a"))
        return {link for link in links if "://" in link}

    def label(self, problems: Iterator[str]) -> list[str]:
        """Problems with the file's name before them, as failures show them."""
        return [f"{self.name}: {problem}" for problem in problems]


@functools.cache
def sheets_in_html(tag: str) -> dict[str, str]:
    """The HTML of each sheet of the explainer in one language, by the path of its PDF."""
    made = plan.plan(Project(HOME), [tag])
    language = made.settings.of(tag)
    pages = page_set(made, language, language_pages(made, language))
    return {each.job.path: each.job.html for each in setting.sheets(pages, Surroundings())}


MARK = "\0"


def _without_marks(element: lxml.html.HtmlElement) -> Iterator[str]:
    """An element's text with a sign in place of what paper leaves out or sets apart.

    These are source marks, ways back from sources, and what kinds of documents they are.
    """
    yield element.text or ""
    for child in element:
        classes = str(child.get("class") or "").split()
        way = child.get("role") in {"doc-noteref", "doc-backlink"}
        if way or {"mark", "type", "kind"}.intersection(classes):
            yield MARK
        else:
            yield from _without_marks(child)
        yield child.tail or ""
