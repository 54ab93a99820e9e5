"""The pages as files on a stick, and as a browser shows them that runs no scripts."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import urldefrag, urlsplit

import pytest

View = dict[str, Any]
Look = Callable[..., list[View]]

STYLED = """(() => {
  const look = () => ['backgroundColor', 'fontFamily', 'lineHeight', 'color']
    .map((name) => getComputedStyle(document.body)[name])
  const styled = look()
  for (const sheet of document.styleSheets) sheet.disabled = true
  const plain = look()
  for (const sheet of document.styleSheets) sheet.disabled = false
  return styled.filter((value, index) => value !== plain[index]).length
})()"""
"""How many of the body's properties the style sheets change."""

LINKS = """[...document.links].filter((link) => link.checkVisibility()).map((link) => link.href)"""


@pytest.fixture(scope="module")
def as_files(look: Look, edition: Path, pages: list[str]) -> list[View]:
    """Every page, opened from its folder."""
    root = f"{edition.resolve().as_uri()}/"
    return look(root, pages, widths=[320], schemes=["light"], measure=STYLED)


def test_a_page_opened_as_a_file_asks_for_nothing_but_files(as_files: list[View]) -> None:
    asked = {
        f"{view['page']} asks for {each['url']}"
        for view in as_files
        for each in view["requests"]
        if urlsplit(each["url"]).scheme not in {"file", "data"}
    }
    assert not asked, "\n".join(sorted(asked))


def test_a_page_opened_as_a_file_finds_all_it_asks_for(as_files: list[View]) -> None:
    lost = {
        f"{view['page']}: {each['url']}: {each['failure']}"
        for view in as_files
        for each in view["requests"]
        if each["failure"]
    }
    assert not lost, "\n".join(sorted(lost))


def test_a_page_opened_as_a_file_has_nothing_to_complain_of(as_files: list[View]) -> None:
    said = [f"{v['page']}: {words}" for v in as_files for words in (*v["console"], *v["errors"])]
    assert not said, "\n".join(said)


def test_a_page_opened_as_a_file_has_its_style(as_files: list[View]) -> None:
    bare = [view["page"] for view in as_files if view["measured"] < 2]
    assert not bare, f"the style sheet changes nothing on {', '.join(bare)}"


def test_a_page_that_loses_its_style_as_a_file_is_found_out(look: Look, tmp_path: Path) -> None:
    page = "<!doctype html><title>Bare</title><link rel=stylesheet href=/lost.css><p>Bare"
    (tmp_path / "bare.html").write_text(page, encoding="utf-8")
    root = f"{tmp_path.resolve().as_uri()}/"
    [view] = look(root, ["bare.html"], widths=[320], schemes=["light"], measure=STYLED)
    assert view["measured"] == 0
    assert [each["url"] for each in view["requests"] if each["failure"]] == ["file:///lost.css"]


WAYS = {
    "without scripts": {
        "widths": [320],
        "schemes": ["light"],
        "scripts": False,
        "measure": LINKS,
    }
}


@pytest.fixture(scope="module")
def links(seen: dict[str, list[View]], served: str) -> dict[str, set[str]]:
    """By page, the pages that its visible links lead to; narrow, and without scripts."""
    views = seen["without scripts"]
    return {view["page"]: leads_to(served, view["measured"]) for view in views}


def leads_to(root: str, hrefs: Iterable[str]) -> set[str]:
    """The paths below *root* among some addresses."""
    return {urldefrag(href).url.removeprefix(root) for href in hrefs if href.startswith(root)}


def reached(start: str, links: Mapping[str, set[str]]) -> set[str]:
    """The pages that one can come to by links from *start*."""
    found = {start}
    new = [start]
    while new:
        onward = links.get(new.pop(), set()) - found
        found |= onward
        new += onward
    return found


def by_folder(pages: Iterable[str]) -> dict[str, set[str]]:
    """The pages of each language's folder."""
    folders: dict[str, set[str]] = defaultdict(set)
    for page in pages:
        folder, *rest = PurePosixPath(page).parts
        if rest:
            folders[folder].add(page)
    return folders


def test_without_scripts_the_index_of_a_language_leads_to_all_its_pages(
    links: dict[str, set[str]],
) -> None:
    folders = by_folder(links)
    assert folders
    for folder, pages in folders.items():
        within = {page: links[page] & pages for page in pages}
        orphans = pages - reached(f"{folder}/index.html", within)
        assert not orphans, f"no link in {folder}/ leads to {', '.join(sorted(orphans))}"


def test_without_scripts_the_root_page_links_to_every_language(links: dict[str, set[str]]) -> None:
    indexes = {f"{folder}/index.html" for folder in by_folder(links)}
    lost = indexes - links["index.html"]
    assert not lost, f"the root page has no link to {', '.join(sorted(lost))}"


COPY = re.compile(r"(.+)/waraq-\1\.html")
"""All pages of one language in one file, which leads to the others on the web."""


def test_without_scripts_every_page_links_to_itself_in_every_other_language(
    links: dict[str, set[str]],
) -> None:
    folders = by_folder(links)
    lost = [
        f"{page} has no link to {other}"
        for folder, pages in sorted(folders.items())
        for page in sorted(pages)
        if not COPY.fullmatch(page)
        for tag in sorted(folders.keys() - {folder})
        if (other := tag + page.removeprefix(folder)) not in links[page]
    ]
    assert not lost, "\n".join(lost)


def test_no_link_leads_to_a_file_that_is_not_there(
    links: dict[str, set[str]], edition: Path
) -> None:
    dead = [
        f"{page} leads to {target}"
        for page, targets in sorted(links.items())
        for target in sorted(targets)
        if not (edition / target).is_file()
    ]
    assert not dead, "\n".join(dead)


def test_a_page_that_nothing_visible_leads_to_is_found_out(look: Look, tmp_path: Path) -> None:
    head = "<!doctype html><title>Page</title>"
    for name, body in (
        ("a", '<a href="b.html#there">b</a> <a hidden href="c.html">c</a>'),
        ("b", '<a href="a.html">a</a> <a href="https://elsewhere.invalid/">elsewhere</a>'),
        ("c", '<a href="a.html">a</a>'),
    ):
        (tmp_path / f"{name}.html").write_text(head + body, encoding="utf-8")
    root = f"{tmp_path.resolve().as_uri()}/"
    names = ["a.html", "b.html", "c.html"]
    views = look(root, names, widths=[320], schemes=["light"], scripts=False, measure=LINKS)
    links = {view["page"]: leads_to(root, view["measured"]) for view in views}
    assert reached("a.html", links) == {"a.html", "b.html"}
