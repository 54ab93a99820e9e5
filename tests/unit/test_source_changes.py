"""Since when the source has been ahead: the file, read with distrust."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from waraq import languages
from waraq.catalogs import source_changes
from waraq.catalogs.source_changes import SourceChanges, as_text, parse, text_hash
from waraq.paths import Project
from waraq.problems import Problem, Severity

UYGHUR = languages.named("ug")
DAY, LATER = dt.date(2026, 11, 23), dt.date(2026, 12, 1)
ONE, TWO = text_hash("One"), text_hash("Two")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    project = Project(tmp_path)
    project.catalogs("ug").mkdir(parents=True)
    return project


def load(project: Project, text: str) -> tuple[SourceChanges, list[Problem]]:
    project.changes("ug").write_text(text, encoding="utf-8")
    return source_changes.load(project, UYGHUR)


def test_without_the_file_nothing_has_changed(project: Project) -> None:
    assert source_changes.load(project, UYGHUR) == (SourceChanges(), [])


def test_what_is_written_is_read_again(project: Project) -> None:
    changes = SourceChanges.of([(TWO, LATER), (ONE, DAY)])
    assert load(project, as_text(changes)) == (changes, [])
    assert changes.since("One") == DAY
    assert changes.since("Three") is None


def test_the_order_of_what_is_found_is_no_matter() -> None:
    one, two = (ONE, DAY), (TWO, LATER)
    assert as_text(SourceChanges.of([one, two])) == as_text(SourceChanges.of([two, one]))


def test_where_git_kept_the_lines_of_both_sides_the_older_day_counts() -> None:
    found, wrong = parse(f"{ONE} = {LATER}\n{ONE} = {DAY}\n")
    assert (SourceChanges.of(found).since("One"), wrong) == (DAY, [])


@pytest.mark.parametrize(
    "line",
    [
        f"{ONE} = 2026-02-30",
        f"{ONE} = 26-11-23",
        f"{ONE[:-1]} = 2026-11-23",
        f"{ONE.upper()}F = 2026-11-23",
        f"{ONE} = 2026-11-23 <script>",
        f"{ONE} = ٢٠٢٦-١١-٢٣",
        "since = 2026-11-23",
    ],
)
def test_a_line_that_is_no_day_of_a_text_is_named_and_the_others_count(
    project: Project, line: str
) -> None:
    changes, (problem,) = load(project, f"# One\n{line}\n{TWO} = {DAY}\n")
    assert changes == SourceChanges({TWO: DAY})
    assert (problem.severity, problem.path) == (Severity.ERROR, "locale/ug/changes.toml")
    assert (problem.line, problem.language) == (2, "ug")


def test_an_unfinished_merge_is_named(project: Project) -> None:
    changes, (problem,) = load(project, f"<<<<<<< ours\n{ONE} = {DAY}\n=======\n>>>>>>> theirs\n")
    assert changes == SourceChanges()
    assert "unfinished merge" in problem.message


def test_what_is_no_plain_file_is_not_read(project: Project, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_text(f"{ONE} = {DAY}\n", encoding="utf-8")
    project.changes("ug").symlink_to(elsewhere)
    changes, (problem,) = source_changes.load(project, UYGHUR)
    assert changes == SourceChanges()
    assert "plain file" in problem.message


def test_no_folder_on_the_way_is_a_link(project: Project, tmp_path: Path) -> None:
    project.changes("ug").write_text(f"{ONE} = {DAY}\n", encoding="utf-8")
    project.locale.rename(tmp_path / "elsewhere")
    project.locale.symlink_to(tmp_path / "elsewhere")
    changes, (problem,) = source_changes.load(project, UYGHUR)
    assert changes == SourceChanges()
    assert problem.message == "locale is a link"
