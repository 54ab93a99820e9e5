"""Handouts in whole builds: what is printed again, what fails alone, what stays behind."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from waraq.cli import main
from waraq.edition import plan, run
from waraq.paths import Project
from waraq.sheets.job import Job
from waraq.sheets.rendering import Press, SheetError

MakeProject = Callable[..., Project]

PAGES = {
    "index": "# One\n\n```{toctree}\n:hidden:\nhandouts/wild\nhandouts/tame\n```\n",
    "handouts/wild": "# Wild\n\nText.\n",
    "handouts/tame": "# Tame\n\nText.\n",
}
TRANSLATIONS = {"handouts/tame": {"Tame": "كۆندۈرۈلگەن"}, "index": {"One": "بىر"}}


@pytest.fixture
def project(make_project: MakeProject) -> Project:
    return make_project(PAGES, TRANSLATIONS)


def sheets(edition: Path) -> dict[str, bytes]:
    return {
        path.relative_to(edition).as_posix(): path.read_bytes() for path in edition.rglob("*.pdf")
    }


class Strict(Press):
    """A press that refuses to print."""

    def print(self, job: Job) -> bytes:
        raise SheetError("nothing had to be printed")


class Dying(Press):
    """A press that dies of one page."""

    def print(self, job: Job) -> bytes:
        if "wild" in job.path:
            os.kill(os.getpid(), signal.SIGTRAP)
        return super().print(job)


def use(monkeypatch: pytest.MonkeyPatch, press: type[Press]) -> None:
    monkeypatch.setattr(run, "press", lambda: press(run.FONT_PACKAGES))


def test_unchanged_handouts_are_not_printed_again(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, problems = run.build(plan.plan(project), tmp_path)
    assert not problems
    use(monkeypatch, Strict)
    source = project.docs / "handouts" / "tame.md"
    source.write_text("# Tame\n\nOther text.\n", encoding="utf-8")
    second, problems = run.build(plan.plan(project), tmp_path)
    assert {each.message.split()[0] for each in problems} == {
        "en/handouts/tame-a4.pdf",
        "ug/handouts/tame-a4.pdf",
    }
    wild = {path: data for path, data in sheets(first).items() if "wild" in path}
    assert sheets(second) == wild


def test_another_output_has_nothing_of_it(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run.build(plan.plan(project), tmp_path / "one")
    use(monkeypatch, Strict)
    edition, problems = run.build(plan.plan(project), tmp_path / "two")
    assert len(problems) == 4
    assert sheets(edition) == {}


def test_what_is_kept_is_no_part_of_an_edition(project: Project, tmp_path: Path) -> None:
    edition, _ = run.build(plan.plan(project), tmp_path)
    assert (tmp_path / ".sheets").is_dir()
    assert not [path for path in edition.rglob("*") if path.name.startswith(".")]


def test_a_sheet_that_kills_its_press_is_a_problem_and_no_other_is_affected(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    use(monkeypatch, Dying)
    edition, problems = run.build(plan.plan(project), tmp_path)
    assert sorted(sheets(edition)) == ["en/handouts/tame-a4.pdf", "ug/handouts/tame-a4.pdf"]
    assert [(each.path, each.language, each.rule) for each in problems] == [
        ("docs/handouts/wild.md", "en", "sheet"),
        ("locale/ug", "ug", "sheet"),
    ]
    for each in problems:
        assert "wild-a4.pdf cannot be printed" in each.message
        assert "SIGTRAP" in each.message
    page = (edition / "ug" / "handouts" / "tame.html").read_text(encoding="utf-8")
    assert "tame-a4.pdf" in page
    assert "wild-a4.pdf" not in page


class OnAFullDisk(Press):
    """A press that has no room for the files that it writes beside."""

    def print(self, job: Job) -> bytes:
        raise OSError(errno.ENOSPC, "No space left on device")


def test_with_a_full_disk_the_edition_before_stays(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    command = ["build", "--project", str(project.root)]
    CliRunner().invoke(main, command)
    before = sheets(project.output / "current")
    assert before
    page = project.docs / "handouts" / "tame.md"
    page.write_text("# Tame\n\nOther text.\n", encoding="utf-8")
    use(monkeypatch, OnAFullDisk)
    result = CliRunner().invoke(main, command)
    assert result.exit_code == 3
    assert result.stderr.splitlines()[-1] == (
        f"waraq: nothing was published: {tempfile.gettempdir()}: No space left on device; "
        "make room there, or let TMPDIR name another folder"
    )
    assert "shorter" not in result.output
    assert len(list((project.output / "editions").iterdir())) == 1
    assert sheets(project.output / "current") == before


@pytest.mark.parametrize("options", [{"jobs": 1}, {"jobs": 3}, {"jobs": 2, "method": "spawn"}])
def test_the_same_bytes_however_many_print(
    project: Project, tmp_path: Path, options: dict[str, object]
) -> None:
    together, _ = run.build(plan.plan(project), tmp_path / "two", jobs=2)
    other, problems = run.build(plan.plan(project), tmp_path / "other", **options)  # type: ignore[arg-type]
    assert not problems
    assert len(sheets(other)) == 4
    assert sheets(other) == sheets(together)
    assert other.name == together.name


BUILD = """
import signal, sys, time
from waraq.edition import run
from waraq.sheets.rendering import Press
from waraq.sphinx_ext import private
from waraq.cli import main

