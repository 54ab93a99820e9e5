"""What in a catalog may tell who translated it: names, addresses, folders of a computer.

Poedit puts them into the header by itself. An update writes that anew, with the
fields of ``template.FIELDS`` alone; what translators write above entries it
keeps, so there only they can take a name out. What is found is named by its
place: the report of a check may be as public as the catalog.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from waraq.catalogs.grammar import Entry
from waraq.catalogs.header import FIELD, line_of
from waraq.catalogs.template import FIELDS

KEPT = frozenset(map(str.lower, FIELDS))
COMMENT = re.compile(r"^#(?![,:|~])(.*)$", re.MULTILINE)
SIGNED = re.compile(r"\s*(?:(?:reviewed|translated) by\b:?|translator:)\s*\S", re.IGNORECASE)
CONTACT = re.compile(r"[@＠][^\W\d]|\b(?:t|wa)\.me/\w")
"""An e-mail address, or what somebody is called on a network."""

NOBODY = re.compile(r"EMAIL@ADDRESS|LL@li\.org")
"""The addresses with which gettext and Babel fill headers."""

PEOPLE = re.compile(r"translator|reviewer|author")
UNNAMED = frozenset(
    {"", "full name <email@address>", "automatically generated", "anonymous", "none"}
)
HOME = re.compile(r"[\\/](?:home|Users)[\\/]")
FOLDER = re.compile(r"[\\/~]|[A-Za-z]:[\\/]")
"""How a path from the root of somebody's disk begins."""

MOST_PLACES = 5
"""Of one catalog; more are only counted."""


@dataclass(frozen=True)
class Trace:
    """One place that may name a person, with the line that it begins on."""

    what: str
    line: int
    is_in_head: bool
    """Whether an update takes it out."""


def found_in(head: Entry, text: str) -> tuple[Trace, ...]:
    """All of a catalog, in its order.

    :param head: its header
    :param text: the whole catalog
    """
    found = [*_of_header(head, text), *_of_comments(head, text)]
    return tuple(sorted(found, key=lambda each: each.line))


def in_words(found: Sequence[Trace]) -> tuple[str, str]:
    """Where the traces of one catalog are, and what to do about them."""
    places = [f"{trace.what} (line {trace.line})" for trace in found[:MOST_PLACES]]
    if len(found) > MOST_PLACES:
        places.append(f"and {len(found) - MOST_PLACES} more")
    cures = []
    if any(trace.is_in_head for trace in found):
        cures.append("run: waraq update,")
    if not all(trace.is_in_head for trace in found):
        cures.append("take the names out of the comments")
    return (
        f"this may tell who translated it: {', '.join(places)}",
        f"{' and '.join(cures)} before you commit; git keeps names for ever",
    )


def _of_header(head: Entry, text: str) -> Iterator[Trace]:
    for written in head.msgstr.split("\n"):
        match = FIELD.fullmatch(written)
        if match and _is_personal(match[1].lower(), match[2].strip()):
            yield Trace(match[1], line_of(written, text, head.line), True)


def _of_comments(head: Entry, text: str) -> Iterator[Trace]:
    for comment in COMMENT.finditer(text):
        if SIGNED.match(comment[1]) or _is_contact(comment[1]):
            line = text.count("\n", 0, comment.start()) + 1
            yield Trace("a comment", line, line < head.line)


def _is_personal(name: str, value: str) -> bool:
    """Whether a field of a header may lead to a person."""
    if name in KEPT or value.lower() in UNNAMED:
        return False
    return (
        _is_contact(value)
        or PEOPLE.search(name) is not None
        or HOME.search(value) is not None
        or (name.startswith("x-poedit-") and FOLDER.match(value) is not None)
    )


def _is_contact(words: str) -> bool:
    return CONTACT.search(NOBODY.sub("", words)) is not None
