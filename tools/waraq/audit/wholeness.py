"""The edition is the one that its manifest describes."""

from __future__ import annotations

from collections.abc import Iterator

from waraq import manifest
from waraq.audit.finished import Finished, Found
from waraq.manifest import MANIFEST


def manifest_wrong(edition: Finished) -> Iterator[Found]:
    """Files that the manifest does not name, names in vain, or knows otherwise."""
    if MANIFEST not in edition.known:
        yield Found(MANIFEST, 0, "the edition has no manifest")
        return
    listed = dict(manifest.entries(edition.text(MANIFEST)))
    for name in sorted(edition.known - listed.keys() - {MANIFEST}):
        yield Found(name, 0, "the manifest does not name this file")
    for name, sha256 in sorted(listed.items()):
        if name not in edition.known:
            yield Found(MANIFEST, 0, f"it names {name}, which is not there")
        elif manifest.digest(edition.folder / name) != sha256:
            yield Found(name, 0, "it is not the file that the manifest names")
