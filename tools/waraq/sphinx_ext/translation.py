"""The translation step: a page's doctree from the source into one language.

A message without a usable translation keeps the source's text, and its node
says so by ``untranslated``, so that the page can mark its language.
"""

from __future__ import annotations

from collections.abc import Mapping

from docutils import nodes
from sphinx import addnodes

from waraq.sphinx_ext.messages import Message, messages
from waraq.translate.message import SourceMismatch, translated

UNTRANSLATED = "untranslated"


def translate(doctree: nodes.document, translations: Mapping[str, str]) -> list[Message]:
    """Translate *doctree* in place.

    :param translations: msgstr by msgid, each of which the gate has passed
    :returns: the messages that stay in the source language
    """
    left: list[Message] = []
    for message in list(messages(doctree)):
        msgstr = translations.get(message.msgid)
        if msgstr is None or not _apply(message, msgstr):
            message.node[UNTRANSLATED] = True
            left.append(message)
    return left


def _apply(message: Message, msgstr: str) -> bool:
    node = message.node
    match node:
        case addnodes.translatable():
            node.apply_translated_message(message.msgid, msgstr)
        case nodes.meta():
            node["content"] = msgstr
        case nodes.image():
            node["alt"] = msgstr
        case _:
            try:
                children = translated(node, message.msgid, msgstr)
            except SourceMismatch:
                return False
            node.clear()
            node.extend(children)
    return True


def knows(message: Message) -> str:
    """Why a translation of *message* could never be set; empty if it can."""
    if isinstance(message.node, addnodes.translatable | nodes.meta | nodes.image):
        return ""
    try:
        translated(message.node.deepcopy(), message.msgid, message.msgid)
    except SourceMismatch as reason:
        return str(reason)
    return ""
