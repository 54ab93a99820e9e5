"""Chinese lines may break nearly anywhere; in cells and titles they do so where it does no harm."""

from __future__ import annotations

from typing import Any

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


CHINESE = "^zh-Hans/(?!waraq-)"
WAYS = {
    "as they are": {"of": CHINESE, "schemes": ["light"], "measure": BROKEN},
    "without care": {
        "of": "^zh-Hans/companies",
        "schemes": ["light"],
        "measure": BROKEN,
        "prepare": WITHOUT_CARE,
    },
}


def test_no_cell_is_too_narrow_and_no_day_or_short_clause_is_broken(
    seen: dict[str, list[View]],
) -> None:
    broken = [
        f"{view['page']} at {view['width']} px: {words}"
        for view in seen["as they are"]
        for words in view["measured"]
    ]
    assert seen["as they are"]
    assert not broken


def test_without_care_some_would_be(seen: dict[str, list[View]]) -> None:
    assert any(view["measured"] for view in seen["without care"])
