"""The printing works: presses in processes of their own, each sheet within its limits.

A process is forked once WeasyPrint is loaded and before it has seen any font,
for some versions of Pango keep a thread that a fork would lose; it loads its
fonts with its first sheet and keeps them. One that is spent or dies is replaced,
and only the sheet that it had in hand is lost. The longest sheets come first,
whatever language they are in, so that no process is left with one at the end.
"""

from __future__ import annotations

import errno
import gc
import heapq
import itertools
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Protocol

from waraq import machine
from waraq.leftovers import clear_left_over, own
from waraq.processes import Crew, Worker
from waraq.sheets import complaints
from waraq.sheets.job import Job
from waraq.sheets.kept import Kept
from waraq.sheets.limits import (
    SHORTER,
    Limits,
    bound_cpu,
    bound_memory,
    too_large,
    too_long,
    why_ended,
)

SCRATCH = "waraq-sheets-"

REPLACED_AFTER = 60
"""Sheets after which a press is replaced: libraries in C give not all memory back."""


class SheetPress(Protocol):
    """What prints a sheet; the one of ``rendering``, or a test's."""

    def print(self, job: Job) -> bytes:
        """The PDF of one sheet."""


Setup = Callable[[], AbstractContextManager[SheetPress]]


@dataclass(frozen=True)
class Printed:
    """A sheet that lies in the site; ``size`` in bytes."""

    path: str
    size: int


@dataclass(frozen=True)
class Failed:
    """A sheet that is left out: why, and what is to be done about it."""

    path: str
    reason: str
    hint: str


Outcome = Printed | Failed


@dataclass
class _Order:
    """What one language has asked for."""

    name: str
    jobs: Sequence[Job]
    outcomes: dict[int, Outcome] = field(default_factory=dict)


@dataclass(frozen=True)
class _Task:
    """One sheet to print, its place in its order, and the key to keep it under."""

    order: _Order
    number: int
    key: str

    @property
    def job(self) -> Job:
        return self.order.jobs[self.number]


@dataclass
class _Press:
    """A process that prints; what it has in hand, since when, and how much it has done."""

    worker: Worker
    task: _Task | None = None
    deadline: float = 0
    printed: int = 0


