"""Processes that work for this one: each has a line to its parent and holds no other.

A forked process inherits every open line. If it kept those of its siblings,
none would notice that the parent is gone, and wait for ever: so each closes
them first. Ctrl-C and a closed terminal are the parent's business alone; it
dismisses the others.
"""

from __future__ import annotations

import gc
import multiprocessing
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any, Literal

Method = Literal["fork", "spawn"]

POSIX = hasattr(signal, "pthread_sigmask")
"""Windows has no forks, signal masks or limits."""

METHOD: Method = "fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn"
"""Forked processes share what was read; where there is no fork, each reads for itself."""

OF_THE_TERMINAL = frozenset(
    getattr(signal, name) for name in ("SIGINT", "SIGHUP") if hasattr(signal, name)
)
"""Ctrl-C, and a terminal that is closed: these reach every process that was begun in it."""

INTERRUPTIONS = OF_THE_TERMINAL | {signal.SIGTERM}


@dataclass(frozen=True, eq=False)
class Worker:
    """A process and the line to it."""

    process: BaseProcess
    connection: Connection


class Crew:
    """All processes of one build; none outlives it."""

    def __init__(self, method: Method = METHOD) -> None:
        self.method = method
        self._context: Any = multiprocessing.get_context(method)
        self._workers: set[Worker] = set()
        # What is collected or counted in a forked process is copied to it: freeze it.
        gc.freeze()

    def __enter__(self) -> Crew:
        return self

    def __exit__(self, *raised: object) -> None:
        """End those that still run."""
        for worker in list(self._workers):
            worker.process.kill()
            self.dismiss(worker)

    def start(self, target: Callable[[Connection], None]) -> Worker:
        """Run *target* in a process of its own, with its end of the line.

        A forked target sees the parent's memory as it is now; a spawned one must be picklable
        and starts from nothing.
        """
        ours, theirs = self._context.Pipe()
        forked = self.method == "fork"
        inherited = [ours, *(each.connection for each in self._workers)] if forked else []
        process = self._context.Process(
            target=_begin, args=(target, theirs, inherited), daemon=True
        )
        # Whoever is interrupted here would forget the process that has just begun.
        with _uninterrupted():
            process.start()
            worker = Worker(process, ours)
            self._workers.add(worker)
        theirs.close()
        return worker

    def dismiss(self, worker: Worker) -> int:
        """Hang up, and wait for the process to end.

        :returns: its exit status; if a signal ended it, the signal's number, negative
        """
        self._workers.discard(worker)
        worker.connection.close()
        worker.process.join()
        status = worker.process.exitcode
        assert status is not None
        return status


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Let signals wait, where the system can."""
    if not POSIX:
        yield
        return
    former = signal.pthread_sigmask(signal.SIG_BLOCK, INTERRUPTIONS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, former)


def _begin(
    target: Callable[[Connection], None], connection: Connection, inherited: list[Connection]
) -> None:
    for number in OF_THE_TERMINAL:
        signal.signal(number, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if POSIX:
        import resource

        signal.pthread_sigmask(signal.SIG_UNBLOCK, INTERRUPTIONS)
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    for each in inherited:
        each.close()
    target(connection)
