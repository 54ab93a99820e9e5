"""From a doctree, as it was read, to a page of passages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from docutils import nodes
from sphinx import addnodes

from waraq.ledger import Ledger
from waraq.prose.passages import Anchor, Block, Kind, Mark, Page, Part, Passage
from waraq.sphinx_ext import ledger_nodes
from waraq.sphinx_ext.blocks import answer, in_short

FIGURE_WORD = "number"
DAY_WORD = "day"
"""What a figure and a date count as where words are counted: ordinary words."""

LISTS = (nodes.bullet_list, nodes.enumerated_list)
APART = (*LISTS, nodes.definition_list, nodes.table)
"""What stands in a list item and has passages of its own."""

UNREAD = (
    nodes.Invisible,
    nodes.FixedTextElement,
    nodes.footnote,
    nodes.citation,
    nodes.image,
    nodes.raw,
    nodes.system_message,
    addnodes.toctree,
)
UNREAD_IN_A_LINE = (
    nodes.Invisible,
    nodes.image,
    nodes.raw,
    nodes.footnote_reference,
    nodes.citation_reference,
    nodes.problematic,
    ledger_nodes.label,
    ledger_nodes.bar,
)
"""What holds no prose of the page's own."""


@dataclass(frozen=True)
class _Place:
    in_short: bool = False
    is_quotation: bool = False
    context: str = ""


@dataclass
class _Draft:
    """A passage being put together from the text of one or more elements."""

    ledger: Ledger
    tag: str
    pieces: list[str] = field(default_factory=list)
    length: int = 0
    parts: list[Part] = field(default_factory=list)
    links: list[tuple[int, int]] = field(default_factory=list)
    anchors: list[Anchor] = field(default_factory=list)

    def begin(self, element: nodes.Element) -> None:
        """Go on with another element's text, in a paragraph of its own."""
        if self.length:
            self._write("\n\n")
        self.anchors.append(Anchor(self.length, line_of(element)))

    def add(self, node: nodes.Node) -> None:
        """Write what stands in a line."""
        if isinstance(node, nodes.Text):
            self._write(node.astext())
        elif isinstance(node, ledger_nodes.fact):
            self._set("fact", node, FIGURE_WORD)
        elif isinstance(node, ledger_nodes.day):
            self._set("day", node, DAY_WORD)
        elif isinstance(node, ledger_nodes.named):
            self._set("named", node, node.astext() or self._name(node))
        elif isinstance(node, ledger_nodes.term_link) and not node.children:
            self._set("term", node, self._term(node["key"]))
        elif isinstance(node, (nodes.literal, nodes.math)):
            self._set("other", node, node.astext())
        elif isinstance(node, (nodes.reference, addnodes.pending_xref)):
            self._link(node)
        elif not isinstance(node, UNREAD_IN_A_LINE):
            for child in node.children:
                self.add(child)

    def _link(self, node: nodes.Element) -> None:
        start, words = self.length, node.astext()
        if words and node.get("refuri", "").endswith(words):
            self._set("other", node, words)
            return
        for child in node.children:
            self.add(child)
        self.links.append((start, self.length))

    def _name(self, node: nodes.Element) -> str:
        people, organisations = self.ledger.people, self.ledger.organisations
        record = (people if node["kind"] == "person" else organisations).get(node["key"])
        return record.name_in(self.tag) if record else str(node["key"])

    def _term(self, key: str) -> str:
        term = self.ledger.terms.get(key)
        return term.name_in(self.tag) if term else key

    def _set(self, kind: str, node: nodes.Element, words: str) -> None:
        start = self.length
        self._write(words)
        self.parts.append(Part(kind, str(node.get("key", "")), start, self.length))  # type: ignore[arg-type]

    def _write(self, words: str) -> None:
        self.pieces.append(words)
        self.length += len(words)

    def passage(self, kind: Kind, place: _Place, claims: Iterable[str]) -> Passage:
        """The passage, as far as it is written."""
        return Passage(
            kind,
            "".join(self.pieces),
            tuple(self.parts),
            tuple(self.links),
            frozenset(claims),
            tuple(self.anchors),
            in_short=place.in_short,
            is_quotation=place.is_quotation,
            context=place.context,
        )


