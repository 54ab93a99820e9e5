"""Left-to-right runs in right-to-left text, isolated so that they keep their order.

The Unicode bidirectional algorithm turns "9–12", "+49 30 1234-567" and "Act
(2016)" round when they stand in a right-to-left line. An isolate around the run
stops that (UAX #9, section 6.3). Addresses and grouped digits ("10 000") are isolated whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_LETTER = r"A-Za-z\u00c0-\u024f"
_SPACE = r"[ \u00a0]"
_WORD = rf"(?!(?:US|HK)[$])(?:[0-9]+(?=[A-Za-z]))?[{_LETTER}][{_LETTER}0-9'’.&/+²³-]*"
_DIGITS = r"[0-9](?:[0-9.,:/–×-]*[0-9])?(?![0-9]|-?[\u0600-\u06ff])"
_MEASURE = rf"{_DIGITS}(?:[%‰]|{_SPACE}?°[CF]?)?"
_RANGE = rf"{_MEASURE}(?:[–-]{_MEASURE})*"
_CLAUSE = r"[0-9]+(?:\([A-Za-z0-9]+\))+(?:[–-]\([A-Za-z0-9]+\))?"
_HOUSE = r"[0-9]+/[A-Za-z][A-Za-z0-9]*"
_GROUPS = r"(?:[0-9]+:)?(?<![0-9.,])[0-9]{1,3}(?:[ \u00a0\u202f][0-9]{3})+(?![0-9])"
_SIGN = r"(?:(?<![A-Za-z0-9\u0600-\u06ff)])[-−+±~≈<>≤≥#№]|(?:US|HK)?[$€£¥]\s?|§+\s?)"
_AMOUNT = rf"{_SIGN}?(?:{_GROUPS}|{_CLAUSE}|{_HOUSE}|{_RANGE})"
_ADDRESS = r"https?://[!-~]*[!-~]|[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+"
_TELEPHONE = r"(?:\+[0-9]|\(\+[0-9]+\))(?:[0-9 \u00a0-]|\([0-9]+\))*[0-9]"
_TOKEN = rf"(?:{_WORD}|{_AMOUNT})"
_WORDS = rf"{_WORD}(?:(?:{_SPACE}&)?{_SPACE}{_TOKEN}|,{_SPACE}{_WORD})*"
_FIRST = re.compile(rf"\(?[-−+±~≈<>≤≥#№$€£¥§]|[0-9{_LETTER}]")
"""What every run begins with."""

RUN = re.compile(
    rf"{_ADDRESS}|{_TELEPHONE}"
    rf"|{_AMOUNT}(?:{_SPACE}?[×=+−<>≤≥]{_SPACE}?{_AMOUNT})+"
    rf"|{_WORDS}(?:{_SPACE}\({_TOKEN}(?:{_SPACE}{_TOKEN})*\))?"
    rf"|{_AMOUNT}(?:{_SPACE}{_WORDS})?"
)

ABBREVIATION = re.compile(r"(?:\b(?:Inc|Ltd|Co|Corp|No|Jr|Sr|Dr)|(?:\b[A-Za-z]\.)+[A-Za-z])\.$")
"""What a full stop at the end is part of."""


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
        run = match[0]
        if not ABBREVIATION.search(run):
            run = run.rstrip(".,:'’" if "://" in run else ".,-–/:'’")
        if not run or run.isdecimal():
            continue
        if match.start() > position:
            yield text[position : match.start()], False
        yield run, True
        position = match.start() + len(run)
    if position < len(text):
        yield text[position:], False
