"""Chinese lines may break nearly anywhere; in cells and titles they do so where it does no harm."""

from __future__ import annotations

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

BROKEN_NAMES = """[...document.querySelectorAll('main :is(p, li) > span[lang|="zh"]')].filter(
  (name) => name.getClientRects().length > 1 && [...name.textContent].length < 8,
).map((name) => name.textContent)"""
"""Names in sentences of other languages in two lines, though a narrow line has room for them."""

WITHOUT_CARE = """
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(`
    :is(th, td):lang(zh) { min-inline-size: 0 !important }
    .whole { white-space: normal !important }
    span:lang(zh) { word-break: normal !important }
  `)
  document.adoptedStyleSheets = [sheet]
"""


CHINESE = "^zh-Hans/(?!waraq-)"
OTHERS = "^(?!zh-Hans/)[a-z]+/(?!waraq-)"
WAYS = {
    "as they are": {"of": CHINESE, "schemes": ["light"], "measure": BROKEN},
    "without care": {
        "of": "^zh-Hans/companies",
        "schemes": ["light"],
        "measure": BROKEN,
        "prepare": WITHOUT_CARE,
    },
    "names": {"of": OTHERS, "schemes": ["light"], "measure": BROKEN_NAMES},
    "names without care": {
        "of": "^en/listed",
        "schemes": ["light"],
        "measure": BROKEN_NAMES,
        "prepare": WITHOUT_CARE,
    },
}


def test_no_cell_is_too_narrow_and_no_day_or_short_clause_is_broken(
    seen: dict[str, list[View]],
) -> None:
    assert seen["as they are"]
    assert not _broken(seen["as they are"])


def test_no_name_is_broken_in_a_sentence_of_another_language(seen: dict[str, list[View]]) -> None:
    assert seen["names"]
    assert not _broken(seen["names"])


@pytest.mark.parametrize("way", ["without care", "names without care"])
def test_without_care_some_would_be(seen: dict[str, list[View]], way: str) -> None:
    assert _broken(seen[way])


def _broken(views: list[View]) -> list[str]:
    return [
        f"{view['page']} at {view['width']} px: {words}"
        for view in views
        for words in view["measured"]
    ]
