"""waraq preview: what is saved is shown, what is broken is named, and nobody else may look."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest
from click.testing import CliRunner

from waraq.cli import main
from waraq.edition.preview.live import Live
from waraq.edition.preview.server import GUARDS, Server
from waraq.edition.preview.watching import Watcher
from waraq.pages import templates
from waraq.paths import Project

MakeProject = Callable[..., Project]

PATIENCE = 20.0
"""Seconds that a busy machine may take for what takes a tenth of a second."""

PAGES = {
    "index": "# One\n\nSee [it](https://a.example/).\n\n```{toctree}\n:hidden:\nsecond\n```\n",
    "second": "# Two\n\nMore words.\n",
}
CATALOGS = {
    "index": {"One": "بىر", "See [it](https://a.example/).": "[ئۇنى](https://a.example/) كۆرۈڭ."},
    "second": {"Two": "ئىككى", "More words.": "يەنە سۆز."},
    "interface": {"Languages": "تىللار"},
}


@pytest.fixture
def project(make_project: MakeProject) -> Project:
    return make_project(PAGES, CATALOGS)


@dataclass(frozen=True)
class Preview:
    """A running preview, as a browser meets it."""

    server: Server

    def ask(self, path: str, method: str = "GET", host: str | None = None) -> HTTPResponse:
        connection = HTTPConnection("127.0.0.1", self.server.port, timeout=PATIENCE)
        connection.request(method, path, headers={} if host is None else {"Host": host})
        response = connection.getresponse()
        connection.close()
        return response

    def page(self, path: str = "/ug/index.html") -> str:
        with self.ask(path) as response:
            assert response.status == 200
            return response.read().decode()

    def panel(self, path: str = "/ug/index.html") -> str:
        """What the preview says of a page, its tags aside."""
        _, _, panel = self.page(path).partition('<section class="preview"')
        return re.sub(r"<[^>]*>", "", panel.partition("</section>")[0])

    @contextmanager
    def events(self) -> Iterator[Callable[[], str]]:
        """Listen for news; the first is what there is now."""
        with self.ask("/-/events") as response:
            assert response.headers["Content-Type"] == "text/event-stream; charset=utf-8"

            def following() -> str:
                while line := response.readline().decode():
                    if line.startswith("data: "):
                        return line.removeprefix("data: ").strip()
                raise EOFError

            yield following

    @contextmanager
    def news(self) -> Iterator[None]:
        """Leave only when the browser has been told of a save."""
        with self.events() as following:
            before = following()
            yield
            assert following() != before


@contextmanager
def running(project: Project, tag: str = "ug") -> Iterator[Preview]:
    with Server(0) as server:
        server.live = Live(project, tag)
        thread = threading.Thread(target=server.show)
        thread.start()
        try:
            yield Preview(server)
        finally:
            server.shutdown()
            thread.join()


@pytest.fixture
def preview(project: Project) -> Iterator[Preview]:
    with running(project) as preview:
        yield preview


def save(path: Path, old: str, new: str) -> None:
    """Save as many editors do: write another file, and give it the name."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    other = path.with_name(f".{path.name}.new")
    other.write_text(text.replace(old, new), encoding="utf-8")
    other.replace(path)


# What is shown


def test_a_page_is_the_edition_s_page_with_the_preview_s_parts(preview: Preview) -> None:
    page = preview.page()
    assert "<h1>بىر</h1>" in page
    assert '<link rel="stylesheet" href="../_static/waraq-ug.css">' in page
    assert '<script type="module" src="/-/preview.js">' in page
    assert "default-src 'none'; connect-src 'self'; style-src 'self';" in page
    assert page.count("script-src 'self'") == 1
    assert page.count("Content-Security-Policy") == 1


def test_the_root_leads_to_the_start_page(preview: Preview) -> None:
    with preview.ask("/") as response:
        assert response.status == 302
        assert response.headers["Location"] == "/ug/index.html"


def test_all_that_a_page_loads_is_there(preview: Preview) -> None:
    for path in ("/_static/waraq-ug.css", "/-/preview.css", "/-/preview.js"):
        with preview.ask(path) as response:
            assert response.status == 200
            assert response.read()


def test_an_edition_has_nothing_of_the_preview(project: Project) -> None:
    result = CliRunner().invoke(
        main, ["build", "--project", str(project.root), "--only", "web", "--jobs", "1"]
    )
    assert result.exit_code == 0, result.output
    for path in (project.output / "current").rglob("*"):
        assert "preview" not in path.name
        assert path.suffix != ".js" or path.name in ("waraq.js", "search.js", "search-index.js")
        if path.suffix == ".html":
            assert "/-/" not in path.read_text(encoding="utf-8")


