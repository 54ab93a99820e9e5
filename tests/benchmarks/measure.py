"""What running a command costs: CPU of its whole process tree, wall clock, memory.

This program must stay small itself: a child begins with its parent's memory, and Linux counts
that into the child's peak. So nothing here or in ``compare`` imports Sphinx or Waraq.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

KILOBYTES_IN_MAXRSS = 1024 if sys.platform == "darwin" else 1
SAMPLE_EVERY = 0.05


@dataclass(frozen=True)
class Cost:
    """``cpu`` and ``wall`` in seconds; ``peak`` of the largest process in kilobytes."""

    cpu: float
    wall: float
    peak: int


class CommandFailed(Exception):
    """A command that was to be measured ended badly; says its last words."""


def run(
    command: Sequence[str | Path],
    folder: Path,
    watch: Callable[[int], None] | None = None,
) -> Cost:
    """Run a command in *folder* and wait for it and all that it waited for.

    :param watch: called with the process's id while it runs
    :raises CommandFailed: if it ends with another status than 0
    """
    with tempfile.TemporaryFile() as complaints:
        begun = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, stdout=subprocess.DEVNULL, stderr=complaints
        )
        if watch:
            watch(process.pid)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            complaints.seek(0)
            words = complaints.read().decode("utf-8", "replace")[-2000:]
            raise CommandFailed(f"{Path(command[0]).name}: status {process.returncode}\n{words}")
    peak = usage.ru_maxrss // KILOBYTES_IN_MAXRSS
    return Cost(usage.ru_utime + usage.ru_stime, wall, peak)


def together(costs: Iterable[Cost], wall: float) -> Cost:
    """The cost of several commands that took *wall* seconds in all."""
    listed = list(costs)
    return Cost(sum(cost.cpu for cost in listed), wall, max(cost.peak for cost in listed))


def memory_of_tree(command: Sequence[str | Path], folder: Path) -> int | None:
    """The most that a command and its children held at once, in kilobytes.

    Memory that forked processes share counts once (Linux: proportional set size, sampled).
    None where the system does not tell it.
    """
    if not Path("/proc/self/smaps_rollup").exists():
        return None
    most = 0
    ended = threading.Event()

    def sample(pid: int) -> None:
        nonlocal most
        while not ended.wait(SAMPLE_EVERY):
            most = max(most, sum(_proportional(each) for each in _tree(pid)))

    samplers: list[threading.Thread] = []

    def watch(pid: int) -> None:
        samplers.append(threading.Thread(target=sample, args=(pid,)))
        samplers[0].start()

    try:
        run(command, folder, watch)
    finally:
        ended.set()
        for sampler in samplers:
            sampler.join()
    return most


def _tree(pid: int) -> Iterator[int]:
    yield pid
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    except OSError:
        return
    for child in children:
        yield from _tree(int(child))


def _proportional(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)
