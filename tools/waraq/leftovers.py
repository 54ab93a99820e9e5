"""What killed processes left behind: folders that bear their numbers, so that they can be told."""

from __future__ import annotations

import os
import shutil
import stat
import time
from pathlib import Path

A_DAY = 86400
"""Seconds after which a folder is left over even if a process has its number (again)."""


def own(prefix: str) -> str:
    """The beginning of the name of a folder that ``clear_left_over`` can tell from others'."""
    return f"{prefix}{os.getpid()}-"


def clear_left_over(folder: Path, prefix: str) -> None:
    """Remove the folders of this user that killed processes have left in *folder*.

    Windows is left alone: there, to ask whether a process lives is to interrupt it.
    """
    if not hasattr(os, "getuid"):
        return
    for each in folder.glob(f"{prefix}*"):
        try:
            state = each.lstat()
        except FileNotFoundError:  # another process clears away, too
            continue
        if not stat.S_ISDIR(state.st_mode) or state.st_uid != os.getuid():
            continue
        owner = each.name.removeprefix(prefix).partition("-")[0]
        if (owner.isdecimal() and not _lives(int(owner))) or state.st_mtime < time.time() - A_DAY:
            shutil.rmtree(each, ignore_errors=True)


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True
