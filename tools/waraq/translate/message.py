"""One translated message: the source's own nodes, moved, with new words around them.

The nodes of a source paragraph and the pieces of its msgid are the same things
in the same order, once parsed by MyST and once by ``inline``. The translation's
pieces are found among them by key. Nothing of a translation becomes a node but
text and emphasis.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docutils import nodes

from waraq.translate import skeleton
from waraq.translate.inline import Emphasis, Inline, Key, Piece, Words

TRANSPARENT = (nodes.emphasis, nodes.strong)


class SourceMismatch(Exception):
    """The source paragraph holds what this translator does not know."""


def translated(element: nodes.Element, msgid: str, msgstr: str) -> list[nodes.Node]:
    """The children that *element* gets in the translation.

    The piece nodes are taken from *element*, so it must be given these
    children, or be thrown away.

    :param msgid: the Markdown of *element*
    :param msgstr: a translation for which ``skeleton.complaints`` found nothing
    :raises SourceMismatch: if the nodes of *element* are not the pieces of *msgid*
    """
    source = skeleton.message(msgid).pieces
    found = list(_piece_nodes(element))
    if len(found) != len(source):
        raise SourceMismatch(f"{len(source)} pieces in the text but {len(found)} in the page")
    available: dict[Key, list[nodes.Element]] = {}
    for piece, node in zip(source, found, strict=True):
        available.setdefault(piece.key, []).append(node)
    return list(_built(skeleton.message(msgstr).content, available))


def _piece_nodes(element: nodes.Element) -> Iterator[nodes.Element]:
    for child in element.children:
        if isinstance(child, TRANSPARENT):
            yield from _piece_nodes(child)
        elif isinstance(child, nodes.Element):
            yield child
            yield from _piece_nodes(_words_holder(child))


def _words_holder(node: nodes.Element) -> nodes.Element:
    """The innermost element that holds the words of a link or a role.

    A cross-reference keeps its words in an element of class ``xref``.
    """
    while len(node.children) == 1:
        child = node.children[0]
        if not isinstance(child, nodes.Element) or "xref" not in child.get("classes", []):
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
            case Piece(key, inner, note):
                yield _with_words(available[key].pop(0), inner, note, available)


def _with_words(
    node: nodes.Element,
    content: tuple[Inline, ...] | None,
    note: str,
    available: dict[Key, list[nodes.Element]],
) -> nodes.Element:
    if isinstance(node, nodes.image):
        node["alt"] = note
    elif note and "explanation" in node:
        node["explanation"] = note
    elif note and "reftitle" in node:
        node["reftitle"] = note
    if content is not None:
        holder = _words_holder(node)
        children = list(_built(content, available))
        holder.clear()
        holder.extend(children)
    return node
