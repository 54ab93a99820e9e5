"""Every page as its readers have set their browsers: larger, wider, in their colours, by keys.

One browser looks in all ways. The last tests hold a bad page out to the judges.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest

from .judges import Judge, sideways, wrong

View = dict[str, Any]
LookInWays = Callable[[str, Sequence[str], Mapping[str, object]], dict[str, list[View]]]
Serve = Callable[[Path], AbstractContextManager[str]]

THINNEST_OUTLINE = 2
"""CSS pixels of the mark around what has the focus: WCAG 2.2, success criterion 2.4.13."""

SMALLEST_TARGET = 24
"""CSS pixels each way, but for words in a sentence: WCAG 2.2, success criterion 2.5.8."""

MOST_COVERED = 0.1
"""Of a small window, how much may stay in place while the text scrolls."""

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

NAME = "const name = ({ localName, id, classList }) => [localName, ...classList].join('.')\n"

CLIPPED = f"""(() => {{
  {NAME}
  return [...document.body.querySelectorAll('*')].filter((element) => {{
    const {{ overflowX, overflowY, clipPath }} = getComputedStyle(element)
    const {{ scrollWidth, clientWidth, scrollHeight, clientHeight, tabIndex }} = element
    const wide = scrollWidth > clientWidth + 1 && overflowX !== 'visible'
    const high = scrollHeight > clientHeight + 1 && overflowY !== 'visible'
    const scrolls = (!wide || overflowX === 'auto') && (!high || overflowY === 'auto')
    const shown = clientWidth > 1 && clipPath === 'none'
    return shown && (wide || high) && !(scrolls && tabIndex === 0)
  }}).map(name)
}})()"""
"""Boxes that cut off their text, or that only a mouse can scroll."""

COVERED = """Math.max(0, ...[...document.body.querySelectorAll('*')].filter((element) =>
  ['fixed', 'sticky'].includes(getComputedStyle(element).position)
).map((element) => element.getBoundingClientRect().height / innerHeight))"""
"""The share of the window's height that the tallest of what stays in place takes."""

UNSEEN = f"""(() => {{
  {NAME}
  const numbers = (colour) => colour.match(/[\\d.]+/g).map(Number)
  const light = (colour) => {{
    const [r, g, b] = numbers(colour).map((value) => {{
      const share = value / 255
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
    }})
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }}
  const contrast = (one, other) => {{
    const [dark, bright] = [light(one), light(other)].sort((a, b) => a - b)
    return (bright + 0.05) / (dark + 0.05)
  }}
  const ground = (element) => {{
    for (let each = element; each; each = each.parentElement) {{
      const colour = getComputedStyle(each).backgroundColor
      if ((numbers(colour)[3] ?? 1) > 0.5) return colour
    }}
    return matchMedia('(prefers-color-scheme: dark)').matches ? 'rgb(0 0 0)' : 'rgb(255 255 255)'
  }}
  const shapes = new Set(['rect', 'path', 'circle', 'ellipse', 'polygon', 'line', 'polyline'])
  return [...document.body.querySelectorAll('*')].filter((element) => {{
    if (!element.checkVisibility() || element.getBoundingClientRect().width <= 1) return false
    const {{ color, fill, stroke }} = getComputedStyle(element)
    if (shapes.has(element.localName))
      return ![fill, stroke].some((each) =>
        each.startsWith('rgb') && contrast(each, ground(element)) >= 3)
    const speaks = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim())
    return speaks && contrast(color, ground(element)) < 4.5
  }}).map(name)
}})()"""
"""Text and drawings that cannot be told from what is behind them: contrast below 4.5 and 3."""

MOVING = f"""(() => {{
  {NAME}
  const moves = (element) => [null, '::before', '::after'].some((part) => {{
    const style = getComputedStyle(element, part)
    const lasts = (times) => times.split(',').some((time) => parseFloat(time) > 0.01)
    return lasts(style.transitionDuration) || lasts(style.animationDuration)
      || style.scrollBehavior === 'smooth'
  }})
  const restless = 'marquee, blink, video[autoplay], meta[http-equiv="refresh" i]'
  return [...document.querySelectorAll('*')].filter((element) =>
    moves(element) || element.matches(restless)).map(name)
}})()"""

