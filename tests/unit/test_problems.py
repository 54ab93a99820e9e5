"""Problems as people read them."""

from __future__ import annotations

from waraq.problems import MANY, Problem, Severity, in_brief


def problem(rule: str, severity: Severity, line: int = 1) -> Problem:
    return Problem("docs/a.md", line, "", rule, severity, "words", "do")


def test_in_brief_every_error_is_told_and_what_comes_often_is_counted() -> None:
    many = [problem("old", Severity.WARNING, line) for line in range(1, MANY + 2)]
    wrong = [problem("wrong", Severity.ERROR, line) for line in range(1, MANY + 2)]
    few = [problem("few", Severity.NOTE)]
    lines = in_brief([*many, *wrong, *few]).splitlines()
    assert len(lines) == len(wrong) + len(few) + 1
    assert lines[-1] == f"{MANY + 1} times [old] — to see them, run: waraq check"


def test_in_brief_what_comes_seldom_is_told() -> None:
    few = [problem("old", Severity.WARNING, line) for line in range(1, MANY + 1)]
    assert in_brief(few) == "\n".join(map(str, few))


def test_nothing_is_nothing_in_brief() -> None:
    assert in_brief([]) == ""
