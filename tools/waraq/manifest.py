"""The list of an edition's files with their SHA-256, as sha256sum writes and checks it."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

MANIFEST = "MANIFEST.sha256"

LINE = re.compile(r"[0-9a-f]{64}  (\S.*)")


def text(folder: Path) -> str:
    """What the manifest of *folder* must say."""
    return "".join(
        f"{digest(path)}  {path.relative_to(folder).as_posix()}\n" for path in files(folder)
    )


def entries(manifest: str) -> Iterator[tuple[str, str]]:
    """The name and the digest in each line of a manifest."""
    for line in _lines(manifest):
        sha256, _, name = line.partition("  ")
        yield name, sha256


def files(folder: Path) -> list[Path]:
    """Every file below *folder*, sorted by its address."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return sorted(found, key=lambda path: path.relative_to(folder).as_posix())


def digest(path: Path) -> str:
    """The file's SHA-256 in hexadecimal, as sha256sum prints it."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def edition_in(folder: Path) -> Path:
    """The edition's folder: this one, or the current one below it."""
    if not (folder / MANIFEST).is_file() and (folder / "current").is_dir():
        return folder / "current"
    return folder


def unreadable(manifest: str) -> Iterator[int]:
    """The numbers of lines that no manifest of ours has: of another form, or about a file again."""
    seen: set[str] = set()
    for number, line in enumerate(_lines(manifest), 1):
        match = LINE.fullmatch(line)
        if match is None or match[1] in seen:
            yield number
        else:
            seen.add(match[1])


def differences(folder: Path, manifest: str, present: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Where *folder* is not what its manifest says: the place, and what is wrong there.

    :param present: the addresses of the files that are there
    """
    there = frozenset(present) - {MANIFEST}
    listed = dict(entries(manifest))
    for name in sorted(there - listed.keys()):
        yield name, "the manifest does not name this file"
    for name, sha256 in sorted(listed.items()):
        if _leads_out(name):
            yield MANIFEST, f"it names {name!r}, which is no place in an edition"
        elif name not in there:
            yield MANIFEST, f"it names {name}, which is not there"
        elif digest(folder / name) != sha256:
            yield name, "it is not the file that the manifest names"


def irregular(folder: Path) -> Iterator[str]:
    """The addresses of what is neither file nor folder: links to anywhere, pipes."""
    for place, folders, names in os.walk(folder):
        for name in sorted([*folders, *names]):
            path = Path(place, name)
            if path.is_symlink() or not (path.is_file() or path.is_dir()):
                yield path.relative_to(folder).as_posix()


def _lines(manifest: str) -> list[str]:
    """The lines, as sha256sum sees them: other signs that break lines may be in a name."""
    return manifest.removesuffix("\n").split("\n") if manifest else []


def _leads_out(name: str) -> bool:
    return not name or name.startswith("/") or ".." in PurePosixPath(name).parts
