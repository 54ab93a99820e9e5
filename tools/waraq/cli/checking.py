"""The commands for catalogs and sources: check, update, status."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from waraq.cli.options import (
    CONTENT,
    FINE,
    USAGE,
    count,
    format_option,
    language_option,
    plan_of,
    project_option,
    speaks_plainly,
    stop,
    today,
)
from waraq.paths import Project
from waraq.problems import Problem, as_json, as_text, errors, in_order

if TYPE_CHECKING:
    from waraq.catalogs.update import Updated


@click.command()
@project_option
@language_option
@format_option
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@speaks_plainly
def check(project: Project, tags: tuple[str, ...], shape: str, paths: tuple[Path, ...]) -> None:
    """Check sources and catalogs; build nothing.

    With PATHs, only what was found in these files and folders is reported.
    """
    found = _everything_wrong(project, tags)
    for path in paths:
        is_named = any(_concerns(project, each, (path,)) for each in found)
        if not is_named and not os.path.lexists(path):
            stop(USAGE, f"there is no file or folder {path}; nothing was checked")
    problems = [each for each in found if _concerns(project, each, paths)]
    if shape == "json":
        click.echo(as_json(problems))
    else:
        for problem in problems:
            click.echo(str(problem))
        click.echo(count(problems), err=True)
    sys.exit(CONTENT if errors(problems) else FINE)


def _everything_wrong(project: Project, tags: tuple[str, ...]) -> list[Problem]:
    from waraq.edition.plan import references
    from waraq.ledger.future import sources_ahead
    from waraq.sphinx_ext.reading import UndecodableSources

    try:
        plan = plan_of(project, tags, drafts=True, thorough=True)
    except UndecodableSources as error:
        return error.problems
    ahead = sources_ahead(plan.reading.ledger, today())
    return in_order([*plan.problems, *ahead, *references(plan)])


@click.command()
@project_option
@language_option
@speaks_plainly
def update(project: Project, tags: tuple[str, ...]) -> None:
    """Bring the catalogs up to date with the sources; translations are kept."""
    from waraq import settings as site_settings
    from waraq.catalogs import update as catalogs
    from waraq.edition import plan
    from waraq.sphinx_ext.reading import SphinxError, read, untranslatable
    from waraq.sphinx_ext.source_faults import faults

    settings = site_settings.load(project.site)
    try:
        languages = plan.languages_to_translate(settings, tags)
    except plan.UsageError as error:
        stop(USAGE, str(error))
    try:
        reading = read(project, settings)
    except SphinxError as error:
        stop(CONTENT, f"conf.py or a source cannot be read: {error}")
    problems = [*reading.problems(), *untranslatable(reading), *faults(reading)]
    if errors(problems):
        click.echo(as_text(in_order(problems)), err=True)
        stop(CONTENT, "no catalog was changed: the sources have errors")
    sources = plan.extracted(project, settings, reading)
    updated = catalogs.update(project, languages, sources, today())
    for line in _what_was_done(updated):
        click.echo(line)
    if updated.refused:
        click.echo(as_text(updated.refused), err=True)
        amount = len(updated.refused)
        left = "1 catalog stays as it is" if amount == 1 else f"{amount} catalogs stay as they are"
        stop(CONTENT, f"{left}: mend what is named above, and run: waraq update")
    if not updated.written and not updated.removed:
        click.echo("the catalogs are up to date")


@click.command()
@project_option
@language_option
@format_option
@speaks_plainly
def status(project: Project, tags: tuple[str, ...], shape: str) -> None:
    """Say how far each translation has come, in messages and words.

    Fuzzy: the source has changed since. Refused: "waraq check" finds an error
    in it. Readers get the source text of both. Outdated: the source no longer
    says it. Reviewed: a person has read it as it stands now. Lapsed: reviews of
    texts that have changed since. 100 percent means that nothing is left to do.
    """
    from waraq.catalogs import status as catalogs

    plan = plan_of(project, tags, drafts=True)
    found = [
        catalogs.status(
            project,
            each,
            plan.expected,
            plan.translations[each.tag],
            plan.reading.syntax,
            plan.progress.reviews[each.tag],
            plan.progress.behind(each.tag),
        )
        for each in plan.chosen
        if each.translation != "source"
    ]
    click.echo(catalogs.as_json(found) if shape == "json" else catalogs.as_text(found))
    wrong = [problem for each in found for problem in each.unreadable]
    of_lists = ("review-", "changes")
    wrong += [problem for problem in plan.problems if problem.rule.startswith(of_lists)]
    if wrong:
        click.echo(as_text(wrong), err=True)
    sys.exit(CONTENT if wrong else FINE)


def _what_was_done(updated: Updated) -> Iterator[str]:
    """A line for each file that an update has changed, and for what it could not carry over."""
    for each in updated.carried:
        texts = "1 translation" if each.amount == 1 else f"{each.amount} translations"
        yield f"carried {texts} from {each.source} to {each.target}"
    for path in updated.written:
        yield f"updated {path}"
    for path in updated.removed:
        yield f"removed {path}: its page is gone and it held no translation that is not elsewhere"
    for path, amount in updated.left.items():
        texts = "1 translation is" if amount == 1 else f"{amount} translations are"
        what = f"its page is gone, but {texts} in no other catalog"
        yield f"kept {path}: {what}; copy what is still of use, then remove it"


def _concerns(project: Project, problem: Problem, paths: tuple[Path, ...]) -> bool:
    place = project.root / problem.path
    return not paths or any(place.is_relative_to(path.resolve()) for path in paths)
