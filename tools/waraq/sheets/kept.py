"""Sheets that were printed before, each under a hash of all that its bytes depend on.

They lie beside the editions and are part of none. A damaged one is as good as
none: each begins with its own digest.
"""

from __future__ import annotations

import functools
import hashlib
import json
import os
import re
import sys
from dataclasses import fields
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from waraq.manifest import digest
from waraq.sheets import fonts
from waraq.sheets.job import Job

FOLDER = ".sheets"
"""Below the output folder."""

USES = "uses.json"
BUILDS = 8
"""A sheet that none of so many builds has used is forgotten."""

PACKAGES = (
    "weasyprint",
    "pydyf",
    "tinyhtml5",
    "tinycss2",
    "cssselect2",
    "fonttools",
    "pyphen",
    "pillow",
    "cffi",
    "pikepdf",
)
"""Who has a hand in the bytes of a PDF; what of them is not installed counts as such."""

LIBRARY = re.compile(
    r"(/\S*/lib(?:pango|harfbuzz|fontconfig|freetype|fribidi|graphite|thai)[^/\s]*)$", re.MULTILINE
)
"""The libraries that shape and draw letters, as the kernel lists them."""

DIGEST = hashlib.sha256().digest_size


class Kept:
    """The sheets kept below one folder."""

    def __init__(self, folder: Path, font_packages: Path) -> None:
        self.folder = folder
        self._packages = font_packages
        self._digests: dict[Path, str] = {}
        self._used: set[str] = set()

    def key(self, job: Job) -> str:
        """A hash of the job, the fonts, the programs that print it, and our own."""
        total = hashlib.sha256()
        for part in (self._makers, *self._fonts(job), *_parts(job)):
            data = part.encode("utf-8", "surrogatepass")
            total.update(len(data).to_bytes(8, "big") + data)
        return total.hexdigest()

    def get(self, key: str) -> bytes | None:
        """The PDF, if it is kept and sound."""
        self._used.add(key)
        try:
            data = (self.folder / key).read_bytes()
        except OSError:
            return None
        said, pdf = data[:DIGEST], data[DIGEST:]
        return pdf if hashlib.sha256(pdf).digest() == said else None

    def put(self, key: str, pdf: bytes) -> None:
        """Keep a PDF; whoever reads meanwhile sees all of it or nothing."""
        self.folder.mkdir(parents=True, exist_ok=True)
        fresh = self.folder / f".{key}-{os.getpid()}"
        fresh.write_bytes(hashlib.sha256(pdf).digest() + pdf)
        fresh.replace(self.folder / key)

    def forget_old(self) -> None:
        """Note what this build has used, and remove what none of the last builds has."""
        if not self.folder.is_dir():
            return
        builds = [*self._uses(), sorted(self._used)][-BUILDS:]
        wanted = {key for build in builds for key in build}
        for path in self.folder.iterdir():
            if path.name not in wanted and path.name != USES:
                path.unlink(missing_ok=True)
        (self.folder / USES).write_text(json.dumps(builds), encoding="utf-8")

    def _uses(self) -> list[list[str]]:
        """What earlier builds have used, the last at the end."""
        try:
            found = json.loads((self.folder / USES).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return []
        sound = isinstance(found, list) and all(isinstance(each, list) for each in found)
        return [[str(key) for key in build] for build in found] if sound else []

    def _fonts(self, job: Job) -> list[str]:
        faces = fonts.faces(job.scripts)
        for each in faces:
            if each.file not in self._digests:
                self._digests[each.file] = digest(self._packages / each.file)
        return [f"{each.file} {self._digests[each.file]}" for each in faces]

    @functools.cached_property
    def _makers(self) -> str:
        """The programs that make a PDF of a job."""
        versions = (f"{name} {_version(name)}" for name in PACKAGES)
        files = (f"{path.name} {digest(path)}" for path in [*_own_code(), *_libraries()])
        return "\n".join([sys.version, *versions, *files])


def _own_code() -> list[Path]:
    folder = Path(__file__).parent
    return sorted(path for path in folder.rglob("*") if path.suffix in {".py", ".conf"})


def _libraries() -> list[Path]:
    """What WeasyPrint has loaded of Pango and its like (Linux; elsewhere its version must do)."""
    import weasyprint.text.ffi  # noqa: F401 (loads them)

    try:
        maps = Path("/proc/self/maps").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return []
    return [Path(path) for path in sorted(set(LIBRARY.findall(maps)))]


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "none"


def _parts(job: Job) -> list[str]:
    """Every field, written so that equal jobs are equal here, in any process."""
    values = {field.name: getattr(job, field.name) for field in fields(job)}
    return [
        f"{name}={sorted(value) if isinstance(value, frozenset) else value!r}"
        for name, value in values.items()
    ]
