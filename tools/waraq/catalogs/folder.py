"""A language's folder: only catalogs of known pages lie in it, and no links lead out of it."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from pathlib import Path

from waraq.paths import Project


def strangers(folder: Path, known: Collection[Path]) -> Iterator[tuple[Path, str]]:
    """Files that are no page's catalog, each with what to do about it."""
    for path in sorted(_files(folder)):
        if path in known:
            continue
        match path.suffix:
            case ".mo":
                yield path, "remove it: nothing here is compiled, only .po files are read"
            case ".toml":
                yield path, "move it: reviews.toml lies beside this folder, not in it"
            case ".po":
                yield path, "run: waraq update, which carries over what pages still say"
            case _:
                yield path, "remove it: only .po files belong here"


def misnamed(project: Project, folder: str) -> list[Path]:
    """Files in this gettext folder that look as if they were its reviews or changes."""
    known = {project.reviews(folder), project.changes(folder)}
    return sorted(set(project.reviews(folder).parent.glob("[!.]*.toml")) - known)


def link_on_the_way(project: Project, path: Path) -> Path | None:
    """The first folder from ``locale/`` down to *path* that is a symbolic link."""
    above = [parent for parent in path.parents if parent.is_relative_to(project.locale)]
    for parent in reversed(above):
        if parent.is_symlink():
            return parent
    return None


def _files(folder: Path) -> Iterator[Path]:
    waiting = [folder]
    while waiting:
        try:
            with os.scandir(waiting.pop()) as entries:
                found = list(entries)
        except OSError:
            continue
        for entry in found:
            if entry.is_dir(follow_symlinks=False):
                waiting.append(Path(entry.path))
            else:
                yield Path(entry.path)
