"""locale/<language>/changes.toml: since when the source has been ahead of a translation.

Catalogs hold no dates. When ``waraq update`` brings a text into a catalog that
somebody has begun to translate, it notes the day; once the text is translated,
or the source no longer says it, the line goes. So the list is short, and what
readers are told of a page is the oldest day of its texts. Each line stands for
itself, in the order of the hashes, so that git may keep those of both sides
(``merge=union`` in .gitattributes).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from waraq.catalogs import folder
from waraq.catalogs.grammar import CatalogError
from waraq.catalogs.plain_text import Kind, plain_text
from waraq.catalogs.reviews import DIGITS, fingerprint
from waraq.languages import Language
from waraq.paths import Project
from waraq.problems import Problem, Severity

HEAD = """\
# Texts of the source that are newer than this translation, each by its hash, with the day on which
# `waraq update` first met it. It writes this file, and keeps no other comments in it.
"""
LINE = re.compile(rf"([0-9a-f]{{{DIGITS}}}) = (\d{{4}}-\d\d-\d\d)")

KIND = Kind(
    noun="list of changes",
    if_lost="give yourself the right to read it",
    if_damaged="save it again as plain UTF-8, or take it from git",
    if_large="remove it, and run: waraq update",
    if_merged="keep the lines of both versions and remove the marks",
)


@dataclass(frozen=True)
class SourceChanges:
    """The days on which texts came into the source that a translation has not followed."""

    days: Mapping[str, dt.date] = field(default_factory=dict)
    """By the hash of the msgid."""

    @classmethod
    def of(cls, found: Iterable[tuple[str, dt.date]]) -> SourceChanges:
        """These lines; of two for the same text the older counts."""
        days: dict[str, dt.date] = {}
        for text, day in found:
            days[text] = min(day, days.get(text, day))
        return cls(days)

    def since(self, msgid: str) -> dt.date | None:
        """The day on which this text came; None where nobody has noted it."""
        return self.days.get(text_hash(msgid)) if self.days else None


NO_CHANGES = SourceChanges()


def text_hash(msgid: str) -> str:
    """By which a text of the source is known here."""
    return fingerprint(msgid, "")


def load(project: Project, language: Language) -> tuple[SourceChanges, list[Problem]]:
    """Read the list of a language; without the file nothing has changed.

    A line with a mistake says nothing; the others count.
    """
    path = project.changes(language.folder)
    place = project.relative(path)

    def problem(words: str, hint: str, line: int = 0) -> Problem:
        return Problem(place, line, language.tag, "changes", Severity.ERROR, words, hint)

    if link := folder.link_on_the_way(project, path):
        words = f"{project.relative(link)} is a link"
        return NO_CHANGES, [problem(words, "replace the link by the folder itself")]
    if not path.is_symlink() and not path.exists():
        return NO_CHANGES, []
    try:
        text = plain_text(path, KIND)
    except CatalogError as error:
        return NO_CHANGES, [problem(error.message, error.hint, error.line)]
    found, wrong = parse(text)
    hint = "remove the line, or take it from git"
    words = "this line is no hash of a text with a day"
    return SourceChanges.of(found), [problem(words, hint, line) for line in wrong]


def parse(text: str) -> tuple[list[tuple[str, dt.date]], list[int]]:
    """The lines of a file, and the numbers of those that are no hash with a day."""
    found: list[tuple[str, dt.date]] = []
    wrong: list[int] = []
    for number, line in enumerate(text.split("\n"), start=1):
        line = line.strip(" \t")
        if not line or line.startswith("#"):
            continue
        if (one := _change(line)) is not None:
            found.append(one)
        else:
            wrong.append(number)
    return found, wrong


def _change(line: str) -> tuple[str, dt.date] | None:
    match = LINE.fullmatch(line)
    try:
        return (match[1], dt.date.fromisoformat(match[2])) if match else None
    except ValueError:
        return None


def as_text(changes: SourceChanges) -> str:
    """The file: the same changes, the same bytes."""
    return HEAD + "".join(f"{text} = {day}\n" for text, day in sorted(changes.days.items()))


def write(project: Project, language: Language, changes: SourceChanges) -> bool:
    """Put the file in its place, or take it away where nothing has changed.

    :returns: whether it was otherwise before
    """
    path = project.changes(language.folder)
    text = as_text(changes).encode("utf-8") if changes.days else b""
    if path.is_symlink():
        path.unlink()
    if text == (path.read_bytes() if path.exists() else b""):
        return False
    if text:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text)
    else:
        path.unlink()
    return True
