"""The part of the .po format on which every reader agrees, read line by line.

Readers differ on unescaped quotes, on escapes such as ``\\x3c``, on duplicates,
contexts, plurals and junk between entries; here all of that is an error with
its line. What is left has one meaning.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from waraq.problems import WaraqError

STRING = re.compile(r'"((?:[^"\\]++|\\["\\nt])*+)"[ \t]*+$')
KEYWORD = re.compile(r"(msgid|msgstr)[ \t]+(.*)$", re.DOTALL)
OUTDATED = re.compile(r"#~(?!\|)[ \t]*(.*)$", re.DOTALL)
ESCAPE = re.compile(r'\\(["\\nt])')
MEANING = {'"': '"', "\\": "\\", "n": "\n", "t": "\t"}

MOST_ENTRIES = 5_000
"""A page has about 50."""


@dataclass(frozen=True)
class Entry:
    """One message of a catalog, with the line that its msgid begins on."""

    msgid: str
    msgstr: str
    fuzzy: bool
    line: int
    comments: tuple[str, ...] = ()
    """What translators wrote above it (``# …``)."""

    @property
    def usable(self) -> bool:
        """Whether a translator has written something and stands by it."""
        return bool(self.msgstr.strip()) and not self.fuzzy


class CatalogError(WaraqError):
    """A catalog that cannot be used.

    ``line`` counts from 1, or is 0 for the whole file; ``hint`` says what to do.
    """

    def __init__(self, message: str, hint: str, line: int = 0) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.line = line


@dataclass
class _Draft:
    line: int = 0
    fuzzy: bool = False
    comments: list[str] = field(default_factory=list)
    strings: dict[str, list[str]] = field(default_factory=dict)
    current: str = ""


def entries(text: str) -> list[Entry]:
    """The entries of a catalog, the header first if there is one.

    :raises CatalogError: naming the first line that is outside the grammar
    """
    found: dict[str, Entry] = {}
    for entry in _entries(text):
        if entry.msgid in found:
            first = found[entry.msgid].line
            raise CatalogError(
                f"{entry.msgid[:60]!r} stands twice; the first is in line {first}",
                "keep one of them",
                entry.line,
            )
        found[entry.msgid] = entry
        if len(found) > MOST_ENTRIES:
            raise CatalogError(
                f"the catalog has more than {MOST_ENTRIES} entries",
                "remove what does not belong to this page",
                entry.line,
            )
    return list(found.values())


def outdated(text: str) -> list[Entry]:
    """The entries that stand behind ``#~``, for the source no longer says them.

    :raises CatalogError: naming the first line that is outside the grammar
    """
    lines = (OUTDATED.match(line) for line in text.split("\n"))
    return entries("\n".join(line[1] if line else "" for line in lines))


def _entries(text: str) -> Iterator[Entry]:
    draft = _Draft()
    for number, line in enumerate(text.split("\n"), start=1):
        line = line.removesuffix("\r")
        if line.startswith('"') and draft.current:
            draft.strings[draft.current].append(_string(line, number))
            continue
        if line.startswith("#") or not line.strip(" \t"):
            if draft.strings:
                yield _finished(draft, number)
                draft = _Draft()
            _note(draft, line)
            continue
        if line.startswith("msgid") and "msgstr" in draft.strings:
            yield _finished(draft, number)
            draft = _Draft()
        _take(draft, line, number)
    if draft.strings:
        yield _finished(draft, number)


def _note(draft: _Draft, line: str) -> None:
    """Keep what a comment line says: flags, or a translator's words."""
    if line.startswith("#,"):
        draft.fuzzy = draft.fuzzy or "fuzzy" in map(str.strip, line[2:].split(","))
    elif line.startswith("# "):
        draft.comments.append(line[2:].strip())


def _take(draft: _Draft, line: str, number: int) -> None:
    keyword = KEYWORD.match(line)
    if keyword:
        draft.current, line = keyword[1], keyword[2]
        expected = "msgstr" if "msgid" in draft.strings else "msgid"
        if draft.current != expected or draft.current in draft.strings:
            raise CatalogError(f"{expected} is expected here", "write msgid, then msgstr", number)
        draft.strings[draft.current] = []
        draft.line = draft.line or number
    else:
        raise CatalogError(
            "this line is no part of a catalog for pages",
            "a line is a comment (#), msgid, msgstr or a text in quotes; "
            "contexts and plural forms are not used",
            number,
        )
    draft.strings[draft.current].append(_string(line, number))


def _string(line: str, number: int) -> str:
    """What stands in the quotes of a line."""
    string = STRING.match(line)
    if string is None:
        raise CatalogError(
            'the quotes of this line do not match, or it has another escape than \\" \\\\ \\n \\t',
            'put the text between two ", and write a " inside it as \\"',
            number,
        )
    inner = string[1]
    return ESCAPE.sub(lambda found: MEANING[found[1]], inner) if "\\" in inner else inner


def _finished(draft: _Draft, number: int) -> Entry:
    if "msgstr" not in draft.strings:
        raise CatalogError("this entry has no msgstr", 'add: msgstr ""', draft.line or number)
    msgid, msgstr = ("".join(draft.strings[keyword]) for keyword in ("msgid", "msgstr"))
    return Entry(msgid, msgstr, draft.fuzzy, draft.line, tuple(draft.comments))
