"""locale/<language>/reviews.toml: one line a review, read with distrust, written always alike.

The lines are sorted by the texts' hashes, so that two people's new lines seldom
meet, and stand each for itself, so that where they do meet git may simply keep
both (``merge=union`` in .gitattributes): a reader of this file minds neither
their order nor a line that stands twice. Any reader of TOML reads the same.
"""

from __future__ import annotations

import datetime as dt
import os
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from waraq.catalogs import folder
from waraq.catalogs.grammar import CatalogError
from waraq.catalogs.plain_text import Kind, plain_text
from waraq.catalogs.reviews import DIGITS, LONGEST_NAME, Review, Reviews, reviewer
from waraq.languages import Language
from waraq.paths import Project
from waraq.problems import Problem, Severity, WaraqError
from waraq.translate.characters import printable

HEAD = """\
# Who has read which translation, and on which day. `waraq review` writes this file, and keeps
# no other comments in it. A text is known by its hash: when it changes, its reviews lapse.
"""
OPENING, CLOSING = "reviews = [", "]"
OPENINGS = re.compile(r"reviews[ \t]*=[ \t]*\[([ \t]*\])?")
DAY_HINT = "write on = 2026-11-23, with the day on which it was read"
EXAMPLE = '{ text = "the hash", by = "a name", on = 2026-11-23 },'
LINE = re.compile(
    rf'[ \t]*\{{ text = "([0-9a-f]{{{DIGITS}}})", by = "([^"\\]+)", on = (\d{{4}}-\d\d-\d\d) \}},'
)
"""A line as it is written, but for names with a quote or a backslash in them."""

TEXT = re.compile(f"[0-9a-f]{{{DIGITS}}}")
LONGEST_LINE = 1_000
AT = re.compile(r" \(at .*\)$")

KIND = Kind(
    noun="list of reviews",
    if_lost="give yourself the right to read it",
    if_damaged="save it again as plain UTF-8, or take it from git",
    if_large="remove the reviews that have lapsed: waraq review TAG --prune",
    if_merged="keep the lines of both versions and remove the marks",
)


class ReviewsError(WaraqError):
    """A list of reviews that has mistakes in it, so that nothing may be added."""


class Complaint(NamedTuple):
    """What is wrong with one line."""

    line: int
    rule: str
    words: str
    hint: str


def load(project: Project, language: Language) -> tuple[Reviews, list[Problem]]:
    """Read the reviews of a language; without the file there are none.

    A line with a mistake is no review; the others count.
    """
    path = project.reviews(language.folder)

    def problem(words: str, hint: str, line: int = 0, rule: str = "review-file") -> Problem:
        place = project.relative(path)
        return Problem(place, line, language.tag, rule, Severity.ERROR, words, hint)

    if link := folder.link_on_the_way(project, path):
        words = f"{project.relative(link)} is a link"
        return Reviews(), [problem(words, "replace the link by the folder itself")]
    if not path.is_symlink() and not path.exists():
        return Reviews(), []
    try:
        found, complaints = parse(plain_text(path, KIND))
    except CatalogError as error:
        return Reviews(), [problem(error.message, error.hint, error.line)]
    return Reviews.of(found), [problem(*each[2:], *each[:2]) for each in complaints]


def parse(text: str) -> tuple[list[Review], list[Complaint]]:
    """The reviews of a file, and what is wrong with its other lines."""
    found: list[Review] = []
    complaints: list[Complaint] = []
    count = 0
    part = "before"
    for number, line in enumerate(text.split("\n"), start=1):
        line = line.strip(" \t")
        if not line or line.startswith("#"):
            continue
        if part == "before" and (opening := OPENINGS.fullmatch(line)):
            part = "after" if opening[1] else "inside"
        elif part == "inside" and line == CLOSING:
            part = "after"
        elif part == "inside":
            count += 1
            one = _usual(line)
            if one is None:
                one, wrong = _unusual(line, number, count)
                complaints += wrong
            found += [one] if one else []
        else:
            words = "this line stands outside the list of reviews"
            hint = f"put it between {OPENING!r} and {CLOSING!r}, or remove it"
            complaints.append(Complaint(number, "review-line", words, hint))
    if part == "inside":
        words = "the list of reviews has no end"
        complaints.append(Complaint(number, "review-line", words, f"end it with {CLOSING!r}"))
    return found, complaints


