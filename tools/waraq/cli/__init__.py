"""The command line: reads arguments, calls one function, prints, sets the exit status.

Exit status 0: fine; 1: the content has errors; 2: wrong usage; 3: the machine
lacks something or failed. What is heavy to import is imported in the command.
"""

from __future__ import annotations

import click

from waraq import __version__
from waraq.cli.auditing import audit
from waraq.cli.building import build, doctor
from waraq.cli.checking import check, status, update
from waraq.cli.options import end_in_order
from waraq.cli.previewing import preview
from waraq.cli.reviewing import review
from waraq.cli.verifying import verify


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="waraq")
def main() -> None:
    """Explainers that anyone can read: pages and handouts in every language."""
    end_in_order()


for command in (build, check, update, status, preview, review, audit, verify, doctor):
    main.add_command(command)
