"""A process for each language: state cannot leak from one into the next.

A job may ask its parent for something that takes long, such as the printing of
sheets. While it waits for the answer, others work in its place.
"""

from __future__ import annotations

import gc
from collections import deque
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from multiprocessing.connection import Connection, wait
from typing import Any, Generic, Protocol, TypeVar, cast

from waraq import machine
from waraq.problems import WaraqError
from waraq.processes import METHOD, Crew, Method, Worker

PARKED = 8
"""How many jobs may wait for answers at once, each with what it has read in memory."""


class WorkerError(WaraqError):
    """A language could not be built; the message says which and why."""


Result = TypeVar("Result")
Ask = Callable[[Any], Any]


class Service(Protocol):
    """Answers what jobs ask, with processes that count among those at once."""

    @property
    def busy(self) -> int:
        """How many of its processes have something to do."""

    def take(self, name: str, question: Any) -> None:
        """Note what the job of this name asks."""

    def work(self, processes: int) -> None:
        """Go on, with at most so many processes in addition to those that are busy."""

    def connections(self) -> Iterable[Connection]:
        """The lines on which something may come from its processes."""

    def receive(self, connection: Connection) -> None:
        """Take what has come."""

    def patience(self) -> float | None:
        """In how many seconds it must be called even if nothing comes; 0 if it has answers."""

    def answers(self) -> Iterable[tuple[str, Any]]:
        """The answers that are complete, each once, with the names of their jobs."""


class _Nobody:
    """Where jobs ask nothing."""

    @property
    def busy(self) -> int:
        return 0

    def take(self, name: str, question: Any) -> None:
        raise WorkerError(f"{name}: nobody answers it")

    def work(self, processes: int) -> None:
        """Do nothing."""

    def connections(self) -> Iterable[Connection]:
        return ()

    def receive(self, connection: Connection) -> None:
        """Nothing ever comes."""

    def patience(self) -> float | None:
        return None

    def answers(self) -> Iterable[tuple[str, Any]]:
        return ()


NOBODY: Service = _Nobody()


def run(
    jobs: Mapping[str, Callable[[], Result]],
    at_once: int,
    done: Callable[[str], None] = lambda name: None,
    method: Method = METHOD,
) -> dict[str, Result]:
    """Run each job in a process of its own, at most *at_once* side by side.

    A forked job sees the parent's memory as it is now, a spawned one must be
    picklable and starts from nothing. What a job changes is its own, but for
    its result, which must be picklable. The first failure ends the others.

    :raises WorkerError: with the job's name and reason
    """
    asking = {name: partial(_without_asking, job) for name, job in jobs.items()}
    with Crew(method) as crew:
        return run_asking(asking, at_once, crew, NOBODY, done)


def run_asking(
    jobs: Mapping[str, Callable[[Ask], Result]],
    at_once: int,
    crew: Crew,
    service: Service,
    done: Callable[[str], None] = lambda name: None,
) -> dict[str, Result]:
    """The same with jobs that ask *service* for something.

    :param crew: who works; its processes are ended by the caller
    """
    shift: _Shift[Result] = _Shift(jobs, max(1, at_once), crew, service, done)
    while shift.unfinished:
        shift.step()
    return shift.results


def _without_asking(job: Callable[[], Result], ask: Ask) -> Result:
    return job()


class _Shift(Generic[Result]):
    """Who is at work, who waits for an answer, and who has not begun."""

    def __init__(
        self,
        jobs: Mapping[str, Callable[[Ask], Result]],
        at_once: int,
        crew: Crew,
        service: Service,
        done: Callable[[str], None],
    ) -> None:
        self.results: dict[str, Result] = {}
        self._waiting = deque(jobs.items())
        self._workers: dict[Connection, tuple[str, Worker]] = {}
        self._parked: dict[str, Connection] = {}
        self._answers: deque[tuple[str, Any]] = deque()
        self._at_once, self._crew, self._service, self._done = at_once, crew, service, done

    @property
    def unfinished(self) -> bool:
        return bool(self._waiting or self._workers)

    @property
    def _free(self) -> int:
        running = len(self._workers) - len(self._parked)
        return self._at_once - running - self._service.busy

    def step(self) -> None:
        """Give everybody work, and take what the next has done."""
        self._answers.extend(self._service.answers())
        while self._answers and self._free > 0:
            name, answer = self._answers.popleft()
            self._parked.pop(name).send(answer)
        while self._waiting and self._free > 0 and len(self._parked) < PARKED:
            name, job = self._waiting.popleft()
            worker = self._crew.start(partial(_work, job))
            self._workers[worker.connection] = (name, worker)
        self._service.work(self._free)
        lines = [*self._workers, *self._service.connections()]
        for ready in wait(lines, self._service.patience()):
            connection = cast(Connection, ready)
            if connection in self._workers:
                self._hear(connection)
            else:
                self._service.receive(connection)

    def _hear(self, connection: Connection) -> None:
        name, worker = self._workers[connection]
        try:
            kind, said = connection.recv()
        except (EOFError, ConnectionError):
            status = self._crew.dismiss(worker)
            words = f"{name}: its process ended early (status {status}); is memory short?"
            raise WorkerError(words) from None
        if kind == "asks":
            self._parked[name] = connection
            self._service.take(name, said)
            return
        del self._workers[connection]
        self._crew.dismiss(worker)
        if kind == "fails":
            raise WorkerError(f"{name}: {said}")
        self.results[name] = said
        self._done(name)


def _work(job: Callable[[Ask], Any], connection: Connection) -> None:
    """Run the job; a bug's traceback goes to the standard error stream."""
    gc.disable()  # the process ends with its job

    def ask(question: Any) -> Any:
        connection.send(("asks", question))
        return connection.recv()

    try:
        connection.send(("is done", job(ask)))
    except WaraqError as error:
        connection.send(("fails", str(error)))
    except OSError as error:
        if not machine.lacks_room(error):
            raise
        connection.send(("fails", machine.no_room(error)))
