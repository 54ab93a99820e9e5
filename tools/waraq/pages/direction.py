"""Left-to-right runs in right-to-left text, isolated so that they keep their order.

The Unicode bidirectional algorithm turns "9–12", "+49 30 1234-567" and "Act
(2016)" round when they stand in a right-to-left line. An isolate around the run
stops that (UAX #9, section 6.3). Addresses and grouped digits ("10 000") are isolated whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_WORD = r"(?:[0-9]+(?=[A-Za-z]))?[A-Za-z\u00c0-\u024f][A-Za-z\u00c0-\u024f0-9'’.&/+-]*"
_NUMBER = r"(?:[+]?[0-9][0-9.,:/–-]*[0-9]|[0-9])(?![0-9]|-?[\u0600-\u06ff])"
_CLAUSE = r"[0-9]+(?:\([A-Za-z0-9]+\))+"
_ADDRESS = r"https?://[!-~]*[!-~]|[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+"
_GROUPS = r"[0-9]{1,3}(?:[\u00a0\u202f][0-9]{3})+"
_TOKEN = rf"(?:{_WORD}|{_CLAUSE}|{_NUMBER})"
_AND = r"(?:[ \u00a0]&)?[ \u00a0]"
_FIRST = re.compile(r"[+$0-9A-Za-z\u00c0-\u024f]")
"""What every run begins with."""

RUN = re.compile(
    rf"{_ADDRESS}|{_GROUPS}"
    rf"|\+[0-9](?:[0-9 \u00a0-]|\([0-9]+\))*[0-9]"
    rf"|{_CLAUSE}"
    rf"|(?:US|HK)?\$\s?(?:{_NUMBER})"
    rf"|{_WORD}(?:{_AND}{_TOKEN})*(?:[ \u00a0]\({_TOKEN}(?:[ \u00a0]{_TOKEN})*\))?"
    rf"|(?:{_NUMBER})(?:%|[ \u00a0]{_WORD}(?:[ \u00a0]{_TOKEN})*)?"
)


def isolated(text: str) -> str:
    """A left-to-right run between the signs of an isolate."""
    return f"\u2066{text}\u2069"


def runs(text: str) -> Iterator[tuple[str, bool]]:
    """Cut *text* into parts, each with whether it must be isolated.

    A number without letters, signs or separators keeps its order by itself.
    """
    first = _FIRST.search(text)
    if first is None:
        if text:
            yield text, False
        return
    position = 0
    for match in RUN.finditer(text, first.start()):
        run = match[0].rstrip(".,:'’" if "://" in match[0] else ".,-–/:'’")
        if not run or run.isdecimal():
            continue
        if match.start() > position:
            yield text[position : match.start()], False
        yield run, True
        position = match.start() + len(run)
    if position < len(text):
        yield text[position:], False
