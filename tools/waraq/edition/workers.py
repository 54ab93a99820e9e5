"""A process for each language: state cannot leak from one into the next."""

from __future__ import annotations

import gc
import multiprocessing
from collections.abc import Callable, Mapping
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, Literal, TypeVar, cast

from waraq.problems import WaraqError


class WorkerError(WaraqError):
    """A language could not be built; the message says which and why."""


Result = TypeVar("Result")
Method = Literal["fork", "spawn"]

METHOD: Method = "fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn"
"""Forked workers share what was read; where there is no fork, each reads for itself."""


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
    # What is collected or counted in a forked process is copied to it: freeze it.
    gc.freeze()
    waiting = list(jobs.items())
    results: dict[str, Result] = {}
    running: dict[Any, tuple[str, BaseProcess]] = {}
    try:
        while waiting or running:
            while waiting and len(running) < max(1, at_once):
                name, job = waiting.pop(0)
                connection, process = _start(job, method)
                running[connection] = (name, process)
            for ready in wait(list(running)):
                name, process = running.pop(ready)
                results[name] = _result(name, process, cast(Connection, ready))
                done(name)
    finally:
        for _, process in running.values():
            process.terminate()
            process.join()
    return results


def _start(job: Callable[[], Any], method: Method) -> tuple[Connection, BaseProcess]:
    context: Any = multiprocessing.get_context(method)
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(job, sender))
    process.start()
    sender.close()
    return receiver, process


def _work(job: Callable[[], Any], sender: Connection) -> None:
    """Run the job; a bug's traceback goes to the standard error stream."""
    gc.disable()  # the process ends with its job
    try:
        sender.send(("", job()))
    except WaraqError as error:
        sender.send((str(error), None))


def _result(name: str, process: BaseProcess, connection: Connection) -> Any:
    result = None
    try:
        complaint, result = connection.recv()
    except EOFError:
        process.join()
        complaint = f"its process ended early (status {process.exitcode}); is memory short?"
    process.join()
    connection.close()
    if complaint:
        raise WorkerError(f"{name}: {complaint}")
    return result
