"""What lines do: left-to-right runs keep their order, dates and arrows are not parted.

Where each letter stands is measured in the browser. What a run is, is said here anew and more
broadly than in ``waraq.pages.direction``: whatever has Latin letters or digits at both ends and
nothing of another script between them.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

View = dict[str, Any]
Look = Callable[..., list[View]]

LINES = r"""
  const texts = (root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    const found = []
    while (walker.nextNode()) found.push(walker.currentNode)
    return found.filter((text) => text.parentElement.checkVisibility())
  }
  const blockOf = (node) => {
    for (let each = node.parentElement; ; each = each.parentElement)
      if (!getComputedStyle(each).display.startsWith('inline')) return each
  }
  const isSeenThrough = (element) => element.matches('bdi[dir], .whole')
  const partOf = ({ parentElement }) =>
    isSeenThrough(parentElement) ? partOf(parentElement) : parentElement
  // Each letter of a block with its place; between its inline parts, such as links, a break.
  const lettersOf = (block) => {
    const letters = []
    let part
    for (const text of texts(block)) {
      if (blockOf(text) !== block || text.parentElement.closest('sup')) continue
      if (partOf(text) !== part) letters.push({ letter: '\n', text })
      part = partOf(text)
      const range = document.createRange()
      for (let at = 0; at < text.data.length; at++) {
        range.setStart(text, at)
        range.setEnd(text, at + 1)
        const box = [...range.getClientRects()].findLast(({ width }) => width > 0)
        const { left, bottom } = box ?? {}
        letters.push({ letter: text.data[at], left, bottom, text, at })
      }
    }
    return letters
  }
  const blocks = new Set(texts(document.body).map(blockOf))
