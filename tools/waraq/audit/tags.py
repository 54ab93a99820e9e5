"""What a screen reader needs of a PDF: content that is tagged, a tree that holds it, right roles.

These are conditions of the Matterhorn Protocol 1.1 (PDF Association), numbered as there, that a
program can see; veraPDF sees more of them. To add one, write a generator and add it to ``CHECKS``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import cast

import pikepdf

from waraq.audit.content import marks

KIDS = {
    "L": {"L", "LI", "Caption"},
    "LI": {"Lbl", "LBody"},
    "Table": {"Caption", "THead", "TBody", "TFoot", "TR"},
    "THead": {"TR"},
    "TBody": {"TR"},
    "TFoot": {"TR"},
    "TR": {"TH", "TD"},
}
"""What some elements may hold, and nothing else (09-004 to 09-006)."""

PARENTS = {
    "LI": {"L"},
    "LBody": {"LI"},
    "TR": {"Table", "THead", "TBody", "TFoot"},
    "TH": {"TR"},
    "TD": {"TR"},
    "THead": {"Table"},
    "TBody": {"Table"},
    "TFoot": {"Table"},
}
"""Where some elements must stand."""

# fmt: off
ROLES = frozenset([
    "Annot", "Art", "BibEntry", "BlockQuote", "Caption", "Code", "Div", "Document", "Figure",
    "Form", "Formula", "H1", "H2", "H3", "H4", "H5", "H6", "Index", "L", "LBody", "LI", "Lbl",
    "Link", "NonStruct", "Note", "P", "Part", "Quote", "RB", "RP", "RT", "Reference", "Ruby",
    "Sect", "Span", "TBody", "TD", "TFoot", "TH", "THead", "TOC", "TOCI", "TR", "Table", "WP", "WT",
    "Warichu",
])
# fmt: on
"""The standard ones (ISO 32000-1, 14.8.4); we map no others."""


@dataclass(frozen=True, eq=False)
class Element:
    """A structure element."""

    role: str
    parent: str
    dictionary: pikepdf.Object
    kids: tuple[Element, ...]
    content: frozenset[tuple[tuple[int, int], int]]
    """Its own pieces of content: the page's object, the mark."""
    annotations: tuple[pikepdf.Object, ...]

    def walk(self) -> Iterator[Element]:
        """Itself and all below, in the order of reading."""
        yield self
        for kid in self.kids:
            yield from kid.walk()

    def words(self) -> str:
        """What is said of it and all below, as far as the tree holds it."""
        return "".join(
            str(each.dictionary.get(key, ""))
            for each in self.walk()
            for key in ("/ActualText", "/Alt")
        )

    def attribute(self, name: str) -> pikepdf.Object | None:
        """An attribute of any owner."""
        return next(
            (each[name] for each in _several(self.dictionary.get("/A")) if name in each), None
        )


@dataclass(frozen=True)
class Tagged:
    """A PDF with its tree."""

    pdf: pikepdf.Pdf
    roots: list[Element] = field(default_factory=list)

    @cached_property
    def elements(self) -> list[Element]:
        """All of them, in the order of reading."""
        return [each for root in self.roots for each in root.walk()]


def mistagged(pdf: pikepdf.Pdf) -> Iterator[str]:
    """What is wrong with the tags of a PDF; one to be printed on both sides needs none."""
    if "/StructTreeRoot" not in pdf.Root:
        if "/ViewerPreferences" not in pdf.Root or "/Duplex" not in pdf.Root.ViewerPreferences:
            yield "it has no tags, and is no booklet to print (Duplex) beside one to read"
        return
    tree = [_read(each, "") for each in _several(pdf.Root.StructTreeRoot.get("/K"))]
    tagged = Tagged(pdf, tree)
    yield from dict.fromkeys(words for check in CHECKS for words in check(tagged))


def _several(value: object) -> list[pikepdf.Object]:
    if value is None:
        return []
    return list(value) if isinstance(value, pikepdf.Array) else [cast(pikepdf.Object, value)]


def _read(found: pikepdf.Object, parent: str) -> Element:
    role = str(found.get("/S", "")).removeprefix("/")
    kids: list[Element] = []
    content: set[tuple[tuple[int, int], int]] = set()
    annotations: list[pikepdf.Object] = []
    for kid in _several(found.get("/K")):
        if isinstance(kid, int):
            content.add((found.Pg.objgen, kid))
        elif kid.get("/Type") == "/MCR":
            content.add(((kid if "/Pg" in kid else found).Pg.objgen, int(kid.MCID)))
        elif kid.get("/Type") == "/OBJR":
            annotations.append(kid.Obj)
        else:
            kids.append(_read(kid, role))
    return Element(role, parent, found, tuple(kids), frozenset(content), tuple(annotations))


def content_reached(tagged: Tagged) -> Iterator[str]:
    """All content is tagged or an artifact; the tree holds what is tagged (01-003 to 01-005)."""
    held = Counter(piece for each in tagged.elements for piece in each.content)
    for number, page in enumerate(tagged.pdf.pages, 1):
        found = marks(page)
        yield from (f"page {number}: {words}" for words in found.mistakes)
        own = {(page.obj.objgen, mark) for mark in found.marks}
        on_page = {piece for piece in held if piece[0] == page.obj.objgen}
        if lost := own - held.keys():
            yield f"page {number}: the tree lacks {len(lost)} pieces of it"
        if made_up := on_page - own:
            yield f"page {number}: the tree has {len(made_up)} pieces that are not on it"
        if any(held[piece] > 1 for piece in on_page):
            yield f"page {number}: a piece of it is in the tree twice"


