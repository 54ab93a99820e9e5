"""What this machine must have for a build and its tests, and the commands that bring it.

Standard library only: the set-up reads this table before any package is there. What is needed
once more is one more row in ``NEEDS``.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import errno
import importlib.util
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from waraq import locks

Probe = Callable[[Path], bool]

NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS})
"""The disk is full, the user's share of it is, files may not be so large, or nothing is written."""

NO_TEMPORARY_FOLDER = "No usable temporary directory"
"""How ``tempfile`` begins when it has tried every folder."""


@dataclass(frozen=True)
class Need:
    """One thing that the machine must have, and how a person brings it there."""

    name: str
    why: str
    """What it does for us, to follow "it"."""
    probe: Probe
    """Whether it is there; takes the project's folder."""
    debian: tuple[str, ...]
    fedora: tuple[str, ...]
    macos: str
    for_tests: bool = False
    without: str = ""
    """What goes on without it, except in CI. Empty: nothing does."""


def command(*names: str) -> Probe:
    """Holds where a command of one of these names is found."""
    return lambda _root: any(shutil.which(name) for name in names)


def library(*files: str, name: str) -> Probe:
    """Holds where WeasyPrint will find a library: it tries these names, in this order.

    See ``weasyprint/text/ffi.py`` and cffi's ``dlopen``.
    """

    def probe(_root: Path) -> bool:
        if any(_loads(file) for file in files):
            return True
        found = ctypes.util.find_library(name)
        return found is not None and _loads(found)

    return probe


def _loads(file: str) -> bool:
    try:
        ctypes.CDLL(file)
    except OSError:
        return False
    return True


def answers(*words: str) -> Probe:
    """Holds where a command ends well: macOS has a ``java`` that only says there is none."""
    return lambda _root: _run(*words) is not None


def _run(*words: str) -> str | None:
    try:
        done = subprocess.run(words, capture_output=True, timeout=60, check=True)
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout.decode("utf-8", "replace")


def node_18(_root: Path) -> bool:
    """Whether Node.js is new enough for playwright-core."""
    version = (_run("node", "--version") or "").strip().lstrip("v").partition(".")[0]
    return version.isdecimal() and int(version) >= 18


def chromium() -> Path | None:
    """The browser for the tests: any Chromium that this machine has, none is ever downloaded."""
    on_path = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    applications = (
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    )
    found = next((path for name in on_path if (path := shutil.which(name))), None)
    return Path(found) if found else next((p for p in map(Path, applications) if p.exists()), None)


def both(*probes: Probe) -> Probe:
    """Holds where each of these does."""
    return lambda root: all(probe(root) for probe in probes)


def either(*probes: Probe) -> Probe:
    """Holds where one of these does."""
    return lambda root: any(probe(root) for probe in probes)


NO_VERAPDF = "the tests that ask veraPDF are left out"
NO_JAVA = "the tests that ask veraPDF or the Nu HTML checker are left out"

