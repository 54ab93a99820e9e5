"""The gate finds in each sample catalog just what its first lines say, and no more.

A sample begins with ``# expect: RULE LINE`` for each problem, and with
``# syntax: …`` if its sources are written with optional syntaxes, and with
``# term: WORDS = TRANSLATION`` for each term that its language has agreed on.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from waraq import languages
from waraq.catalogs import grammar, rules
from waraq.cli import main
from waraq.ledger.records import Term
from waraq.paths import Project
from waraq.problems import Problem, Severity
from waraq.translate import glossary
from waraq.translate.rules import RULES

SAMPLES = sorted((Path(__file__).parent.parent / "samples" / "catalogs").glob("*.po"))

EXPECTATION = re.compile(r"^# expect: ([\w-]+) (\d+)$", re.MULTILINE)
SYNTAX = re.compile(r"^# syntax: (.*)$", re.MULTILINE)
TERM = re.compile(r"^# term: (.+) = (.+)$", re.MULTILINE)
LANGUAGE = {"careless-language": "ug"}

UNREACHABLE = {"pieces"}
"""Waits for a kind of piece that the parser does not know yet."""


def found_in(sample: Path, folder: Path) -> tuple[dict[str, str], list[Problem]]:
    """What the gate lets through of a sample, and its problems."""
    text = sample.read_text(encoding="utf-8")
    declared = re.search(r'"Language: (\w+)', text)
    tag = LANGUAGE.get(sample.stem) or (declared[1] if declared else "ug")
    language = languages.named(tag)
    project = Project(folder)
    path = project.catalog(language.folder, "sample")
    path.parent.mkdir(parents=True)
    shutil.copy(sample, path)
    syntax = SYNTAX.search(text)
    return rules.page(
        project,
        language,
        "sample",
        [entry.msgid for entry in _entries(text)],
        frozenset(syntax[1].split() if syntax else ()),  # type: ignore[arg-type]
        glossary.agreed(_terms(text, language.tag), languages.named("en"), language),
    )


def _terms(text: str, tag: str) -> list[Term]:
    return [
        Term(id=words, term={"en": words, tag: agreed}, definition="…", sure={tag: "high"})
        for words, agreed in TERM.findall(text)
    ]


def _entries(text: str) -> list[grammar.Entry]:
    """The messages of a sample; none if its problem is the file itself."""
    if "# expect: catalog " in text:
        return []
    return [entry for entry in grammar.entries(text) if entry.msgid]


def in_short(problem: Problem) -> str:
    return f"{problem.rule} {problem.line}"


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_the_gate_finds_what_the_sample_states_and_no_more(sample: Path, tmp_path: Path) -> None:
    text = sample.read_text(encoding="utf-8")
    expected = [" ".join(pair) for pair in EXPECTATION.findall(text)]
    usable, problems = found_in(sample, tmp_path)
    assert sorted(map(in_short, problems)) == sorted(expected), "\n".join(map(str, problems))
    refused = {problem.line for problem in problems if problem.severity is Severity.ERROR}
    assert set(usable) == {entry.msgid for entry in _entries(text) if entry.line not in refused}


def test_every_rule_for_messages_has_a_sample() -> None:
    texts = "".join(sample.read_text(encoding="utf-8") for sample in SAMPLES)
    stated = {rule for rule, _ in EXPECTATION.findall(texts)}
    assert {rule.name for rule in RULES} - UNREACHABLE <= stated


def test_there_are_as_many_samples_as_the_gate_needs() -> None:
    def entries(kind: str) -> int:
        chosen = (sample for sample in SAMPLES if sample.stem.startswith(kind))
        return sum(len(_entries(sample.read_text(encoding="utf-8"))) for sample in chosen)

    assert entries("legitimate") >= 60
    assert entries("hostile") + entries("careless") >= 100


def test_nothing_legitimate_is_complained_of() -> None:
    legitimate = [sample for sample in SAMPLES if sample.stem.startswith("legitimate")]
    assert not any("# expect:" in sample.read_text(encoding="utf-8") for sample in legitimate)


def test_an_update_keeps_what_a_translator_has_muted(make_project: Callable[..., Project]) -> None:
    project = make_project({"index": "# It was 1986\n"}, {"index": {"It was 1986": "بىر"}})
    path = project.catalog("ug", "index")
    mute = "# waraq: mute numbers the year stands in the picture, as the translators agreed in June"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('msgid "It', f'{mute}\nmsgid "It'), encoding="utf-8")
    updated = CliRunner().invoke(main, ["update", "--project", str(project.root)])
    assert updated.exit_code == 0, updated.output
    _, problems = rules.page(project, languages.named("ug"), "index", ["It was 1986"])
    assert [problem.rule for problem in problems] == ["muted"]
