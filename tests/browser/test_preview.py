"""The preview in a browser: the open page follows what is saved, and disturbs nobody."""

from __future__ import annotations

import json
import subprocess
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from waraq.edition.preview.live import Live
from waraq.edition.preview.server import Server
from waraq.paths import Project

from .conftest import Browser

MakeProject = Callable[..., Project]

FOLLOW = Path(__file__).with_name("follow.mjs")

PARAGRAPHS = [f"Paragraph {number} says something." for number in range(40)]
LAST = "The [last](https://a.example/) one."
PAGE = "# One\n\n" + "\n\n".join([*PARAGRAPHS, LAST]) + "\n"
CATALOG = {
    "One": "بىر",
    **{text: f"{number}-ئابزاس." for number, text in enumerate(PARAGRAPHS)},
    LAST: "[ئاخىرقى](https://a.example/) ئابزاس.",
}


@dataclass(frozen=True)
class Page:
    """One open page of a preview."""

    process: subprocess.Popen[str]

    def see(self, condition: str = "true") -> dict[str, Any]:
        """What the page looks like once the JavaScript *condition* holds in it."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(f"{condition}\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        assert line, "the browser has ended"
        seen: dict[str, Any] = json.loads(line)
        assert seen["found"], f"never in the page: {condition}\n{seen}"
        return seen


@pytest.fixture
def project(make_project: MakeProject) -> Project:
    return make_project({"index": PAGE}, {"index": CATALOG, "interface": {}})


@pytest.fixture
def server(project: Project) -> Iterator[Server]:
    with Server(0) as server:
        server.live = Live(project, "ug")
        thread = threading.Thread(target=server.show)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


@pytest.fixture
def page(server: Server, node: str, browser: Browser) -> Iterator[Page]:
    with subprocess.Popen(
        [node, str(FOLLOW), browser.address, server.address],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        yield Page(process)
        assert process.stdin is not None
        process.stdin.close()


def save(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def shows(text: str) -> str:
    return f"document.querySelector('main').textContent.includes({json.dumps(text)})"


def test_axe_finds_nothing_on_the_preview_page(project: Project, page: Page) -> None:
    assert page.see()["audit"] == []
    path = project.catalog("ug", "index")
    save(path, "39-ئابزاس", "39-**ئابزاس")
    save(path, "[ئاخىرقى](https://a.example/)", "[ئاخىرقى](https://b.example/)")
    seen = page.see(shows("https://b.example/"))
    assert seen["audit"] == []
    assert seen["sideways"] == 0
    assert seen["heard"] == []


def test_the_open_page_follows_what_is_saved(project: Project, page: Page) -> None:
    before = page.see()
    assert before["news"] == ""
    save(project.catalog("ug", "index"), "20-ئابزاس", "يىگىرمىنچى ئابزاس")
    seen = page.see(shows("يىگىرمىنچى"))
    assert seen["news"].startswith("Updated at ")
    save(project.docs / "index.md", "# One", "# Number one")
    page.see(shows("Number one"))
    assert page.see()["heard"] == []


def test_the_reader_s_place_and_focus_stay(project: Project, page: Page) -> None:
    before = page.see(
        "[...document.querySelectorAll('main a')].find((a) => a.textContent === 'ئاخىرقى').focus()"
        " || (scrollTo(0, 500), true)"
    )
    assert before["scrolled"] == 500
    assert before["focus"] == "ئاخىرقى"
    save(project.catalog("ug", "index"), "30-ئابزاس", "ئوتتۇزىنچى ئابزاس")
    after = page.see(shows("ئوتتۇزىنچى"))
    assert after["scrolled"] == 500
    assert after["focus"] == "ئاخىرقى"


def test_a_list_that_was_folded_stays_folded(project: Project, page: Page) -> None:
    path = project.catalog("ug", "index")
    save(path, "39-ئابزاس", "")
    page.see("document.querySelector('.preview details[open]')")
    page.see("document.querySelector('.preview summary').click() || true")
    save(path, "38-ئابزاس", "ئوتتۇز سەككىز")
    page.see(shows("ئوتتۇز سەككىز"))
    page.see("!document.querySelector('.preview details').open")


def test_a_broken_catalog_shows_the_source_and_what_is_wrong(project: Project, page: Page) -> None:
    path = project.catalog("ug", "index")
    page.see()
    save(path, 'msgstr "بىر"', 'msgstr "بىر')
    seen = page.see("document.querySelector('h1').textContent === 'One'")
    assert "locale/ug/LC_MESSAGES/index.po:" in seen["panel"]
    assert "1 error" in seen["news"]
    save(path, 'msgstr "بىر', 'msgstr "بىر"')
    page.see("document.querySelector('h1').textContent === 'بىر'")


def test_the_page_says_that_the_preview_has_ended(server: Server, page: Page) -> None:
    page.see()
    server.live.end()
    seen = page.see("document.querySelector('#preview-news.lost')")
    assert seen["news"].startswith("The preview has ended.")
    assert seen["audit"] == []
