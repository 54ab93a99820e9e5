"""Sources to .po files: new messages come in, translations that still fit stay.

sphinx-intl does the merging in a scratch folder; what it wrote is then brought
into one form without dates, names or flags, so that a second run changes nothing.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import io
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from waraq.catalogs import source_changes, template
from waraq.catalogs.source_changes import SourceChanges, text_hash
from waraq.catalogs.template import Extracted
from waraq.languages import Language
from waraq.paths import Project


@dataclass(frozen=True)
class Updated:
    """Which files changed, as paths from the project's root."""

    written: tuple[str, ...]
    removed: tuple[str, ...]


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
    with tempfile.TemporaryDirectory(prefix="waraq-update-") as folder:
        scratch = Path(folder)
        _write_templates(scratch / "pot", sources)
        for language in languages:
            merged = _merge(project, language, scratch)
            written += _note_changes(project, language, merged, today)
            written += _take_over(project, language, merged)
            removed += _remove_strangers(project, language, set(sources))
    return Updated(tuple(sorted(written)), tuple(sorted(removed)))


def _write_templates(folder: Path, sources: Mapping[str, Iterable[Extracted]]) -> None:
    for domain, messages in sources.items():
        path = folder / f"{domain}.pot"
        path.parent.mkdir(parents=True, exist_ok=True)
        text = template.as_text(template.catalog(messages), "")
        path.write_text(text, encoding="utf-8", newline="\n")


def _merge(project: Project, language: Language, scratch: Path) -> dict[str, Catalog]:
    """What its catalogs would be, by their paths in its folder."""
    from sphinx_intl.basic import update as merge

    here = scratch / "locale" / language.folder / "LC_MESSAGES"
    theirs = project.catalogs(language.folder)
    if theirs.is_dir():
        shutil.copytree(theirs, here)
    with contextlib.redirect_stdout(io.StringIO()):
        merge(
            str(scratch / "locale"),
            str(scratch / "pot"),
            (language.folder,),
            line_width=template.WIDTH,
            jobs=1,
        )
    return {
        path.relative_to(here).as_posix(): _catalog(path) for path in sorted(here.rglob("*.po"))
    }


def _note_changes(
    project: Project, language: Language, merged: Mapping[str, Catalog], today: dt.date
) -> Iterable[str]:
    """Since when the source has been ahead: the day of what has come now, and of what still waits.

    A text that changes once more before anybody has followed keeps its day.
    """
    known, _ = source_changes.load(project, language)
    changes = SourceChanges.of(
        change
        for name, after in merged.items()
        for change in _waiting(
            _catalog(project.catalogs(language.folder) / name), after, known, today
        )
    )
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
    for name, catalog in merged.items():
        text = template.as_text(catalog, language.folder)
        target = project.catalogs(language.folder) / name
        if not target.exists() or target.read_text(encoding="utf-8") != text:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8", newline="\n")
            yield project.relative(target)


def _remove_strangers(project: Project, language: Language, domains: set[str]) -> Iterable[str]:
    """A catalog whose page is gone is removed only when it holds no translation."""
    folder = project.catalogs(language.folder)
    for path in sorted(folder.rglob("*.po")):
        domain = path.relative_to(folder).with_suffix("").as_posix()
        if domain in domains:
            continue
        if not any(message.id and message.string for message in _catalog(path)):
            path.unlink()
            yield project.relative(path)
