"""The translation step: a page's doctree from the source into one language.

A message without a usable translation keeps the source's text, and its node
says so by ``untranslated``, so that the page can mark its language.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from docutils import nodes
from sphinx import addnodes

from waraq.sphinx_ext.messages import Message
from waraq.translate.inline import PLAIN, Syntax
from waraq.translate.message import SourceMismatch, paired, translated

UNTRANSLATED = "untranslated"
"""Set, to the tag of the source language, on a node that is still in it."""

FORMER_TERM = "former_term"
"""What a glossary's translated term is called in the source."""


def translate(
    messages: Iterable[Message],
    translations: Mapping[str, str],
    source: str,
    syntax: Syntax = PLAIN,
) -> list[Message]:
    """Translate the nodes of a page's messages in place.

    :param translations: msgstr by msgid, each of which the gate has passed
    :param source: the tag of the source language
    :returns: the messages that stay in the source language
    """
    left: list[Message] = []
    for message in messages:
        msgstr = translations.get(message.msgid)
        if msgstr is None or not _apply(message, msgstr, syntax):
            message.node[UNTRANSLATED] = source
            left.append(message)
    return left


def _apply(message: Message, msgstr: str, syntax: Syntax) -> bool:
    node = message.node
    match node:
        case addnodes.translatable():
            node.apply_translated_message(message.msgid, msgstr)
        case nodes.meta():
            node["content"] = msgstr
            node.attributes.pop("lang", None)
        case nodes.image():
            node["alt"] = msgstr
        case _:
            former = node.astext()
            try:
                children = translated(node, message.msgid, msgstr, syntax)
            except SourceMismatch:
                return False
            node.clear()
            node.extend(children)
            if isinstance(node, nodes.term):
                node[FORMER_TERM] = former
    return True


def knows(message: Message, syntax: Syntax = PLAIN) -> str:
    """Why a translation of *message* could never be set; empty if it can."""
    if isinstance(message.node, addnodes.translatable | nodes.meta | nodes.image):
        return ""
    try:
        paired(message.node, message.msgid, syntax)
    except SourceMismatch as reason:
        return str(reason)
    return ""
