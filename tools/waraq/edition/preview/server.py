"""Who may ask the preview for what: this machine's browsers, for known addresses only."""

from __future__ import annotations

import os
import sys
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from socketserver import ThreadingTCPServer
from typing import ClassVar
from urllib.parse import quote, unquote

from waraq.edition.preview import dressing
from waraq.edition.preview.live import Live
from waraq.edition.preview.watching import INTERVAL
from waraq.pages import shared
from waraq.problems import WaraqError

LOOPBACK = "127.0.0.1"
PATIENCE = 15.0
"""Seconds after which a browser that hears nothing is told that we are still here."""

HTML = "text/html; charset=utf-8"
CSS = "text/css; charset=utf-8"
JAVASCRIPT = "text/javascript; charset=utf-8"
KINDS = {".css": CSS, ".js": JAVASCRIPT, ".svg": "image/svg+xml"}
SHARED = {path: KINDS[Path(path).suffix] for path in shared.files()}

GUARDS = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # Without it any website could find out that this machine shows these pages.
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
}


class PortError(WaraqError):
    """The preview cannot listen where it was told to."""


class Server(ThreadingTCPServer):
    """Listens on loopback alone; answers once ``live`` is set and ``show`` runs.

    Requests are answered in threads of their own; the thread of ``show`` looks
    for saved files in between, so that Ctrl-C finds one thing to end.
    """

    daemon_threads = True
    block_on_close = False
    # On Windows this would let two previews share one port.
    allow_reuse_address = os.name != "nt"
    live: Live

    def __init__(self, port: int) -> None:
        """Take a port; 0 takes any free one.

        :raises PortError: if it cannot be had
        """
        try:
            super().__init__((LOOPBACK, port), _Handler)
        except OSError as error:
            raise PortError(
                f"port {port} cannot be used ({error.strerror}); --port 0 takes any free one"
            ) from None

    @property
    def port(self) -> int:
        """The port that was taken."""
        return int(self.server_address[1])

    @property
    def hosts(self) -> set[str]:
        """What a browser on this machine calls us; another name is a website's trick.

        A website can let its own name lead to 127.0.0.1, and then read what
        answers there (DNS rebinding).
        """
        names = {f"{name}:{self.port}" for name in (LOOPBACK, "localhost")}
        return names | ({LOOPBACK, "localhost"} if self.port == 80 else set())

    @property
    def start(self) -> str:
        """The path of the page to begin with."""
        return quote(f"/{self.live.language.tag}/{self.live.start}.html")

    @property
    def address(self) -> str:
        """Where to begin, for a browser."""
        return f"http://{LOOPBACK}:{self.port}{self.start}"

    def show(self) -> None:
        """Serve the pages, and keep them as the files are, until ``shutdown``."""
        try:
            self.serve_forever(INTERVAL)
        finally:
            self.live.end()

    def service_actions(self) -> None:
        """What is done after each request, and when there is none for a while."""
        self.live.look()

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that went away is no mistake; anything else is."""
        if not isinstance(sys.exception(), OSError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class _Handler(BaseHTTPRequestHandler):
    server: Server
    timeout = 60

    files: ClassVar = {
        dressing.STYLE: ("preview.css", CSS),
        dressing.SCRIPT: ("preview.js", JAVASCRIPT),
    }

    def do_GET(self) -> None:
        """Answer a known address; a query is not even looked at."""
        if not self._is_for_us():
            self._answer(HTTPStatus.MISDIRECTED_REQUEST, "text/plain; charset=utf-8", "not here\n")
            return
        path = unquote(self.path.partition("?")[0])
        if path == "/":
            self._redirect(self.server.start)
        elif path == dressing.EVENTS:
            self._events()
        elif path.removeprefix("/") in SHARED:
            self._answer(HTTPStatus.OK, SHARED[path.removeprefix("/")], shared.files()[path[1:]])
        elif path in self.files:
            name, kind = self.files[path]
            text = (dressing.HERE / name).read_text(encoding="utf-8")
            self._answer(HTTPStatus.OK, kind, text)
        else:
            self._page(path)

    do_HEAD = do_GET

    def _is_for_us(self) -> bool:
        given = [host.lower() for host in self.headers.get_all("Host", [])]
        return len(given) == 1 and given[0] in self.server.hosts

    def _page(self, path: str) -> None:
        live = self.server.live
        tag, _, name = path.removeprefix("/").partition("/")
        docname, suffix = name.removesuffix(".html"), name[-5:]
        html = live.html(docname) if tag == live.language.tag and suffix == ".html" else None
        if html is not None:
            self._answer(HTTPStatus.OK, HTML, html)
            return
        self._answer(HTTPStatus.NOT_FOUND, HTML, self._sign(tag))

    def _sign(self, tag: str) -> str:
        """What to say where there is no page, or one of another language."""
        other = self.server.live.others.get(tag)
        if other is None:
            return dressing.sign(
                "There is no such page",
                "The preview shows the pages of one language and nothing else.",
                start=self.server.start,
            )
        return dressing.sign(
            f"This preview does not show {other.language.english_name}",
            "It shows one language. To see this one beside it, run in another terminal:",
            command=f"waraq preview {other.tag} --port 0",
            start=self.server.start,
        )

    def _events(self) -> None:
        """Say which version there is, and again whenever there is another."""
        self.send_response(HTTPStatus.OK)
        self._headers({"Content-Type": "text/event-stream; charset=utf-8"})
        if self.command == "HEAD":
            return
        self.wfile.write(b"retry: 500\n\n")
        said = ""
        while version := self.server.live.news(said, PATIENCE):
            line = f"data: {version}\n\n" if version != said else ": still here\n\n"
            self.wfile.write(line.encode())
            said = version

    def _redirect(self, path: str) -> None:
        self.send_response(HTTPStatus.FOUND)
        self._headers({"Location": path, "Content-Length": "0"})

    def _answer(self, status: HTTPStatus, kind: str, text: str) -> None:
        body = text.encode()
        self.send_response(status)
        self._headers({"Content-Type": kind, "Content-Length": str(len(body))})
        if self.command != "HEAD":
            self.wfile.write(body)

    def _headers(self, headers: dict[str, str]) -> None:
        for name, value in {**headers, **GUARDS}.items():
            self.send_header(name, value)
        self.end_headers()

    def version_string(self) -> str:
        """No more than the name."""
        return "waraq"

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: what is asked for is nobody's business."""
