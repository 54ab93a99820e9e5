"""The benchmark: plain Sphinx with myst-parser, and Waraq, side by side in one run.

    python tests/benchmarks/compare.py [--quick] [--profile]

CPU is user and system time of the whole process tree; figures are medians. Both stacks build
the same sources and catalogs in turns, with as many processes at once. Machines differ, so this
is no timed test, and only ratios from one run may be quoted. What favours whom: ours also writes
the source language. Both write a search index; handouts and offline copies, which the plain stack
does not make, are left out.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import astuple
from importlib.metadata import version
from pathlib import Path

from rows import FULL, QUICK, Row, all_rows
from stacks import THEME, generate

HEADINGS = ("what", "plain", "ours", "ratio", "target", "met")


def main() -> None:
    """Measure and print the table, or print the profile."""
    parser = argparse.ArgumentParser(description="Compare Waraq's speed with plain Sphinx's.")
    parser.add_argument("--quick", action="store_true", help="fewer repeats, no 240 pages")
    parser.add_argument("--profile", action="store_true", help="only show where our time goes")
    parser.add_argument("--pages", type=int, default=12, help="of the profile")
    parser.add_argument("--language", default="ug", help="of the profile")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="benchmark-") as folder:
        if arguments.profile:
            _profile(Path(folder), arguments.pages, arguments.language)
            return
        print("\n".join(facts()))
        rows = all_rows(Path(folder), QUICK if arguments.quick else FULL, _jobs(), say)
        print_table(list(rows))


def facts() -> list[str]:
    """What of this machine the figures depend on."""
    packages = ("sphinx", "myst-parser", "docutils", "markdown-it-py")
    versions = ", ".join(f"{name} {version(name)}" for name in packages)
    load = ", ".join(f"{each:.1f}" for each in os.getloadavg())
    return [
        f"{platform.system()} {platform.machine()}, {_jobs()} cores, load at the start {load}",
        f"Python {platform.python_version()}, {versions}; plain theme {THEME}",
        "",
    ]


def _jobs() -> int:
    return os.cpu_count() or 1


def say(words: str) -> None:
    print(f"… {words}", file=sys.stderr, flush=True)


def print_table(rows: Sequence[Row]) -> None:
    words = {True: "yes", False: "NO", None: ""}
    lines = [HEADINGS, *((*astuple(row)[:-1], words[row.met]) for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(HEADINGS))]
    for line in lines:
        what, *cells = (cell.ljust(width) for cell, width in zip(line, widths, strict=True))
        print("  ".join([what, *cells]).rstrip())


def _profile(folder: Path, pages: int, tag: str) -> None:
    from profiling import profile

    site = generate(folder, pages, _jobs(), [tag])
    print(profile(site.folder / "ours", tag, folder / "profiled"))


if __name__ == "__main__":
    main()
