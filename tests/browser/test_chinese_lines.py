"""Chinese lines may break nearly anywhere; in cells and titles they do so where it does no harm."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

View = dict[str, Any]

BROKEN = """[
  ...[...document.querySelectorAll('main :is(th, td)')].filter((cell) => {
    const style = getComputedStyle(cell)
    const room = cell.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight)
    return room < 3.9 * parseFloat(style.fontSize)
  }),
  ...[...document.querySelectorAll('main :is(td .whole, .clause)')].filter(
    (part) => part.getClientRects().length > 1 && !part.textContent.includes('、'),
  ),
].map((element) => element.textContent)"""
"""Cells without room for four characters; days and short clauses (but lists) in two lines."""

WITHOUT_CARE = """
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(`
    :is(th, td):lang(zh) { min-inline-size: 0 !important }
    .whole { white-space: normal !important }
  `)
  document.adoptedStyleSheets = [sheet]
"""


@pytest.fixture(scope="module")
def broken(
    look_in_ways: Callable[..., dict[str, list[View]]], served: str, pages: list[str]
) -> dict[str, list[str]]:
    """What is broken on Chinese pages, as they are, and on one of them without our care."""
    names = [page for page in pages if page.startswith("zh-Hans/") and "waraq-" not in page]
    way = {"schemes": ["light"], "measure": BROKEN}
    views = look_in_ways(served, names, {"as they are": way})
    careless = {"without care": {**way, "prepare": WITHOUT_CARE}}
    views |= look_in_ways(served, ["zh-Hans/companies.html"], careless)
    return {
        name: [
            f"{view['page']} at {view['width']} px: {words}"
            for view in seen
            for words in view["measured"]
        ]
        for name, seen in views.items()
    }


def test_no_cell_is_too_narrow_and_no_day_or_short_clause_is_broken(
    broken: dict[str, list[str]],
) -> None:
    assert broken["as they are"] == []


def test_without_care_some_would_be(broken: dict[str, list[str]]) -> None:
    assert broken["without care"]
