"""From one language to another: the same page at the same place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

View = dict[str, Any]
Look = Callable[..., list[View]]

PLACE = "sources"
"""The name of a place that every page with statements has."""

LINKS = """[...document.querySelectorAll('.languages a, .ways [hreflang]')].map(
  (link) => [link.hreflang, link.href])"""
TARGET = "document.querySelector(':target')?.id ?? ''"


@pytest.mark.parametrize("start", ["http", "file"])
def test_a_language_link_keeps_the_page_and_the_place(
    start: str, look: Look, served: str, edition: Path
) -> None:
    root = served if start == "http" else f"{edition.resolve().as_uri()}/"
    [there] = look(
        root,
        [f"ug/detentions.html#{PLACE}"],
        widths=[320],
        schemes=["light"],
        measure=LINKS,
    )
    links = there["measured"]
    assert {tag for tag, _ in links} == {"en", "zh-Hans"}
    for tag, address in links:
        assert address == f"{root}{tag}/detentions.html#{PLACE}"
        page = address.removeprefix(root)
        [here] = look(root, [page], widths=[320], schemes=["light"], measure=TARGET)
        assert here["measured"] == PLACE


def test_a_place_that_is_left_on_the_page_is_the_one_that_is_kept(look: Look, served: str) -> None:
    [view] = look(
        served,
        [f"en/detentions.html#{PLACE}"],
        widths=[320],
        schemes=["light"],
        prepare="new Promise((done) => {"
        "addEventListener('hashchange', () => setTimeout(done)); location.hash = 'text' })",
        measure=LINKS,
    )
    assert view["measured"]
    assert all(address.endswith("/detentions.html#text") for _, address in view["measured"])


def test_without_scripts_a_language_link_keeps_the_page(look: Look, served: str) -> None:
    [view] = look(
        served,
        [f"en/detentions.html#{PLACE}"],
        widths=[320],
        schemes=["light"],
        scripts=False,
        measure=LINKS,
    )
    assert dict(view["measured"]) == {
        tag: f"{served}{tag}/detentions.html" for tag in ("ug", "zh-Hans")
    }
