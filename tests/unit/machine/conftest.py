"""A small project to set up, and what the set-up asks of the machine."""

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from waraq import machine, setting_up

Runs = list[list[str]]


@pytest.fixture
def abacus() -> machine.Need:
    """A need that no machine meets."""
    return machine.Need(
        name="An abacus",
        why="counts",
        probe=lambda _root: False,
        debian=("abacus", "abacus-beads"),
        fedora=("abacus-core",),
        macos="--cask abacus",
    )


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with lock files, which name a font, and nothing installed."""
    root = tmp_path / "project"
    root.mkdir()
    for name in ("pyproject.toml", "requirements.txt", "requirements-dev.txt"):
        (root / name).write_text(name, encoding="utf-8")
    packages = {
        "": {"name": "project"},
        "node_modules/@maker-fonts/plain": {"version": "1.2.3"},
        "node_modules/axe-core": {"version": "4.0.0", "dev": True},
    }
    lock = json.dumps({"packages": packages})
    (root / "package-lock.json").write_text(lock, encoding="utf-8")
    return root


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch, root: Path) -> Runs:
    """The commands that the set-up runs: noted, and acted out as far as the set-up looks."""
    noted: Runs = []

    def run(words: list[str], *, root: Path, otherwise: str) -> None:
        noted.append(words)
        if "venv" in words:
            python = root / ".venv/bin/python"
            python.parent.mkdir(parents=True, exist_ok=True)
            python.unlink(missing_ok=True)
            python.symlink_to(sys.executable)
        (root / "node_modules").mkdir(exist_ok=True)

    monkeypatch.setattr(setting_up, "run", run)
    monkeypatch.setattr(machine, "answers", lambda *words: lambda root: True)  # pip is there
    return noted


@pytest.fixture
def needs(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    def only(*needs: machine.Need) -> None:
        monkeypatch.setattr(machine, "NEEDS", needs)

    return only


@pytest.fixture
def install_font(root: Path) -> Callable[[str], Path]:
    """Puts the project's font there in a version, as npm does; returns its file."""

    def install(version: str) -> Path:
        folder = root / "node_modules/@maker-fonts/plain"
        (folder / "400Regular").mkdir(parents=True)
        (folder / "400Regular/Plain.ttf").touch()
        (folder / "package.json").write_text(json.dumps({"version": version}), encoding="utf-8")
        return folder / "400Regular/Plain.ttf"

    return install
