"""The command that shows one language while it is being translated."""

from __future__ import annotations

import sys

import click

from waraq.cli.options import CONTENT, FINE, MACHINE, USAGE, project_option, speaks_plainly, stop
from waraq.paths import Project


@click.command()
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
        stop(MACHINE, str(error))
    except UsageError as error:
        stop(USAGE, str(error))
    except SphinxError as error:
        stop(CONTENT, f"conf.py or a source cannot be read: {error}")
