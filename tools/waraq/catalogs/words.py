"""How much there is to translate in a message, in words, and shares of such amounts."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable

from waraq.paths import INTERFACE_DOMAIN
from waraq.translate import inline
from waraq.translate.inline import PLAIN, Syntax

IDEOGRAPH = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\U00020000-\U0003ffff]")
PLACEHOLDER = re.compile(r"\{\w*\}")


def counter(domain: str, syntax: Syntax = PLAIN) -> Callable[[str], int]:
    """How to count the words of the messages of one catalog.

    :param syntax: the optional inline syntaxes of the sources
    """
    return words_in_label if domain == INTERFACE_DOMAIN else lambda msgid: words_in(msgid, syntax)


@functools.cache
def words_in(msgid: str, syntax: Syntax = PLAIN) -> int:
    """The words that a translator has to translate, in links and pictures too.

    An ideograph counts as a word; code, addresses and footnote marks do not.
    """
    content = inline.parse(msgid, syntax)
    hidden = [f"{piece.note} {piece.title}" for piece in inline.pieces(content)]
    return _words(" ".join([inline.words(content), *hidden]))


@functools.cache
def words_in_label(msgid: str) -> int:
    """The words of a label, without its placeholders."""
    return _words(PLACEHOLDER.sub(" ", msgid))


def _words(text: str) -> int:
    ideographs = len(IDEOGRAPH.findall(text))
    rest = IDEOGRAPH.sub(" ", text).split()
    return ideographs + sum(any(map(str.isalnum, word)) for word in rest)


def share(part: int, whole: int) -> int:
    """*part* of *whole* in percent: 100 only for all of it (even of nothing), 0 only for none."""
    if part == whole:
        return 100
    return max(1, part * 100 // whole) if part else 0
