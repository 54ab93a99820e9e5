"""The command that examines a finished edition."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from waraq.cli.options import CONTENT, FINE, USAGE, count, format_option, speaks_plainly, stop
from waraq.problems import as_json, errors


@click.command()
@format_option
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@speaks_plainly
def audit(shape: str, folder: Path) -> None:
    """Examine a finished edition: links, languages, structure, weight, privacy.

    DIR is what "waraq build" has written, such as _build/site, or a copy of an edition. Nothing
    is asked of the network. Links elsewhere are counted; --format json lists them, as notes.
    """
    from waraq.audit import examine, report
    from waraq.audit.finished import NoEdition

    try:
        found = examine(folder)
    except NoEdition as error:
        stop(USAGE, str(error))
    problems = list(found.problems)
    if shape == "json":
        click.echo(as_json(problems))
    else:
        click.echo(report.as_text(found))
        click.echo(count(problems), err=True)
    sys.exit(CONTENT if errors(problems) else FINE)