def _usual(line: str) -> Review | None:
    """A line as we write it; None where it needs a closer look."""
    match = LINE.fullmatch(line)
    if match is None:
        return None
    text, by, on = match.groups()
    try:
        return Review(text, by, dt.date.fromisoformat(on)) if reviewer(by) == by else None
    except ValueError:
        return None


def _unusual(line: str, number: int, count: int) -> tuple[Review | None, list[Complaint]]:
    """A line that somebody may have written by hand: the review, or what is wrong with it."""
    try:
        value = _value(line)
    except ValueError as error:
        reason = AT.sub("", str(error))
        if reason.startswith("Invalid date"):
            words = f"review no. {count}: on: there is no such day"
            return None, [Complaint(number, "review-day", words, DAY_HINT)]
        words = printable(f"this line is no review: {reason}")
        return None, [Complaint(number, "review-line", words, f"write {EXAMPLE}")]
    wrong = [
        Complaint(number, f"review-{rule}", printable(f"review no. {count}: {words}"), hint)
        for rule, words, hint in _complaints(value)
    ]
    return (None if wrong else Review(**value)), wrong


def _value(line: str) -> dict[str, Any]:
    """What a line says, by TOML.

    :raises ValueError: in words that can follow "this line is no review"
    """
    if len(line) > LONGEST_LINE:
        raise ValueError(f"it has more than {LONGEST_LINE} characters")
    if not line.startswith("{"):
        raise ValueError("it does not begin with {")
    if not line.endswith(","):
        raise ValueError("it does not end with a comma")
    try:
        value = tomllib.loads(f"review = {line.removesuffix(',')}")["review"]
    except RecursionError:
        raise ValueError("it is nested too deeply") from None
    if not isinstance(value, dict):
        raise ValueError("it is no table in braces")
    return value


def _complaints(value: Mapping[str, object]) -> Iterator[tuple[str, str, str]]:
    """What is wrong with one review: the rule, words that begin with the key, what to do."""
    keys = Review.__struct_fields__
    for key in sorted(value.keys() - set(keys)):
        yield "key", f"the key “{key[:LONGEST_NAME]}” is unknown", f"the keys are {', '.join(keys)}"
    for key in keys:
        if key not in value:
            yield "key", f"the key “{key}” is missing", f"write {EXAMPLE}"
    text, by, on = (value.get(key, "") for key in keys)
    if "text" in value and not (isinstance(text, str) and TEXT.fullmatch(text)):
        words = f"text: this is no hash of {DIGITS} small hexadecimal digits in quotes"
        yield "text", words, "remove the line, and record the review again with: waraq review"
    if "by" in value and not (isinstance(by, str) and by and by == reviewer(by)):
        words = f"by: this is no name of at most {LONGEST_NAME} characters that all can be seen"
        better = reviewer(by) if isinstance(by, str) else ""
        yield "name", words, f'write by = "{better or "a name"}"'
    if "on" in value and type(on) is not dt.date:
        words = "on: this is no day, without quotes and without a time of day"
        yield "day", words, DAY_HINT


def as_text(reviews: Reviews) -> str:
    """The file: the same reviews, the same bytes."""
    lines = (
        f'  {{ text = "{each.text}", by = {_quoted(each.by)}, on = {each.on.isoformat()} }},'
        for each in reviews
    )
    return "\n".join([HEAD + OPENING, *lines, CLOSING, ""])


def _quoted(name: str) -> str:
    escaped = name.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def record(project: Project, language: Language, added: Iterable[Review]) -> None:
    """Add reviews to those in the file as it is now.

    :raises ReviewsError: if it has mistakes; then it is left as it is
    """
    _write(project.reviews(language.folder), Reviews.of([*_sound(project, language), *added]))


def remove(project: Project, language: Language, gone: Reviews) -> None:
    """Take the reviews of these texts out of the file.

    :raises ReviewsError: if it has mistakes; then it is left as it is
    """
    _write(project.reviews(language.folder), _sound(project, language).without(gone))


def _sound(project: Project, language: Language) -> Reviews:
    found, problems = load(project, language)
    if problems:
        raise ReviewsError(f"nothing was recorded: {problems[0]}")
    return found


def _write(path: Path, reviews: Reviews) -> None:
    """Write the file in one step: whoever reads it finds all of the old or all of the new."""
    part = path.with_name(f".{path.name}-{os.getpid()}")
    part.unlink(missing_ok=True)
    try:
        with part.open("x", encoding="utf-8", newline="\n") as file:
            file.write(as_text(reviews))
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
