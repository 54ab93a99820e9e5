"""Address-like text: what readers could type, copy or call.

A translation may repeat the addresses of its source and no other. They are
looked for as readers see them: in full-width or look-alike letters, with
ideographic full stops, with invisible characters taken out. A sentence whose
full stop has no space behind it is no address.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterator

from waraq.translate import domains

COLONS, SLASHES, DOTS = ":：ː׃∶꞉", "/／⁄∕⧸", ".．․﹒۔"
LATIN = r"A-Za-z\uff21-\uff5a\U0001d400-\U0001d6a5"
TRIGGER = re.compile(
    rf"[@＠﹫\\{COLONS}/／{DOTS}。｡\[(](?:"
    r"(?<=[@＠﹫\\])"
    rf"|(?<=[{COLONS}])(?:\s?[{SLASHES}]|(?=[0-9a-f]{{0,4}}:))"
    rf"|(?:(?<=[{LATIN}][{COLONS}])|(?<=[{LATIN}]\s[{COLONS}]))\s?[\w+]"
    rf"|(?<=[/／])\s?[{SLASHES}]"
    rf"|(?<=[{DOTS}])(?:\s?[{SLASHES}]|(?=[^\W\d_]{{2}}|[\u249c-\u24e9\U0001f110-\U0001f189])"
    r"|\d{1,3}[.．]\d{1,3}[.．]\d)"
    r"|(?<=[。｡])(?=[\x21-\x7e\uff00-\uff5a\u0370-\u058f])"
    r"|(?<=[\[(])\s?(?:dot|at|\.)\s?[\])])"
)
"""Cheap to search for, and part of every address but these:"""

LOCALHOST = re.compile("[lL][oO][cC][aA][lL][hH][oO][sS][tT]")
LONG_TOKEN = re.compile("[0-9a-zA-Z]{26}")

ZERO_WIDTH = re.compile(
    "[\u00ad\u034f\u061c\u0640\u200b-\u200f\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0100-\U000e01ef]"
)
SENTENCE_STOP = re.compile(r"(?<=[^\x00-\x7f])[。．｡۔](?=[^\x00-\x7f\uff00-\uff5a])")
ALIKE = str.maketrans(
    {
        **dict(zip("аьсԁеһіјӏкмнорԛгѕтυυхуѵԝвпи", "abcdehijlkmhopqrstuuxyvwbnu", strict=True)),
        **dict(zip("АВСЕНІЈКМОРЅТУХԚԜ", "ABCEHIJKMOPSTYXQW", strict=True)),
        **dict(zip("αβεγικνορτυχωμη", "abeyikvoptuxwmn", strict=True)),
        **dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX", strict=True)),
        **dict(zip("օոսհցզɑɡıꞓ", "onuhgqagic", strict=True)),
    }
)
SIGNS = str.maketrans(dict(zip("。．｡․۔﹒⁄∕⧸ː׃∶꞉", "......///::::", strict=True)))

EVERYWHERE = frozenset(domains.EVERYWHERE.split())
WORDY = frozenset((domains.WORDY + domains.COUNTRIES).split())

REST = r"(?:[!-~]+|[^\s\ufffc]*)"
SCHEME = re.compile(rf"(?:[a-z][a-z0-9+.\-]{{1,30}}\s?)?:\s?/\s?/\s?{REST}", re.IGNORECASE)
NAMED_SCHEME = re.compile(
    r"(?<![a-z])(?:(?:javascript|vbscript|mailto|file|ftp|magnet|bitcoin|ethereum|whatsapp|skype"
    rf"|intent|sms)\s?:\s?\S|data:[a-z]+/|tel:\+?\d|tg:|blob:){REST}",
    re.IGNORECASE,
)
WWW = re.compile(rf"(?<![a-z0-9])www\d?\s?\.\s?{REST}", re.IGNORECASE)
MAIL = re.compile(
    r"[A-Za-z0-9._%+\-]{0,64}@(?:[A-Za-z0-9_\-]+(?:\.[A-Za-z0-9\-]+)*|\w[\w\-]+(?:\.[\w\-]+)*)"
)
CLOSING = ".,;:!?)]'\"*_"
HOST = re.compile(
    r"(?<![A-Za-z0-9.\-])(?:[A-Za-z0-9](?:[A-Za-z0-9\-]{0,62})\.){1,8}([A-Za-z]{2,12})(?![A-Za-z0-9])(/?)"
)
OTHER_HOST = re.compile(
    r"([^\W\d_][\w\-]{0,62})\.([A-Za-z]{2,12}(?![A-Za-z0-9])|[^\W\d_]{2,12}(?![^\W_]))(/?)"
)
NUMERIC = re.compile(
    r"(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.]*\d)|(?:[0-9a-f]{1,4}:){4,7}[0-9a-f]{1,4}"
    r"|[0-9a-f]{1,4}::[0-9a-f]{1,4}",
    re.IGNORECASE,
)
OTHERS = re.compile(
    r"\blocalhost\b(?::\d+)?|\\\\\w+\\\w+|(?:^|\s)\.(?:com|org|onion)\b|\w\s?[\[(]\s?(?:dot|at|\.)\s?[\])]\s?\w+"
    r"|(?<!\S)//[\w\-]+(?:\.[\w\-]+)+\S*"
    r"|(?<![A-Za-z0-9])(?=[A-Za-z]*\d)(?=\d*[A-Za-z])[A-Za-z0-9]{26,}(?![A-Za-z0-9])",
    re.IGNORECASE,
)


def added(text: str, source: str) -> Iterator[str]:
    """The addresses in *text* that *source* lacks, as readers see them.

    :param source: all of the source's Markdown, so that its links count too
    """
    seen = text if text.isascii() else ZERO_WIDTH.sub("", text)
    if not (TRIGGER.search(seen) or LOCALHOST.search(seen) or LONG_TOKEN.search(seen)):
        return
    for address in sorted(_addresses(text)):
        if not _stands_in(_plain(source), address.lower().rstrip("/")):
            yield address


def _stands_in(source: str, address: str) -> bool:
    """Whether *source* has the address, and not as the beginning of a longer name."""
    whole = rf"(?<![a-z0-9\-]){re.escape(address)}(?![a-z0-9\-]|\.[a-z0-9])"
    return re.search(whole, source) is not None


@functools.lru_cache(maxsize=20_000)
def _plain(text: str) -> str:
    return _normal(text).lower()


def _normal(text: str) -> str:
    """The text with one spelling for what looks the same, but for letters."""
    text = SENTENCE_STOP.sub(" ", ZERO_WIDTH.sub("", text))
    text = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).translate(SIGNS))
    return "".join(_digit(each) for each in text if unicodedata.category(each) != "Mn")


def _digit(character: str) -> str:
    value = unicodedata.decimal(character, None)
    return character if value is None else str(value)


def _addresses(text: str) -> set[str]:
    normal = _normal(text)
    found: set[str] = set()
    for pattern in (SCHEME, NAMED_SCHEME, WWW, MAIL, NUMERIC, OTHERS):
        found.update(match[0].strip().rstrip(CLOSING) for match in pattern.finditer(normal))
    found.update(_hosts(normal))
    found.update(_other_hosts(normal))
    alike = normal.translate(ALIKE)
    if alike != normal:
        for pattern in (SCHEME, NAMED_SCHEME, WWW):
            spans = (match.span() for match in pattern.finditer(alike))
            found.update(normal[start:end].strip().rstrip(CLOSING) for start, end in spans)
        found.update(_disguised(normal, alike))
    return found


def _hosts(text: str) -> Iterator[str]:
    for match in HOST.finditer(text):
        if _is_host(match[0].rstrip("/"), match[1], slash=bool(match[2])):
            yield match[0].rstrip("/")


def _is_host(host: str, top: str, *, slash: bool) -> bool:
    """Whether *top* ends a host name rather than beginning the next sentence."""
    if top.lower() in EVERYWHERE:
        return True
    if top.lower() not in WORDY:
        return False
    before = host[: -len(top) - 1]
    if not (re.search(r"[^\W\d_]", before) or re.search(r"\d{3}", before)):
        return False
    return slash or top.islower() or (top.isupper() and before.isupper())


def _other_hosts(text: str) -> Iterator[str]:
    """Hosts whose name is not in Latin letters: ``新疆.com``, ``пример.рф``."""
    for match in OTHER_HOST.finditer(text):
        name, top = match[1], match[2]
        if (name + top).isascii() or name[-1].isascii():
            continue
        if _is_host(f"{name}.{top}", top, slash=bool(match[3])):
            yield f"{name}.{top}"


def _disguised(text: str, alike: str) -> Iterator[str]:
    """Hosts in letters that look like Latin ones.

    Cyrillic sentences are full of such letters, so a word counts only if all of
    it can be read as Latin and some of it is, or it ends in ``com`` and the like.
    """
    for match in HOST.finditer(alike):
        seen = text[match.start() : match.end()]
        top = match[1].lower()
        if seen == match[0] or not _is_host(match[0].rstrip("/"), match[1], slash=bool(match[2])):
            continue
        if seen.partition(".")[2].isascii() and not seen.partition(".")[0][-1].isascii():
            continue  # found by its other letters
        if re.search(r"[A-Za-z]", seen) or (top in EVERYWHERE and match[1].islower()):
            yield seen.rstrip("/")
