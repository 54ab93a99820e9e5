"""The structure tree in the file: elements, the way from content to them, names and links."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pydyf

from waraq.sheets.finishing.elements import Node, Place, WayBack
from waraq.sheets.finishing.painting import Leaf, MarkedPage, Painted, UntaggableError, renumber

PRINTED = 4
"""The flag of an annotation that is printed, as PDF/A wants each (ISO 19005-2, 6.3.2)."""

NO_BORDER = {"W": 0}


class Writer:
    """Puts one tree into one file."""

    def __init__(self, pdf: pydyf.PDF, pages: Sequence[MarkedPage]) -> None:
        self._pdf = pdf
        self._streams = [page.stream for page in pages]
        self._references = pdf.page_references
        self.pages = [pdf.objects[number] for number in pdf.pages["Kids"][::3]]
        self._marks: list[dict[int, int]] = []
        self._owners: list[dict[int, bytes]] = [{} for _ in pages]
        self._annotations: list[tuple[Any, bytes]] = []
        self._names: dict[str, bytes] = {}
        self._anchors: dict[str, tuple[bytes, Node]] = {}

    def write(self, document: Node, leaves: Sequence[Leaf]) -> None:
        """Write the tree, and make artifacts of all content that is not in it."""
        self._mark(document, leaves)
        root = pydyf.Dictionary({"Type": "/StructTreeRoot"})
        self._pdf.add_object(root)
        made = self._element(document, root.reference, Place("", "ltr"))
        root["K"] = pydyf.Array([made])
        self._annotate()
        root["ParentTree"] = self._parent_tree()
        root["ParentTreeNextKey"] = len(self.pages) + len(self._annotations)
        if self._names:
            root["IDTree"] = self._added({"Names": _names(self._names)}).reference
        self._pdf.catalog["StructTreeRoot"] = root.reference

    def _added(self, values: dict[str, Any]) -> pydyf.Dictionary:
        made = pydyf.Dictionary(values)
        self._pdf.add_object(made)
        return made

    def _mark(self, document: Node, leaves: Sequence[Leaf]) -> None:
        """Number what is in the tree; all else becomes an artifact."""
        tagged = {kid for node in document.walk() for kid in node.kids if isinstance(kid, Leaf)}
        for number, stream in enumerate(self._streams):
            on_page = [leaf for leaf in leaves if leaf.page == number]
            kept = {leaf.mark for leaf in on_page if leaf in tagged}
            numbers = renumber(stream, kept, {leaf.mark: _artifact(leaf) for leaf in on_page})
            if lost := kept - numbers.keys():
                words = next(leaf.text for leaf in on_page if leaf.mark in lost)
                raise UntaggableError(f"{words!r} is drawn through a mask or with transparency")
            self._marks.append(numbers)

    def _element(self, node: Node, parent: bytes, around: Place) -> bytes:
        made = self._added({"Type": "/StructElem", "S": f"/{node.role}", "P": parent})
        reference: bytes = made.reference
        if node.place.language != around.language:
            made["Lang"] = pydyf.String(node.place.language)
        if node.text:
            made["ActualText"] = pydyf.String(node.text)
        if node.alternative:
            made["Alt"] = pydyf.String(node.alternative)
        if node.name:
            made["ID"] = pydyf.String(node.name)
            self._names[node.name] = reference
        self._anchors.update(dict.fromkeys(node.anchors, (reference, node)))
        attributes = {owner: dict(each) for owner, each in node.attributes.items()}
        if node.role != "Span" and node.place.direction != around.direction:
            mode = "/RlTb" if node.place.direction == "rtl" else "/LrTb"
            attributes.setdefault("Layout", {})["WritingMode"] = mode
        if attributes:
            made["A"] = _attributes(attributes)
        pages = [kid.page for kid in node.kids if not isinstance(kid, Node)]
        if pages:
            made["Pg"] = self._references[pages[0]]
        kids = pydyf.Array()
        for kid in node.kids:
            if isinstance(kid, Node):
                inherited = Place(
                    node.place.language,
                    around.direction if node.role == "Span" else node.place.direction,
                )
                kids.append(self._element(kid, reference, inherited))
            else:
                kids.append(self._content(kid, reference, pages[0], node))
        if kids:
            made["K"] = kids[0] if len(kids) == 1 else kids
        return reference

    def _content(self, kid: Leaf | Painted | WayBack, parent: bytes, page: int, node: Node) -> Any:
        if isinstance(kid, Leaf):
            mark = self._marks[kid.page][kid.mark]
            self._owners[kid.page][mark] = parent
            if kid.page == page:
                return mark
            return pydyf.Dictionary(
                {"Type": "/MCR", "Pg": self._references[kid.page], "MCID": mark}
            )
        annotation = self._annotation(kid, node)
        self._annotations.append((annotation, parent))
        return pydyf.Dictionary(
            {"Type": "/OBJR", "Pg": self._references[kid.page], "Obj": annotation.reference}
        )

    def _annotation(self, kid: Painted | WayBack, node: Node) -> Any:
        """A link's area; its words (Contents) are those of the link."""
        if isinstance(kid, Painted):
            kid.annotation["Contents"] = pydyf.String(_words(kid, node))
            return kid.annotation
        made = self._added(
            {
                "Type": "/Annot",
                "Subtype": "/Link",
                "Rect": pydyf.Array(kid.area),
                "BS": pydyf.Dictionary(NO_BORDER),
                "Contents": pydyf.String(kid.words),
                "Dest": pydyf.String(kid.target),
            }
        )
        page = self.pages[kid.page]
        page.setdefault("Annots", pydyf.Array()).append(made.reference)
        return made

    def _annotate(self) -> None:
        """Number the links; one within the sheet leads to a place and to the element there.

        Readers of PDF 1.7 go by the place (D), those of 2.0 by the element (SD). A mark
        in the text tells which note it leads to.
        """
        for number, (annotation, _) in enumerate(self._annotations, len(self.pages)):
            annotation["StructParent"] = number
            annotation["F"] = PRINTED
            target = annotation.pop("Dest", None)
            if target is not None:
                action = pydyf.Dictionary({"Type": "/Action", "S": "/GoTo", "D": target})
                if target.string in self._anchors:
                    element, node = self._anchors[target.string]
                    action["SD"] = pydyf.Array([element, "/Fit"])
                    if node.role == "Note":
                        words = f"{annotation['Contents'].string} {node.words()}"
                        annotation["Contents"] = pydyf.String(words)
                annotation["A"] = action
        tagged = {annotation.reference for annotation, _ in self._annotations}
        for number, page in enumerate(self.pages):
            page["Tabs"] = "/S"
            page["StructParents"] = number
            if "Annots" in page:  # a link in what recurs is heard where it stands first
                page["Annots"] = pydyf.Array(each for each in page["Annots"] if each in tagged)

    def _parent_tree(self) -> bytes:
        numbers = pydyf.Array()
        for number, owners in enumerate(self._owners):
            owned = pydyf.Array(owners[mark] for mark in sorted(owners))
            self._pdf.add_object(owned)
            numbers += [number, owned.reference]
        for number, (_, owner) in enumerate(self._annotations, len(self.pages)):
            numbers += [number, owner]
        reference: bytes = self._added({"Nums": numbers}).reference
        return reference


