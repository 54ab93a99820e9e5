"""The benchmark of print: our handouts, and others' ways to the same sheets, side by side.

    python tests/benchmarks/print.py [--quick]

Ours is a process that has WeasyPrint and its fonts loaded, as the workers of a build; the command
``weasyprint`` sets the same HTML with the same fonts, sphinx-simplepdf the same text in a project
of one page, with the look and the fonts that it takes by itself, and Chromium prints the handout's
web page. What the processes that Chromium leaves to themselves cost cannot be counted: its figure
is a lower bound.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from compare import facts, print_table, say
from measure import Cost, run
from rows import Row

HERE = Path(__file__).parent
HOME = HERE.parents[1]
TARGETS = {"en": 200, "ug": 200, "zh-Hans": 300}
"""Milliseconds of CPU for a sheet in each language, of which two pages are usual."""

BUILD_TARGET = 60
"""Seconds on the clock for every handout in every language and edition, on two cores."""

SETTINGS = """extensions = ["sphinx_simplepdf"]
language = "{language}"
simplepdf_use_weasyprint_api = True
"""
PAGE = """{name}
=============

.. raw:: html
   :file: text.html
"""
TEXT = re.compile(r"<main.*</main>", re.DOTALL)
PICTURE = re.compile(r"<img[^>]*>")


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description="Compare how fast handouts are printed.")
    parser.add_argument("--quick", action="store_true", help="each thing once")
    times = 1 if parser.parse_args().quick else 3
    print("\n".join(facts()))
    with tempfile.TemporaryDirectory(prefix="benchmark-") as folder:
        print_table(list(rows(Path(folder), times)))


def rows(folder: Path, times: int) -> Iterator[Row]:
    """Builds of all sheets, then each language beside the others' ways."""
    say("every handout in every language and edition")
    yield from _builds(folder)
    for tag in TARGETS:
        say(f"the handouts in {tag}")
        yield from _language(folder, tag, times)


def _builds(folder: Path) -> Iterator[Row]:
    project = folder / "project"
    project.mkdir()
    for name in ("conf.py", "docutils.conf"):
        shutil.copy(HOME / name, project)
    for name in ("docs", "locale"):
        shutil.copytree(HOME / name, project / name)
    cold = _build(project)
    sheets = len(list((project / "_build" / "site" / "current").rglob("*.pdf")))
    what = f"{sheets} sheets and all pages, cold, {os.cpu_count()} cores"
    met = cold.wall <= BUILD_TARGET
    yield Row(f"{what}: wall", ours=f"{cold.wall:.1f} s", target=f"≤ {BUILD_TARGET} s", met=met)
    yield Row(f"{what}: CPU", ours=f"{cold.cpu:.1f} s")
    with (project / "docs" / "index.md").open("a", encoding="utf-8") as page:
        page.write("\nOne sentence more.\n")
    again = _build(project)
    yield Row("a page has changed, no sheet: wall", ours=f"{again.wall:.1f} s")
    yield Row("a page has changed, no sheet: CPU", ours=f"{again.cpu:.1f} s")


def _build(project: Path) -> Cost:
    return run([Path(sys.executable).with_name("waraq"), "build"], project)


def _language(folder: Path, tag: str, times: int) -> Iterator[Row]:
    files = folder / tag
    command: list[str | Path] = [sys.executable, HERE / "warm.py", HOME, tag, str(times), files]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    spent: dict[str, list[float]] = json.loads(done.stdout)
    ours = {name: median(costs) for name, costs in spent.items()}
    target = TARGETS[tag]
    for name, cost in ours.items():
        yield Row(f"{tag}, {name}: CPU", "", f"{cost:.0f} ms", "", f"≤ {target} ms", cost <= target)
    mean = sum(ours.values()) / len(ours)
    alone = [_weasyprint(files, name) for name in ours for _ in range(times)]
    yield _beside(f"{tag}, mean, beside the command weasyprint", alone, mean)
    simplepdf = [_simplepdf(files, name, tag) for name in ours for _ in range(times)]
    yield _beside(f"{tag}, mean, beside sphinx-simplepdf", simplepdf, mean)
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium:
        pages = folder / "project" / "_build" / "site" / "current" / tag / "handouts"
        browser = [_chromium(chromium, pages, name) for name in ours for _ in range(times)]
        yield _beside(f"{tag}, mean, beside Chromium (at least)", browser, mean)


def _beside(what: str, costs: list[Cost], ours: float) -> Row:
    theirs = sum(cost.cpu for cost in costs) / len(costs) * 1000
    return Row(f"{what}: CPU", f"{theirs:.0f} ms", f"{ours:.0f} ms", f"{ours / theirs:.3f}")


def _weasyprint(files: Path, name: str) -> Cost:
    command = [sys.executable, "-m", "weasyprint", "--quiet", "--pdf-variant", "pdf/ua-1"]
    return run([*command, f"{name}.html", f"{name}.pdf"], files)


def _simplepdf(files: Path, name: str, tag: str) -> Cost:
    """What ``sphinx-build`` costs for a project whose only page is the sheet's text."""
    text = TEXT.search((files / f"{name}.html").read_text(encoding="utf-8"))
    assert text, name
    with tempfile.TemporaryDirectory(prefix="benchmark-") as folder:
        project = Path(folder)
        settings = SETTINGS.format(language=tag.replace("-", "_"))
        (project / "conf.py").write_text(settings, encoding="utf-8")
        (project / "index.rst").write_text(PAGE.format(name=name), encoding="utf-8")
        (project / "text.html").write_text(PICTURE.sub("", text[0]), encoding="utf-8")
        built = project / "_build"
        cost = run([sys.executable, "-m", "sphinx", "-q", "-b", "simplepdf", ".", built], project)
        if not list(built.glob("*.pdf")):
            raise RuntimeError(f"sphinx-simplepdf has made no PDF of {name} in {tag}")
        return cost


def _chromium(chromium: str, pages: Path, name: str) -> Cost:
    with tempfile.TemporaryDirectory(prefix="benchmark-") as own:
        options = ["--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={own}"]
        target = f"--print-to-pdf={own}/{name}.pdf"
        return run([chromium, *options, target, (pages / f"{name}.html").as_uri()], pages)


if __name__ == "__main__":
    main()
