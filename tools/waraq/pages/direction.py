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
_FIRST = re.compile(r"[+$0-9A-Za-z\u00c0-\u024f]")
"""What every run begins with."""

RUN = re.compile(
    rf"{_ADDRESS}|{_GROUPS}"
    rf"|\+[0-9][0-9 ()\u00a0-]*[0-9]"
    rf"|{_CLAUSE}"
    rf"|(?:US|HK)?\$\s?(?:{_NUMBER})"
    rf"|{_WORD}(?:[ \u00a0]{_TOKEN})*(?:[ \u00a0]\({_TOKEN}(?:[ \u00a0]{_TOKEN})*\))?"
    rf"|(?:{_NUMBER})(?:%|[ \u00a0]{_WORD}(?:[ \u00a0]{_TOKEN})*)?"
)


def _whole(longest: int) -> str:
    word = rf"\w{{0,3}}[0-9A-Z]-\w{{1,{longest}}}"
    return rf"\b{word}(?: (?=[0-9]){word})?\b"


WHOLE = re.compile(_whole(8))
"""What no line may break at its hyphen: "2020-يىلى", "NS-CMIC"; long words may. A date is one."""

WHOLE_ON_SCREENS = re.compile(rf"{_whole(16)}|^-\w{{1,16}}\b")
"""The same in wider lines; and what is said of a figure that is a node of its own: "-يىلىدىكى"."""

DAY = re.compile(r"\b[0-9]{1,2}\.? [^\W\d_]{3,}(?= [0-9]{4}\b)")
"""What of a date like "2 September 2022" no line parts that has room for it."""


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
