"""Every page, narrow and wide, light and dark: nothing that a machine can find is wrong with it.

The last tests hold bad pages out to the judges.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest

from .judges import Judge, audited, heard, mislabelled, sideways, strayed, unanswered, wrong

View = dict[str, Any]
Look = Callable[..., list[View]]
Serve = Callable[[Path], AbstractContextManager[str]]


WAYS = {"matrix": {"audit": True}}


@pytest.fixture(scope="module")
def views(seen: dict[str, list[View]], pages: list[str]) -> list[View]:
    """Every page at 320 and 1280 px, light and dark, with axe-core's findings."""
    views = seen["matrix"]
    assert len(views) == 4 * len(pages)
    return views


def test_axe_finds_nothing_on_any_page(views: list[View]) -> None:
    findings = wrong(views, audited)
    assert not findings, findings


def test_a_page_in_the_dark_differs_in_colours_alone(views: list[View]) -> None:
    """Thus axe-core need not ask again in the dark about anything but colours."""
    places = {(view["page"], view["width"], view["scheme"]): view["places"] for view in views}
    moved = [
        f"{page} at {width} px"
        for (page, width, scheme), place in places.items()
        if place != places[page, width, "light"]
    ]
    assert not moved, "\n".join(moved)


def test_no_page_scrolls_sideways(views: list[View]) -> None:
    findings = wrong(views, sideways)
    assert not findings, findings


def test_no_page_writes_to_the_console_or_breaks(views: list[View]) -> None:
    findings = wrong(views, heard)
    assert not findings, findings


def test_no_page_asks_another_host_for_anything(views: list[View]) -> None:
    findings = wrong(views, strayed)
    assert not findings, findings


def test_all_that_a_page_asks_for_is_there(views: list[View]) -> None:
    findings = wrong(views, unanswered)
    assert not findings, findings


def test_each_page_says_the_language_and_direction_of_its_folder(views: list[View]) -> None:
    findings = wrong(views, mislabelled)
    assert not findings, findings


BAD = """<!doctype html>
<html dir="rtl">
<head>
<meta charset="utf-8">
<title>Bad</title>
<link rel="icon" href="data:,">
<style>
  .faint { color: #999; background: #fff }
  .greyish { color: #6a6a6a; background: #fff }
  .wide { inline-size: 2000px }
  .tiny { display: inline-block; inline-size: 8px; block-size: 8px; overflow: hidden }
</style>
</head>
<body>
<main>
<h1>Bad</h1>
<p class="faint">Too faint to read.</p>
<p class="greyish">Good enough for AA, but not for AAA.</p>
<p class="wide">Too wide.</p>
<img src="https://elsewhere.invalid/picture.png">
<img src="lost.png" alt="Lost">
<p><a class="tiny" href="#a">a</a><a class="tiny" href="#b">b</a></p>
</main>
<script>
  console.warn('I have something to say')
  throw new Error('I am broken')
</script>
</body>
</html>
"""

RULES = ("image-alt", "color-contrast", "color-contrast-enhanced", "html-has-lang", "target-size")


@pytest.fixture(scope="module")
def bad(look: Look, serve: Serve, tmp_path_factory: pytest.TempPathFactory) -> View:
    """A view of a page that does wrong what can be done wrong, in the dark."""
    folder = tmp_path_factory.mktemp("bad")
    (folder / "bad.html").write_text(BAD, encoding="utf-8")
    with serve(folder) as root:
        [view] = look(root, ["bad.html"], widths=[320], schemes=["dark"], audit=True)
    return view


COLOURS = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Dark</title>
<link rel="icon" href="data:,">
<style>
  body { color: #000; background: #fff }
  @media (prefers-color-scheme: dark) {
    body { color: #fff; background: #000 }
    .faint { color: #222 }
    .moved { margin-block-start: 40px }
  }
</style>
<main><h1>Dark</h1><p class="faint">Faint in the dark.<p class="moved">Elsewhere in the dark.</main>
"""


def test_what_is_bad_in_the_dark_alone_is_found_out(look: Look, tmp_path: Path) -> None:
    (tmp_path / "dark.html").write_text(COLOURS, encoding="utf-8")
    light, dark = look(f"{tmp_path.resolve().as_uri()}/", ["dark.html"], widths=[320], audit=True)
    assert not wrong([light], audited)
    assert "dark.html at 320 px, dark: color-contrast at .faint" in wrong([dark], audited)
    assert light["places"] != dark["places"]


@pytest.mark.parametrize("rule", RULES)
def test_a_bad_page_breaks_the_rule(rule: str, bad: View) -> None:
    assert f"bad.html at 320 px, dark: {rule} at " in wrong([bad], audited)


@pytest.mark.parametrize(
    ("judge", "expected"),
    [
        (sideways, "px too wide; sticking out: p.wide"),
        (heard, "warning: I have something to say"),
        (heard, "Error: I am broken"),
        (strayed, "asks another host: https://elsewhere.invalid/picture.png"),
        (unanswered, "asks in vain (net::ERR_NAME_NOT_RESOLVED): https://elsewhere.invalid/"),
        (unanswered, "asks in vain (404): http://127.0.0.1:"),
        (mislabelled, "html says ('', 'rtl'), its folder says ('en', 'ltr')"),
    ],
)
def test_a_bad_page_is_found_out(judge: Judge, expected: str, bad: View) -> None:
    assert expected in wrong([bad], judge)