SMALL = f"""(() => {{
  {NAME}
  const isAWord = (element) => {{
    const block = element.closest('p, li, dt, dd, th, td, caption, h1, h2, h3, h4, summary')
    const around = block?.textContent.replace(element.textContent, '') ?? ''
    return /\\p{{L}}/u.test(element.textContent) && /\\p{{L}}/u.test(around)
  }}
  const targets = document.querySelectorAll('a[href], button, input, select, summary')
  return [...targets].filter((element) => {{
    const {{ width, height }} = element.getBoundingClientRect()
    const {{ display, clipPath }} = getComputedStyle(element)
    const shown = element.checkVisibility() && clipPath === 'none'
    const small = width < {SMALLEST_TARGET} || height < {SMALLEST_TARGET}
    return shown && small && !(display === 'inline' && isAWord(element))
  }}).map((element) => {{
    const {{ width, height }} = element.getBoundingClientRect()
    const place = name(element.parentElement)
    return `${{place}} > ${{name(element)}} of ${{Math.floor(width)}} × ${{Math.floor(height)}} px`
  }})
}})()"""
"""Targets that are hard to hit; a word in a sentence is as large as its letters."""

STORED = """(async () => [
  ...Object.keys(localStorage).map((key) => `localStorage ${key}`),
  ...Object.keys(sessionStorage).map((key) => `sessionStorage ${key}`),
  ...document.cookie.split(';').filter(Boolean).map((cookie) => `cookie ${cookie}`),
  ...(await indexedDB.databases()).map(({ name }) => `database ${name}`),
  ...(await caches.keys()).map((key) => `cache ${key}`),
  ...(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => `worker of ${scope}`),
])()"""

LOST = f"""(() => {{
  {NAME}
  const silent = 'script, style, template, noscript, [hidden]'
  const lost = new Set()
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {{
    let element = walker.currentNode.parentElement
    if (!walker.currentNode.data.trim() || element.closest(silent) || element.checkVisibility())
      continue
    while (!element.parentElement.checkVisibility()) element = element.parentElement
    lost.add(name(element) + (element.role ? `[role=${{element.role}}]` : ''))
  }}
  return [...lost]
}})()"""
"""What has text that is not printed, by the outermost element that is left out."""

LEFT_OUT_ON_PAPER = frozenset(
    {
        "a[role=doc-backlink]",  # from a source back to its mark
        "a.skip",
        "details.contents",
        "nav.elsewhere",
        "nav.languages",
        "nav.letters",
        "nav.menu",
        "nav.next",
        "nav.trail",
        "p.to-search",
        "p.ways",
        "section.take",
        "form.search[role=search]",
        "li.to-print",
    }
)
"""Ways to elsewhere, which nobody can follow on paper."""

IN_VAIN = f"""[...document.querySelectorAll({", ".join(sorted(LEFT_OUT_ON_PAPER))!r})]
  .filter((element) => element.checkVisibility()).map(({{ localName, className }}) =>
    className ? `${{localName}}.${{className}}` : localName)"""
"""Ways to elsewhere that are printed nevertheless."""

PAPER = 680
"""The width of A4 between margins of 15 mm, in CSS pixels."""

STILL = f"(async () => ({{ moving: {MOVING}, small: {SMALL}, stored: await {STORED} }}))()"
PRINTED = f"({{ lost: {LOST}, clipped: {CLIPPED}, in_vain: {IN_VAIN} }})"

WAYS: dict[str, dict[str, object]] = {
    "zoomed": {"widths": [320], "height": 256, "schemes": ["light"], "measure": COVERED},
    "doubled": {"widths": [320], "schemes": ["light"], "prepare": DOUBLED, "measure": CLIPPED},
    "spaced": {"widths": [320], "schemes": ["light"], "prepare": SPACED, "measure": CLIPPED},
    "forced": {"widths": [320], "forced": True, "measure": UNSEEN},
    "still": {
        "widths": [320],
        "schemes": ["light"],
        "still": True,
        "keys": True,
        "measure": STILL,
    },
    "printed": {
        "widths": [PAPER],
        "schemes": ["light"],
        "media": "print",
        "measure": PRINTED,
    },
}


