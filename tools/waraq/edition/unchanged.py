"""Whether an edition of just this content stands there already.

Looks at the bytes of everything that a build depends on, and at those of the
edition, so that neither a touched nor a damaged file can deceive it. Imports
nothing heavy: when nothing has changed, Sphinx is never loaded.
"""

from __future__ import annotations

import hashlib
import json
import stat
import sys
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from waraq.edition.publish import point
from waraq.manifest import MANIFEST, digest, entries
from waraq.paths import HOME, Project
from waraq.problems import Problem, Severity

RECORD = ".built.json"
REMEMBERED = 8
LOCKS = ("requirements.txt", "package-lock.json")


@dataclass(frozen=True)
class Built:
    """An edition and what was said when it was built."""

    edition: Path
    problems: tuple[Problem, ...]


def key(project: Project, options: Iterable[str], partner: Path | None = None) -> str:
    """A hash of all that an edition depends on; empty where a file is no plain file.

    :param partner: a folder outside the project that the edition depends on, too
    """
    total = hashlib.sha256()
    for part in (sys.version, *options):
        total.update(part.encode("utf-8") + b"\0")
    outside = [] if partner is None else sorted(partner.iterdir())
    for path in (*_inputs(project), *outside):
        if not stat.S_ISREG(path.lstat().st_mode):
            return ""
        total.update(f"{path.name} {digest(path)}\0".encode())
        total.update(project.relative(path).encode("utf-8") + b"\0")
    return total.hexdigest()


def find(output: Path, wanted: str) -> Built | None:
    """The edition that was built for this key, if it is still there, whole; makes it current."""
    entry = _record(output).get(wanted) if wanted else None
    if entry is None:
        return None
    edition = output / "editions" / entry["edition"]
    if not _is_whole(edition):
        return None
    point(output, edition)
    problems = (
        Problem(**{**each, "severity": Severity(each["severity"])}) for each in entry["problems"]
    )
    return Built(edition, tuple(problems))


def remember(output: Path, wanted: str, edition: Path, problems: Iterable[Problem]) -> None:
    """Note which edition was built for this key."""
    record = _record(output)
    record.pop(wanted, None)
    record[wanted] = {"edition": edition.name, "problems": [asdict(each) for each in problems]}
    kept = dict(list(record.items())[-REMEMBERED:])
    path = output / "editions" / RECORD
    path.write_text(json.dumps(kept, ensure_ascii=False, indent=1), encoding="utf-8")


def _record(output: Path) -> dict[str, dict[str, Any]]:
    try:
        found = json.loads((output / "editions" / RECORD).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _inputs(project: Project) -> Iterator[Path]:
    package = Path(__file__).parent.parent
    for folder in (project.docs, project.locale, package):
        for path in sorted(folder.rglob("*")):
            if "__pycache__" not in path.parts and not (path.is_dir() and not path.is_symlink()):
                yield path
    singles = [project.conf, project.root / "docutils.conf", *(HOME / name for name in LOCKS)]
    yield from (path for path in singles if path.exists())


def _is_whole(edition: Path) -> bool:
    """Whether every file is there and just as its manifest says."""
    try:
        manifest = (edition / MANIFEST).read_text(encoding="utf-8")
    except OSError:
        return False
    for name, expected in entries(manifest):
        path = edition / name
        if not path.is_file() or digest(path) != expected:
            return False
    return True
