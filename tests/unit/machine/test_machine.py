"""What the machine must have, and what is said when it is missing."""

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from waraq import locks, machine, setting_up

PROJECT = Path(__file__).resolve().parents[3]


Runs = list[list[str]]


def test_a_missing_thing_is_named_with_its_use_and_the_command_of_three_systems(
    abacus: machine.Need,
) -> None:
    assert machine.sentence(abacus) == (
        "An abacus is missing: it counts. "
        "Debian: `sudo apt-get install abacus abacus-beads`; "
        "Fedora: `sudo dnf install abacus-core`; "
        "macOS: `brew install --cask abacus`."
    )


def test_only_what_is_missing_is_named(tmp_path: Path, abacus: machine.Need) -> None:
    there = replace(abacus, name="Sand", probe=lambda _root: True)
    assert machine.missing([there, abacus], tmp_path) == [abacus]


def test_a_build_asks_for_nothing_that_only_tests_need() -> None:
    names = {need.name for need in machine.needs_for(tests=False)}
    assert "Pango" in names
    assert names.isdisjoint({"Chromium", "Maven", "A Java runtime"})
    assert {"Pango", "Chromium"} <= {need.name for need in machine.needs_for(tests=True)}


def test_a_library_that_no_system_has_is_found_missing(tmp_path: Path) -> None:
    assert not machine.library("libno-such-thing.so.0", name="no-such-thing")(tmp_path)


def test_a_command_that_is_there_but_fails_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    java = tmp_path / "java"
    java.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    java.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    assert not machine.answers("java", "-version")(tmp_path)


@pytest.mark.parametrize(("version", "good"), [("v18.19.0", True), ("v16.20.2", False)])
def test_node_is_missing_where_it_is_too_old(
    version: str, good: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    node = tmp_path / "node"
    node.write_text(f"#!/bin/sh\necho {version}\n", encoding="utf-8")
    node.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    assert machine.node_18(tmp_path) is good


def test_an_old_python_is_told_what_to_install(tmp_path: Path) -> None:
    old = tmp_path / "python3.9"
    old.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    old.chmod(0o755)
    make = shutil.which("make")
    assert make
    done = subprocess.run(
        [make, "--no-print-directory", "setup", f"PYTHON={old}"],
        cwd=PROJECT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode != 0
    assert done.stderr.startswith("Python 3.11 or newer is missing: ")
    assert "brew install python@3.13" in done.stderr
    assert done.stdout == ""


def test_the_report_has_a_line_for_each_thing_and_what_to_do(
    root: Path, needs: Callable[..., None], abacus: machine.Need
) -> None:
    needs(abacus)
    assert machine.report(root, tests=False) == [
        machine.sentence(abacus),
        "The Python packages are not those of requirements.txt: `make setup` installs them.",
        "The font package @maker-fonts/plain 1.2.3 is missing: `make setup` installs it.",
    ]


def test_nothing_is_reported_where_nothing_is_missing(
    root: Path, needs: Callable[..., None], runs: Runs, install_font: Callable[[str], Path]
) -> None:
    needs()
    install_font("1.2.3")
    setting_up.provide_python(root, tests=False)
    setting_up.provide_node(root, tests=False)
    assert machine.report(root, tests=False) == []


def test_a_missing_checker_of_pages_is_named_and_brought_again(
    root: Path, needs: Callable[..., None], runs: Runs, install_font: Callable[[str], Path]
) -> None:
    needs()
    install_font("1.2.3")
    packages = json.loads((root / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    lock = json.dumps({"packages": {**packages, "node_modules/vnu-jar": {"dev": True}}})
    (root / "package-lock.json").write_text(lock, encoding="utf-8")
    setting_up.provide_python(root, tests=True)
    setting_up.provide_node(root, tests=True)
    said = "The Nu HTML checker is missing: `make setup-tests` brings it."
    assert machine.report(root, tests=True) == [said]
    assert machine.report(root, tests=False) == []
    runs.clear()
    setting_up.provide_node(root, tests=True)
    assert runs
    (root / locks.NU_CHECKER).parent.mkdir(parents=True)
    (root / locks.NU_CHECKER).touch()
    assert machine.report(root, tests=True) == []


def test_a_project_without_locks_lacks_nothing(tmp_path: Path, needs: Callable[..., None]) -> None:
    needs()
    assert machine.report(tmp_path, tests=True) == []