def clipped(view: View) -> Iterator[str]:
    """What cuts off its text."""
    yield from (f"{each} cuts off its text" for each in view["measured"])


def covered(view: View) -> Iterator[str]:
    """Whether something stays in the way while the text scrolls."""
    if view["measured"] > MOST_COVERED:
        yield f"something covers {view['measured']:.0%} of a low window"


def unseen(view: View) -> Iterator[str]:
    """What vanishes in the reader's colours."""
    yield from (f"{each} cannot be told from its ground" for each in view["measured"])


def moving(view: View) -> Iterator[str]:
    """What moves although the reader asked for stillness."""
    yield from (f"{each} moves" for each in view["measured"]["moving"])


def small(view: View) -> Iterator[str]:
    """What is hard to hit."""
    for each, times in Counter(view["measured"]["small"]).items():
        yield f"{each} is small ({times} times)"


def stored(view: View) -> Iterator[str]:
    """What the page left on the reader's machine."""
    yield from (f"it stores a {each}" for each in view["measured"]["stored"])


def unreached(view: View) -> Iterator[str]:
    """What the Tab key does not come to, or not in the order of the page."""
    expected, reached = view["stops"]["expected"], view["stops"]["reached"]
    if not expected:
        yield "there is nothing that the Tab key could come to"
    for number, name in enumerate(expected):
        stop = reached[number]["number"] if number < len(reached) else None
        if stop != number:
            came = f"“{reached[number]['name']}”" if stop is not None else "nothing"
            yield f"stop {number + 1} ought to be “{name}”, and it is {came}"
            return


def unmarked(view: View) -> Iterator[str]:
    """Stops that do not show, or do not show that they have the focus."""
    for stop in view["stops"]["reached"]:
        if stop["outline"] < THINNEST_OUTLINE:
            yield f"“{stop['name']}” has the focus, and an outline of {stop['outline']} px"
        if not stop["seen"]:
            yield f"“{stop['name']}” has the focus out of sight"


def lost(view: View) -> Iterator[str]:
    """What is not printed, but for the ways to elsewhere; what is cut off in print."""
    for each in view["measured"]["lost"]:
        if each not in LEFT_OUT_ON_PAPER:
            yield f"{each} is not printed"
    yield from (f"{each} cuts off its text" for each in view["measured"]["clipped"])


def printed_in_vain(view: View) -> Iterator[str]:
    """Ways to elsewhere that cost paper."""
    yield from (f"{each} is printed" for each in view["measured"]["in_vain"])


@pytest.mark.parametrize("way", ["zoomed", "doubled", "spaced", "printed"])
def test_no_page_scrolls_sideways_when_it_is(way: str, seen: dict[str, list[View]]) -> None:
    findings = wrong(seen[way], sideways)
    assert not findings, findings


@pytest.mark.parametrize("way", ["doubled", "spaced"])
def test_no_text_is_cut_off_when_it_is(way: str, seen: dict[str, list[View]]) -> None:
    findings = wrong(seen[way], clipped)
    assert not findings, findings


def test_nothing_covers_a_low_window(seen: dict[str, list[View]]) -> None:
    findings = wrong(seen["zoomed"], covered)
    assert not findings, findings


def test_nothing_vanishes_in_colours_of_the_reader_s_own(seen: dict[str, list[View]]) -> None:
    findings = wrong(seen["forced"], unseen)
    assert not findings, findings


def test_nothing_moves_where_the_reader_wants_stillness(seen: dict[str, list[View]]) -> None:
    findings = wrong(seen["still"], moving)
    assert not findings, findings


def test_what_is_clicked_is_large_enough(seen: dict[str, list[View]]) -> None:
    findings = wrong(seen["still"], small)
    assert not findings, findings


def test_no_page_leaves_anything_on_the_reader_s_machine(seen: dict[str, list[View]]) -> None:
    findings = wrong(seen["still"], stored)
    assert not findings, findings


