"""What is measured: each function here makes rows of the table.

To add one, write a function that yields rows and call it from ``all_rows``.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles

from measure import Cost, memory_of_tree
from stacks import HERE, Site, generate

EDITED = "page001"


@dataclass(frozen=True)
class Effort:
    """How often each thing is measured."""

    cold: int
    again: int
    pairs: int
    edits: int
    sizes: tuple[int, ...]

    def of_size(self, pages: int) -> int:
        """How often a site of that many pages is built: small ones more often."""
        return max(1, self.cold * self.sizes[0] // pages)


FULL = Effort(cold=3, again=5, pairs=8, edits=10, sizes=(12, 60, 240))
QUICK = Effort(cold=1, again=2, pairs=4, edits=5, sizes=(12, 60))


@dataclass(frozen=True)
class Row:
    """One line of the table; ``met`` is None where there is no target, or no figure yet."""

    what: str
    plain: str = "—"
    ours: str = "—"
    ratio: str = ""
    target: str = ""
    met: bool | None = None


def all_rows(folder: Path, effort: Effort, jobs: int, say: Callable[[str], None]) -> Iterator[Row]:
    """Every row, in the order of the table; *say* is told what begins."""
    say("writing the workload")
    site = generate(folder / "many-languages", effort.sizes[0], jobs)
    say("once unmeasured")
    site.plain()
    site.ours()
    site.verify()
    say(f"cold builds of {len(site.tags)} languages")
    plain_languages: list[float] = []
    yield from _cold(site, effort, plain_languages)
    say("one more language")
    yield from _marginal(site, effort, median(plain_languages))
    say("builds of what has not changed")
    yield from _again(site, effort)
    say("edit to page")
    yield _edit(site, effort)
    yield from _sizes(folder, effort, jobs, site.tags[0], say)


def _cold(site: Site, effort: Effort, plain_languages: list[float]) -> Iterator[Row]:
    plain, ours = [], []
    for _ in range(effort.cold):
        loop, each = site.plain()
        plain.append(loop)
        plain_languages += [cost.cpu for cost in each]
        ours.append(site.ours())
    what = f"cold, {effort.sizes[0]} pages and index, {len(site.tags)} languages"
    yield _seconds(f"{what}: CPU", _cpu(plain), _cpu(ours), ratio_target=0.10)
    yield _seconds(f"{what}: wall, {site.jobs} processes", _wall(plain), _wall(ours))
    yield _megabytes("the same: memory of the largest process", _peak(plain), _peak(ours))


def _marginal(site: Site, effort: Effort, plain: float) -> Iterator[Row]:
    """All languages against one (the steadier figure), and against all but one.

    The second is a small difference of large times: its quartiles tell how far to trust it.
    """
    everything: list[float] = []
    alone: list[float] = []
    fewer: list[float] = []
    for number in range(effort.pairs):
        one = site.tags[number % len(site.tags)]
        sets = (list(site.tags), [one], [tag for tag in site.tags if tag != one])
        turns = list(zip((everything, alone, fewer), sets, strict=True))
        for costs, tags in turns[number % 3 :] + turns[: number % 3]:
            costs.append(site.ours(tags).cpu)
    more = len(site.tags) - 1
    slope = median((a - b) / more for a, b in zip(everything, alone, strict=True))
    yield _seconds(f"one more language, {more + 1} against 1: CPU", plain, slope, target=0.2)
    differences = [a - b for a, b in zip(everything, fewer, strict=True)]
    low, middle, high = quantiles(differences, n=4)
    what = f"one more language, {more + 1} against {more}: CPU, quartiles"
    yield Row(what, ours=f"{low:.2f} {middle:.2f} {high:.2f} s", target="≤ 0.2 s")


def _again(site: Site, effort: Effort) -> Iterator[Row]:
    site.plain()
    site.ours()
    plain, ours = [], []
    for _ in range(effort.again):
        plain.append(site.plain(fresh=False)[0])
        ours.append(site.ours(fresh=False))
    what = f"nothing has changed, {len(site.tags)} languages"
    yield _seconds(f"{what}: CPU", _cpu(plain), _cpu(ours), target=0.3)
    yield _seconds(f"{what}: wall", _wall(plain), _wall(ours))


def _edit(site: Site, effort: Effort) -> Row:
    """Plain: a new sphinx-build over what it kept. Ours: a process that stays."""
    tag = site.tags[0]
    plain = []
    catalog = site.catalog(tag, EDITED)
    honest = catalog.read_text(encoding="utf-8")
    for number in range(effort.edits):
        catalog.write_text(_edited(honest, number), encoding="utf-8")
        plain.append(site.plain([tag], fresh=False)[0].cpu * 1000)
        page = site.folder / "plain-out" / tag / f"{EDITED}.html"
        assert f"edit {number}" in page.read_text(encoding="utf-8"), "the edit is not on the page"
    catalog.write_text(honest, encoding="utf-8")
    spent = _resident(site, tag, effort.edits)
    what = "one entry edited → that page: CPU"
    ours = median(spent)
    return Row(
        what,
        f"{median(plain):.0f} ms",
        f"{ours:.1f} ms",
        f"{ours / median(plain):.3f}",
        "≤ 50 ms",
        ours <= 50,
    )


def _edited(catalog: str, number: int) -> str:
    """The catalog with words added to its second message, the page's title."""
    entries = catalog.split("\n\n")
    entries[2] = entries[2].rstrip()[:-1] + f' edit {number}"'
    return "\n\n".join(entries)


