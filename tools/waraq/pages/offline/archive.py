"""A language's pages, handouts and what they share as a zip archive: for sticks and machines.

The same files give the same bytes: names in order, one date for all, no owner.
"""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from waraq.manifest import MANIFEST

PACKED = frozenset({".pdf", ".png", ".jpg", ".jpeg", ".webp", ".woff", ".woff2"})
"""What is compressed already."""

READABLE = 0o644 << 16
MADE_BY_UNIX = 3


def archive(files: Mapping[str, bytes], folder: str, day: date, target: Path) -> None:
    """Write an archive of *files*, with a manifest of them, all in one *folder*.

    :param files: by their path from the site's root
    """
    listed = "".join(
        f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in sorted(files.items())
    )
    whole = {**files, MANIFEST: listed.encode("utf-8")}
    with zipfile.ZipFile(target, "w") as packed:
        for name, data in sorted(whole.items()):
            entry = zipfile.ZipInfo(f"{folder}/{name}", (day.year, day.month, day.day, 0, 0, 0))
            entry.external_attr = READABLE
            entry.create_system = MADE_BY_UNIX
            is_packed = Path(name).suffix in PACKED
            entry.compress_type = zipfile.ZIP_STORED if is_packed else zipfile.ZIP_DEFLATED
            packed.writestr(entry, data, compresslevel=None if is_packed else 9)