"""

TURNED = rf"""(() => {{
  {LINES}
  const wrong = []
  const inside = "[A-Za-z0-9\u00c0-\u024f .,:;/&+$%@'’–—-]"
  const run = new RegExp(`[A-Za-z0-9+$](?:${{inside}}|\\(${{inside}}*\\))*(?<![ .,:;'’–—-])`, 'g')
  for (const block of blocks) {{
    const letters = lettersOf(block)
    const all = letters.map(({{ letter }}) => letter).join('')
    for (const {{ 0: words, index }} of all.matchAll(run)) {{
      const run = letters.slice(index, index + words.length)
      const places = run.filter(({{ left }}) => left !== undefined)
      const turned = places.some(({{ left, bottom }}, at) => {{
        const before = places[at - 1]
        const sameLine = before && Math.abs(before.bottom - bottom) < 8
        return sameLine && left < before.left - 1
      }})
      if (turned) wrong.push(words)
    }}
  }}
  return wrong
}})()"""
"""Runs in which some letter stands left of the one before it."""

BROKEN = rf"""(() => {{
  {LINES}
  const wrong = []
  const word = '(?<![0-9])[0-9]{{1,4}}-\\p{{L}}+'
  const roomy = innerWidth > 352
  const uyghur = `[0-9]{{4}}-\\p{{L}}+ [0-9]{{1,2}}-\\p{{L}}+`
  const english = `[0-9]{{1,2}} \\p{{L}}{{3,}}(?= [0-9]{{4}})`
  const date = new RegExp(roomy ? `${{uyghur}}|${{word}}|${{english}}` : word, 'gu')
  for (const block of blocks) {{
    const letters = lettersOf(block)
    const {{ paddingInlineStart, paddingInlineEnd }} = getComputedStyle(block)
    const room = block.clientWidth - parseFloat(paddingInlineStart) - parseFloat(paddingInlineEnd)
    const all = letters.map(({{ letter }}) => letter).join('')
    const inCell = block.matches('th, td, caption, h1, h2, h3')
    for (const {{ 0: words, index }} of all.matchAll(inCell ? new RegExp(word, 'gu') : date)) {{
      const [first, last] = [letters[index], letters[index + words.length - 1]]
      const range = document.createRange()
      range.setStart(first.text, first.at)
      range.setEnd(last.text, last.at + 1)
      const rects = [...range.getClientRects()].filter(({{ width }}) => width > 1)
      const wide = rects.reduce((sum, {{ width }}) => sum + width, 0)
      const lines = new Set(rects.map(({{ bottom }}) => Math.round(bottom / 8)))
      if (lines.size > 1 && wide < room) wrong.push(`${{words}} in ${{block.localName}}`)
    }}
  }}
  return wrong
}})()"""
"""Dates on two lines where one would have room. On a narrow phone, and in a cell or a heading, a
date may have its words on two lines, but never a broken word."""

ORDER_OF_DATES = r"""(() => [...document.querySelectorAll('main .whole')].flatMap((whole) => {
  const text = whole.firstChild
  const parts = [...text.data.matchAll(/[0-9]+|[\u0600-\u06ff]+/g)].map(({ 0: part, index }) => {
    const range = document.createRange()
    range.setStart(text, index)
    range.setEnd(text, index + part.length)
    return range.getBoundingClientRect()
  })
  const turned = parts.some(({ left, bottom }, at) =>
    at && Math.abs(parts[at - 1].bottom - bottom) < 8 && left > parts[at - 1].left)
  return turned && /[\u0600-\u06ff]/.test(text.data) ? [text.data] : []
}))()"""
"""Uyghur dates whose year, month and day do not follow each other from right to left."""


ALONE = """[...document.querySelectorAll('[role=doc-backlink]')].filter((arrow) => {
  const before = document.createRange()
  before.setStart(arrow.closest('li'), 0)
  before.setEndBefore(arrow)
  const { bottom } = [...before.getClientRects()].at(-1)
  return arrow.getBoundingClientRect().top >= bottom
}).map((arrow) => arrow.closest('li').id)"""
"""Sources whose way back stands on a line of its own."""


UYGHUR = "^ug/(?!waraq-)"
"""The pages in Uyghur, but for the copy that has all of them once more."""

WAYS = {
    "turned": {"of": UYGHUR, "schemes": ["light"], "measure": TURNED},
    "disordered": {"of": UYGHUR, "schemes": ["light"], "measure": ORDER_OF_DATES},
    "broken": {"of": "^(?:en|ug)/(?!waraq-)", "schemes": ["light"], "measure": BROKEN},
    "alone": {"of": "/(?!waraq-)", "schemes": ["light"], "measure": ALONE},
}


def found(views: list[View]) -> str:
    """What was measured, with its page and width."""
    assert views
    return "\n".join(
        f"{view['page']} at {view['width']} px: {each}"
        for view in views
        for each in view["measured"]
    )


@pytest.mark.parametrize("way", WAYS)
def test_no_run_date_or_arrow_of_the_edition_is(way: str, seen: dict[str, list[View]]) -> None:
    """Turned: runs of Latin letters; disordered: Uyghur dates; broken: dates; alone: arrows."""
    assert not found(seen[way]), found(seen[way])


BAD = """<!doctype html><html lang="ug" dir="rtl"><meta charset="utf-8"><title>Bad</title>
<p>ماددا 9–12 بار
<p>بۇ +49 30 1234 نومۇر
<ol><li id="a" style="inline-size: 3em">ئاخىرقى <a role="doc-backlink" href="#a">↑</a></ol>
<p style="inline-size: 10em">ئەڭ ئاخىرقى 2018-يىلى 29-ئاۋغۇست
"""


@pytest.mark.parametrize(
    ("measure", "expected"),
    [
        (TURNED, ["9–12", "+49 30 1234"]),
        (BROKEN, ["2018-يىلى 29-ئاۋغۇست in p"]),
        (ALONE, ["a"]),
    ],
)
def test_what_is_turned_broken_or_alone_is_found_out(
    measure: str, expected: list[str], look: Look, tmp_path: Path
) -> None:
    (tmp_path / "bad.html").write_text(BAD, encoding="utf-8")
    root = f"{tmp_path.resolve().as_uri()}/"
    [view] = look(root, ["bad.html"], widths=[640], schemes=["light"], measure=measure)
    assert view["measured"] == expected
