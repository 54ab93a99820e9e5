"""Nothing is published as a language that it is not, without a word.

Plain Sphinx does: with ``locale_dirs`` wrong or a catalog emptied it writes the
source under ``lang="ug"`` and exits with 0.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from waraq.cli import main
from waraq.paths import Project

MakeProject = Callable[..., Project]

PAGE = {"index": "# One\n\nTwo.\n"}
CATALOGS = {"index": {"One": "بىر", "Two.": "ئىككى."}, "interface": {}}


@pytest.fixture
def project(make_project: MakeProject) -> Project:
    return make_project(PAGE, CATALOGS)


def run(command: str, project: Project, *more: str) -> Result:
    output = ["--output", str(project.root / "out")] if command == "build" else []
    web = ["--only", "web"] if command == "build" else []
    return CliRunner().invoke(main, [command, "--project", str(project.root), *output, *web, *more])


def published(project: Project, tag: str) -> bool:
    return (project.root / "out" / "current" / tag).exists()


@pytest.mark.parametrize("command", ["build", "check"])
def test_a_missing_locale_folder_stops(project: Project, command: str) -> None:
    shutil.rmtree(project.locale)
    result = run(command, project)
    assert result.exit_code == 1
    assert "locale/ug/LC_MESSAGES: error: there are no catalogs for Uyghur" in result.output
    assert not published(project, "ug")


@pytest.mark.parametrize("command", ["build", "check"])
def test_a_locale_folder_under_another_name_stops(project: Project, command: str) -> None:
    project.locale.rename(project.root / "locales")
    assert run(command, project).exit_code == 1
    assert not published(project, "ug")


@pytest.mark.parametrize("command", ["build", "check"])
def test_catalogs_of_which_nothing_can_be_used_stop(project: Project, command: str) -> None:
    path = project.catalog("ug", "index")
    path.write_text(
        path.read_text(encoding="utf-8").replace("بىر", "").replace("ئىككى.", ""), encoding="utf-8"
    )
    result = run(command, project)
    assert result.exit_code == 1
    assert "readers would get the source as Uyghur [no-translations]" in result.output
    assert not published(project, "ug")


@pytest.mark.parametrize("command", ["build", "check"])
def test_a_catalog_that_is_gone_stops(project: Project, command: str) -> None:
    project.catalog("ug", "index").unlink()
    result = run(command, project)
    assert result.exit_code == 1
    assert "locale/ug/LC_MESSAGES/index.po: error: the catalog cannot be read" in result.output
    assert not published(project, "ug")


@pytest.mark.parametrize("command", ["build", "check"])
def test_a_catalog_cut_to_nothing_stops(project: Project, command: str) -> None:
    project.catalog("ug", "index").write_text("", encoding="utf-8")
    assert run(command, project).exit_code == 1


def test_one_emptied_entry_is_said_and_marked_on_the_page(project: Project) -> None:
    path = project.catalog("ug", "index")
    path.write_text(path.read_text(encoding="utf-8").replace("ئىككى.", ""), encoding="utf-8")
    result = run("build", project)
    assert result.exit_code == 0
    assert "locale/ug/LC_MESSAGES/index.po:9: warning: not translated: 'Two.'" in result.output
    page = (project.root / "out" / "current" / "ug" / "index.html").read_text(encoding="utf-8")
    assert '<p class="untranslated" dir="ltr" lang="en">Two.</p>' in page
    assert "Passages beside a dashed line are not translated yet." in page


def test_plain_sphinx_stops_too_when_the_catalogs_are_missing(
    project: Project, tmp_path: Path
) -> None:
    from sphinx.cmd.build import build_main

    shutil.rmtree(project.locale)
    arguments = ["-q", "-c", str(project.root), str(project.docs), str(tmp_path / "out")]
    assert build_main([*arguments, "-D", "language=ug"]) != 0