def _resident(site: Site, tag: str, times: int) -> list[float]:
    command: list[str | Path] = [
        sys.executable,
        HERE / "resident.py",
        site.folder / "ours",
        tag,
        str(times),
    ]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    spent: list[float] = json.loads(done.stdout)
    return spent


def _sizes(
    folder: Path, effort: Effort, jobs: int, tag: str, say: Callable[[str], None]
) -> Iterator[Row]:
    """One language at each size, and whether the cost of a page grows with the site."""
    plain: dict[int, float] = {}
    ours: dict[int, float] = {}
    peaks: tuple[list[Cost], list[Cost]] = ([], [])
    for pages in effort.sizes:
        say(f"{pages} pages")
        site = generate(folder / f"{pages}-pages", pages, jobs, [tag])
        peaks = ([], [])
        for _ in range(effort.of_size(pages)):
            peaks[0].append(site.plain()[0])
            peaks[1].append(site.ours())
        site.verify()
        plain[pages], ours[pages] = _cpu(peaks[0]), _cpu(peaks[1])
        yield _milliseconds(
            f"{pages} pages, 1 language (ours: and the source): CPU a page",
            plain[pages] / (pages + 1) * 1000,
            ours[pages] / (pages + 1) * 1000,
        )
    if len(effort.sizes) > 2:
        yield _growth(plain, ours)
    what = f"{effort.sizes[-1]} pages: memory"
    yield _megabytes(f"{what} of the largest process", _peak(peaks[0]), _peak(peaks[1]), 300)
    site.forget()
    tree = memory_of_tree(site.our_command(), site.folder)
    if tree is not None:
        yield _megabytes(f"{what} of all processes at once", None, tree)


def _growth(plain: dict[int, float], ours: dict[int, float]) -> Row:
    """How much dearer a page is between the last two sizes than between the two before.

    Start-up is in none of the differences.
    """
    first, middle, last = list(ours)[-3:]

    def factor(cpu: dict[int, float]) -> float:
        early = (cpu[middle] - cpu[first]) / (middle - first)
        return (cpu[last] - cpu[middle]) / (last - middle) / early

    return Row(
        f"a page more, {middle}–{last} pages against {first}–{middle} (linear: 1)",
        f"{factor(plain):.2f}",
        f"{factor(ours):.2f}",
        target="≤ 1.2",
        met=factor(ours) <= 1.2,
    )


def _seconds(
    what: str,
    plain: float,
    ours: float,
    target: float | None = None,
    ratio_target: float | None = None,
) -> Row:
    ratio = ours / plain
    wanted, met = "", None
    if target is not None:
        wanted, met = f"≤ {target} s", ours <= target
    if ratio_target is not None:
        wanted, met = f"ratio ≤ {ratio_target:.2f}", ratio <= ratio_target
    return Row(what, f"{plain:.2f} s", f"{ours:.2f} s", f"{ratio:.3f}", wanted, met)


def _milliseconds(what: str, plain: float, ours: float) -> Row:
    return Row(what, f"{plain:.0f} ms", f"{ours:.0f} ms", f"{ours / plain:.3f}")


def _megabytes(what: str, plain: int | None, ours: int, target: int | None = None) -> Row:
    theirs, mine = (plain or 0) * 1024 / 1e6, ours * 1024 / 1e6
    return Row(
        what,
        f"{theirs:.0f} MB" if theirs else "—",
        f"{mine:.0f} MB",
        f"{mine / theirs:.2f}" if theirs else "",
        f"≤ {target} MB" if target else "",
        mine <= target if target else None,
    )


def _cpu(costs: list[Cost]) -> float:
    return median(cost.cpu for cost in costs)


def _wall(costs: list[Cost]) -> float:
    return median(cost.wall for cost in costs)


def _peak(costs: list[Cost]) -> int:
    return max(cost.peak for cost in costs)
