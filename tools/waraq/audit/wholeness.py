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
    listed = edition.text(MANIFEST)
    for place, words in manifest.differences(edition.folder, listed, edition.known):
        yield Found(place, 0, words)
