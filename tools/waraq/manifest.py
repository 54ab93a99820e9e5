"""The list of an edition's files with their SHA-256, as sha256sum writes and checks it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

MANIFEST = "MANIFEST.sha256"


def text(folder: Path) -> str:
    """What the manifest of *folder* must say."""
    return "".join(
        f"{digest(path)}  {path.relative_to(folder).as_posix()}\n" for path in files(folder)
    )


def entries(manifest: str) -> Iterator[tuple[str, str]]:
    """The name and the digest in each line of a manifest."""
    for line in manifest.splitlines():
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
