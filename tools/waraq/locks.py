"""What the lock files name, and whether exactly that is installed here.

A folder without a lock, such as another project that is built with these tools, lacks nothing.
Standard library only, and no other module of ours: the set-up asks before any package is there.
"""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path

VENV = ".venv"
NODE_MODULES = "node_modules"
NU_CHECKER = "node_modules/vnu-jar/build/dist/vnu.jar"
VERAPDF = ".tools/verapdf"
VERAPDF_LOCK = "tests/print/verapdf/jars.sha256"
STAMP = "waraq-setup.json"
"""Written into ``.venv`` and ``node_modules`` last: what is there without it is half installed."""


def digest(path: Path) -> str:
    """The SHA-256 of a file in hexadecimal, empty where there is no file."""
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


def requirements(*, tests: bool) -> str:
    """The lock file that one installation of Python packages reads."""
    return "requirements-dev.txt" if tests else "requirements.txt"


def environment_identity(root: Path) -> dict[str, str]:
    """What a virtual environment cannot survive: its folder moved, or its interpreter replaced."""
    return {
        "folder": str(root.resolve()),
        "python": os.path.realpath(root / VENV / "bin" / "python"),
    }


def python_stamp(root: Path, *, tests: bool) -> dict[str, str]:
    """What ``.venv`` says about itself once the packages for this are in it.

    The development lock holds every line of the other one, so its packages serve both.
    """
    names = ["pyproject.toml", "requirements.txt"] + ["requirements-dev.txt"] * tests
    return environment_identity(root) | {name: digest(root / name) for name in names}


def node_stamp(root: Path, *, tests: bool) -> dict[str, str]:
    """What ``node_modules`` says about itself once the packages for this are in it."""
    lock = digest(root / "package-lock.json")
    return {"for the build": lock} | ({"for the tests": lock} if tests else {})


def read_stamp(folder: Path) -> dict[str, str]:
    """The stamp of an installed folder, empty where none was left or it cannot be read."""
    try:
        stamp = json.loads((folder / STAMP).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def write_stamp(folder: Path, stamp: dict[str, str]) -> None:
    """Say what is installed in a folder, in one step: a stamp is whole or not there."""
    part = folder / f"{STAMP}.part"
    part.write_text(json.dumps(stamp, indent=2) + "\n", encoding="utf-8")
    part.replace(folder / STAMP)


def python_is_current(root: Path, *, tests: bool) -> bool:
    """Whether ``.venv`` holds what the locks name."""
    if not (root / requirements(tests=tests)).is_file():
        return True
    return python_stamp(root, tests=tests).items() <= read_stamp(root / VENV).items()


def node_is_current(root: Path, *, tests: bool) -> bool:
    """Whether ``node_modules`` holds what package-lock.json names."""
    if not (root / "package-lock.json").is_file():
        return True
    return node_stamp(root, tests=tests).items() <= read_stamp(root / NODE_MODULES).items()


def absent_fonts(root: Path) -> list[str]:
    """The font packages that package-lock.json names and ``node_modules`` lacks in that version."""
    lock = root / "package-lock.json"
    if not lock.is_file():
        return []
    packages = json.loads(lock.read_text(encoding="utf-8"))["packages"]
    return [
        f"{place.removeprefix('node_modules/')} {package['version']}"
        for place, package in sorted(packages.items())
        if "-fonts/" in place and _installed_version(root / place) != package["version"]
    ]


def _installed_version(package: Path) -> str | None:
    try:
        text = (package / "package.json").read_text(encoding="utf-8")
    except FileNotFoundError:
        return None
    version = json.loads(text).get("version")
    # A package that was unpacked in part has its package.json and not its fonts.
    return version if any(package.glob("*/*.ttf")) else None


def nu_checker_is_there(root: Path) -> bool:
    """Whether the checker of pages is there, unless package-lock.json does not name it."""
    lock = root / "package-lock.json"
    named = lock.is_file() and '"node_modules/vnu-jar"' in lock.read_text(encoding="utf-8")
    return not named or (root / NU_CHECKER).is_file()


def verapdf_is_current(root: Path) -> bool:
    """Whether every jar of the lock, and no other, is in ``.tools/verapdf``, byte for byte."""
    return jars_are_as_locked(root / VERAPDF, root / VERAPDF_LOCK)


def jars_are_as_locked(folder: Path, lock: Path) -> bool:
    """Whether a folder holds the jars of a list as ``sha256sum`` writes it, and no others."""
    lines = lock.read_text(encoding="utf-8").splitlines() if lock.is_file() else []
    wanted = {name: sha256 for sha256, name in (line.split(maxsplit=1) for line in lines)}
    return wanted == {jar.name: digest(jar) for jar in folder.glob("*.jar")}
