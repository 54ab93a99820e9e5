"""What the commands have in common: options, exit status, plain words for mistakes."""

from __future__ import annotations

import datetime as dt
import os
import signal
import sys
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any, NoReturn, ParamSpec, TypeVar

import click

from waraq.paths import HOME, Project
from waraq.problems import Problem, WaraqError

FINE, CONTENT, USAGE, MACHINE = 0, 1, 2, 3

ENDINGS = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))
"""What ends a process in order. Windows knows no terminal that hangs up."""

P = ParamSpec("P")
R = TypeVar("R")


def _project(context: click.Context, parameter: click.Parameter, value: str) -> Project:
    root = Path(value).resolve()
    for needed in ("docs/site.toml", "conf.py"):
        if not (root / needed).is_file():
            raise click.BadParameter(
                f"{value} is no explainer: it has no {needed}; "
                "name the project's folder with --project"
            )
    return Project(root)


project_option = click.option(
    "--project",
    default=".",
    metavar="DIR",
    callback=_project,
    help="The explainer's folder: with conf.py, docs/site.toml, and the translations in locale/. "
    "[default: this one]",
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
            stop(CONTENT, str(error))
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            sys.exit(FINE)
        except OSError as error:
            from waraq import machine

            if not machine.lacks_room(error):
                raise
            stop(MACHINE, machine.no_room(error))

    return wrapped


def end_in_order() -> None:
    """When the system or a closed terminal ends us, leave every block on the way out.

    So neither process nor file stays behind. What was told to outlive its terminal (nohup) does.
    """
    for number in ENDINGS:
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _leave)


def _leave(number: int, frame: object) -> None:
    for each in ENDINGS:  # Terminals say it twice, and the second would break off the clearing up.
        signal.signal(each, signal.SIG_IGN)
    sys.exit(128 + number)


def need_machine(*, tests: bool) -> None:
    """Stop, naming what the machine lacks, if it lacks anything."""
    from waraq import machine

    lines = machine.report(HOME, tests=tests)
    if lines:
        for line in lines:
            click.echo(line, err=True)
        sys.exit(MACHINE)


def plan_of(
    project: Project,
    tags: tuple[str, ...],
    drafts: bool,
    *,
    thorough: bool = False,
    partner: Path | None = None,
) -> Any:
    """The plan of a project; a mistake in it ends the command."""
    from waraq.edition import plan
    from waraq.sphinx_ext.reading import SphinxError

    try:
        return plan.plan(project, tags, drafts, thorough=thorough, partner=partner)
    except plan.UsageError as error:
        stop(USAGE, str(error))
    except SphinxError as error:
        stop(CONTENT, f"conf.py or a source cannot be read: {error}")


def count(problems: list[Problem]) -> str:
    """How many problems of each severity, in words."""
    amounts = {
        severity: sum(problem.severity == severity for problem in problems)
        for severity in ("error", "warning", "note")
    }
    return ", ".join(
        f"{amount} {severity}{'' if amount == 1 else 's'}" for severity, amount in amounts.items()
    )


def shown(path: Path) -> str:
    """A path as the user would write it here."""
    try:
        return path.relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()


def stop(status: int, message: str) -> NoReturn:
    """End the command with one sentence."""
    click.echo(f"waraq: {message}", err=True)
    sys.exit(status)


def today() -> dt.date:
    """The day that is noted in files, of reviews and of changes, and that no source is read after.

    Pages show none of their own.
    """
    return dt.date.today()
