"""A catalog's template (.pot): what the sources say now, for translators to fill."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass

from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

WIDTH = 88

FIELDS = {
    "Language": "",
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
}
"""All that a header says: no date, no program and no name."""


@dataclass(frozen=True)
class Extracted:
    """One message of the sources and where it stands; line 0 is the whole file."""

    msgid: str
    path: str
    line: int


def catalog(messages: Iterable[Extracted]) -> Catalog:
    """The messages as a catalog, each once, in the order of the source."""
    result = Catalog(fuzzy=False)
    for message in messages:
        entry = result.add(message.msgid, locations=[(message.path, message.line)])
        entry.flags.clear()
    return result


def as_text(babel: Catalog, language: str) -> str:
    """A catalog as the text of a .po file: the same entries, the same bytes.

    The header holds no date, no program and no name, and entries no flag but
    "fuzzy": Babel takes a role such as ``{term}`` for a format string, on which
    other tools then insist.
    """
    for message in babel:
        message.flags.intersection_update({"fuzzy"})
    body = io.BytesIO()
    write_po(body, babel, width=WIDTH, omit_header=True, include_previous=True)
    return header(language) + "\n" + body.getvalue().decode("utf-8").strip("\n") + "\n"


def header(language: str) -> str:
    """The entry that every catalog of *language* (a gettext folder) begins with."""
    fields = {**FIELDS, "Language": language}
    lines = [f'"{name}: {value}\\n"' for name, value in fields.items()]
    return "\n".join(['msgid ""', 'msgstr ""', *lines, ""])