@dataclass
class _Reader:
    """Walks through one doctree."""

    ledger: Ledger
    tag: str
    passages: list[Passage] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)

    def walk(self, node: nodes.Node, place: _Place) -> None:
        """Read an element and what stands below it."""
        if isinstance(node, nodes.meta):
            self._description(node)
        elif isinstance(node, UNREAD) or not isinstance(node, nodes.Element):
            return
        elif isinstance(node, ledger_nodes.GENERATED):
            self.blocks.append(Block(type(node).__name__, line_of(node)))
            self._generated(node, place)
        elif isinstance(node, nodes.table):
            self._table(node, place)
        elif isinstance(node, LISTS):
            self._list(node, place)
        elif isinstance(node, (nodes.title, nodes.rubric, nodes.term)):
            self._passage(Kind.HEADING, [node], place)
        elif isinstance(node, nodes.caption):
            self._passage(Kind.CAPTION, [node], place)
        elif isinstance(node, nodes.TextElement):
            self._passage(Kind.PARAGRAPH, [node], place)
        else:
            self._children(node, place)

    def _children(self, node: nodes.Element, place: _Place) -> None:
        if isinstance(node, in_short):
            place = replace(place, in_short=True)
        elif isinstance(node, answer):
            self.blocks.append(Block("answer", line_of(node)))
        elif isinstance(node, nodes.block_quote):
            place = replace(place, is_quotation=True)
        for child in node.children:
            self.walk(child, place)

    def _list(self, listed: nodes.Element, place: _Place) -> None:
        inside = replace(place, context=f"{place.context} {_words_before(listed)}".strip())
        for item in listed.children:
            assert isinstance(item, nodes.Element)
            leaves = list(_leaves(item, APART))
            self._passage(Kind.ITEM, leaves, inside, holder=item)
            for apart in _tops(item, APART):
                self.walk(apart, inside)

    def _table(self, table: nodes.Element, place: _Place, body: Kind = Kind.ROW) -> None:
        captions = [child for child in table.children if isinstance(child, nodes.title)]
        self._passage(Kind.CAPTION, captions, place)
        heads = list(table.findall(nodes.thead))
        for row in (row for head in heads for row in head.findall(nodes.row)):
            self._passage(Kind.HEAD, list(_leaves(row)), place)
        words = " ".join(each.astext() for each in (*captions, *heads))
        inside = replace(place, context=f"{place.context} {words}".strip())
        for row in table.findall(nodes.row):
            if not isinstance(row.parent, nodes.thead):
                self._passage(body, list(_leaves(row)), inside, holder=row)

    def _generated(self, block: nodes.Element, place: _Place) -> None:
        """What an author wrote of a block that the ledger fills: captions, and words of bars."""
        for table in _tops(block, nodes.table):
            assert isinstance(table, nodes.Element)
            if isinstance(block, ledger_nodes.chart):
                self._table(table, place, Kind.BAR)
            else:
                captions = [child for child in table.children if isinstance(child, nodes.title)]
                self._passage(Kind.CAPTION, captions, place)

    def _description(self, meta: nodes.Element) -> None:
        if meta.get("name") == "description":
            draft = _Draft(self.ledger, self.tag)
            draft.begin(meta)
            draft.add(nodes.Text(meta["content"]))
            self.passages.append(draft.passage(Kind.DESCRIPTION, _Place(), ()))

    def _passage(
        self,
        kind: Kind,
        elements: Sequence[nodes.Element],
        place: _Place,
        holder: nodes.Element | None = None,
    ) -> None:
        """Make one passage of the text of the elements, with the marks in *holder* or in them."""
        draft = _Draft(self.ledger, self.tag)
        for element in elements:
            draft.begin(element)
            for child in element.children:
                draft.add(child)
        if draft.length:
            held = [holder] if holder is not None else elements
            cited = (mark.claim for each in held for mark in _marks(each))
            self.passages.append(draft.passage(kind, place, cited))


def page_of(docname: str, path: str, doctree: nodes.document, ledger: Ledger, tag: str) -> Page:
    """One page, with the names that *ledger* has for readers of the language *tag*."""
    reader = _Reader(ledger, tag)
    reader.walk(doctree, _Place())
    alone: set[str] = set()
    for mark in doctree.findall(ledger_nodes.claim_mark):
        alone.update(mark.get("sources", ()))
    return Page(
        docname,
        path,
        tuple(reader.passages),
        tuple(_marks(doctree)),
        frozenset(alone),
        tuple(reader.blocks),
    )


def line_of(node: nodes.Node) -> int:
    """The line of the source that an element begins on, or the next one around it does."""
    current: nodes.Node | None = node
    while current is not None:
        if current.line:
            return int(current.line)
        current = current.parent
    return 0


def _marks(element: nodes.Element) -> Iterator[Mark]:
    for mark in element.findall(ledger_nodes.claim_mark):
        yield from (Mark(key, line_of(mark)) for key in mark["keys"])


def _leaves(
    node: nodes.Element, apart: tuple[type[nodes.Element], ...] = ()
) -> Iterator[nodes.Element]:
    """The elements below *node* that hold text, but for those in what stands apart."""
    for child in node.children:
        if not isinstance(child, nodes.Element) or isinstance(child, (*UNREAD, *apart)):
            continue
        if isinstance(child, nodes.TextElement):
            yield child
        else:
            yield from _leaves(child, apart)


def _tops(
    node: nodes.Element, kinds: type[nodes.Element] | tuple[type[nodes.Element], ...]
) -> Iterator[nodes.Element]:
    """The topmost elements of these kinds below *node*."""
    for child in node.children:
        if isinstance(child, kinds):
            yield child
        elif isinstance(child, nodes.Element):
            yield from _tops(child, kinds)


def _words_before(listed: nodes.Element) -> str:
    """The paragraph that leads in to a list: one that ends in a colon."""
    position = listed.parent.index(listed)
    before = listed.parent.children[position - 1] if position else None
    if isinstance(before, nodes.paragraph) and before.astext().rstrip().endswith((":", "：")):
        return before.astext()
    return ""