def test_the_tab_key_comes_to_everything_in_the_order_of_the_page(
    seen: dict[str, list[View]],
) -> None:
    findings = wrong(seen["still"], unreached)
    assert not findings, findings


def test_what_has_the_focus_is_in_sight_and_marked(seen: dict[str, list[View]]) -> None:
    findings = wrong(seen["still"], unmarked)
    assert not findings, findings


def test_all_text_is_printed_but_for_ways_to_elsewhere(seen: dict[str, list[View]]) -> None:
    findings = wrong(seen["printed"], lost)
    assert not findings, findings


def test_ways_to_elsewhere_are_not_printed(seen: dict[str, list[View]]) -> None:
    findings = wrong(seen["printed"], printed_in_vain)
    assert not findings, findings


BAD = """<!doctype html>
<html lang="en">
<meta name="viewport" content="width=device-width">
<title>Bad</title>
<link rel="icon" href="data:,">
<style>
  .stiff { white-space: pre; width: max-content }
  .cut { height: 1.2em; overflow: hidden; width: 8em }
  .bar { position: sticky; top: 0; height: 60px }
  .own { forced-color-adjust: none; color: #fefefe; background: #fff }
  .slow { transition: color 1s }
  .plain:focus { outline: none }
  .away { position: absolute; top: -999px }
  .early { position: relative }
  .screen { display: block }
  @media print { .screen { display: none } }
</style>
<p class="stiff">iiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiii
<p class="cut">A few words.
<p class="bar">Here I stay.
<p class="own">In my colours.
<svg width="40" height="10"><rect class="drawn" width="40" height="10" fill="white"/></svg>
<p class="slow">I change slowly.
<p><a class="plain" href="#a">a</a>
<p><a class="away" href="#b">Away</a>
<p><a class="early" href="#c" tabindex="1">Early</a>
<p class="screen">On the screen alone.
<p class="to-search"><a href="#d">Search</a>
<script>
  localStorage.setItem('reader', '1')
  document.cookie = 'reader=1'
</script>
"""


@pytest.fixture(scope="module")
def bad(
    look_in_ways: LookInWays, serve: Serve, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, list[View]]:
    """A page that minds no reader's settings, in every way, and as it is."""
    folder = tmp_path_factory.mktemp("bad")
    (folder / "bad.html").write_text(BAD, encoding="utf-8")
    plain = {"plain": {"widths": [320], "schemes": ["light"]}}
    with serve(folder) as root:
        return look_in_ways(root, ["bad.html"], {**WAYS, **plain})


@pytest.mark.parametrize(
    ("way", "judge", "expected"),
    [
        ("doubled", sideways, "px too wide; sticking out: p.stiff"),
        ("spaced", sideways, "px too wide; sticking out: p.stiff"),
        ("doubled", clipped, "p.cut cuts off its text"),
        ("spaced", clipped, "p.cut cuts off its text"),
        ("zoomed", covered, "something covers 23% of a low window"),
        ("forced", unseen, "p.own cannot be told from its ground"),
        ("forced", unseen, "rect.drawn cannot be told from its ground"),
        ("still", moving, "p.slow moves"),
        ("still", small, "p > a.plain of "),
        ("still", stored, "it stores a localStorage reader"),
        ("still", stored, "it stores a cookie reader=1"),
        ("still", unreached, "stop 1 ought to be “a.plain #a a”, and it is “a.early #c Early”"),
        ("still", unmarked, "“a.plain #a a” has the focus, and an outline of 0 px"),
        ("still", unmarked, "“a.away #b Away” has the focus out of sight"),
        ("printed", lost, "p.screen is not printed"),
        ("printed", lost, "p.cut cuts off its text"),
        ("printed", printed_in_vain, "p.to-search is printed"),
    ],
)
def test_a_page_that_minds_no_setting_is_found_out(
    way: str, judge: Judge, expected: str, bad: dict[str, list[View]]
) -> None:
    assert expected in wrong(bad[way], judge)


def test_a_page_that_only_its_own_text_size_fits_is_fine_as_it_is(
    bad: dict[str, list[View]],
) -> None:
    assert not wrong(bad["plain"], sideways)