def test_another_language_says_which_command_shows_it(preview: Preview) -> None:
    assert "../en/index.html" in preview.page()
    with preview.ask("/en/index.html") as response:
        assert response.status == 404
        text = response.read().decode()
    assert "This preview does not show English" in text
    assert "<code>waraq preview en --port 0</code>" in text


def test_the_source_can_be_previewed(project: Project) -> None:
    with running(project, "en") as preview:
        with preview.news():
            save(project.docs / "index.md", "# One", "# Number one")
        assert "<h1>Number one</h1>" in preview.page("/en/index.html")


# What is saved


def test_a_saved_catalog_is_shown(project: Project, preview: Preview) -> None:
    with preview.news():
        save(project.catalog("ug", "index"), "بىر", "بىرىنچى")
    assert "<h1>بىرىنچى</h1>" in preview.page()
    assert "بىرىنچى" in preview.page("/ug/second.html")


def test_saved_words_of_the_interface_are_shown(project: Project, preview: Preview) -> None:
    with preview.news():
        save(project.catalog("ug", "interface"), "تىللار", "باشقا تىللار")
    assert 'aria-label="باشقا تىللار"' in preview.page()


def test_a_broken_catalog_is_named_until_it_is_mended(project: Project, preview: Preview) -> None:
    path = project.catalog("ug", "second")
    with preview.news():
        save(path, 'msgstr "يەنە سۆز."', 'msgstr "يەنە سۆز.')
    page = preview.page("/ug/second.html")
    assert '<p class="untranslated" dir="ltr" lang="en">More words.</p>' in page
    panel = preview.panel("/ug/second.html")
    assert "Preview: 1 error" in panel
    assert "locale/ug/LC_MESSAGES/second.po:" in panel
    assert "What to do: " in panel
    assert "second.po" not in preview.panel("/ug/index.html")
    with preview.news():
        save(path, 'msgstr "يەنە سۆز.', 'msgstr "يەنە سۆز."')
    assert "<p>يەنە سۆز.</p>" in preview.page("/ug/second.html")
    assert "nothing wrong with this page" in preview.panel("/ug/second.html")


def test_a_refused_translation_is_named_with_its_line(project: Project, preview: Preview) -> None:
    with preview.news():
        save(project.catalog("ug", "index"), "(https://a.example/) كۆرۈڭ", "(https://b.test/)")
    assert "https://b.test" not in preview.page().partition('<section class="preview"')[0]
    panel = preview.panel()
    assert "locale/ug/LC_MESSAGES/index.po:9" in panel
    assert "A translation with an error is not used" in panel


def test_what_a_translator_wrote_is_text_in_the_panel(project: Project, preview: Preview) -> None:
    with preview.news():
        save(project.catalog("ug", "second"), '"More words."', '"<b>bold</b>"')
    page = preview.page("/ug/second.html")
    assert "the source no longer says this" in page
    assert "<b>" not in page


def test_a_catalog_that_goes_and_comes_back_is_shown_again(
    project: Project, preview: Preview
) -> None:
    path = project.catalog("ug", "index")
    text = path.read_text(encoding="utf-8")
    with preview.news():
        path.unlink()
    assert "1 error" in preview.panel()
    with preview.news():
        path.write_text(text, encoding="utf-8")
    assert "<h1>بىر</h1>" in preview.page()


def test_a_saved_source_is_shown(project: Project, preview: Preview) -> None:
    with preview.news():
        save(project.docs / "second.md", "More words.", "More words.\n\nEven more.")
    page = preview.page("/ug/second.html")
    assert "<p>يەنە سۆز.</p>" in page
    assert "Even more." in page
    assert "missing" in preview.panel("/ug/second.html")


def test_a_saved_site_toml_is_shown(project: Project, preview: Preview) -> None:
    with preview.news():
        save(project.site, "Little explainer", "Small explainer")
    assert "Small explainer" in preview.page()


def test_a_new_page_is_there_and_a_removed_one_is_gone(project: Project, preview: Preview) -> None:
    third = project.docs / "third.md"
    with preview.news():
        third.write_text("---\norphan: true\n---\n\n# Three\n", encoding="utf-8")
    assert "Three" in preview.page("/ug/third.html")
    with preview.news():
        third.unlink()
    with preview.ask("/ug/third.html") as response:
        assert response.status == 404


