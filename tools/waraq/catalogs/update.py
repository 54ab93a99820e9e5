"""Sources to .po files: new messages come in, translations that still fit stay.

sphinx-intl does the merging in a scratch folder; what it wrote is then brought
into one form without dates, names or flags, so that a second run changes nothing.
A catalog that the gate cannot take apart stays as it is, byte for byte: what a
lenient reader makes of a damaged file is less than what its translator wrote.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import io
import shutil
import tempfile
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from waraq.catalogs import folder, source_changes, template
from waraq.catalogs.rules import readable
from waraq.catalogs.source_changes import SourceChanges, text_hash
from waraq.catalogs.template import Extracted
from waraq.languages import Language
from waraq.paths import Project
from waraq.problems import Problem, in_order


@dataclass(frozen=True)
class Updated:
    """Which files changed, as paths from the project's root, and which could not be."""

    written: tuple[str, ...]
    removed: tuple[str, ...]
    refused: tuple[Problem, ...]
    """Why catalogs stay as they are, one problem for each."""


def update(
    project: Project,
    languages: Sequence[Language],
    sources: Mapping[str, Iterable[Extracted]],
    today: dt.date,
) -> Updated:
    """Bring the catalogs of *languages* up to date.

    :param sources: the messages of the sources, by catalog domain
    :param today: the day that is noted for texts which are new to a translation
    """
    written: list[str] = []
    removed: list[str] = []
    refused: list[Problem] = []
    with tempfile.TemporaryDirectory(prefix="waraq-update-") as temporary:
        scratch = Path(temporary)
        _write_templates(scratch / "pot", sources)
        for language in languages:
            broken = _broken(project, language, sources)
            merged = _merge(project, language, scratch, broken)
            written += _note_changes(project, language, merged, broken, today)
            written += _take_over(project, language, merged)
            removed += _remove_strangers(project, language, {*sources, *broken})
            refused += broken.values()
    return Updated(tuple(sorted(written)), tuple(sorted(removed)), tuple(in_order(refused)))


def _broken(project: Project, language: Language, domains: Iterable[str]) -> dict[str, Problem]:
    """Why catalogs cannot be used, by their domains; of these pages, and others in the folder."""
    broken = {}
    for domain in sorted({*domains, *_by_domain(project.catalogs(language.folder))}):
        path = project.catalog(language.folder, domain)
        is_there = path.is_symlink() or path.exists()
        if is_there or folder.link_on_the_way(project, path):
            catalog = readable(project, language, path)
            if isinstance(catalog, Problem):
                broken[domain] = catalog
    return broken


def _write_templates(folder: Path, sources: Mapping[str, Iterable[Extracted]]) -> None:
    for domain, messages in sources.items():
        path = folder / f"{domain}.pot"
        path.parent.mkdir(parents=True, exist_ok=True)
        text = template.as_text(template.catalog(messages), "")
        path.write_text(text, encoding="utf-8", newline="\n")


def _merge(
    project: Project, language: Language, scratch: Path, broken: Collection[str]
) -> dict[str, Catalog]:
    """What its catalogs would be, by their domains; without those that are broken."""
    from sphinx_intl.basic import update as merge

    here = scratch / "locale" / language.folder / "LC_MESSAGES"
    theirs = project.catalogs(language.folder)
    for domain, path in _by_domain(theirs).items():
        if domain not in broken:
            copy = here / f"{domain}.po"
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, copy)
    with contextlib.redirect_stdout(io.StringIO()):
        merge(
            str(scratch / "locale"),
            str(scratch / "pot"),
            (language.folder,),
            line_width=template.WIDTH,
            jobs=1,
        )
    merged = _by_domain(here)
    return {domain: _catalog(path) for domain, path in merged.items() if domain not in broken}


def _by_domain(folder: Path) -> dict[str, Path]:
    """The catalogs in a language's folder, in alphabetical order."""
    paths = sorted(folder.rglob("*.po"))
    return {path.relative_to(folder).as_posix().removesuffix(".po"): path for path in paths}


def _note_changes(
    project: Project,
    language: Language,
    merged: Mapping[str, Catalog],
    broken: Collection[str],
    today: dt.date,
) -> Iterable[str]:
    """Since when the source has been ahead: the day of what has come now, and of what still waits.

    A text that changes once more before anybody has followed keeps its day. While a catalog is
    broken, nobody knows what in it still waits: all days that were noted stay.
    """
    known, _ = source_changes.load(project, language)
    waiting = [
        change
        for domain, after in merged.items()
        for change in _waiting(
            _catalog(project.catalog(language.folder, domain)), after, known, today
        )
    ]
    changes = SourceChanges.of([*waiting, *(known.days.items() if broken else ())])
    if source_changes.write(project, language, changes):
        yield project.relative(project.changes(language.folder))


def _waiting(
    before: Catalog, after: Catalog, known: SourceChanges, today: dt.date
) -> Iterator[tuple[str, dt.date]]:
    """The texts of one catalog that are newer than its translation."""
    former = {str(each.string): str(each.id) for each in before if each.id and each.string}
    for message in after:
        if not message.id or (message.string and not message.fuzzy):
            continue
        msgid = str(message.id)
        texts = (msgid, former.get(str(message.string), msgid))
        days = [day for text in texts if (day := known.since(text))]
        if former and before.get(msgid) is None:
            days.append(today)
        if days:
            yield text_hash(msgid), min(days)


def _catalog(path: Path) -> Catalog:
    if not path.exists():
        return Catalog()
    with path.open("rb") as file:
        return read_po(file)


def _take_over(
    project: Project, language: Language, merged: Mapping[str, Catalog]
) -> Iterable[str]:
    for domain, catalog in merged.items():
        text = template.as_text(catalog, language.folder)
        target = project.catalog(language.folder, domain)
        if not target.exists() or target.read_text(encoding="utf-8") != text:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8", newline="\n")
            yield project.relative(target)


def _remove_strangers(project: Project, language: Language, domains: set[str]) -> Iterable[str]:
    """A catalog whose page is gone is removed only when it holds no translation."""
    for domain, path in _by_domain(project.catalogs(language.folder)).items():
        if domain in domains:
            continue
        if not any(message.id and message.string for message in _catalog(path)):
            path.unlink()
            yield project.relative(path)
