"""Where a sentence ends, in every script: what a search shows around the words it found.

It need not be exact. A sentence that is cut too often or too seldom is found all the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

END = re.compile(r"(?:[.!?…؟۔।]+[”’»\"')\]]*(?=\s+(?P<next>\S))|[。！？]+[”’」』）】》]*)\s*")

ABBREVIATIONS = frozenset(
    (
        *("Art", "Co", "Corp", "Dr", "Inc", "Jr", "Ltd", "Mr", "Mrs", "Ms", "No", "Nos", "Nr"),
        *("Prof", "Sec", "St", "art", "bzw", "ca", "cf", "no", "pp", "usw", "vgl", "vs"),
    )
)
"""Words that a full stop follows within a sentence, as it does single letters and days."""


def sentences(text: str) -> Iterator[str]:
    """The sentences of *text*, in which any white space is a space."""
    text = " ".join(text.split())
    start = 0
    for end in END.finditer(text):
        if _goes_on(text[start : end.start()], end):
            continue
        yield text[start : end.end()].rstrip()
        start = end.end()
    if start < len(text):
        yield text[start:]


def _goes_on(before: str, end: re.Match[str]) -> bool:
    """Whether the full stop belongs to an abbreviation or a number."""
    if end[0].rstrip() != ".":
        return False
    following = end["next"]
    if following is not None and following.islower():
        return True
    word = before.rpartition(" ")[2].lstrip("(“‘«")
    is_day = word.isdecimal() and len(word) < 3
    return is_day or word in ABBREVIATIONS or len(word.rpartition(".")[2]) == 1
