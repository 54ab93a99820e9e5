"""Archives of a language: whole, just what the edition has, and without dead links."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from waraq import manifest
from waraq.audit.finished import Finished, Found, Page
from waraq.audit.links import is_elsewhere, links
from waraq.audit.loading import loads
from waraq.audit.tree import parse
from waraq.manifest import MANIFEST


def archive_wrong(edition: Finished) -> Iterator[Found]:
    """Archives that cannot be read, differ from the edition, or lead where they have nothing."""
    for name in edition.files:
        if not name.endswith(".zip"):
            continue
        try:
            files = _files(edition.folder / name)
        except (zipfile.BadZipFile, ValueError) as reason:
            yield Found(name, 0, f"it cannot be unpacked: {reason}")
            continue
        yield from (Found(name, 0, words) for words in _wrong(edition, files))


def _files(path: Path) -> Mapping[str, bytes]:
    """The files of an archive, by their path below its one folder."""
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        folders = {name.partition("/")[0] for name in names}
        if len(folders) != 1 or any(".." in name.split("/") for name in names):
            raise ValueError("what is in it does not lie in one folder")
        return {name.partition("/")[2]: archive.read(name) for name in names}


def _wrong(edition: Finished, files: Mapping[str, bytes]) -> Iterator[str]:
    listed = dict(manifest.entries(files.get(MANIFEST, b"").decode("utf-8")))
    for name in sorted((files.keys() | listed.keys()) - {MANIFEST}):
        if name not in files:
            yield f"its manifest names {name}, which is not in it"
        elif listed.get(name) != hashlib.sha256(files[name]).hexdigest():
            yield f"its manifest does not have {name} as it is"
    for name, data in sorted(files.items()):
        if name.endswith(".html"):
            yield from _dead(Page(name, parse(data.decode("utf-8"))), files)
        elif name != MANIFEST and not _is_the_editions(edition, name, data):
            yield f"{name} is not the edition's"


def _is_the_editions(edition: Finished, name: str, data: bytes) -> bool:
    return name in edition.known and (edition.folder / name).read_bytes() == data


def _dead(page: Page, files: Mapping[str, bytes]) -> Iterator[str]:
    """What a page in it leads to, or loads, that is not in it."""
    wanted = [address for _, address in links(page)]
    wanted += [load.address for load in loads(page) if not load.embedded]
    for address in wanted:
        if not is_elsewhere(address) and page.target(address) not in files:
            yield f"{page.path} in it leads to {address}, which is not in it"
