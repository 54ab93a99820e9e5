"""The command line: reads arguments, calls one function, prints, sets the exit status.

Exit status 0: fine; 1: the content has errors; 2: wrong usage; 3: the machine
lacks something or failed. What is heavy to import is imported in the command.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import Any, NoReturn, ParamSpec, TypeVar

import click

from waraq import __version__
from waraq.paths import HOME, Project
from waraq.problems import Problem, WaraqError, as_json, as_text, errors, in_order

FINE, CONTENT, USAGE, MACHINE = 0, 1, 2, 3

P = ParamSpec("P")
R = TypeVar("R")


def _project(context: click.Context, parameter: click.Parameter, value: str) -> Project:
    root = Path(value).resolve()
    if not (root / "docs" / "site.toml").is_file():
        raise click.BadParameter(
            f"{value} is no explainer: it has no docs/site.toml; "
            "name the project's folder with --project"
        )
    return Project(root)


project_option = click.option(
    "--project",
    default=".",
    metavar="DIR",
    callback=_project,
    help="The explainer's folder, with docs/ and locale/ in it. [default: this one]",
)
language_option = click.option(
    "--language", "tags", multiple=True, metavar="TAG", help="Only this language; may be repeated."
)
format_option = click.option(
    "--format", "shape", type=click.Choice(["text", "json"]), default="text", show_default=True
)


def speaks_plainly(command: Callable[P, R]) -> Callable[P, R]:
    """Turn what a person can mend into one sentence and an exit status."""

    @wraps(command)
    def wrapped(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return command(*args, **kwargs)
        except WaraqError as error:
            _stop(CONTENT, str(error))
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            sys.exit(FINE)

    return wrapped


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="waraq")
def main() -> None:
    """Explainers that anyone can read: pages and handouts in every language."""


@main.command()
@project_option
@click.option("--output", type=click.Path(path_type=Path), help="[default: _build/site]")
@language_option
@click.option("--only", multiple=True, type=click.Choice(["web", "handouts"]))
@click.option("--jobs", type=click.IntRange(min=1), default=os.cpu_count(), help="Processes.")
@click.option("--drafts", is_flag=True, help="Also languages that are not yet published.")
@speaks_plainly
def build(
    project: Project,
    output: Path | None,
    tags: tuple[str, ...],
    only: tuple[str, ...],
    jobs: int,
    drafts: bool,
) -> None:
    """Build and publish an edition: pages and handouts."""
    from waraq.edition import unchanged

    _need_machine(tests=False)
    place = (output or project.output).resolve()
    key = unchanged.key(project, [*sorted(tags), *sorted(only), str(drafts)])
    if built := unchanged.find(place, key):
        if built.problems:
            click.echo(as_text(built.problems), err=True)
        click.echo(f"nothing has changed: {_shown(place / 'current')} ({built.edition.name})")
        return
    gc.disable()  # all that is read lives until the build ends
    from waraq.edition import run
    from waraq.edition.plan import Output
    from waraq.edition.workers import WorkerError

    plan = _plan(project, tags, drafts)
    problems = list(plan.problems)
    if problems:
        click.echo(as_text(problems), err=True)
    if any(not problem.language for problem in errors(problems)) or not plan.published:
        _stop(CONTENT, f"nothing was built: {_count(problems)}")
    wanted = frozenset(map(Output, only)) or run.EVERYTHING
    try:
        with _progress([each.tag for each in plan.published]) as done:
            edition, found = run.build(plan, place, wanted, jobs, done)
    except run.ContentError as error:
        click.echo(str(error), err=True)
        _stop(CONTENT, "nothing was published: the content has errors")
    except WorkerError as error:
        _stop(MACHINE, f"nothing was published: {error}")
    except OSError as error:
        _stop(MACHINE, f"nothing was published: {error.filename or place}: {error.strerror}")
    click.echo(f"published {_shown(place / 'current')} ({edition.name})")
    if found:
        click.echo(as_text(found), err=True)
    if errors([*problems, *found]):
        _stop(CONTENT, _what_is_missing(plan.held))
    unchanged.remember(place, key, edition, problems)


@main.command()
@project_option
@language_option
@format_option
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@speaks_plainly
def check(project: Project, tags: tuple[str, ...], shape: str, paths: tuple[Path, ...]) -> None:
    """Check sources and catalogs; build nothing.

    With PATHs, only what was found in these files and folders is reported.
    """
    from waraq.edition.plan import references

    plan = _plan(project, tags, drafts=True)
    found = in_order([*plan.problems, *references(plan)])
    problems = [each for each in found if _concerns(project, each, paths)]
    if shape == "json":
        click.echo(as_json(problems))
    else:
        for problem in problems:
            click.echo(str(problem))
        click.echo(_count(problems), err=True)
    sys.exit(CONTENT if errors(problems) else FINE)


@main.command()
@project_option
@language_option
@speaks_plainly
def update(project: Project, tags: tuple[str, ...]) -> None:
    """Bring the catalogs up to date with the sources; translations are kept."""
    from waraq import settings as site_settings
    from waraq.catalogs import update as catalogs
    from waraq.edition import plan
    from waraq.sphinx_ext.reading import read, untranslatable

    settings = site_settings.load(project.site)
    try:
        languages = plan.languages_to_translate(settings, tags)
    except plan.UsageError as error:
        _stop(USAGE, str(error))
    reading = read(project, settings)
    problems = [*reading.problems(), *untranslatable(reading)]
    if errors(problems):
        click.echo(as_text(problems), err=True)
        _stop(CONTENT, "no catalog was changed: the sources have errors")
    updated = catalogs.update(project, languages, plan.extracted(project, settings, reading))
    for path in updated.written:
        click.echo(f"updated {path}")
    for path in updated.removed:
        click.echo(f"removed {path}: its page is gone and it held no translation")
    if not updated.written and not updated.removed:
        click.echo("the catalogs are up to date")


@main.command()
@project_option
@language_option
@format_option
@speaks_plainly
def status(project: Project, tags: tuple[str, ...], shape: str) -> None:
    """Say how far each translation has come, in messages and words.

    Fuzzy: the source has changed since. Refused: "waraq check" finds an error
    in it. Readers get the source text of both. Outdated: the source no longer
    says it. 100 percent means that nothing is left to do.
    """
    from waraq.catalogs import status as catalogs

    plan = _plan(project, tags, drafts=True)
    found = [
        catalogs.status(
            project, each, plan.expected, plan.translations[each.tag], plan.reading.syntax
        )
        for each in plan.chosen
        if each.translation != "source"
    ]
    click.echo(catalogs.as_json(found) if shape == "json" else catalogs.as_text(found))
    unreadable = [problem for each in found for problem in each.unreadable]
    if unreadable:
        click.echo(as_text(unreadable), err=True)
    sys.exit(CONTENT if unreadable else FINE)


@main.command()
@project_option
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8765,
    show_default=True,
    help="Where to listen on this machine; 0 takes any free port.",
)
@click.argument("tag")
@speaks_plainly
def preview(project: Project, port: int, tag: str) -> None:
    """Show one language in a browser; a file that is saved updates the open page.

    Only browsers on this machine can see it. Ctrl-C ends it.
    """
    from waraq.edition.plan import UsageError
    from waraq.edition.preview.live import Live
    from waraq.edition.preview.server import PortError, Server
    from waraq.sphinx_ext.reading import SphinxError

    try:
        with Server(port) as server:
            server.live = Live(project, tag)
            click.echo(f"preview in {server.live.language.language.english_name}: {server.address}")
            click.echo("saving a .po file or a page updates the open page; Ctrl-C ends")
            server.show()
    except KeyboardInterrupt:
        sys.exit(FINE)
    except PortError as error:
        _stop(MACHINE, str(error))
    except UsageError as error:
        _stop(USAGE, str(error))
    except SphinxError as error:
        _stop(CONTENT, f"conf.py or a source cannot be read: {error}")


@main.command()
@click.option("--tests", is_flag=True, help="Also what the tests need.")
@speaks_plainly
def doctor(tests: bool) -> None:
    """Say what this machine lacks, and the command that brings it."""
    _need_machine(tests=tests)
    click.echo("this machine has all it needs")


def _need_machine(*, tests: bool) -> None:
    from waraq import machine

    lines = machine.report(HOME, tests=tests)
    if lines:
        for line in lines:
            click.echo(line, err=True)
        sys.exit(MACHINE)


def _plan(project: Project, tags: tuple[str, ...], drafts: bool) -> Any:
    from waraq.edition import plan
    from waraq.sphinx_ext.reading import SphinxError

    try:
        return plan.plan(project, tags, drafts)
    except plan.UsageError as error:
        _stop(USAGE, str(error))
    except SphinxError as error:
        _stop(CONTENT, f"conf.py or a source cannot be read: {error}")


def _what_is_missing(held: tuple[str, ...]) -> str:
    left_out = f"left out: {', '.join(held)}; " if held else ""
    return f"{left_out}what cannot be used of other languages stands there in the source language"


def _concerns(project: Project, problem: Problem, paths: tuple[Path, ...]) -> bool:
    place = project.root / problem.path
    return not paths or any(place.is_relative_to(path.resolve()) for path in paths)


def _count(problems: list[Problem]) -> str:
    amounts = {
        severity: sum(problem.severity == severity for problem in problems)
        for severity in ("error", "warning", "note")
    }
    return ", ".join(
        f"{amount} {severity}{'' if amount == 1 else 's'}" for severity, amount in amounts.items()
    )


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


def _shown(path: Path) -> str:
    try:
        return path.relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()


def _stop(status: int, message: str) -> NoReturn:
    click.echo(f"waraq: {message}", err=True)
    sys.exit(status)
