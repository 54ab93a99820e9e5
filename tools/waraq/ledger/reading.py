"""One file of the ledger, as text: its tables, their lines, and their records.

What tomllib and msgspec have to say about a mistake is put in words for
editors here.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from typing import Any, TypeVar, get_args

import msgspec

from waraq.ledger import records

T = TypeVar("T", bound=msgspec.Struct)

HEADING = re.compile(
    r"""^[ \t]*\[[ \t]*(?:"([^"\n]*)"|'([^'\n]*)'|([^\s.\]\["']+))""", re.MULTILINE
)
AT_LINE = re.compile(r" \(at line (\d+), column \d+\)$")
AT_END = " (at end of document)"
TWICE = re.compile(r"Cannot declare \((.*)\) twice")
UNKNOWN = re.compile(r"Object contains unknown field `(.*)`")
MISSING = re.compile(r"Object missing required field `(.*)`")
NO_CHOICE = re.compile(r"Invalid enum value '(.*)'", re.DOTALL)
WRONG_TYPE = re.compile(r"Expected `(.*?)(?: \| null)?`, got `(.*)`")
INDEX = re.compile(r"\[(\d+)\](\.?)")
BLANK = "Expected `str` matching regex"

CHOICES: Mapping[str, tuple[str, ...]] = {
    "kind": get_args(records.Kind),
    "bound": get_args(records.Bound),
    "type": get_args(records.SourceType),
    "read": get_args(records.Read),
    "sure": get_args(records.Sureness),
}
TYPES = {
    "str": "text in quotes",
    "int | float": "a number",
    "int": "a whole number",
    "float": "a number with a point",
    "bool": "true or false",
    "array": "a list in square brackets",
    "object": "a table in braces",
    "date": "a date without quotes",
    "datetime": "a time without quotes",
    "time": "a time without quotes",
    "null": "nothing",
}


class Unreadable(Exception):
    """A file that is no TOML; its words say why, ``line`` where (0: unknown)."""

    def __init__(self, words: str, line: int) -> None:
        super().__init__(words)
        self.line = line


class Misshapen(Exception):
    """A record with a key that is unknown, missing or of the wrong kind.

    ``rule`` names which of these it is; the words begin with the key.
    """

    def __init__(self, rule: str, words: str) -> None:
        super().__init__(words)
        self.rule = rule


def tables(text: str) -> dict[str, Any]:
    """What a file says, by the names of its tables.

    :raises Unreadable: if it is no TOML.
    """
    try:
        return tomllib.loads(text)
    except ValueError as error:  # TOMLDecodeError, or a number too long for Python
        words = str(error)
    if place := AT_LINE.search(words):
        raise Unreadable(_said_twice(words[: place.start()]), int(place[1]))
    last = text.count("\n") + (not text.endswith("\n"))
    raise Unreadable(words.replace(AT_END, ", at the end of the file"), last)


def _said_twice(words: str) -> str:
    if twice := TWICE.match(words):
        path = ".".join(re.findall(r"'([^']*)'", twice[1]))
        return f"the id “{path}” stands twice in this file"
    if words == "Cannot overwrite a value":
        return "the key stands twice in its record"
    return words


def lines(text: str) -> dict[str, int]:
    """The line of each table's first heading, counted from 1."""
    found: dict[str, int] = {}
    line, seen = 1, 0
    for heading in HEADING.finditer(text):
        name = next(filter(None, heading.groups()), "")
        line += text.count("\n", seen, heading.start())
        seen = heading.start()
        found.setdefault(name, line)
    return found


def record(value: object, kind: type[T], name: str = "") -> T:
    """One table as a record of *kind*, with *name* for its id.

    :raises Misshapen: if a key is unknown, missing or of the wrong kind.
    """
    if not isinstance(value, dict):
        raise Misshapen("ledger-key", "stands outside of every table")
    if name:
        if "id" in value:
            raise Misshapen("ledger-key", "id: the table's name is the id")
        value = {"id": name, **value}
    try:
        return msgspec.convert(value, kind)
    except msgspec.ValidationError as error:
        raise _misshapen(str(error)) from None


def _misshapen(message: str) -> Misshapen:
    words, _, place = message.partition(" - at `")
    key = INDEX.sub(_counted, place.strip("$.`").replace("[...]", ""))
    inside = f"{key}: " if key else ""
    if unknown := UNKNOWN.match(words):
        return Misshapen("ledger-key", f"{inside}the key “{unknown[1]}” is unknown")
    if missing := MISSING.match(words):
        return Misshapen("ledger-key", f"{inside}the key “{missing[1]}” is missing")
    if choice := NO_CHOICE.match(words):
        known = ", ".join(CHOICES[key.rpartition(" ")[2]])
        return Misshapen("ledger-kind", f"{inside}“{choice[1]}” is none of {known}")
    if wrong := WRONG_TYPE.match(words):
        wanted, given = (TYPES.get(each, each) for each in wrong.groups())
        return Misshapen("ledger-type", f"{inside}this must be {wanted}, and is {given}")
    if words.startswith(BLANK):
        return Misshapen("ledger-type", f"{inside}nothing stands between the quotes")
    return Misshapen("ledger-type", f"{inside}{words}")


def _counted(index: re.Match[str]) -> str:
    """``figures[0].value`` as people count: “figures no. 1: value”."""
    return f" no. {int(index[1]) + 1}" + (": " if index[2] else "")
