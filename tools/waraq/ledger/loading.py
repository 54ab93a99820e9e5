"""From the files of docs/ledger to a ledger, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from waraq.ledger import reading, soundness
from waraq.ledger.agreement import disagreements
from waraq.ledger.reading import Misshapen, Unreadable
from waraq.ledger.records import (
    Claim,
    Event,
    Figure,
    Ledger,
    Listing,
    Organisation,
    Part,
    Person,
    Place,
    Record,
    Source,
    Term,
    Wording,
)
from waraq.problems import Problem, Severity, in_order

R = TypeVar("R", Claim, Source, Person, Organisation, Listing, Event, Term)

FILES: tuple[Part, ...] = (
    "claims",
    "sources",
    "people",
    "organisations",
    "lists",
    "events",
    "terms",
    "wording",
)
BESIDE = ("README.md",)
"""What may lie in the folder and is not read."""

HINTS = {
    "ledger-file": f"the ledger's files are {', '.join(f'{each}.toml' for each in FILES)}",
    "ledger-toml": "text needs quotes, lists need commas, and each id and key stands once",
    "ledger-key": "correct the spelling, or add what is missing",
    "ledger-kind": "choose one of these words",
    "ledger-type": "write the value so",
}


@dataclass
class _Desk:
    """What has been read so far, and what was wrong with it."""

    folder: Path
    relative: Callable[[Path], str]
    places: dict[tuple[Part, str], Place] = field(default_factory=dict)
    unread: set[Part] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)

    def complain(self, place: Place, rule: str, words: str, hint: str = "") -> None:
        hint = hint or HINTS[rule]
        self.problems.append(Problem(*place, "", rule, Severity.ERROR, words, hint))

    def path(self, part: Part) -> Path:
        return self.folder / f"{part}.toml"

    def place(self, part: Part, line: int = 0) -> Place:
        return Place(self.relative(self.path(part)), line)


def load(folder: Path, relative: Callable[[Path], str]) -> tuple[Ledger, list[Problem]]:
    """Read docs/ledger, *folder*, and judge it; *relative* gives paths as messages show them.

    Records with an error of their own are left out; without the folder, the
    ledger is empty and nothing is wrong.
    """
    if not folder.is_dir():
        return Ledger(), []
    desk = _Desk(folder, relative)
    _strangers(desk)
    claims = _records(desk, "claims", Claim)
    ledger = Ledger(
        claims=claims,
        sources=_records(desk, "sources", Source),
        people=_records(desk, "people", Person),
        organisations=_records(desk, "organisations", Organisation),
        lists=_records(desk, "lists", Listing),
        events=_records(desk, "events", Event),
        terms=_records(desk, "terms", Term),
        wording=_wording(desk),
        figures=_figures(claims),
        places=desk.places,
        unread=frozenset(desk.unread),
    )
    return ledger, in_order([*desk.problems, *disagreements(ledger)])


def _strangers(desk: _Desk) -> None:
    """Complain of files whose facts nobody would read; hidden ones are the system's."""
    known = {*BESIDE, *(desk.path(part).name for part in FILES)}
    for path in desk.folder.iterdir():
        if path.name not in known and not path.name.startswith("."):
            place = Place(desk.relative(path), 0)
            desk.complain(place, "ledger-file", "nothing is read from this file")


def _text(desk: _Desk, part: Part) -> str:
    path = desk.path(part)
    if not path.exists():
        return ""
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        words = f"the file cannot be read: {error.strerror}"
    except UnicodeDecodeError:
        words = "the file is not in UTF-8"
    desk.unread.add(part)
    desk.complain(desk.place(part), "ledger-file", words, "save it anew as text in UTF-8")
    return ""


def _tables(desk: _Desk, part: Part, text: str) -> dict[str, Any]:
    try:
        return reading.tables(text)
    except Unreadable as error:
        desk.unread.add(part)
        desk.complain(desk.place(part, error.line), "ledger-toml", str(error))
        return {}


def _records(desk: _Desk, part: Part, kind: type[R]) -> dict[str, R]:
    text = _text(desk, part)
    tables = _tables(desk, part, text)
    lines = reading.lines(text)
    found: dict[str, R] = {}
    for name, value in tables.items():
        place = desk.place(part, lines.get(name, 0))
        desk.places[part, name] = place
        if part == "claims":
            desk.places.update({("figures", figure): place for figure in _figure_ids(value)})
        try:
            record = reading.record(value, kind, name)
        except Misshapen as error:
            desk.complain(place, error.rule, f"{name}: {error}")
            continue
        if not _complaints(desk, place, record):
            found[name] = record
    return found


def _complaints(desk: _Desk, place: Place, record: Record) -> int:
    """How many rules' words there are about the record by itself."""
    before = len(desk.problems)
    for rule in soundness.RULES:
        for words in rule.check(record):
            desk.complain(place, rule.name, f"{record.id}: {words}", rule.hint)
    return len(desk.problems) - before


def _wording(desk: _Desk) -> Wording:
    tables = _tables(desk, "wording", _text(desk, "wording"))
    try:
        return reading.record(tables, Wording)
    except Misshapen as error:
        desk.unread.add("wording")
        desk.complain(desk.place("wording"), error.rule, str(error))
        return Wording()


def _figure_ids(claim: object) -> Iterator[str]:
    """The ids of a claim's figures, however broken the claim is."""
    figures = claim.get("figures") if isinstance(claim, Mapping) else None
    for figure in figures if isinstance(figures, list) else ():
        if isinstance(figure, Mapping) and isinstance(figure.get("id"), str):
            yield figure["id"]


def _figures(claims: Mapping[str, Claim]) -> dict[str, tuple[Claim, Figure]]:
    found: dict[str, tuple[Claim, Figure]] = {}
    for claim in claims.values():
        for figure in claim.figures:
            found.setdefault(figure.id, (claim, figure))
    return found