@pytest.mark.parametrize(
    ("name", "old", "new", "reason"),
    [
        ("docs/second.md", "More words.", "[Gone](gone.md).", "docs/second.md:3"),
        ("docs/second.md", "More words.", "{doc}`index", "docs/second.md:3"),
        ("docs/site.toml", 'summary = "', 'summery = "', "the sources cannot be read"),
        ("conf.py", '"myst_parser"', '"no_such_extension"', "the sources cannot be read"),
    ],
)
def test_sources_with_errors_leave_the_last_good_pages(
    name: str, old: str, new: str, reason: str, project: Project, preview: Preview
) -> None:
    with preview.news():
        save(project.root / name, old, new)
    assert "<p>يەنە سۆز.</p>" in preview.page("/ug/second.html")
    for path in ("/ug/index.html", "/ug/second.html"):
        assert "shown as it was before them" in preview.panel(path)
        assert reason in preview.panel(path)
    with preview.news():
        save(project.catalog("ug", "second"), "يەنە سۆز.", "باشقا سۆز.")
    assert "<p>باشقا سۆز.</p>" in preview.page("/ug/second.html")
    with preview.news():
        save(project.root / name, new, old)
    assert "shown as it was before" not in preview.panel()
    assert "<p>باشقا سۆز.</p>" in preview.page("/ug/second.html")


def test_a_page_in_another_encoding_leaves_the_last_good_pages(
    project: Project, preview: Preview
) -> None:
    page = project.docs / "second.md"
    good = page.read_bytes()
    with preview.news():
        page.write_bytes(b"# Two\n\nM\xf6re.\n")
    assert "<p>يەنە سۆز.</p>" in preview.page("/ug/second.html")
    assert "docs/second.md:3" in preview.panel("/ug/second.html")
    assert "not in UTF-8" in preview.panel("/ug/second.html")
    with preview.news():
        page.write_bytes(good)
    assert "not in UTF-8" not in preview.panel("/ug/second.html")


def test_a_preview_of_sources_with_errors_shows_them(make_project: MakeProject) -> None:
    project = make_project({**PAGES, "second": "# Two\n\n[Gone](gone.md).\n"}, CATALOGS)
    with running(project) as preview:
        assert "docs/second.md:3" in preview.panel("/ug/second.html")


# Who may ask for what


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:{port}", "127.0.0.1", "localhost:1", "127.0.0.1.:{port}"]
)
def test_a_foreign_host_gets_nothing(host: str, preview: Preview) -> None:
    for path in ("/ug/index.html", "/-/events", "/-/preview.js", "/"):
        with preview.ask(path, host=host.format(port=preview.server.port)) as response:
            assert response.status == 421
            assert response.read() == b"not here\n"


def test_a_request_without_a_host_gets_nothing(preview: Preview) -> None:
    with socket.create_connection(("127.0.0.1", preview.server.port), PATIENCE) as connection:
        connection.sendall(b"GET /ug/index.html HTTP/1.0\r\n\r\n")
        assert connection.recv(1000).startswith(b"HTTP/1.0 421")


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST", "127.0.0.1"])
def test_this_machine_s_own_names_are_served(host: str, preview: Preview) -> None:
    with preview.ask("/ug/index.html", host=f"{host}:{preview.server.port}") as response:
        assert response.status == 200


def test_it_listens_on_loopback_alone(preview: Preview) -> None:
    assert preview.server.server_address[0] == "127.0.0.1"


@pytest.mark.parametrize(
    "path",
    [
        "/ug/",
        "/ug",
        "/ug/nothing.html",
        "/ug/index",
        "/ug/index.md",
        "/ug/../../conf.py",
        "/ug/%2e%2e/%2e%2e/docs/index.html",
        "/_static/",
        "/_static/../page.html",
        "/-/",
        "/-/panel.html",
        "/-/server.py",
        "/docs/site.toml",
        "/xx/index.html",
        "/favicon.ico",
    ],
)
def test_an_unknown_path_is_not_found(path: str, preview: Preview) -> None:
    with preview.ask(path) as response:
        assert response.status == 404
        assert "There is no such page" in response.read().decode()


@pytest.mark.parametrize("path", ["/ug/index.html", "/", "/-/preview.js", "/-/events", "/nothing"])
def test_every_answer_is_guarded(path: str, preview: Preview) -> None:
    with preview.ask(path, "HEAD") as response:
        for name, value in GUARDS.items():
            assert response.headers[name] == value
        assert "Access-Control-Allow-Origin" not in response.headers


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_nothing_can_be_sent(method: str, preview: Preview) -> None:
    with preview.ask("/ug/index.html", method) as response:
        assert response.status == 501


