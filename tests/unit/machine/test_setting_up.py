"""What the set-up brings, what it leaves alone, and how it ends where it may not."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from waraq import locks, machine, setting_up

Runs = list[list[str]]


def test_what_is_set_up_is_not_set_up_again(root: Path, runs: Runs) -> None:
    setting_up.provide_python(root, tests=False)
    setting_up.provide_node(root, tests=False)
    assert runs
    runs.clear()
    setting_up.provide_python(root, tests=False)
    setting_up.provide_node(root, tests=False)
    assert runs == []


def test_the_packages_for_tests_serve_a_build_too(root: Path, runs: Runs) -> None:
    setting_up.provide_python(root, tests=True)
    setting_up.provide_node(root, tests=True)
    runs.clear()
    setting_up.provide_python(root, tests=False)
    setting_up.provide_node(root, tests=False)
    assert runs == []


def test_the_packages_for_a_build_do_not_serve_tests(root: Path, runs: Runs) -> None:
    setting_up.provide_python(root, tests=False)
    setting_up.provide_node(root, tests=False)
    runs.clear()
    setting_up.provide_python(root, tests=True)
    setting_up.provide_node(root, tests=True)
    assert any("requirements-dev.txt" in words for words in runs)
    assert any("--include=dev" in words for words in runs)


@pytest.mark.parametrize("lock", ["requirements.txt", "package-lock.json"])
def test_a_changed_lock_is_installed(lock: str, root: Path, runs: Runs) -> None:
    setting_up.provide_python(root, tests=False)
    setting_up.provide_node(root, tests=False)
    runs.clear()
    (root / lock).write_text("changed", encoding="utf-8")
    setting_up.provide_python(root, tests=False)
    setting_up.provide_node(root, tests=False)
    assert any(lock in words or words[:2] == ["npm", "ci"] for words in runs)


def test_a_build_after_a_changed_lock_keeps_the_test_tools(root: Path, runs: Runs) -> None:
    setting_up.provide_python(root, tests=True)
    runs.clear()
    (root / "requirements-dev.txt").write_text("changed", encoding="utf-8")
    setting_up.provide_python(root, tests=False)
    assert any("requirements-dev.txt" in words for words in runs)


def failing_pip(words: list[str], *, root: Path, otherwise: str) -> None:
    """Stands for ``run`` where the network is gone."""
    if "pip" in words:
        raise setting_up.SetUpFailed(otherwise)


def test_an_installation_that_failed_is_tried_again(
    root: Path, runs: Runs, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch, pytest.raises(setting_up.SetUpFailed, match="network"):
        patch.setattr(setting_up, "run", failing_pip)
        setting_up.provide_python(root, tests=False)
    setting_up.provide_python(root, tests=False)
    assert any("requirements.txt" in words for words in runs)


def test_an_installation_that_failed_is_not_taken_for_the_one_before(
    root: Path, runs: Runs, monkeypatch: pytest.MonkeyPatch
) -> None:
    setting_up.provide_python(root, tests=False)
    lock = root / "requirements.txt"
    before = lock.read_text(encoding="utf-8")
    lock.write_text("changed", encoding="utf-8")
    with monkeypatch.context() as patch, pytest.raises(setting_up.SetUpFailed):
        patch.setattr(setting_up, "run", failing_pip)
        setting_up.provide_python(root, tests=False)
    lock.write_text(before, encoding="utf-8")
    assert not locks.python_is_current(root, tests=False)


def test_a_changed_lock_is_installed_into_the_same_environment(root: Path, runs: Runs) -> None:
    setting_up.provide_python(root, tests=False)
    runs.clear()
    (root / "requirements.txt").write_text("changed", encoding="utf-8")
    setting_up.provide_python(root, tests=False)
    assert not any("venv" in words for words in runs)


def test_a_moved_project_gets_a_new_environment(root: Path, runs: Runs) -> None:
    setting_up.provide_python(root, tests=False)
    runs.clear()
    moved = root.rename(root.with_name("moved"))
    setting_up.provide_python(moved, tests=False)
    assert "--clear" in runs[0]


def test_apt_installs_only_what_is_missing(
    root: Path,
    needs: Callable[..., None],
    runs: Runs,
    monkeypatch: pytest.MonkeyPatch,
    abacus: machine.Need,
) -> None:
    monkeypatch.setattr(setting_up, "apt_get", lambda: ["apt-get"])
    installed = replace(
        abacus, probe=lambda _root: any("install" in words for words in runs), debian=("beads",)
    )
    needs(replace(abacus, probe=lambda _root: True, debian=("sand",)), installed)
    setting_up.provide_system(root, tests=False, ci=False)
    assert [words[1] for words in runs] == ["update", "install"]
    assert runs[1][-1] == "beads"
    assert "sand" not in runs[1]


def test_apt_is_left_alone_where_nothing_is_missing(
    root: Path,
    needs: Callable[..., None],
    runs: Runs,
    monkeypatch: pytest.MonkeyPatch,
    abacus: machine.Need,
) -> None:
    monkeypatch.setattr(setting_up, "apt_get", lambda: ["apt-get"])
    needs(replace(abacus, probe=lambda _root: True))
    setting_up.provide_system(root, tests=False, ci=False)
    assert runs == []


def test_without_apt_the_set_up_ends_with_a_sentence_for_each_thing_and_status_3(
    root: Path,
    needs: Callable[..., None],
    runs: Runs,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    abacus: machine.Need,
) -> None:
    monkeypatch.chdir(root)
    monkeypatch.setenv("WARAQ_APT", "no")
    needs(abacus, replace(abacus, name="Sand"))
    assert setting_up.main([]) == 3
    assert [line.split(" is missing")[0] for line in capsys.readouterr().err.splitlines()] == [
        "An abacus",
        "Sand",
    ]
    assert runs == []


def test_what_the_tests_can_do_without_is_a_notice(
    root: Path,
    needs: Callable[..., None],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    abacus: machine.Need,
) -> None:
    monkeypatch.setenv("WARAQ_APT", "no")
    needs(replace(abacus, without="nobody counts"))
    setting_up.provide_system(root, tests=True, ci=False)
    assert capsys.readouterr().out.endswith("Without it, nobody counts.\n")


def test_in_ci_the_tests_do_without_nothing(
    root: Path, needs: Callable[..., None], monkeypatch: pytest.MonkeyPatch, abacus: machine.Need
) -> None:
    monkeypatch.setenv("WARAQ_APT", "no")
    needs(replace(abacus, without="nobody counts"))
    with pytest.raises(setting_up.SetUpFailed, match="An abacus is missing"):
        setting_up.provide_system(root, tests=True, ci=True)


def test_a_command_that_fails_is_told_in_a_sentence_after_its_last_lines(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(setting_up.SetUpFailed, match=r"^The bell is broken\.$"):
        setting_up.run(
            ["sh", "-c", "echo no clapper; exit 4"], root=root, otherwise="The bell is broken."
        )
    assert capsys.readouterr().err == "no clapper\n"