def roles_known(tagged: Tagged) -> Iterator[str]:
    """Roles are standard ones (02-001); lists and tables are made as they must be (09-004 …)."""
    for each in tagged.elements:
        if each.role not in ROLES:
            yield f"{each.role} is no role that readers know"
        if each.role in PARENTS and each.parent not in PARENTS[each.role]:
            yield f"a {each.role} stands in a {each.parent or 'document'}"
        for kid in each.kids:
            if each.role in KIDS and kid.role not in KIDS[each.role]:
                yield f"a {each.role} holds a {kid.role}"


def headings_in_order(tagged: Tagged) -> Iterator[str]:
    """Headings have words and leave out no level (14-002, 14-003)."""
    headings = [
        each for each in tagged.elements if each.role[0:1] == "H" and each.role[1:].isdigit()
    ]
    levels = [0, *(int(each.role[1:]) for each in headings)]
    yield from (
        f"an H{after} follows an H{before}"
        for before, after in pairwise(levels)
        if after > before + 1
    )
    for each in headings:
        if not (each.words().strip() or any(inner.content for inner in each.walk())):
            yield f"an {each.role} has no words"


def pictures_in_words(tagged: Tagged) -> Iterator[str]:
    """A picture says what it shows (13-004) and where it is, on the paper."""
    for each in tagged.elements:
        if each.role != "Figure":
            continue
        if not str(each.dictionary.get("/Alt", "")).strip():
            yield "a Figure has no words (Alt)"
        area = each.attribute("/BBox")
        page = each.dictionary.get("/Pg")
        if area is None or page is None:
            yield "a Figure does not say where it is (BBox)"
            continue
        left, lower, right, upper = map(float, area)
        x, y, width, height = map(float, page.MediaBox)
        if not (x <= left < right <= width and y <= lower < upper <= height):
            yield "a Figure is not on the paper (BBox)"


def headers_named(tagged: Tagged) -> Iterator[str]:
    """Header cells say what they head (15-003); the headers that a cell names are there."""
    names = {str(each.dictionary.get("/ID", "")) for each in tagged.elements if each.role == "TH"}
    for each in tagged.elements:
        if each.role == "TH" and each.attribute("/Scope") is None:
            yield "a header cell has no Scope"
        if each.role == "TD":
            headers = {str(name) for name in _several(each.attribute("/Headers"))}
            yield from (
                f"a cell names a header {name} that is not there" for name in headers - names
            )


def names_found(tagged: Tagged) -> Iterator[str]:
    """Each name is one element's, and is found; each Note has one (19-003, 19-004)."""
    owners = [each for each in tagged.elements if "/ID" in each.dictionary]
    root = tagged.pdf.Root.StructTreeRoot
    tree = pikepdf.NameTree(root.IDTree) if "/IDTree" in root else {}
    counts = Counter(str(each.dictionary.ID) for each in owners)
    yield from (f"{count} elements are named {name}" for name, count in counts.items() if count > 1)
    yield from (f"the name {name} leads nowhere (IDTree)" for name in counts if name not in tree)
    if any(each.role == "Note" and "/ID" not in each.dictionary for each in tagged.elements):
        yield "a Note has no name (ID)"


def links_held(tagged: Tagged) -> Iterator[str]:
    """Links are in the tree, lead there and back, and say in words where to (28-008, 28-011)."""
    held = {each.objgen for element in tagged.elements for each in element.annotations}
    for number, page in enumerate(tagged.pdf.pages, 1):
        if page.get("/Tabs") != "/S":
            yield f"page {number}: keys do not go through it in the order of reading (Tabs)"
        for each in page.get("/Annots", ()):
            if each.objgen not in held:
                yield f"page {number}: a link is not in the tree"
            if not str(each.get("/Contents", "")).strip():
                yield f"page {number}: a link does not say where it leads (Contents)"
    for element in tagged.elements:
        if element.role == "Link" and not element.annotations:
            yield "a Link leads nowhere"


def document_said(tagged: Tagged) -> Iterator[str]:
    """The file says its language, shows its title and is marked as tagged (06-…, 07-…, 11-006)."""
    root = tagged.pdf.Root
    if not str(root.get("/Lang", "")):
        yield "it does not say its language"
    if not _says(root, "/ViewerPreferences", "/DisplayDocTitle"):
        yield "viewers show the file's name and not its title (DisplayDocTitle)"
    if not _says(root, "/MarkInfo", "/Marked"):
        yield "it does not say that it is tagged (MarkInfo)"


def _says(root: pikepdf.Object, where: str, what: str) -> bool:
    return where in root and bool(root[where].get(what))


CHECKS = (
    content_reached,
    roles_known,
    headings_in_order,
    pictures_in_words,
    headers_named,
    names_found,
    links_held,
    document_said,
)
