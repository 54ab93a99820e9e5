"""A language in one file: it loads nothing and leads where it says.

With all other pages, test_pages asks axe-core about it.
"""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

View = dict[str, Any]
Look = Callable[..., list[View]]

TAGS = ("en", "ug", "zh-Hans")
SEEN = """({
  ids: new Set([...document.querySelectorAll('[id]')].map((each) => each.id)).size
    - document.querySelectorAll('[id]').length,
  dead: [...document.querySelectorAll('a[href^="#"]')].map((each) => each.getAttribute('href'))
    .filter((href) => !document.getElementById(href.slice(1))),
  relative: [...document.querySelectorAll('a')].map((each) => each.getAttribute('href'))
    .filter((href) => !/^(#|https?:|mailto:)/.test(href)),
  texts: document.querySelectorAll('.text').length,
  ground: getComputedStyle(document.body).maxInlineSize,
})"""


@pytest.mark.parametrize("tag", TAGS)
def test_the_one_file_loads_nothing_and_leads_where_it_says(
    tag: str, edition: Path, look: Look
) -> None:
    root = f"{edition.resolve().as_uri()}/"
    [path] = (edition / tag).glob(f"*-{tag}.html")
    name = path.relative_to(edition).as_posix()
    for scripts in (True, False):
        [view] = look(
            root,
            [name],
            widths=[320],
            schemes=["light"],
            scripts=scripts,
            measure=SEEN,
        )
        assert [each["url"] for each in view["requests"]] == [f"{root}{name}"]
        assert view["console"] == view["errors"] == []
        assert view["sideways"] == 0
        seen = view["measured"]
        assert (seen["ids"], seen["dead"], seen["relative"]) == (0, [], [])
        assert seen["texts"] > 20
        assert seen["ground"] != "none", "its styles are not applied"


@pytest.mark.parametrize("tag", TAGS)
def test_the_unpacked_archive_works_from_its_folder(
    tag: str, edition: Path, look: Look, tmp_path: Path
) -> None:
    [archive] = (edition / tag).glob("*.zip")
    with zipfile.ZipFile(archive) as packed:
        packed.extractall(tmp_path)
    [folder] = tmp_path.iterdir()
    root = f"{folder.resolve().as_uri()}/"
    pages = [
        "index.html",
        f"{tag}/index.html",
        f"{tag}/search.html",
        f"{tag}/take-it-with-you.html",
    ]
    for view in look(root, pages, widths=[320], schemes=["light"]):
        assert view["console"] == view["errors"] == []
        assert not [each for each in view["requests"] if each["failure"]]
