"""An edition is published whole or not at all.

It is built in a private folder, gets a manifest and the name of its content,
and only then does the link ``current`` point to it.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from waraq import manifest
from waraq.leftovers import clear_left_over, own
from waraq.manifest import MANIFEST

BUILDING = ".building-"

KEPT = 3
"""How many earlier editions stay beside the current one."""


@contextmanager
def staging(output: Path) -> Iterator[Path]:
    """A private folder on the same file system as *output*; gone when left."""
    editions = output / "editions"
    editions.mkdir(parents=True, exist_ok=True)
    clear_left_over(editions, BUILDING)
    folder = Path(tempfile.mkdtemp(prefix=own(BUILDING), dir=editions))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def publish(staged: Path, output: Path) -> Path:
    """Give the staged edition its manifest and its name, and make it current.

    :returns: the edition's folder
    """
    listed = manifest.text(staged)
    staged.joinpath(MANIFEST).write_text(listed, encoding="utf-8", newline="\n")
    name = hashlib.sha256(listed.encode("utf-8")).hexdigest()[:16]
    edition = output / "editions" / name
    _readable(staged)
    if not edition.exists():
        staged.rename(edition)
    else:
        os.utime(edition)
    point(output, edition)
    _forget_old(output, edition)
    return edition


def _readable(folder: Path) -> None:
    """mkdtemp made the folder for us alone; a web server must read it."""
    folder.chmod(0o755)


def point(output: Path, edition: Path) -> None:
    """Make *edition* current, in one step, so that there is no moment without one."""
    link, target = output / "current", Path("editions") / edition.name
    if link.is_symlink() and link.readlink() == target:
        return
    fresh = link.with_name(f".{link.name}-{os.getpid()}")
    fresh.unlink(missing_ok=True)
    fresh.symlink_to(target, target_is_directory=True)
    fresh.replace(link)


def _forget_old(output: Path, current: Path) -> None:
    others = [
        path
        for path in (output / "editions").iterdir()
        if path.is_dir() and path != current and not path.name.startswith(".")
    ]
    others.sort(key=lambda path: path.stat().st_mtime, reverse=True)
    for path in others[KEPT:]:
        shutil.rmtree(path, ignore_errors=True)
