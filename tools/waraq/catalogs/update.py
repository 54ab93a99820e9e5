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
import re
import tempfile
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from waraq.catalogs import folder, renames, rules, source_changes, template
from waraq.catalogs.renames import Carried
from waraq.catalogs.source_changes import SourceChanges, text_hash
from waraq.catalogs.template import Extracted
from waraq.languages import Language
from waraq.paths import INTERFACE_DOMAIN, Project
from waraq.problems import Problem, in_order
from waraq.translate.characters import printable

EARLIER = re.compile(r"^#~\|.*", re.MULTILINE)
"""What the source said before an outdated text, as gettext notes it; Babel cannot read it."""


@dataclass(frozen=True)
class Updated:
    """Which files changed, as paths from the project's root, and which could not be."""

    written: tuple[str, ...]
    removed: tuple[str, ...]
    """The catalogs of pages that are gone, from which nothing is lost."""
    carried: tuple[Carried, ...]
    left: Mapping[str, int]
    """Catalogs of pages that are gone, with how many translations are in no other."""
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
    said = {domain: template.catalog(messages) for domain, messages in sources.items()}
    with tempfile.TemporaryDirectory(prefix="waraq-update-") as temporary:
        scratch = Path(temporary)
        for domain, catalog in said.items():
            _write(scratch / "pot" / f"{domain}.pot", template.as_text(catalog, ""))
        results = [_update(project, language, said, scratch, today) for language in languages]
    return Updated(
        tuple(sorted(path for each in results for path in each.written)),
        tuple(sorted(path for each in results for path in each.removed)),
        tuple(one for each in results for one in each.carried),
        dict(sorted(pair for each in results for pair in each.left.items())),
        tuple(in_order(problem for each in results for problem in each.refused)),
    )


def _update(
    project: Project,
    language: Language,
    said: Mapping[str, Catalog],
    scratch: Path,
    today: dt.date,
) -> Updated:
    broken = _broken(project, language, said)
    files = _by_domain(project.catalogs(language.folder))
    found = {domain: _catalog(path) for domain, path in files.items() if domain not in broken}
    for domain in found.keys() & said.keys():
        _bring_back(found[domain], said[domain])
    outcome = renames.carry_over(
        {domain: each for domain, each in found.items() if domain not in said},
        {domain: found.get(domain, Catalog()) for domain in said if _is_page(domain, broken)},
        said,
    )
    removed = [domain for domain, amount in outcome.left.items() if not amount]
    before = {**found, **outcome.catalogs}
    for domain in removed:
        del before[domain]
    merged = _merge(language, before, scratch, broken)
    written = [
        *_note_changes(project, language, before, merged, broken, today),
        *_take_over(project, language, merged),
    ]
    for domain in removed:
        files[domain].unlink()

    def place(domain: str) -> str:
        return printable(project.relative(project.catalog(language.folder, domain)))

    return Updated(
        tuple(written),
        tuple(map(place, removed)),
        tuple(Carried(place(e.source), place(e.target), e.amount) for e in outcome.carried),
        {place(domain): amount for domain, amount in outcome.left.items() if amount},
        tuple(broken.values()),
    )


def _bring_back(own: Catalog, said: Catalog) -> None:
    """Outdated translations of what the source says again, as fuzzy: nobody has compared them.

    Babel would leave them where they are, and replace them when the text goes once more.
    """
    for msgid in [each for each in own.obsolete if each in said]:
        outdated, current = own.obsolete[msgid], own.get(msgid)
        if current is not None and current.string:
            continue
        if current is None:
            own[msgid] = current = outdated.clone()
            current.locations = list(said[msgid].locations)
        current.string = outdated.string
        if current.string:
            current.flags.add("fuzzy")
        del own.obsolete[msgid]


def _is_page(domain: str, broken: Collection[str]) -> bool:
    """Whether texts of other pages may be carried over here: labels are of another kind."""
    return domain != INTERFACE_DOMAIN and domain not in broken


def _broken(project: Project, language: Language, pages: Collection[str]) -> dict[str, Problem]:
    """Why catalogs cannot be used, by their domains; of these pages, and others in the folder.

    What no page has may have been put here by mistake: nothing is carried over from another
    language.
    """
    broken = {}
    for domain in sorted({*pages, *_by_domain(project.catalogs(language.folder))}):
        path = project.catalog(language.folder, domain)
        is_there = path.is_symlink() or path.exists()
        if is_there or folder.link_on_the_way(project, path):
            catalog = rules.readable(project, language, path, outdated=True)
            if isinstance(catalog, Problem):
                broken[domain] = catalog
            elif domain not in pages:
                for problem in rules.of_another_language(project, language, catalog):
                    broken[domain] = problem
    return broken


def _merge(
    language: Language, before: Mapping[str, Catalog], scratch: Path, broken: Collection[str]
) -> dict[str, Catalog]:
    """What the catalogs will be, by their domains; without those that are broken."""
    from sphinx_intl.basic import update as merge

    here = scratch / "locale" / language.folder / "LC_MESSAGES"
    for domain, catalog in before.items():
        _write(here / f"{domain}.po", template.as_text(catalog, language.folder))
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


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def _by_domain(folder: Path) -> dict[str, Path]:
    """The catalogs in a language's folder, in alphabetical order."""
    paths = sorted(folder.rglob("*.po"))
    return {path.relative_to(folder).as_posix().removesuffix(".po"): path for path in paths}


def _note_changes(
    project: Project,
    language: Language,
    before: Mapping[str, Catalog],
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
        for change in _waiting(before.get(domain, Catalog()), after, known, today)
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
    """A catalog that the gate has read."""
    text = path.read_text(encoding="utf-8")
    return read_po(io.StringIO(EARLIER.sub("", text)))


def _take_over(
    project: Project, language: Language, merged: Mapping[str, Catalog]
) -> Iterable[str]:
    for domain, catalog in merged.items():
        text = template.as_text(catalog, language.folder)
        target = project.catalog(language.folder, domain)
        if not target.exists() or target.read_text(encoding="utf-8") != text:
            _write(target, text)
            yield project.relative(target)
