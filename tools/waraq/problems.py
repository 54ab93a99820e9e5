"""What is wrong with the content, where, and what to do about it.

Every rule of the gate yields problems of this one kind, so that the command
line, the build and the tests all speak of them in the same words.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from enum import StrEnum


class WaraqError(Exception):
    """Something that a person can mend; the message alone says what and how."""


class Severity(StrEnum):
    """How much a problem matters: only an error stops a build."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong, at a place that a person can open.

    ``path`` is relative to the project, with forward slashes; ``line`` counts
    from 1, or is 0 for the file as a whole; ``language`` is a BCP 47 tag, or
    empty where the source itself is meant.
    """

    path: str
    line: int
    language: str
    rule: str
    severity: Severity
    message: str
    hint: str

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line else self.path
        return f"{place}: {self.severity}: {self.message} [{self.rule}] — {self.hint}"


MANY = 5
"""Of one rule, more warnings and notes than these are only counted where something else is done."""


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Sort by place, so that the same content always gives the same report."""
    return sorted(set(problems), key=lambda problem: (problem.path, problem.line, str(problem)))


SHEET = "sheet"
"""The rule that is broken by a sheet that cannot be printed, which is left out."""


def errors(problems: Iterable[Problem]) -> list[Problem]:
    """Keep only what stops a build."""
    return [problem for problem in problems if problem.severity is Severity.ERROR]


def as_text(problems: Iterable[Problem]) -> str:
    """One line for each problem."""
    return "\n".join(map(str, problems))


def in_brief(problems: Iterable[Problem]) -> str:
    """Every error, one a line, and what else there is; of a rule that finds much, how much."""
    problems = list(problems)
    often = {
        rule
        for rule, times in Counter(
            each.rule for each in problems if each.severity is not Severity.ERROR
        ).items()
        if times > MANY
    }
    lines = [
        str(each) for each in problems if each.severity is Severity.ERROR or each.rule not in often
    ]
    for rule in sorted(often):
        times = sum(each.rule == rule and each.severity is not Severity.ERROR for each in problems)
        lines.append(f"{times} times [{rule}] — to see them, run: waraq check")
    return "\n".join(lines)


def as_json(problems: Iterable[Problem]) -> str:
    """One list of objects with the keys of :class:`Problem`."""
    return json.dumps([asdict(problem) for problem in problems], ensure_ascii=False, indent=2)
