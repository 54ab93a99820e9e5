"""The rules of prose find on each sample page just what it states, and no more.

A sample says ``% expect: RULE PLACE`` for each problem: a line of its own, 0
for the page as a whole, or a record of the samples' ledger as ``claims.toml:12``.
It is read as a handout, unless it says ``% docname: …``.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from waraq import prose, settings
from waraq.paths import HOME, Project
from waraq.problems import Problem
from waraq.sphinx_ext.reading import Reading, read

SAMPLES = sorted((Path(__file__).parent.parent / "samples" / "prose").glob("*.md"))
EXPECTATION = re.compile(r"^% expect: ([\w-]+) (\S+)$", re.MULTILINE)
DOCNAME = re.compile(r"^% docname: (\S+)$", re.MULTILINE)
SITE = """
title = "Little explainer"
summary = "It explains little."
address = "https://little.example/"
checked = 2026-11-23
how_we_check = "index"

[[languages]]
tag = "en"
translation = "source"
"""


def docname(sample: Path) -> str:
    stated = DOCNAME.search(sample.read_text(encoding="utf-8"))
    return stated[1] if stated else f"handouts/{sample.stem}"


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reading]:
    """All samples as the pages of one project, read once."""
    root = tmp_path_factory.mktemp("prose")
    for name in ("conf.py", "docutils.conf"):
        shutil.copy(HOME / name, root / name)
    shutil.copytree(SAMPLES[0].parent / "ledger", root / "docs" / "ledger")
    (root / "docs" / "handouts").mkdir()
    (root / "docs" / "site.toml").write_text(SITE, encoding="utf-8")
    (root / "docs" / "index.md").write_text("# Samples\n", encoding="utf-8")
    for sample in SAMPLES:
        shutil.copy(sample, root / "docs" / f"{docname(sample)}.md")
    project = Project(root)
    reading = read(project, settings.load(project.site))
    yield reading
    reading.close()


def found_in(reading: Reading, sample: Path) -> list[Problem]:
    """What the rules find on one sample's page, as if it were the only one."""
    name = docname(sample)
    return prose.check(
        {name: reading.doctrees[name]},
        {name: "page"},
        reading.ledger,
        settings.load(reading.project.site),
    )


def in_short(problem: Problem) -> str:
    path, _, name = problem.path.rpartition("/")
    return f"{problem.rule} {problem.line}" if not path else f"{problem.rule} {name}:{problem.line}"


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_the_rules_find_what_the_sample_states_and_no_more(samples: Reading, sample: Path) -> None:
    expected = [" ".join(pair) for pair in EXPECTATION.findall(sample.read_text(encoding="utf-8"))]
    problems = found_in(samples, sample)
    assert sorted(map(in_short, problems)) == sorted(expected), "\n".join(map(str, problems))


def test_the_samples_name_nothing_that_their_ledger_lacks(samples: Reading) -> None:
    assert samples.ledger_problems == []
    assert [each for each in samples.problems() if each.rule.startswith("ledger")] == []


def test_every_rule_of_prose_has_a_sample() -> None:
    texts = "".join(sample.read_text(encoding="utf-8") for sample in SAMPLES)
    assert {rule.name for rule in prose.RULES} == {rule for rule, _ in EXPECTATION.findall(texts)}


def test_nothing_legitimate_is_complained_of() -> None:
    legitimate = [sample for sample in SAMPLES if sample.stem.startswith("legitimate")]
    assert legitimate
    assert not any("% expect:" in sample.read_text(encoding="utf-8") for sample in legitimate)