class Slow(Press):
    def print(self, job):
        print("printing", flush=True)
        time.sleep(60)

def reading(app):
    print("reading", flush=True)
    time.sleep(60)

if sys.argv.pop(1) == "reading":
    private.read_all = reading
run.press = lambda: Slow(run.FONT_PACKAGES)
# What a shell starts in the background ignores the keys that interrupt.
signal.signal(signal.SIGINT, signal.default_int_handler)
main(sys.argv[1:])
"""


IN_A_TERMINAL = """
import signal
signal.signal(signal.SIGHUP, signal.SIG_DFL)  # The tests themselves may have been begun by nohup.
"""


def once(process: int, number: signal.Signals) -> None:
    os.kill(process, number)


def twice_to_all(process: int, number: signal.Signals) -> None:
    """As a terminal does that is closed."""
    os.killpg(process, number)
    os.killpg(process, number)


@pytest.mark.parametrize("stage", ["reading", "printing"])
@pytest.mark.parametrize(
    ("send", "number"),
    [
        (once, signal.SIGINT),
        (once, signal.SIGTERM),
        (once, signal.SIGHUP),
        (twice_to_all, signal.SIGHUP),
    ],
)
def test_a_build_that_is_stopped_leaves_no_process_and_no_file(
    project: Project,
    tmp_path: Path,
    stage: str,
    send: Callable[[int, signal.Signals], None],
    number: signal.Signals,
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    build = IN_A_TERMINAL + BUILD
    command = [sys.executable, "-c", build, stage, "build", "--project", str(project.root)]
    environment = {**os.environ, "TMPDIR": str(temporary)}
    with subprocess.Popen(
        command,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        encoding="utf-8",
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == f"{stage}\n"
        send(process.pid, number)
        _, complaints = process.communicate(timeout=30)
    assert process.returncode != 0
    assert "Traceback" not in complaints
    assert ended(process.pid, 0)
    assert list(temporary.iterdir()) == []
    assert list(project.output.glob("editions/*")) == []
    assert not (project.output / "current").exists()


def test_a_build_that_is_to_outlive_its_terminal_does(project: Project, tmp_path: Path) -> None:
    build = BUILD.replace("time.sleep(60)", "return super().print(job)", 1)
    with subprocess.Popen(
        ["nohup", sys.executable, "-c", build, "printing", "build", "--project", str(project.root)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        encoding="utf-8",
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "printing\n"
        twice_to_all(process.pid, signal.SIGHUP)
        process.communicate(timeout=60)
    assert len(sheets(project.output / "current")) == 4


def ended(group: int, patience: float) -> bool:
    """Whether no process of this group is left."""
    end = time.monotonic() + patience
    while True:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        if time.monotonic() > end:
            return False
        time.sleep(0.05)


def test_who_waits_for_a_parent_that_is_gone_ends(tmp_path: Path) -> None:
    code = (
        "import os, signal\n"
        "from waraq.processes import Crew\n"
        "crew = Crew('fork')\n"
        "for _ in range(3):\n"
        "    crew.start(lambda connection: connection.recv())\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code], start_new_session=True, stderr=subprocess.DEVNULL
    )
    assert process.wait(30) == -signal.SIGKILL
    assert ended(process.pid, 10)