def test_a_query_changes_nothing(preview: Preview) -> None:
    assert preview.page("/ug/index.html?tag=en&x=%3Cscript%3E") == preview.page()


# Which files were saved


def test_the_watcher_sees_a_file_that_is_written_renamed_or_removed(tmp_path: Path) -> None:
    file, deep = tmp_path / "a.po", tmp_path / "folder" / "b.po"
    watcher = Watcher([tmp_path], sleep=lambda seconds: None)
    deep.parent.mkdir()
    for path in (file, deep):
        path.write_text("one", encoding="utf-8")
    assert watcher.changes() == {file, deep}
    assert watcher.changes() == set()
    times = file.stat()
    save(file, "one", "two")
    os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert watcher.changes() == {file}
    file.unlink()
    assert watcher.changes() == {file}


def test_the_watcher_is_not_blinded_by_a_link_to_nowhere(tmp_path: Path) -> None:
    (tmp_path / "0.po").symlink_to(tmp_path / "nowhere.po")
    watcher = Watcher([tmp_path], sleep=lambda seconds: None)
    tmp_path.joinpath("1.po").write_text("one", encoding="utf-8")
    assert watcher.changes() == {tmp_path / "1.po"}


@pytest.mark.parametrize("name", [".a.po.swp", "a.po~", "4913", "#a.po#", "a.tmp"])
def test_the_watcher_leaves_out_what_editors_keep_beside_a_file(name: str, tmp_path: Path) -> None:
    watcher = Watcher([tmp_path], sleep=lambda seconds: None)
    tmp_path.joinpath(name).write_text("x", encoding="utf-8")
    assert watcher.changes() == set()


def test_the_watcher_waits_until_a_file_is_written_to_its_end(tmp_path: Path) -> None:
    file = tmp_path / "a.po"
    steps = iter(["one", "one and two"])

    def sleep(seconds: float) -> None:
        if step := next(steps, ""):
            file.write_text(step, encoding="utf-8")

    watcher = Watcher([tmp_path], sleep=sleep)
    file.write_text("", encoding="utf-8")
    assert watcher.changes() == {file}
    assert file.read_text(encoding="utf-8") == "one and two"
    assert watcher.changes() == set()


# The command


def run(project: Project, *more: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["preview", "--project", str(project.root), *more])
    assert "Traceback" not in result.output
    return result.exit_code, result.stderr


def test_an_unknown_language_is_wrong_usage(project: Project) -> None:
    status, words = run(project, "xx", "--port", "0")
    assert status == 2
    assert "it has en, ug" in words


def test_a_port_in_use_is_one_sentence(project: Project) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        status, words = run(project, "ug", "--port", str(port))
    assert status == 3
    assert words.startswith(f"waraq: port {port} cannot be used (")
    assert words.count("\n") == 1


def test_a_site_toml_with_a_mistake_is_one_sentence(project: Project) -> None:
    project.site.write_text("title = 3\n", encoding="utf-8")
    status, words = run(project, "ug", "--port", "0")
    assert status == 1
    assert "site.toml" in words


def test_a_page_in_another_encoding_is_one_sentence(project: Project) -> None:
    (project.docs / "second.md").write_bytes(b"# Two\n\nM\xf6re.\n")
    status, words = run(project, "ug", "--port", "0")
    assert status == 1
    assert "docs/second.md:3: error: this line is not in UTF-8" in words
    assert words.count("\n") == 1


@pytest.mark.skipif(os.name == "nt", reason="Windows sends Ctrl-C to a whole console")
def test_ctrl_c_ends_it_quietly(project: Project) -> None:
    # A shell that starts something in the background lets it ignore Ctrl-C.
    start = (
        "import signal; signal.signal(signal.SIGINT, signal.default_int_handler);"
        "from waraq.cli import main; main()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", start, "preview", "ug", f"--project={project.root}", "--port=0"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        assert process.stdout is not None
        assert "http://127.0.0.1:" in process.stdout.readline()
        process.send_signal(signal.SIGINT)
        _, words = process.communicate(timeout=PATIENCE)
    assert (process.returncode, words) == (0, "")


def test_the_page_s_policy_still_has_what_the_preview_widens() -> None:
    path = templates.THEME / "parts" / "meta.html"
    assert "default-src 'none';" in path.read_text(encoding="utf-8")