class Works:
    """Prints what languages order, into one site (a service of ``edition.workers``)."""

    def __init__(
        self, site: Path, kept: Kept, crew: Crew, setup: Setup, limits: Limits | None = None
    ) -> None:
        self.printed = 0
        """How many sheets were really printed, and not taken from those kept."""
        self._site, self._kept, self._crew, self._setup = site, kept, crew, setup
        self._limits = limits or Limits()
        self._queue: list[tuple[int, int, _Task]] = []
        self._turn = itertools.count()
        self._presses: dict[Connection, _Press] = {}
        self._orders: list[_Order] = []
        # Libraries write scratch files; those of a process that is killed would stay for ever.
        clear_left_over(Path(tempfile.gettempdir()), SCRATCH)
        self._scratch = tempfile.TemporaryDirectory(prefix=own(SCRATCH))

    def __enter__(self) -> Works:
        return self

    def __exit__(self, *raised: object) -> None:
        """Remove what libraries have left; the processes are ended by their crew."""
        for press in list(self._presses.values()):
            press.worker.process.kill()
            self._crew.dismiss(press.worker)
        self._scratch.cleanup()

    @property
    def busy(self) -> int:
        """How many presses have something in hand."""
        return sum(each.task is not None for each in self._presses.values())

    def take(self, name: str, question: Sequence[Job]) -> None:
        """Order these sheets for the language of this name."""
        order = _Order(name, question)
        self._orders.append(order)
        for number, job in enumerate(question):
            task = _Task(order, number, self._kept.key(job))
            pdf = self._kept.get(task.key)
            if pdf is not None:
                self._deliver(task, pdf)
            else:
                heapq.heappush(self._queue, (-len(job.html), next(self._turn), task))

    def work(self, processes: int) -> None:
        """Stop what is over time, and give out sheets to at most so many more presses."""
        now = time.monotonic()
        for press in list(self._presses.values()):
            if press.task is not None and press.deadline <= now:
                press.worker.process.kill()
                self._lose(press, too_long(self._limits))
                processes += 1
        for _ in range(min(processes, len(self._queue))):
            self._give(heapq.heappop(self._queue)[-1])

    def connections(self) -> Iterable[Connection]:
        """The lines to all presses; from an idle one nothing comes but its end."""
        return list(self._presses)

    def patience(self) -> float | None:
        """Seconds until the first sheet is over time; 0 if an order is complete."""
        if any(len(each.outcomes) == len(each.jobs) for each in self._orders):
            return 0
        deadlines = [each.deadline for each in self._presses.values() if each.task is not None]
        return max(0.0, min(deadlines) - time.monotonic()) if deadlines else None

    def answers(self) -> Iterator[tuple[str, list[Outcome]]]:
        """The orders that are complete, with what became of each sheet."""
        for order in list(self._orders):
            if len(order.outcomes) == len(order.jobs):
                self._orders.remove(order)
                yield order.name, [order.outcomes[number] for number in range(len(order.jobs))]

    def receive(self, connection: Connection) -> None:
        """Take a sheet from a press, or notice its end.

        :raises OSError: if the press has no room to write its scratch files
        """
        press = self._presses.get(connection)
        if press is None:
            return
        try:
            said: bytes | _Complaint | OSError = connection.recv()
        except (EOFError, ConnectionError):
            self._lose(press)
            return
        if isinstance(said, OSError):
            raise OSError(said.errno, said.strerror, said.filename or tempfile.gettempdir())
        task, press.task = press.task, None
        assert task is not None
        press.printed += 1
        if isinstance(said, bytes):
            self.printed += 1
            self._kept.put(task.key, said)
            self._deliver(task, said)
        else:
            task.order.outcomes[task.number] = Failed(task.job.path, said.reason, said.hint)
        if press.printed >= REPLACED_AFTER or (isinstance(said, _Complaint) and said.spent):
            self._end(press)

    def _give(self, task: _Task) -> None:
        press = next((each for each in self._presses.values() if each.task is None), None)
        if press is None:
            target = partial(_print_sheets, self._setup, self._limits, self._scratch.name)
            press = _Press(self._crew.start(target))
            self._presses[press.worker.connection] = press
        press.task, press.deadline = task, time.monotonic() + self._limits.wall
        try:
            press.worker.connection.send(task.job)
        except ConnectionError:
            self._lose(press)

    def _deliver(self, task: _Task, pdf: bytes) -> None:
        target = self._site / task.job.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(pdf)
        task.order.outcomes[task.number] = Printed(task.job.path, len(pdf))

    def _lose(self, press: _Press, reason: str = "") -> None:
        """A press has ended, and with it what it had in hand."""
        status = self._end(press)
        if press.task is not None:
            said = reason or why_ended(status, self._limits)
            outcome = Failed(press.task.job.path, said, SHORTER)
            press.task.order.outcomes[press.task.number] = outcome

    def _end(self, press: _Press) -> int:
        del self._presses[press.worker.connection]
        return self._crew.dismiss(press.worker)


@dataclass(frozen=True)
class _Complaint:
    """Why a sheet was not printed; ``spent`` if the press cannot be trusted any more."""

    reason: str
    hint: str
    spent: bool = False


def _print_sheets(setup: Setup, limits: Limits, scratch: str, connection: Connection) -> None:
    """The life of a press: sheet after sheet until nobody is on the line."""
    tempfile.tempdir = scratch
    gc.disable()  # between sheets is soon enough
    bound_memory(limits)
    with setup() as press:
        while True:
            try:
                job: Job = connection.recv()
            except EOFError:
                return
            bound_cpu(limits)
            connection.send(_print(press, job, limits))
            gc.collect()


def _print(press: SheetPress, job: Job, limits: Limits) -> bytes | _Complaint | OSError:
    """The sheet, or what is wrong with it; an error of the system if there is no room to write."""
    from waraq.sheets.rendering import SheetError

    try:
        return press.print(job)
    except SheetError as error:
        return _Complaint(*complaints.in_words(str(error)))
    except MemoryError:
        return _Complaint(too_large(limits), SHORTER, spent=True)
    except OSError as error:
        if error.errno == errno.ENOMEM:
            return _Complaint(too_large(limits), SHORTER, spent=True)
        if machine.lacks_room(error):
            return error
        raise
