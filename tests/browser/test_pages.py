"""Every page, narrow and wide, light and dark: nothing that a machine can find is wrong with it.

The judges take a view (see conftest) and yield what is wrong, in words; the last tests hold bad
pages out to them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from waraq import languages, settings
from waraq.paths import HOME, Project

View = dict[str, Any]
Look = Callable[..., list[View]]
Serve = Callable[[Path], AbstractContextManager[str]]
Judge = Callable[[View], Iterator[str]]

DOUBLED = """
const html = document.documentElement
html.style.fontSize = 2 * parseFloat(getComputedStyle(html).fontSize) + 'px'
"""

SPACED = """
const sheet = new CSSStyleSheet()
sheet.replaceSync(`
  * { line-height: 1.5 !important }
  * { letter-spacing: .12em !important; word-spacing: .16em !important }
  p { margin-bottom: 2em !important }
`)
document.adoptedStyleSheets = [sheet]
"""
"""What a reader may set: WCAG 2.2, success criterion 1.4.12."""


def audited(view: View) -> Iterator[str]:
    """What axe-core found."""
    yield from (f"{each['rule']} at {each['element']}: {each['why']}" for each in view["audit"])


def sideways(view: View) -> Iterator[str]:
    """Whether the page must be scrolled sideways to be read."""
    if view["sideways"] > 0:
        yield f"{view['sideways']} px too wide; sticking out: {', '.join(view['sticksOut'])}"


def heard(view: View) -> Iterator[str]:
    """What the page wrote to the console, and what broke in it."""
    yield from view["console"]
    yield from view["errors"]


def strayed(view: View) -> Iterator[str]:
    """What the page asked of other hosts."""
    hosts = {urlsplit(view["requests"][0]["url"])[:2], ("data", "")}
    for each in view["requests"]:
        if urlsplit(each["url"])[:2] not in hosts:
            yield f"asks another host: {each['url']}"


def unanswered(view: View) -> Iterator[str]:
    """What the page asked for in vain."""
    for each in view["requests"]:
        status = each["status"] or 0
        if each["failure"] or status >= 400:
            yield f"asks in vain ({each['failure'] or status}): {each['url']}"


def mislabelled(view: View) -> Iterator[str]:
    """Whether html says another language or direction than the page's folder."""
    folder, slash, _ = view["page"].partition("/")
    source = settings.load(Project(HOME).site).source
    language = languages.named(folder) if slash else source
    expected = (language.tag, language.direction)
    if (view["lang"], view["dir"]) != expected:
        yield f"html says {(view['lang'], view['dir'])}, its folder says {expected}"


def wrong(views: Iterable[View], *judges: Judge) -> str:
    """All that the judges say, one line each with page, width and scheme; empty if all is well."""
    return "\n".join(
        f"{view['page']} at {view['width']} px, {view['scheme']}: {words}"
        for view in views
        for judge in judges
        for words in judge(view)
    )


def test_axe_finds_nothing_on_any_page(views: list[View]) -> None:
    findings = wrong(views, audited)
    assert not findings, findings


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


@pytest.mark.parametrize(("how", "prepare"), [("doubled", DOUBLED), ("spaced", SPACED)])
def test_narrow_pages_do_not_scroll_sideways_when_text_is(
    how: str, prepare: str, look: Look, served: str, pages: list[str]
) -> None:
    views = look(served, pages, widths=[320], schemes=["light"], prepare=prepare)
    findings = wrong(views, sideways)
    assert not findings, f"text {how}:\n{findings}"


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
    """A view of a page that does wrong what can be done wrong."""
    folder = tmp_path_factory.mktemp("bad")
    (folder / "bad.html").write_text(BAD, encoding="utf-8")
    with serve(folder) as root:
        [view] = look(root, ["bad.html"], widths=[320], schemes=["dark"], audit=True)
    return view


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


STIFF = """<!doctype html>
<meta name="viewport" content="width=device-width">
<title>Stiff</title>
<p style="white-space: pre">iiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiii
"""


@pytest.mark.parametrize("prepare", [None, DOUBLED, SPACED], ids=["as it is", "doubled", "spaced"])
def test_a_page_that_only_its_own_text_size_fits_is_found_out(
    prepare: str | None, look: Look, serve: Serve, tmp_path: Path
) -> None:
    (tmp_path / "stiff.html").write_text(STIFF, encoding="utf-8")
    with serve(tmp_path) as root:
        views = look(root, ["stiff.html"], widths=[320], schemes=["light"], prepare=prepare)
    assert ("px too wide" in wrong(views, sideways)) == (prepare is not None)
