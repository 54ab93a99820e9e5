"""How text is set in each script: air between lines, length of lines, stress; and thumbs' room."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

View = dict[str, Any]
Look = Callable[..., list[View]]

AIR = {"en": 1.5, "ug": 1.8, "zh-Hans": 1.7}
"""The least height of a line, in sizes of its letters."""

LINE = {"en": (45, 75), "ug": (45, 75), "zh-Hans": (25, 40)}
"""Characters in a full line of a wide window."""

ALONE = 44
"""CSS pixels of a target that stands alone: WCAG 2.2, success criterion 2.5.5 (AAA)."""

SET = """(() => {
  const paragraphs = [...document.querySelectorAll('main section > p')].filter((one) =>
    one.getBoundingClientRect().height > 1.9 * parseFloat(getComputedStyle(one).lineHeight))
  const stressed = document.createElement('em')
  stressed.append('…')
  paragraphs[0].append(stressed)
  const { fontStyle, fontWeight, textEmphasisStyle } = getComputedStyle(stressed)
  const firstLine = (one) => {
    const text = document.createRange()
    const walker = document.createTreeWalker(one, NodeFilter.SHOW_TEXT)
    const { top } = one.getBoundingClientRect()
    let letters = 0
    while (walker.nextNode()) for (let at = 0; at < walker.currentNode.length; at++) {
      text.setStart(walker.currentNode, at)
      text.setEnd(walker.currentNode, at + 1)
      if (text.getBoundingClientRect().top > top + parseFloat(getComputedStyle(one).lineHeight))
        return letters
      letters++
    }
    return letters
  }
  const letters = paragraphs.map(firstLine).sort((a, b) => a - b)
  const { fontSize, lineHeight, lineBreak, textAlign, letterSpacing } =
    getComputedStyle(paragraphs[0])
  return {
    air: parseFloat(lineHeight) / parseFloat(fontSize),
    letters: letters[Math.floor(letters.length / 2)],
    lineBreak, textAlign, letterSpacing, fontStyle, fontWeight, textEmphasisStyle,
  }
})()"""
"""How long paragraphs are set, a stressed word, and the letters of a middling first line."""

STRESS = {
    "en": ("italic", "400", "none"),
    "ug": ("normal", "700", "none"),
    "zh-Hans": ("normal", "400", "dot"),
}

SMALL_ALONE = f"""[...document.querySelectorAll(`.skip, .site a, .languages a, .to-search a,
  .trail a, .letter li > a, .menu a, .next a, .contents summary, .contents a, .take a, .ways a,
  .letters a, .elsewhere a,
  .search input, .search button, .imprint li a, .choices h2 a`)].filter((one) => {{
  const details = one.closest('details')
  const wasOpen = details?.open
  details?.setAttribute('open', '')
  const {{ height }} = one.getBoundingClientRect()
  details?.toggleAttribute('open', wasOpen)
  return height < {ALONE} - .5
}}).map((one) => one.outerHTML)"""

WAYS = {"alone": {"of": "^(?!.*/waraq-)", "schemes": ["light"], "measure": SMALL_ALONE}}


@pytest.fixture(scope="module", params=sorted(AIR))
def view(request: pytest.FixtureRequest, look: Look, served: str) -> View:
    """A long page in a wide window."""
    page = f"{request.param}/detentions.html"
    [seen] = look(served, [page], widths=[1280], schemes=["light"], measure=SET)
    return seen


def test_lines_have_the_air_of_their_script(view: View) -> None:
    assert view["measured"]["air"] >= AIR[view["lang"]]


def test_lines_are_of_a_length_to_be_read(view: View) -> None:
    least, most = LINE[view["lang"]]
    assert least <= view["measured"]["letters"] <= most


def test_text_begins_where_its_script_begins_and_is_never_spaced(view: View) -> None:
    assert view["measured"]["textAlign"] == "start"
    assert view["measured"]["letterSpacing"] in {"normal", "0px"}
    if view["lang"] == "zh-Hans":
        assert view["measured"]["lineBreak"] == "strict"


def test_stress_is_that_of_the_script(view: View) -> None:
    seen = view["measured"]
    stress = (seen["fontStyle"], seen["fontWeight"], seen["textEmphasisStyle"])
    assert stress == STRESS[view["lang"]]


def test_what_stands_alone_is_as_large_as_a_thumb(seen: dict[str, list[View]]) -> None:
    views = seen["alone"]
    found = "\n".join(f"{v['page']} at {v['width']} px: {o}" for v in views for o in v["measured"])
    assert views
    assert not found, found
