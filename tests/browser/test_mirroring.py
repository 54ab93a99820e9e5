"""Pages that are read from right to left are those read from left to right, seen in a mirror."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

View = dict[str, Any]
Look = Callable[..., list[View]]

WIDE = 1280

CENTRES = """Object.fromEntries(
  ['.letterhead .site a', 'nav.menu', 'nav.menu a'].map((selector) => {
    const text = document.createRange()
    text.selectNodeContents(document.querySelector(selector))
    const { left, right } = text.getBoundingClientRect()
    return [selector, (left + right) / 2]
  }),
)"""
"""Where the first of each stands, in the middle of its text."""

UNBROKEN = """
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) texts.currentNode.data = texts.currentNode.data.replaceAll('-', '\u2011')
"""
"""Chromium breaks a line at the hyphen of "2017-يىلى" only where lines begin at the left, and so
gives a column another width; a hyphen that never breaks is the same both ways."""

UNMIRRORED = """(() => {
  const html = document.documentElement
  const boxes = [...document.body.querySelectorAll('*')].filter((element) => {
    const { display } = getComputedStyle(element)
    const shown = display !== 'none' && element.checkVisibility()
    return shown && !display.startsWith('inline') && !element.closest('body [dir]')
  })
  const edges = () => boxes.map((box) => box.getBoundingClientRect())
  const direction = html.dir
  html.dir = 'rtl'
  const rtl = edges()
  html.dir = 'ltr'
  const ltr = edges()
  html.dir = direction
  const name = ({ localName, classList }) => [localName, ...classList].join('.')
  return boxes.flatMap((box, index) => {
    const [there, here] = [html.clientWidth - rtl[index].right, ltr[index].left]
    return Math.abs(there - here) > 2 ? [`${name(box)}: ${there} px, not ${here} px`] : []
  })
})()"""
"""Boxes that stand elsewhere, from the start of the line, when the same page is turned round."""


@pytest.fixture(scope="module")
def centres(look: Look, served: str) -> dict[str, dict[str, float]]:
    """By language: where the parts of a wide page stand."""
    names = ["en/start-here.html", "ug/start-here.html"]
    views = look(served, names, widths=[WIDE], schemes=["light"], measure=CENTRES)
    return {view["lang"]: view["measured"] for view in views}


@pytest.mark.parametrize("part", [".letterhead .site a", "nav.menu", "nav.menu a"])
def test_a_part_of_a_wide_uyghur_page_stands_across_from_where_it_stands_in_english(
    part: str, centres: dict[str, dict[str, float]]
) -> None:
    en, ug = centres["en"][part], centres["ug"][part]
    assert (en < WIDE / 2) != (ug < WIDE / 2), f"{part}: at {en} px in en, at {ug} px in ug"


WAYS = {
    "turned round": {
        "of": "^ug/",
        "schemes": ["light"],
        "prepare": UNBROKEN,
        "measure": UNMIRRORED,
    }
}


def test_a_uyghur_page_turned_round_is_its_own_mirror_image(seen: dict[str, list[View]]) -> None:
    views = seen["turned round"]
    assert views
    wrong = [f"{v['page']} at {v['width']} px: {box}" for v in views for box in v["measured"]]
    assert not wrong, "\n".join(wrong)


def test_a_box_that_knows_only_left_is_found_out(look: Look, tmp_path: Path) -> None:
    page = '<!doctype html><title>Left</title><p style="margin-left: 30px">Left'
    (tmp_path / "left.html").write_text(page, encoding="utf-8")
    root = f"{tmp_path.resolve().as_uri()}/"
    [view] = look(root, ["left.html"], widths=[320], schemes=["light"], measure=UNMIRRORED)
    assert view["measured"] == ["p: 8 px, not 38 px"]


def test_of_a_table_with_a_year_chromium_makes_no_mirror_image_without_any_style(
    look: Look, tmp_path: Path
) -> None:
    """When this fails, Chromium breaks lines alike both ways: ``UNBROKEN`` is of no more use."""
    page = '<!doctype html><title>Year</title><table width="1"><tr><td>2017-يىلى<td>2'
    (tmp_path / "year.html").write_text(page, encoding="utf-8")
    root = f"{tmp_path.resolve().as_uri()}/"
    found = [
        look(
            root,
            ["year.html"],
            widths=[320],
            schemes=["light"],
            prepare=prepared,
            measure=UNMIRRORED,
        )
        for prepared in ("", UNBROKEN)
    ]
    broken, unbroken = (view["measured"] for [view] in found)
    assert any(box.startswith("td") for box in broken)
    assert not unbroken
