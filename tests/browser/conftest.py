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
from dataclasses import dataclass, replace
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
PATIENCE = 600
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


@dataclass(frozen=True)
class Browser:
    """A browser that lasts, and looks at what it is told to."""

    process: subprocess.Popen[str]
    errors: Path
    address: str
    """Where it can be reached by what looks in ways of its own."""

    @classmethod
    @contextmanager
    def started(
        cls, node: str, chromium: Path, environment: Mapping[str, str], errors: Path
    ) -> Iterator[Browser]:
        """Start one; it ends with the ``with`` block. What it complains of goes to a file."""
        with (
            errors.open("w", encoding="utf-8") as complaints,
            subprocess.Popen(
                [node, str(LOOK), str(chromium)],
                env=environment,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=complaints,
                encoding="utf-8",
            ) as process,
        ):
            starting = cls(process, errors, "")
            yield replace(starting, address=starting.answer()["address"])
            assert process.stdin is not None
            process.stdin.close()

    def answer(self) -> dict[str, Any]:
        """The next thing it says; it is ended when that takes too long."""
        assert self.process.stdout is not None
        patience = threading.Timer(PATIENCE, self.process.kill)
        patience.start()
        try:
            line = self.process.stdout.readline()
        finally:
            patience.cancel()
        assert line, f"the browser has ended:\n{self.errors.read_text(encoding='utf-8')[-3000:]}"
        answer: dict[str, Any] = json.loads(line)
        return answer

    def look(
        self, root: str, pages: Sequence[str], ways: Mapping[str, object]
    ) -> dict[str, list[View]]:
        """Open pages below a root address in each of several ways, all of them unknown before.

        look.mjs lists what a way takes. What was seen comes under the ways' names.
        """
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps({"root": root, "pages": pages, "ways": ways}) + "\n")
        self.process.stdin.flush()
        answer = self.answer()
        assert "error" not in answer, f"look.mjs could not open the pages:\n{answer['error']}"
        views: dict[str, list[View]] = answer["seen"]
        return views


@pytest.fixture(scope="session")
def browser(
    chromium: Path,
    node: str,
    environment: dict[str, str],
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Browser]:
    """The one that nearly all tests look with: to start it is slow."""
    errors = tmp_path_factory.mktemp("complaints") / "browser.txt"
    with Browser.started(node, chromium, environment, errors) as browser:
        yield browser


@pytest.fixture(scope="session")
def look_in_ways(browser: Browser) -> LookInWays:
    """Open pages below a root address in each of several ways."""
    return browser.look


@pytest.fixture(scope="session")
def look(look_in_ways: LookInWays) -> Look:
    """Open pages below a root address in one way."""

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
def seen_in_all_ways(
    request: pytest.FixtureRequest, look_in_ways: LookInWays, served: str, pages: list[str]
) -> dict[str, list[View]]:
    """Every page in all ways that the modules whose tests are run list as ``WAYS``: one look."""
    modules = {item.module for item in request.session.items if isinstance(item, pytest.Function)}
    ways = {
        f"{module.__name__}: {name}": way
        for module in sorted(modules, key=lambda module: str(module.__name__))
        for name, way in getattr(module, "WAYS", {}).items()
    }
    return look_in_ways(served, pages, ways)


@pytest.fixture(scope="module")
def seen(
    request: pytest.FixtureRequest, seen_in_all_ways: dict[str, list[View]]
) -> dict[str, list[View]]:
    """What was seen in the module's own ways, by their names."""
    module = request.module
    return {name: seen_in_all_ways[f"{module.__name__}: {name}"] for name in module.WAYS}
