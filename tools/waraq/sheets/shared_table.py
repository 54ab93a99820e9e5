"""A table in two languages, set once: each cell holds both, unless one says it all."""

from __future__ import annotations

import re
from html import unescape

from waraq.languages import Language

PART = re.compile(r"(<(caption|th|td)\b[^>]*>)(.*?)(</\2>)", re.DOTALL)
"""A caption or a cell: its tag, the tag's name, what stands in it, its end."""

UNSEEN = re.compile(r"<[^>]*>|[\u2060\u2066-\u2069]")

BLOCKS = re.compile(r"<(?:p|ul|ol|dl|div)\b")

SHORT = 20
"""The most characters of words that stand beside their translation, on one line."""


def shared_table(here: str, source: str, language: Language) -> str | None:
    """One table for both languages; None if they have not the same cells.

    :param here: the HTML of the table on the sheet's own page
    :param source: that of the same table on the source's page
    :param language: the source's
    """
    theirs = PART.findall(source)
    if len(PART.findall(here)) != len(theirs):
        return None
    rest = iter(theirs)
    marked = f'lang="{language.tag}" dir="{language.direction}"'

    def in_both(part: re.Match[str]) -> str:
        _, _, other, _ = next(rest)
        words = _seen(other)
        if words in _seen(part[3]):
            return part[0]
        blocks = BLOCKS.search(part[3] + other)
        if len(words) <= SHORT and not blocks:
            both = f'{part[3]} <span class="whole" {marked}>{other}</span>'
        else:
            tag = "div" if blocks else "p"
            both = f'<{tag}>{part[3]}</{tag}><{tag} class="also" {marked}>{other}</{tag}>'
        return f"{part[1]}{both}{part[4]}"

    return PART.sub(in_both, here)


def _seen(html: str) -> str:
    return unescape(UNSEEN.sub("", html)).strip()
