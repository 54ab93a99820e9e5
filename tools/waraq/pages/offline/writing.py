"""Writing the offline copies of one language from the pages that were written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from waraq.catalogs.standing import Draft
from waraq.interface import Interface
from waraq.pages.offline import addresses
from waraq.pages.offline.archive import archive
from waraq.pages.offline.one_file import one_file
from waraq.pages.offline.rewriting import without_others
from waraq.pages.offline.taking import finish, without_copies
from waraq.pages.own import TAKE
from waraq.pages.writing import write_text
from waraq.paths import HANDOUTS
from waraq.settings import LanguageSettings, Settings

SHARED = "_static"


@dataclass(frozen=True)
class Copies:
    """What the copies of one language are made with."""

    settings: Settings
    language: LanguageSettings
    interface: Interface
    draft: Draft
    docnames: Sequence[str]
    """The pages in reading order, the start page first."""
    first: str
    """The first page of the archive, which leads to the language."""


def write_copies(copies: Copies, site: Path) -> None:
    """Write both copies, and their sizes into the page that offers them."""
    web, tag = copies.settings.address, copies.language.tag
    paths = [f"{tag}/{docname}.html" for docname in copies.docnames]
    to = addresses(web, tag)
    files = _files(site, tag, copies)
    html = one_file(site, paths, copies.settings, copies.language, copies.interface, copies.draft)
    write_text(site / to.one_file, html)
    packed = site / to.archive
    archive(files, packed.stem, copies.settings.checked, packed)
    sizes = ((site / each).stat().st_size for each in to)
    finish(site / tag / f"{TAKE}.html", *sizes)


def _files(site: Path, tag: str, copies: Copies) -> Mapping[str, bytes]:
    """The language's files and those that all share, as they stand in the archive."""
    names = [*_below(site, SHARED), *(each for each in _below(site, tag) if _is_packed(each, tag))]
    kept = frozenset(["index.html", *names])
    files = {"index.html": copies.first.encode("utf-8")}
    for name in names:
        data = (site / name).read_bytes()
        if name.endswith(".html"):
            html = data.decode("utf-8")
            if name == f"{tag}/{TAKE}.html":
                html = without_copies(html)
            data = without_others(html, name, kept, copies.settings.address).encode("utf-8")
        files[name] = data
    return files


def _is_packed(name: str, tag: str) -> bool:
    """Not the pages on paper: they would double the archive, and it has the pages themselves."""
    return not name.endswith(".pdf") or name.startswith(f"{tag}/{HANDOUTS}")


def _below(site: Path, folder: str) -> Sequence[str]:
    found = (path for path in (site / folder).rglob("*") if path.is_file())
    return sorted(path.relative_to(site).as_posix() for path in found)
