"""A table that says nearly the same in two languages, as one of names does: set once, for both."""

from __future__ import annotations

import re
from html import unescape

from waraq.languages import Language

PART = re.compile(r"(<(caption|th|td)\b[^>]*>)(.*?)(</\2>)", re.DOTALL)
"""A caption or a cell: its tag, the tag's name, what stands in it, its end."""

UNSEEN = re.compile(r"<[^>]*>|[\u2060\u2066-\u2069]")

SHARED = 0.5
"""The least share of cells that are the same in both; the headings of columns seldom are."""

SHORT = 20
"""The most characters of words that stay on one line."""


def shared_table(here: str, source: str, language: Language) -> str | None:
    """One table for both languages; None if too much of it differs.

    What is the same stands once, and anything else in both languages.

    :param here: the HTML of the table on the sheet's own page
    :param source: that of the same table on the source's page
    :param language: the source's
    """
    own, theirs = PART.findall(here), PART.findall(source)
    if len(own) != len(theirs):
        return None
    same = [
        _seen(ours) == _seen(other)
        for (*_, ours, _), (*_, other, _) in zip(own, theirs, strict=True)
    ]
    if sum(same) < SHARED * len(same):
        return None
    rest = iter(zip(same, theirs, strict=True))

    def in_both(part: re.Match[str]) -> str:
        is_same, (_, name, other, _) = next(rest)
        if is_same:
            return part[0]
        between = "<br>" if name == "caption" else " "
        whole = ' class="whole"' if len(_seen(other)) <= SHORT else ""
        marked = f'<span{whole} lang="{language.tag}" dir="{language.direction}">{other}</span>'
        return f"{part[1]}{part[3]}{between}{marked}{part[4]}"

    return PART.sub(in_both, here)


def _seen(html: str) -> str:
    return unescape(UNSEEN.sub("", html)).strip()
