"""Where Waraq's own time goes: cProfile over one language, in this process.

The figures of single functions are inflated by the profiler: compare them with each other only.
The stages are timed without it first.
"""

from __future__ import annotations

import cProfile
import io
import pstats
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from waraq.edition import plan, run
from waraq.edition.plan import Output
from waraq.paths import Project

SHOWN = 40
Result = TypeVar("Result")


def profile(root: Path, tag: str, site: Path) -> str:
    """A report on reading and judging the project at *root*, and on building one language."""
    project = Project(root)

    def read() -> plan.Plan:
        return plan.plan(project, [tag])

    begun = time.process_time()
    made = read()
    stages = [f"read and gate, one language, imports included: {_since(begun)}"]
    begun = time.process_time()
    _build(made, site)
    stages.append(f"set and write it: {_since(begun)}")
    made, reading = _profiled(read)
    _, building = _profiled(lambda: _build(made, site))
    parts = ["\n".join(stages), "READ AND GATE", *reading, "ONE LANGUAGE", *building]
    return "\n\n".join(parts)


def _build(made: plan.Plan, site: Path) -> None:
    run.build_language(made, made.published[0].tag, site, {Output.WEB}, {}, list)


def _since(begun: float) -> str:
    return f"{(time.process_time() - begun) * 1000:.0f} ms CPU"


def _profiled(work: Callable[[], Result]) -> tuple[Result, list[str]]:
    profiler = cProfile.Profile()
    result = profiler.runcall(work)
    return result, [_top(profiler, order) for order in ("cumulative", "tottime")]


def _top(profiler: cProfile.Profile, order: str) -> str:
    text = io.StringIO()
    pstats.Stats(profiler, stream=text).strip_dirs().sort_stats(order).print_stats(SHOWN)
    return text.getvalue().strip()
