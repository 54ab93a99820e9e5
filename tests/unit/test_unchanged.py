"""When a build may be left out, and when it may not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from waraq.edition import unchanged
from waraq.edition.publish import publish, staging
from waraq.paths import Project
from waraq.problems import Problem, Severity

MakeProject = Callable[..., Project]
WARNING = Problem("docs/x.md", 1, "", "rule", Severity.WARNING, "words", "do it")


@pytest.fixture
def project(make_project: MakeProject) -> Project:
    return make_project({"index": "# One\n"}, {"index": {"One": "بىر"}})


@pytest.fixture
def output(project: Project, tmp_path: Path) -> Path:
    with staging(tmp_path) as site:
        (site / "index.html").write_text("one", encoding="utf-8")
        edition = publish(site, tmp_path)
    unchanged.remember(tmp_path, unchanged.key(project, ["web"]), edition, [WARNING])
    return tmp_path


def test_the_same_content_is_found_with_what_was_said_of_it(project: Project, output: Path) -> None:
    built = unchanged.find(output, unchanged.key(project, ["web"]))
    assert built is not None
    assert built.problems == (WARNING,)


def test_other_options_are_another_build(project: Project, output: Path) -> None:
    assert unchanged.find(output, unchanged.key(project, ["handouts"])) is None


@pytest.mark.parametrize("name", ["docs/index.md", "docs/site.toml", "conf.py"])
def test_a_changed_source_is_another_build(project: Project, output: Path, name: str) -> None:
    path = project.root / name
    path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert unchanged.find(output, unchanged.key(project, ["web"])) is None


def test_a_changed_catalog_of_the_same_size_and_time_is_another_build(
    project: Project, output: Path
) -> None:
    import os

    path = project.catalog("ug", "index")
    status = path.stat()
    path.write_text(path.read_text(encoding="utf-8").replace("بىر", "ئون"), encoding="utf-8")
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert unchanged.find(output, unchanged.key(project, ["web"])) is None


def test_a_review_is_part_of_what_an_edition_depends_on(project: Project, output: Path) -> None:
    project.reviews("ug").write_text("reviews = [\n]\n", encoding="utf-8")
    assert unchanged.find(output, unchanged.key(project, ["web"])) is None


def test_a_new_file_is_another_build(project: Project, output: Path) -> None:
    (project.docs / "two.md").write_text("# Two\n", encoding="utf-8")
    assert unchanged.find(output, unchanged.key(project, ["web"])) is None


def test_a_damaged_edition_is_built_again(project: Project, output: Path) -> None:
    (output / "current" / "index.html").write_text("o", encoding="utf-8")
    assert unchanged.find(output, unchanged.key(project, ["web"])) is None


def test_a_damaged_record_is_no_reason_to_fail(project: Project, output: Path) -> None:
    (output / "editions" / unchanged.RECORD).write_text("{", encoding="utf-8")
    assert unchanged.find(output, unchanged.key(project, ["web"])) is None


def test_a_pipe_among_the_sources_does_not_hang(project: Project) -> None:
    import os

    os.mkfifo(project.docs / "pipe.md")
    assert unchanged.key(project, []) == ""