NEEDS = (
    Need(
        name="Python's ensurepip module",
        why="makes the virtual environment that our packages go into",
        probe=either(
            lambda _root: importlib.util.find_spec("ensurepip") is not None,
            lambda root: locks.python_is_current(root, tests=False),
        ),
        debian=(f"python{sys.version_info.major}.{sys.version_info.minor}-venv",),
        fedora=("python3-libs",),
        macos="python@3.13",
    ),
    Need(
        name="Pango",
        why="lays out the text of the handouts",
        probe=both(
            library("libpango-1.0.so.0", "libpango-1.0.dylib", name="pango-1.0"),
            library("libpangoft2-1.0.so.0", "libpangoft2-1.0.dylib", name="pangoft2-1.0"),
        ),
        debian=("libpango-1.0-0", "libpangoft2-1.0-0"),
        fedora=("pango",),
        macos="pango",
    ),
    Need(
        name="HarfBuzz's subset library",
        why="keeps only the letters in use in a handout, and Chinese ones take minutes without it",
        probe=library(
            "libharfbuzz-subset.so.0", "libharfbuzz-subset.0.dylib", name="harfbuzz-subset"
        ),
        debian=("libharfbuzz-subset0",),
        fedora=("harfbuzz",),
        macos="harfbuzz",
    ),
    Need(
        name="npm",
        why="brings the fonts, pinned",
        probe=either(command("npm"), lambda root: locks.node_is_current(root, tests=False)),
        debian=("nodejs", "npm"),
        fedora=("nodejs", "nodejs-npm"),
        macos="node",
    ),
    Need(
        name="Node.js 18 or newer, with npm,",
        why="drives the browser in the tests",
        probe=both(
            node_18, either(command("npm"), lambda root: locks.node_is_current(root, tests=True))
        ),
        debian=("nodejs", "npm"),
        fedora=("nodejs", "nodejs-npm"),
        macos="node",
        for_tests=True,
    ),
    Need(
        name="Chromium",
        why="opens the pages in the tests",
        probe=lambda _root: chromium() is not None,
        debian=("chromium",),
        fedora=("chromium",),
        macos="--cask google-chrome",
        for_tests=True,
    ),
    Need(
        name="Poppler",
        why="reads the handouts back and draws them in the tests",
        probe=both(command("pdftotext"), command("pdftoppm")),
        debian=("poppler-utils",),
        fedora=("poppler-utils",),
        macos="poppler",
        for_tests=True,
    ),
    Need(
        name="A Java runtime",
        why="runs veraPDF and the Nu HTML checker, which examine handouts and pages in the tests",
        probe=answers("java", "-version"),
        debian=("default-jre-headless",),
        fedora=("java-21-openjdk-headless",),
        macos="--cask temurin",
        for_tests=True,
        without=NO_JAVA,
    ),
    Need(
        name="Maven",
        why="brings veraPDF, pinned",
        probe=either(command("mvn"), locks.verapdf_is_current),
        debian=("maven",),
        fedora=("maven",),
        macos="maven",
        for_tests=True,
        without=NO_VERAPDF,
    ),
)


def missing(needs: Iterable[Need], root: Path) -> list[Need]:
    """Those of the needs that this machine does not meet for the project in ``root``."""
    return [need for need in needs if not need.probe(root)]


def needs_for(*, tests: bool) -> tuple[Need, ...]:
    """What a build needs, or a build and its tests."""
    return tuple(need for need in NEEDS if tests or not need.for_tests)


def sentence(need: Need) -> str:
    """What is missing, what it is for and the commands that bring it."""
    return (
        f"{need.name} is missing: it {need.why}. "
        f"Debian: `sudo apt-get install {' '.join(need.debian)}`; "
        f"Fedora: `sudo dnf install {' '.join(need.fedora)}`; "
        f"macOS: `brew install {need.macos}`."
    )


def report(project_root: Path, *, tests: bool) -> list[str]:
    """A line for each thing that is missing here, with the command that brings it; else no line."""
    lines = [sentence(need) for need in missing(needs_for(tests=tests), project_root)]
    set_up = "make setup-tests" if tests else "make setup"
    if not locks.python_is_current(project_root, tests=tests):
        lock = locks.requirements(tests=tests)
        lines.append(f"The Python packages are not those of {lock}: `{set_up}` installs them.")
    fonts = locks.absent_fonts(project_root)
    lines += [f"The font package {font} is missing: `{set_up}` installs it." for font in fonts]
    if not fonts and not locks.node_is_current(project_root, tests=tests):
        lines.append(f"The npm packages are not those of the lock: `{set_up}` installs them.")
    elif tests and not locks.nu_checker_is_there(project_root):
        lines.append(f"The Nu HTML checker is missing: `{set_up}` brings it.")
    if tests and not locks.verapdf_is_current(project_root):
        lines.append(f"veraPDF is missing or not as locked: `{set_up}` brings it.")
    return lines


def lacks_room(error: OSError) -> bool:
    """Whether there was no room to write; every other error of the system is another matter."""
    return error.errno in NO_ROOM or str(error.strerror).startswith(NO_TEMPORARY_FOLDER)


def no_room(error: OSError, place: Path | str = "") -> str:
    """Where there is no room, why, and what to do.

    :param place: where it was written to, if the error does not say so
    """
    if str(error.strerror).startswith(NO_TEMPORARY_FOLDER):
        return f"{error.strerror}; make room in one of them, or let TMPDIR name another folder"
    where = Path(error.filename or place)
    what = f"{where}: {error.strerror}" if error.filename or place else f"{error.strerror}"
    if where.is_relative_to(tempfile.gettempdir()):
        return f"{what}; make room there, or let TMPDIR name another folder"
    return f"{what}; make room there"
