"""A process for each job: results, failures and sudden deaths."""

from __future__ import annotations

import errno
import os
import signal
from pathlib import Path

import pytest

from waraq.edition.workers import WorkerError, run
from waraq.settings import SettingsError


def test_every_job_runs_and_is_reported(tmp_path: Path) -> None:
    done: list[str] = []
    run({name: (tmp_path / name).touch for name in "abc"}, 2, done.append)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(done) == ["a", "b", "c"]


def test_what_a_job_changes_stays_its_own() -> None:
    seen: list[int] = []
    run({"a": lambda: seen.append(1)}, 1)
    assert seen == []


def test_a_failure_names_the_job_and_the_reason() -> None:
    def fail() -> None:
        raise SettingsError("the file is broken")

    with pytest.raises(WorkerError, match=r"^ug: the file is broken$"):
        run({"ug": fail}, 1)


def test_a_full_disk_is_said_without_a_traceback(capfd: pytest.CaptureFixture[str]) -> None:
    def fail() -> None:
        raise OSError(errno.ENOSPC, "No space left on device", "/a/page.html")

    words = "ug: /a/page.html: No space left on device; make room there"
    with pytest.raises(WorkerError, match=f"^{words}$"):
        run({"ug": fail}, 1)
    assert capfd.readouterr().err == ""


def test_a_bug_keeps_its_traceback(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(WorkerError, match=r"ended early \(status 1\)"):
        run({"ug": lambda: print(1 // 0)}, 1)
    assert "ZeroDivisionError" in capfd.readouterr().err


def test_a_killed_worker_is_noticed() -> None:
    with pytest.raises(WorkerError, match="ended early"):
        run({"ug": lambda: os.kill(os.getpid(), signal.SIGKILL)}, 1)