def _artifact(leaf: Leaf) -> pydyf.Dictionary:
    """What an artifact is: a header or footer, or something else that comes again on each page."""
    if not leaf.margin:
        return pydyf.Dictionary({"Type": "/Layout" if leaf.part else "/Pagination"})
    top = leaf.margin.startswith("@top")
    return pydyf.Dictionary(
        {
            "Type": "/Pagination",
            "Subtype": "/Header" if top else "/Footer",
            "Attached": pydyf.Array(["/Top" if top else "/Bottom"]),
        }
    )


def _words(kid: Painted, node: Node) -> str:
    said = kid.element.get("aria-label") or kid.element.get("title") or node.words()
    return " ".join(said.split())


def _attributes(owners: dict[str, dict[str, Any]]) -> Any:
    made = [
        pydyf.Dictionary({"O": f"/{owner}"} | {key: _value(each) for key, each in values.items()})
        for owner, values in owners.items()
    ]
    return made[0] if len(made) == 1 else pydyf.Array(made)


def _value(value: Any) -> Any:
    if isinstance(value, list):
        return pydyf.Array(map(pydyf.String, value))
    return pydyf.Array(value) if isinstance(value, tuple) else value


def _names(names: dict[str, bytes]) -> Any:
    """A name tree's leaves, in the order of their bytes."""
    return pydyf.Array(part for name in sorted(names) for part in (pydyf.String(name), names[name]))
