"""Uyghur and Chinese are drawn with fonts that hold their letters, neither slanted nor spaced."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from fontTools.ttLib import TTFont

from waraq.paths import FONT_PACKAGES

View = dict[str, Any]
Look = Callable[..., list[View]]

FAMILIES = {
    "ug": {"Scheherazade New": "scheherazade-new", "Vazirmatn": "vazirmatn"},
    "zh-Hans": {"Noto Sans SC": "noto-sans-sc"},
}
"""The families that may draw a language's letters, each with its package."""

SCRIPT = {"ug": "Arabic", "zh-Hans": "Han"}

ALPHABET = "ئابپتجچخدرزژسشغفقكگڭلمنھوۇۆۈۋېەىي"
"""The 32 letters of Uyghur, and the hamza's seat."""

RUNS = """
const script = /\\p{Script=%s}+/gu
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
const texts = []
while (walker.nextNode()) texts.push(walker.currentNode)
for (const text of texts) {
  const pieces = []
  let end = 0
  for (const { 0: run, index } of text.data.matchAll(script)) {
    const span = document.createElement('span')
    span.className = 'run'
    span.append(run)
    pieces.push(text.data.slice(end, index), span)
    end = index + run.length
  }
  if (pieces.length) text.replaceWith(...pieces, text.data.slice(end))
}
"""
"""Put each run of the script into an element of its own, so that one can ask for its fonts."""

ALL_RUNS = """[...document.querySelectorAll('.run')].map((run) => {
  const { letterSpacing, fontStyle } = getComputedStyle(run)
  return [run.textContent, letterSpacing, fontStyle]
})"""

ON_TOP = """
const sample = document.createElement('p')
sample.id = 'sample'
sample.textContent = '%s'
document.querySelector('main').prepend(sample)
"""
"""Put letters of the page's language onto it."""

WIDTH = """(() => {
  const { style } = document.querySelector('#sample')
  style.float = 'inline-start'
  return document.querySelector('#sample').getBoundingClientRect().width
})()"""

on_fontconfig = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="the fonts are laid down by fontconfig: Linux only"
)


@cache
def letters_of(package: str) -> frozenset[str]:
    """What a font package has glyphs for."""
    [file] = (FONT_PACKAGES / package).glob("400Regular/*.ttf")
    with TTFont(file) as font:
        return frozenset(map(chr, font.getBestCmap()))


@pytest.fixture(scope="module", params=["ug", "zh-Hans"])
def runs(request: pytest.FixtureRequest, look: Look, served: str, pages: list[str]) -> View:
    """A page of a language, with what was seen of the runs in the language's script."""
    language = request.param
    prepare = RUNS % SCRIPT[language]
    [view] = look(
        served,
        [f"{language}/index.html"],
        widths=[320],
        schemes=["light"],
        prepare=prepare,
        measure=ALL_RUNS,
        fonts=f".run:lang({language})",
    )
    assert view["measured"], f"{view['page']} has no letter of its own script"
    return view


@on_fontconfig
def test_the_letters_of_a_page_are_drawn_with_a_font_of_our_packages(runs: View) -> None:
    families = set(runs["fonts"])
    expected = FAMILIES[runs["lang"]].keys()
    assert families, f"{runs['page']}: no font drew the letters"
    assert families <= expected, f"{runs['page']}: drawn with {families}, not only with {expected}"


@on_fontconfig
def test_the_fonts_of_a_page_hold_all_its_letters(runs: View) -> None:
    letters = {letter for text, _, _ in runs["measured"] for letter in text}
    packages = FAMILIES[runs["lang"]]
    drawn_with = [packages[family] for family in runs["fonts"] if family in packages]
    missing = letters.difference(*map(letters_of, drawn_with))
    assert not missing, f"{runs['page']}: boxes in place of {' '.join(sorted(missing))}"


def test_the_letters_of_a_page_are_neither_spaced_nor_slanted(runs: View) -> None:
    found = {(spacing, style): text for text, spacing, style in runs["measured"]}
    wrong = [
        f"letter-spacing {spacing}, font-style {style}, such as {text}"
        for (spacing, style), text in found.items()
        if spacing not in {"normal", "0px"} or style != "normal"
    ]
    assert not wrong, f"{runs['page']}:\n" + "\n".join(wrong)


@on_fontconfig
def test_one_font_draws_the_whole_uyghur_alphabet(look: Look, served: str) -> None:
    [view] = look(
        served,
        ["ug/index.html"],
        widths=[320],
        schemes=["light"],
        prepare=ON_TOP % " ".join(ALPHABET),
        fonts="#sample",
    )
    families = list(view["fonts"])
    assert len(families) == 1, f"the alphabet is drawn with {families or 'no font'}, not with one"
    assert families[0] in FAMILIES["ug"], f"the alphabet is drawn with {families[0]}"
    missing = set(ALPHABET) - letters_of(FAMILIES["ug"][families[0]])
    assert not missing, f"{families[0]} has no {' '.join(sorted(missing))}"


def test_uyghur_letters_join(look: Look, served: str) -> None:
    word = "بىلەنمۇ"
    apart = "\\u200c".join(word)
    widths = []
    for letters in (word, apart):
        [view] = look(
            served,
            ["ug/index.html"],
            widths=[1280],
            schemes=["light"],
            prepare=ON_TOP % letters,
            measure=WIDTH,
        )
        widths.append(view["measured"])
    joined, separate = widths
    assert 0 < joined < separate, f"joined {joined} px, separate {separate} px"


@on_fontconfig
def test_a_page_whose_letters_no_font_holds_is_found_out(look: Look, tmp_path: Path) -> None:
    page = (
        "<!doctype html><meta charset=utf-8><title>Box</title><p style='font-family: Vazirmatn'>𐤀"
    )
    (tmp_path / "box.html").write_text(page, encoding="utf-8")
    root = f"{tmp_path.resolve().as_uri()}/"
    [view] = look(root, ["box.html"], widths=[320], schemes=["light"], fonts="p")
    drawn_with = [FAMILIES["ug"].get(family) for family in view["fonts"]]
    assert not any(package and "𐤀" in letters_of(package) for package in drawn_with), view["fonts"]
