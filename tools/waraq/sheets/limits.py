"""How much time and memory one sheet may take, and what is said of one that took more."""

from __future__ import annotations

import resource
import signal
import sys
from dataclasses import dataclass
from pathlib import Path

PAGE = resource.getpagesize()


@dataclass(frozen=True)
class Limits:
    """What a sheet may take: a hundred times what a usual one does."""

    cpu: int = 60
    """Seconds of processor time."""
    wall: float = 600
    """Seconds on the clock; on a busy machine these pass quickly."""
    memory: int = 1024
    """Megabytes beyond what the process has when it begins."""


SHORTER = "make the page shorter or simpler; its other sheets and languages are not affected"


def bound_memory(limits: Limits) -> None:
    """Let this process take so much more, and no more (Linux; elsewhere only time is limited)."""
    statm = Path("/proc/self/statm")
    if not sys.platform.startswith("linux") or not statm.exists():
        return
    now = int(statm.read_text(encoding="ascii").split()[0]) * PAGE
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    wanted = now + limits.memory * 2**20
    most = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
    resource.setrlimit(resource.RLIMIT_AS, (most, hard))


def bound_cpu(limits: Limits) -> None:
    """Let this process compute so long from now on; then SIGXCPU ends it."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    wanted = int(used.ru_utime + used.ru_stime) + 1 + limits.cpu
    most = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
    resource.setrlimit(resource.RLIMIT_CPU, (most, hard))


def too_long(limits: Limits) -> str:
    """What is said of a sheet that was stopped by the clock."""
    return f"it was not done within {limits.wall:g} seconds and was stopped"


def too_large(limits: Limits) -> str:
    """What is said of a sheet that was refused memory."""
    return f"it wants more than {limits.memory} MB of memory, which is the limit for one sheet"


def why_ended(status: int, limits: Limits) -> str:
    """What is said of a sheet whose process ended with this status; a signal's is negative."""
    if status == -signal.SIGXCPU:
        return f"it took more than {limits.cpu} seconds of processor time, the limit for one sheet"
    if status == -signal.SIGKILL:
        return "its process was killed from outside; is the machine's memory short?"
    if status < 0:
        return (
            f"its process broke off ({signal.Signals(-status).name}), which is how libraries "
            f"answer when memory is refused; the limit for one sheet is {limits.memory} MB"
        )
    return f"its process ended early (status {status}); what went wrong is said above"
