"""Sources to .po files: new messages come in, translations that still fit stay.

sphinx-intl does the merging in a scratch folder; what it wrote is then brought
into one form without dates, names or flags, so that a second run changes nothing.
"""

from __future__ import annotations

import contextlib
import io
import shutil
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from babel.messages.pofile import read_po

from waraq.catalogs import template
from waraq.catalogs.template import Extracted
from waraq.languages import Language
from waraq.paths import Project


@dataclass(frozen=True)
class Updated:
    """Which catalogs changed, as paths from the project's root."""

    written: tuple[str, ...]
    removed: tuple[str, ...]


def update(
    project: Project, languages: Sequence[Language], sources: Mapping[str, Iterable[Extracted]]
) -> Updated:
    """Bring the catalogs of *languages* up to date.

    :param sources: the messages of the sources, by catalog domain
    """
    written: list[str] = []
    removed: list[str] = []
    with tempfile.TemporaryDirectory(prefix="waraq-update-") as folder:
        scratch = Path(folder)
        _write_templates(scratch / "pot", sources)
        for language in languages:
            merged = _merge(project, language, scratch)
            written += _take_over(project, language, merged)
            removed += _remove_strangers(project, language, set(sources))
    return Updated(tuple(sorted(written)), tuple(sorted(removed)))


def _write_templates(folder: Path, sources: Mapping[str, Iterable[Extracted]]) -> None:
    for domain, messages in sources.items():
        path = folder / f"{domain}.pot"
        path.parent.mkdir(parents=True, exist_ok=True)
        text = template.as_text(template.catalog(messages), "")
        path.write_text(text, encoding="utf-8", newline="\n")


def _merge(project: Project, language: Language, scratch: Path) -> Path:
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
    return here


def _take_over(project: Project, language: Language, merged: Path) -> Iterable[str]:
    for path in sorted(merged.rglob("*.po")):
        with path.open("rb") as file:
            text = template.as_text(read_po(file), language.folder)
        target = project.catalogs(language.folder) / path.relative_to(merged)
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
        with path.open("rb") as file:
            if not any(message.id and message.string for message in read_po(file)):
                path.unlink()
                yield project.relative(path)
