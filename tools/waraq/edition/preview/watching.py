"""Which files were saved, whatever the editor: found by looking, ten times a second.

Looking at sizes and times works on every system and every file system, and sees
a file that was written anew as well as one that was renamed into its place.
"""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

INTERVAL = 0.1
"""Seconds between two looks."""

SETTLING = 0.02
"""Seconds in which a file must stay as it is: editors write in several steps."""

STEPS = 50
"""Looks after which a folder that never settles is taken as it is."""

Stamp = tuple[int, int, int, int]
Snapshot = dict[Path, Stamp]


def snapshot(places: Iterable[Path]) -> Snapshot:
    """What lies in folders and files: for each file what changes when it is saved."""
    found: Snapshot = {}
    for path in (path for place in places for path in _files(place)):
        # What is removed while we look is not there; the next look will see that, too.
        with contextlib.suppress(OSError):
            status = path.stat()
            found[path] = (status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino)
    return found


def _files(place: Path) -> Iterator[Path]:
    try:
        with os.scandir(place) as found:
            entries = list(found)
    except NotADirectoryError:
        yield place
        return
    except OSError:
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from _files(Path(entry.path))
        elif not _is_an_editors_own(entry.name):
            yield Path(entry.path)


def _is_an_editors_own(name: str) -> bool:
    """Swap files, backups, locks, and vim's test whether it may write (4913)."""
    return name.startswith((".", "#")) or name.endswith(("~", ".tmp")) or "." not in name


class Watcher:
    """Remembers what it saw last."""

    def __init__(self, places: Iterable[Path], sleep: Callable[[float], None] = time.sleep) -> None:
        self._places = tuple(places)
        self._sleep = sleep
        self._seen = snapshot(self._places)

    def changes(self) -> set[Path]:
        """The files that were written, came or went since this was last asked."""
        now = snapshot(self._places)
        if now == self._seen:
            return set()
        for _ in range(STEPS):
            self._sleep(SETTLING)
            before, now = now, snapshot(self._places)
            if before == now:
                break
        seen, self._seen = self._seen, now
        return {path for path in seen.keys() | now.keys() if seen.get(path) != now.get(path)}
