"""The command that checks an edition, or a copy of it, against its manifest."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from waraq.cli.options import CONTENT, FINE, USAGE, format_option, speaks_plainly, stop
from waraq.problems import as_json, as_text, errors


@click.command()
@format_option
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.argument("codes", metavar="[CODE]...", nargs=-1)
@speaks_plainly
def verify(shape: str, folder: Path, codes: tuple[str, ...]) -> None:
    """Check an edition, or a copy of it, against its manifest.

    DIR is what "waraq build" has written, such as _build/site, or a copy of an edition. Each file
    must be there, unchanged, and no other. This finds what was damaged or left out on the way; it
    does not tell who made the edition.

    A CODE is what stands in the foot of a printed sheet: of which file of this edition is it?
    Capitals, spaces, hyphens and the word before it do not matter.
    """
    from waraq.edition.verifying import NoManifest, verify

    try:
        found = verify(folder, codes)
    except NoManifest as error:
        stop(USAGE, str(error))
    problems = list(found.problems)
    if shape == "json":
        click.echo(as_json(problems))
    elif problems:
        click.echo(as_text(problems))
    if errors(problems):
        sys.exit(CONTENT)
    if shape == "text":
        click.echo(f"{found.files} files, all as the manifest says")
    sys.exit(FINE)
