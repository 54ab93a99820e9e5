"""The address of one page as seen from another: relative, so that a copy works anywhere."""

from __future__ import annotations

import posixpath
from functools import lru_cache
from urllib.parse import quote


def relative(start: str, target: str) -> str:
    """The address of *target* as a link on the page *start*; both from the root."""
    return _from_folder(posixpath.dirname(start), target)


@lru_cache(maxsize=2**14)
def _from_folder(folder: str, target: str) -> str:
    # From a root that both share: relpath would ask for the working directory each time.
    return quote(posixpath.relpath(f"/{target}", f"/{folder}"))
