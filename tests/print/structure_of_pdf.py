"""The structure tree of a PDF, read back: roles, texts, languages, and what content is in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pikepdf

BLOCKS = frozenset({"P", "H1", "H2", "H3", "Lbl", "Caption", "TH", "TD"})
"""Roles of what begins a line and holds no such itself (a Lbl or Caption may, in a P)."""


Content = tuple[int, int]
"""Marked content: its page, from nought, and its number on that page."""


@dataclass(frozen=True, eq=False)
class Element:
    """One structure element, with what it inherits."""

    dictionary: pikepdf.Object
    role: str
    language: str
    writing: str
    kids: tuple[Element, ...]
    links: tuple[pikepdf.Object, ...]
    """Its annotations."""
    content: tuple[Content, ...]
    """Its own marked content."""
    pdf: pikepdf.Pdf
    """The file, which closes when nothing holds it."""

    @property
    def pages(self) -> set[int]:
        """The pages, from nought, that its own content is on."""
        return {page for page, _ in self.content}

    def walk(self) -> Iterator[Element]:
        """Itself and all below."""
        yield self
        for kid in self.kids:
            yield from kid.walk()

    def all(self, *roles: str) -> list[Element]:
        """All of these roles in it, in order."""
        return [each for each in self.walk() if each.role in roles]

    def attribute(self, name: str) -> object:
        """An attribute of any owner."""
        return attribute(self.dictionary, name)

    def text(self, *, without: frozenset[str] = frozenset()) -> str:
        """Its text in logical order, without that of some roles."""
        if self.role in without:
            return ""
        own = str(self.dictionary.get("/ActualText", ""))
        return own + "".join(kid.text(without=without) for kid in self.kids)

    def blocks(self) -> Iterator[Element]:
        """The blocks of text in it, in the order in which they are read."""
        inner = [kid for kid in self.walk() if kid is not self and kid.role in BLOCKS]
        if self.role in BLOCKS and not inner:
            yield self
            return
        for kid in self.kids:
            yield from kid.blocks()


def document(pdf: pikepdf.Pdf) -> Element:
    """The tree's top element."""
    top = pdf.Root.StructTreeRoot.K
    numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
    return _element(pdf, numbers, top[0] if isinstance(top, pikepdf.Array) else top)


def _element(
    pdf: pikepdf.Pdf,
    numbers: dict[tuple[int, int], int],
    found: pikepdf.Object,
    language: str = "",
    writing: str = "/LrTb",
) -> Element:
    language = str(found.get("/Lang", language))
    writing = str(attribute(found, "/WritingMode") or writing)
    kids: list[Element] = []
    links: list[pikepdf.Object] = []
    content: list[Content] = []
    for kid in _several(found.get("/K", [])):
        if isinstance(kid, int):
            content.append((numbers[found.Pg.objgen], kid))
        elif kid.get("/Type") == "/OBJR":
            links.append(kid.Obj)
        elif kid.get("/Type") == "/MCR":
            content.append((numbers[kid.Pg.objgen], int(kid.MCID)))
        else:
            kids.append(_element(pdf, numbers, kid, language, writing))
    role = str(found.S).removeprefix("/")
    return Element(found, role, language, writing, tuple(kids), tuple(links), tuple(content), pdf)


def attribute(found: pikepdf.Object, name: str) -> object:
    """An attribute of any owner."""
    return next((each[name] for each in _several(found.get("/A", [])) if name in each), None)


def _several(value: object) -> list[object]:
    return list(value) if isinstance(value, pikepdf.Array | list) else [value]


def artifacts(pdf: pikepdf.Pdf) -> Iterator[tuple[int, dict[str, str], list[pikepdf.Object]]]:
    """Each artifact: its page from nought, its properties, and what text or pictures it shows."""
    for number, page in enumerate(pdf.pages):
        depth = 0
        properties: dict[str, str] = {}
        shown: list[pikepdf.Object] = []
        for instruction in pikepdf.parse_content_stream(page):
            name, operands = str(instruction.operator), instruction.operands
            if name in {"BMC", "BDC"}:
                depth += 1
                if depth == 1 and operands[0] == "/Artifact":
                    properties = {"": "Artifact"}
                    if name == "BDC":
                        properties |= {str(key): str(each) for key, each in operands[1].items()}
            elif name == "EMC":
                depth -= 1
                if depth == 0 and properties:
                    yield number, properties, shown
                    properties, shown = {}, []
            elif properties and name in {"Tj", "TJ", "Do"}:
                shown.append(operands[0])
