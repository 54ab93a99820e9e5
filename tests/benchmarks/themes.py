"""The pages of this explainer in our theme and in three others, measured in the same way.

    python tests/benchmarks/themes.py

The sources, the catalogs and the engine that translates are the same; templates, styles and the
HTML writer differ. Only pages that all have are counted: no search, no index, no start page. The
other themes are installed, pinned, into an environment that is thrown away; where the network is
gone, the script says so and ends well.
"""

from __future__ import annotations

import runpy
import subprocess
import sys
import sysconfig
import tempfile
import venv
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from urllib.parse import unquote, urlsplit

from waraq import settings
from waraq.audit import Audit, examine
from waraq.audit.weight import weigh
from waraq.paths import HOME, Project

HERE = Path(__file__).parent
OURS = "this one"
THEMES = {
    "furo": "furo",
    "pydata-sphinx-theme": "pydata_sphinx_theme",
    "sphinx-rtd-theme": "sphinx_rtd_theme",
}
"""By the name of the package, the theme's name in conf.py."""

PACKAGES = (
    "furo==2025.12.19",
    "pydata-sphinx-theme==0.24.0",
    "sphinx-rtd-theme==3.1.0",
    # What they need beside what Sphinx has.
    "accessible-pygments==0.0.5",
    "beautifulsoup4==4.15.0",
    "soupsieve==4.1.2",
    "sphinx-basic-ng==1.0.0b2",
    "sphinxcontrib-jquery==4.1",
)
FIRST = "en/start-here.html"
STRUCTURE = frozenset({"heading", "id", "image", "link-empty", "main", "nav", "table", "title"})


class Offline(Exception):
    """The other themes cannot be had."""


@dataclass(frozen=True)
class Measured:
    """The pages of one theme, in every language."""

    audit: Audit
    invalid: Counter[str]
    """How many errors the Nu checker found, by page."""

    @property
    def pages(self) -> set[str]:
        """Where they lie."""
        return set(self.audit.edition.pages)


def main() -> None:
    """Measure and print the table."""
    with tempfile.TemporaryDirectory(prefix="themes-") as name:
        folder = Path(name).resolve()
        try:
            python = environment(folder / "venv")
        except Offline as error:
            print(f"Nothing was measured: the other themes could not be installed ({error}).")
            return
        build_ours(folder / OURS)
        for package, theme in THEMES.items():
            build_theirs(folder / package, theme, python)
        names = (OURS, *THEMES)
        print(as_markdown(names, rows(measure(folder, names))))


def environment(folder: Path) -> Path:
    """A Python that has the other themes, and all that this one has.

    :raises Offline: if they cannot be installed
    """
    say("installing the other themes")
    venv.create(folder, with_pip=True)
    site = sysconfig.get_path("purelib", "venv", {"base": str(folder)})
    ours = sysconfig.get_path("purelib")
    Path(site, "ours.pth").write_text(f"import site; site.addsitedir({ours!r})", encoding="utf-8")
    python = folder / "bin" / "python"
    pip = [python, "-m", "pip", "--disable-pip-version-check", "--retries", "1", "install"]
    done = subprocess.run(
        [*pip, "--quiet", "--no-deps", *PACKAGES],
        capture_output=True,
        encoding="utf-8",
        timeout=600,
        check=False,
    )
    if done.returncode:
        raise Offline(done.stderr.strip().splitlines()[-1] if done.stderr else "pip failed")
    return python


def build_ours(output: Path) -> None:
    """The edition as ``waraq build`` makes it, without the handouts."""
    say(f"building {OURS}")
    built = output.with_name("built")
    command = [Path(sys.executable).with_name("waraq"), "build", "--project", HOME]
    run([*command, "--only", "web", "--output", built])
    (built / "current").resolve().rename(output)


def build_theirs(output: Path, theme: str, python: Path) -> None:
    """The same pages by ``sphinx-build``, a language at a time."""
    for each in settings.load(Project(HOME).site).languages:
        say(f"building {theme}: {each.tag}")
        command = [python, "-m", "sphinx", "-q", "-b", "html", "-c", HOME]
        command += ["-d", output.with_name("doctrees") / theme / each.tag]
        command += ["-D", f"html_theme={theme}"]
        command += ["-D", f"language={each.language.folder}"]
        run([*command, HOME / "docs", output / each.tag])


def run(command: list[str | Path]) -> None:
    """Run a command; where it fails, show what it said and end."""
    done = subprocess.run(
        command,
        cwd=HERE,
        env={"PATH": "/usr/bin:/bin"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        sys.exit(f"{Path(command[0]).name} failed:\n{done.stderr[-3000:]}")


def measure(folder: Path, names: tuple[str, ...]) -> list[Measured]:
    """Hold the pages of each theme to our audit, and ask the Nu checker of all at once."""
    say("measuring")
    judged = runpy.run_path(str(HERE.parent / "browser" / "nu_checker.py"))["judged"]
    invalid: dict[str, Counter[str]] = {name: Counter() for name in names}
    for finding in judged(*(folder / name for name in names)):
        path = Path(unquote(urlsplit(finding["url"]).path)).relative_to(folder)
        if finding["type"] == "error":
            invalid[path.parts[0]]["/".join(path.parts[1:])] += 1
    return [Measured(examine(folder / name), invalid[name]) for name in names]


def rows(measured: list[Measured]) -> Iterator[tuple[str, list[str]]]:
    """What is compared, and the figure of each theme."""
    common = set.intersection(*(each.pages for each in measured))
    common = {page for page in common if not page.endswith("/search.html")}
    weights = [
        {each.path: each for each in weigh(one.audit.edition) if each.path in common}
        for one in measured
    ]
    heavy = [sorted(each.weight for each in of_one.values()) for of_one in weights]
    yield "first page in English, compressed", [kilobytes(each[FIRST].weight) for each in weights]
    yield "the same: requests", [str(each[FIRST].requests) for each in weights]
    yield f"{len(common)} pages: the one in the middle", [kilobytes(median(one)) for one in heavy]
    yield "the heaviest", [kilobytes(each[-1]) for each in heavy]
    for what, wanted in (
        ("pages that say a wrong language or direction, or none", {"page-language"}),
        ("texts in another language that do not say so", {"part-unmarked"}),
        ("styles and scripts in the page, which a strict policy forbids", {"inline-code"}),
        ("what is loaded from elsewhere", {"loads-elsewhere"}),
        ("structure: headings, names, tables, pictures, links", STRUCTURE),
    ):
        yield what, [str(found(each.audit, wanted, common)) for each in measured]
    yield (
        "errors by the Nu checker",
        [str(sum(each.invalid[page] for page in common)) for each in measured],
    )


def found(audit: Audit, rules: frozenset[str] | set[str], pages: set[str]) -> int:
    """How often some rules are broken on some pages."""
    return sum(each.rule in rules and each.path in pages for each in audit.problems)


def kilobytes(weight: float) -> str:
    """A weight as the table has it."""
    return f"{weight / 1000:.1f} KB"


def as_markdown(names: tuple[str, ...], table: Iterator[tuple[str, list[str]]]) -> str:
    """The table."""
    lines = [f"| | {' | '.join(names)} |", f"|---|{'---|' * len(names)}"]
    return "\n".join([*lines, *(f"| {what} | {' | '.join(each)} |" for what, each in table)])


def say(what: str) -> None:
    """What is being done, beside the table."""
    print(f"{what} …", file=sys.stderr)


if __name__ == "__main__":
    main()
