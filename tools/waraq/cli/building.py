"""The commands that make an edition, and the one that says what the machine lacks."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from waraq.cli.options import (
    CONTENT,
    MACHINE,
    count,
    language_option,
    need_machine,
    plan_of,
    project_option,
    shown,
    speaks_plainly,
    stop,
)
from waraq.paths import Project
from waraq.problems import SHEET, Problem, as_text, errors, in_brief

if TYPE_CHECKING:
    from waraq.edition.plan import Plan


@click.command()
@project_option
@click.option("--output", type=click.Path(path_type=Path), help="[default: _build/site]")
@language_option
@click.option("--only", multiple=True, type=click.Choice(["web", "handouts", "offline"]))
@click.option("--jobs", type=click.IntRange(min=1), default=os.cpu_count(), help="Processes.")
@click.option("--drafts", is_flag=True, help="Also languages that are not yet published.")
@click.option(
    "--partner",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    metavar="FOLDER",
    help="Name and logo on every handout: a folder with partner.toml. [default: docs/brand]",
)
@speaks_plainly
def build(
    project: Project,
    output: Path | None,
    tags: tuple[str, ...],
    only: tuple[str, ...],
    jobs: int,
    drafts: bool,
    partner: Path | None,
) -> None:
    """Build and publish an edition: pages, handouts and offline copies."""
    from waraq.edition import unchanged

    need_machine(tests=False)
    place = (output or project.output).resolve()
    key = unchanged.key(project, [*sorted(tags), *sorted(only), str(drafts)], partner)
    if built := unchanged.find(place, key):
        if built.problems:
            click.echo(in_brief(built.problems), err=True)
        click.echo(f"nothing has changed: {shown(place / 'current')} ({built.edition.name})")
        return
    # Most of what is read lives until the build ends: seldom look for what does not. Not never,
    # for a parsed page leaves a quarter of a megabyte of rubbish behind.
    gc.set_threshold(100_000, 20, 100)
    plan = plan_of(project, tags, drafts, partner=partner)
    problems = list(plan.problems)
    if problems:
        click.echo(in_brief(problems), err=True)
    if any(not problem.language for problem in errors(problems)) or not plan.published:
        stop(CONTENT, f"nothing was built: {count(problems)}")
    edition, found = _published(plan, place, only, jobs)
    click.echo(f"published {shown(place / 'current')} ({edition.name})")
    if found:
        click.echo(as_text(found), err=True)
    if errors([*problems, *found]):
        stop(CONTENT, _what_is_missing(plan.held, errors([*problems, *found])))
    unchanged.remember(place, key, edition, problems)


def _published(
    plan: Plan, place: Path, only: Sequence[str], jobs: int
) -> tuple[Path, Sequence[Problem]]:
    """The edition's folder, and what could not be part of it; or stop, saying why there is none."""
    from waraq import machine
    from waraq.edition import run
    from waraq.edition.plan import Output
    from waraq.edition.workers import WorkerError

    wanted = frozenset(map(Output, only)) or run.EVERYTHING
    try:
        with _progress([each.tag for each in plan.published]) as done:
            return run.build(plan, place, wanted, jobs, done)
    except run.ContentError as error:
        click.echo(str(error), err=True)
        stop(CONTENT, "nothing was published: the content has errors")
    except WorkerError as error:
        stop(MACHINE, f"nothing was published: {error}")
    except OSError as error:
        if machine.lacks_room(error):
            stop(MACHINE, f"nothing was published: {machine.no_room(error, place)}")
        stop(MACHINE, f"nothing was published: {error.filename or place}: {error.strerror}")


@click.command()
@click.option("--tests", is_flag=True, help="Also what the tests need.")
@speaks_plainly
def doctor(tests: bool) -> None:
    """Say what this machine lacks, and the command that brings it."""
    need_machine(tests=tests)
    click.echo("this machine has all it needs")


def _what_is_missing(held: tuple[str, ...], found: Sequence[Problem]) -> str:
    left_out = [f"left out: {', '.join(held)}"] if held else []
    if any(each.rule == SHEET for each in found):
        left_out.append("sheets that cannot be printed are left out")
    if any(each.rule != SHEET for each in found):
        left_out.append(
            "what cannot be used of other languages stands there in the source language"
        )
    return "; ".join(left_out)


@contextmanager
def _progress(tags: list[str]) -> Iterator[Callable[[str], None]]:
    """A bar on a terminal; elsewhere a line for each language."""
    if not sys.stderr.isatty():
        yield lambda tag: click.echo(f"built {tag}", err=True)
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("building", total=len(tags))
        yield lambda tag: bar.update(task, advance=1, description=f"built {tag}")
