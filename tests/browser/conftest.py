"""A browser for the tests, what it is to look at, and what it saw.

``look.mjs`` opens pages and says what it saw; the tests judge. A view is one page at one width in
one colour scheme, as ``look.mjs`` prints it.
"""

from __future__ import annotations

import json
import os
import subprocess
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from socketserver import ThreadingTCPServer
from typing import Any, NoReturn

import pytest

from waraq import machine
from waraq.paths import FONT_PACKAGES, HOME

View = dict[str, Any]
Look = Callable[..., list[View]]
LookInWays = Callable[[str, Sequence[str], Mapping[str, object]], dict[str, list[View]]]
Serve = Callable[[Path], AbstractContextManager[str]]

LOOK = Path(__file__).with_name("look.mjs")
PATIENCE = 300
"""Seconds until a browser that says nothing is given up."""

FONTCONFIG = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>{fonts}</dir>
  <cachedir>{cache}</cachedir>
</fontconfig>
"""


def missing(what: str, then: str = "no page is opened in a browser") -> NoReturn:
    """Leave the test out, and say so; in CI nothing is left out."""
    words = f"{what} is missing, so {then}: `make setup-tests` brings it"
    if os.environ.get("CI") == "true":
        pytest.fail(words, pytrace=False)
    pytest.skip(words)


@pytest.fixture(scope="session")
def chromium() -> Path:
    """The browser's program."""
    return machine.chromium() or missing("Chromium")


@pytest.fixture(scope="session")
def node() -> str:
    """The command that runs look.mjs."""
    if not machine.node_18(HOME):
        missing("Node.js 18 or newer")
    for package in ("playwright-core", "axe-core"):
        if not (HOME / "node_modules" / package).is_dir():
            missing(f"the npm package {package}")
    return "node"


@pytest.fixture(scope="session")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """A home of the browser's own, and the fonts of our packages alone.

    Thus Uyghur and Chinese have glyphs on every machine, and the same ones. macOS does not ask
    fontconfig.
    """
    home = tmp_path_factory.mktemp("browser")
    fontconfig = home / "fonts.conf"
    text = FONTCONFIG.format(fonts=FONT_PACKAGES, cache=home / "fontconfig")
    fontconfig.write_text(text, encoding="utf-8")
    return {**os.environ, "HOME": str(home), "FONTCONFIG_FILE": str(fontconfig)}


@pytest.fixture(scope="session")
def look_in_ways(chromium: Path, node: str, environment: dict[str, str]) -> LookInWays:
    """Open pages below a root address in a fresh browser, in each of several ways.

    look.mjs lists what a way takes. What was seen comes under the ways' names.
    """

    def look(root: str, pages: Sequence[str], ways: Mapping[str, object]) -> dict[str, list[View]]:
        done = subprocess.run(
            [node, str(LOOK), str(chromium)],
            input=json.dumps({"root": root, "pages": pages, "ways": ways}),
            env=environment,
            capture_output=True,
            encoding="utf-8",
            timeout=PATIENCE,
            check=False,
        )
        assert done.returncode == 0, f"look.mjs could not open the pages:\n{done.stderr[-3000:]}"
        views: dict[str, list[View]] = json.loads(done.stdout)
        return views

    return look


@pytest.fixture(scope="session")
def look(look_in_ways: LookInWays) -> Look:
    """Open pages below a root address in a fresh browser, in one way."""

    def look(root: str, pages: Sequence[str], **way: object) -> list[View]:
        return look_in_ways(root, pages, {"way": way})["way"]

    return look


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves files and says nothing about it."""

    def log_message(self, format: str, *args: object) -> None:
        """Drop what would go to the tests' output."""


class Server(ThreadingTCPServer):
    """Answers several pages at once; without HTTPServer's question for this host's name."""

    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that closes while it is being served is no mistake."""


@pytest.fixture(scope="session")
def serve() -> Serve:
    """Serve a folder on this machine alone, while the ``with`` block lasts."""

    @contextmanager
    def serve(folder: Path) -> Iterator[str]:
        handler = partial(QuietHandler, directory=str(folder))
        with Server(("127.0.0.1", 0), handler) as server:
            threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
            try:
                yield f"http://127.0.0.1:{server.server_address[1]}/"
            finally:
                server.shutdown()

    return serve


@pytest.fixture(scope="session")
def pages(edition: Path) -> list[str]:
    """The path of every page of the edition."""
    found = sorted(path.relative_to(edition).as_posix() for path in edition.rglob("*.html"))
    assert found, f"the edition holds no page: {edition}"
    return found


@pytest.fixture(scope="session")
def served(edition: Path, serve: Serve) -> Iterator[str]:
    """The root address of the edition, as a web server gives it out."""
    with serve(edition) as address:
        yield address


@pytest.fixture(scope="session")
def views(look: Look, served: str, pages: list[str]) -> list[View]:
    """Every page at 320 and 1280 px, light and dark, with axe-core's findings."""
    return look(served, pages, audit=True)
