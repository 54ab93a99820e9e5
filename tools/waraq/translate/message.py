"""One translated message: the source's own nodes, moved, with new words around them.

The nodes of a source paragraph and the pieces of its msgid are the same things
in the same order, once parsed by MyST and once by ``inline``. The translation's
pieces are found among them by key. Nothing of a translation becomes a node but
text and emphasis.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docutils import nodes

from waraq.translate import inline
from waraq.translate.inline import PLAIN, Emphasis, Inline, Key, Piece, Syntax, Words

IMPLICIT = "implicit_words"
"""Set on a link whose words are the title of what it leads to."""

NODES_OF = {
    "link": {"reference", "pending_xref", "download_reference", "number_reference", "inline"},
    "code": {"literal"},
    "footnote": {"footnote_reference"},
    "image": {"image"},
    "math": {"math", "math_block"},
    "html": {"raw"},
    "substitution": {"inline"},
}
"""What docutils calls the pieces; a role may become anything."""

TRANSPARENT = (nodes.emphasis, nodes.strong)


class SourceMismatch(Exception):
    """The source paragraph holds what this translator does not know."""


def translated(
    element: nodes.Element, msgid: str, msgstr: str, syntax: Syntax = PLAIN
) -> list[nodes.Node]:
    """The children that *element* gets in the translation.

    The piece nodes are taken from *element*, so it must be given these
    children, or be thrown away.

    :param msgid: the Markdown of *element*
    :param msgstr: a translation that the gate has passed
    :raises SourceMismatch: if the nodes of *element* are not the pieces of *msgid*,
        or if *msgstr* names what *msgid* lacks, whatever the gate has said
    """
    available: dict[Key, list[nodes.Element]] = {}
    for piece, node in paired(element, msgid, syntax):
        available.setdefault(piece.key, []).append(node)
    unseen = [child for child in element.children if isinstance(child, nodes.Invisible)]
    return [*_built(inline.parse(msgstr, syntax), available), *unseen]


def paired(
    element: nodes.Element, msgid: str, syntax: Syntax = PLAIN
) -> list[tuple[Piece, nodes.Element]]:
    """The pieces of *msgid*, each with its node in *element*.

    :raises SourceMismatch: if they are not the same things in the same order
    """
    source = list(inline.pieces(inline.parse(msgid, syntax)))
    found = list(_piece_nodes(element))
    if len(found) != len(source):
        raise SourceMismatch(f"{len(source)} pieces in the text but {len(found)} in the page")
    for piece, node in zip(source, found, strict=True):
        kinds = NODES_OF.get(piece.key[0])
        if kinds is not None and node.tagname not in kinds:
            raise SourceMismatch(f"a {piece.key[0]} in the text is a {node.tagname} in the page")
    return list(zip(source, found, strict=True))


def _piece_nodes(element: nodes.Element) -> Iterator[nodes.Element]:
    for child in element.children:
        if isinstance(child, TRANSPARENT):
            yield from _piece_nodes(child)
        elif isinstance(child, nodes.Element) and not _is_unseen(child):
            yield child
            if "substitution" not in child:
                yield from _piece_nodes(_words_holder(child))


def _is_unseen(node: nodes.Element) -> bool:
    """What stands in no message: an index entry, or a hard break, which becomes a space."""
    if isinstance(node, nodes.Invisible):
        return True
    return isinstance(node, nodes.raw) and node.astext() in ("<br />\n", "\\\\\n")


def _words_holder(node: nodes.Element) -> nodes.Element:
    """The innermost element that holds the words of a link or a role.

    A cross-reference keeps its words in an element of class ``xref``, a resolved
    link in a plain one.
    """
    while len(node.children) == 1:
        child = node.children[0]
        if not isinstance(child, nodes.Element):
            break
        plain = isinstance(node, nodes.reference) and isinstance(child, nodes.inline)
        if not plain and "xref" not in child.get("classes", []):
            break
        node = child
    return node


def _built(
    content: Sequence[Inline], available: dict[Key, list[nodes.Element]]
) -> Iterator[nodes.Node]:
    for each in content:
        match each:
            case Words(text):
                yield nodes.Text(text)
            case Emphasis(strong, inner):
                kind = nodes.strong if strong else nodes.emphasis
                yield kind("", "", *_built(inner, available))
            case Piece():
                if not available.get(each.key):
                    raise SourceMismatch(f"the source has no further {' '.join(each.key)}")
                yield _with_words(available[each.key].pop(0), each, available)


def _with_words(
    node: nodes.Element, piece: Piece, available: dict[Key, list[nodes.Element]]
) -> nodes.Element:
    if isinstance(node, nodes.image):
        node["alt"] = piece.note
        if "title" in node:
            node["title"] = piece.title or node["title"]
    elif piece.note and "explanation" in node:
        node["explanation"] = piece.note
    elif piece.title and "reftitle" in node:
        node["reftitle"] = piece.title
    if piece.content:
        holder = _words_holder(node)
        children = list(_built(piece.content, available))
        holder.clear()
        holder.extend(children)
    elif piece.key[0] in ("link", "role"):
        node[IMPLICIT] = True
    return node
