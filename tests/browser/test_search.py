"""Looking for words: what a reader types, on whatever keyboard, and what is found and said."""

from __future__ import annotations

import json
import re
import subprocess
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from waraq import languages
from waraq.interface import Interface
from waraq.pages import templates
from waraq.pages.search.folding import folding, forms_of_han
from waraq.pages.search.index import script
from waraq.pages.search.passages import Passage
from waraq.pages.search.words import Piece, Words, said

from .conftest import Browser

View = dict[str, Any]
Look = Callable[..., list[View]]
Serve = Callable[[Path], AbstractContextManager[str]]

ASK = """
window.ask = async (words) => {
  const input = document.getElementById('words')
  input.value = words
  input.form.dispatchEvent(new Event('submit', { cancelable: true }))
  if (!window.waraqSearch) {
    while (!window.waraqSearch) await new Promise((later) => setTimeout(later, 10))
    await new Promise((later) => setTimeout(later, 50))
  }
  return [...document.querySelectorAll('.results > li')].map((result) => ({
    href: result.querySelector('a').getAttribute('href'),
    link: result.querySelector('a').textContent,
    said: result.querySelector('p')?.textContent ?? '',
    pieces: [...result.querySelectorAll('p, p span')].map(
      (piece) => [piece.textContent, piece.closest('[lang]').lang, piece.closest('[dir]').dir]),
    marked: [...result.querySelectorAll('mark')].map((mark) => mark.textContent),
  }))
}
"""
"""Gives the page a function that submits words and hands the results back."""

LOOK_FOR = Path(__file__).with_name("look-for.mjs")
SCRIPT = templates.THEME / "static" / "search.js"
ISOLATES = re.compile("[\u2066\u2069]")


@pytest.fixture
def ask(look: Look, tmp_path: Path) -> Callable[..., dict[str, list[View]]]:
    """Search passages of a language, without the rest of a site, for each of some words."""

    def ask(
        tag: str,
        passages: Sequence[Passage],
        queries: Iterable[str],
        forms: Mapping[str, str] | None = None,
    ) -> dict[str, list[View]]:
        queries = list(queries)
        language = languages.named(tag)
        parts = {
            "page": SimpleNamespace(language=language),
            "finding": SimpleNamespace(a_to_z="", glossary=None, index="index.js"),
        }
        body = "".join(
            templates.render(f"parts/search-{part}.html", Interface({}), **parts)
            for part in ("form", "results")
        )
        text = script({"page.html": passages}, folding(language, forms or {}), language)
        (tmp_path / "index.js").write_text(text, "utf-8")
        (tmp_path / "search.js").write_text(SCRIPT.read_text(encoding="utf-8"), "utf-8")
        (tmp_path / "search.html").write_text(
            f'<!doctype html><html lang="{tag}" dir="{language.direction}"><meta charset="utf-8">'
            f"<title>Search</title>{body}<script src=search.js></script>",
            encoding="utf-8",
        )
        [view] = look(
            f"{tmp_path.as_uri()}/",
            ["search.html"],
            widths=[640],
            schemes=["light"],
            prepare=ASK,
            measure="(async () => { const found = [];"
            f"for (const words of {json.dumps(queries)}) found.push(await window.ask(words));"
            "return found })()",
        )
        assert not view["console"]
        assert not view["errors"]
        return dict(zip(queries, view["measured"], strict=True))

    return ask


def page(*sentences: str, title: str = "Page") -> list[Passage]:
    """A page with a section for each sentence, so that each is a result of its own."""
    sections = [Passage(f"s{n}", said(f"§{n}"), [said(each)]) for n, each in enumerate(sentences)]
    return [Passage("", said(title)), *sections]


def shown(results: Iterable[View]) -> list[str]:
    return [ISOLATES.sub("", each["said"]) for each in results]


FOUND = {
    "en": (
        "The government published documents.",
        [
            "government",
            "GOVERN",
            "documents published",
            "“Published”",
            "the governm",
            "Ｄｏｃｕｍｅｎｔｓ",
        ],
    ),
    "de": ("Die Straße nach Zürich.", ["strasse", "STRASSE", "zurich", "Zürich", "rich"]),
    "fr": ("Le rôle de l’État.", ["role", "etat", "l'État", "ETAT"]),
    "tr": (
        "İstanbul ve Isparta ısındı.",
        ["istanbul", "ISTANBUL", "İSTANBUL", "isparta", "ısparta"],
    ),
    "kk": ("Қытай үкіметі әйелдер туралы.", ["кытай", "қытай", "укимети", "айел", "әйел"]),
    "ru": ("Ещё одно заявление.", ["еще", "ЕЩЁ", "заявлен"]),
    "ar": ("أُعلنت العقوبات على الشركة.", ["عقوبات", "العقوبات", "اعلنت", "شركه", "عقـوبات"]),
    "fa": ("شرکت\u200cها تحریم می\u200cشوند.", ["شرکتها", "شركت", "تحريم", "میشوند"]),
    "ug": (
        "شىنجاڭ ئۇيغۇر رايونىدا ھۆكۈمەت 2018-يىلى ھۆججەتلەرنى (OFAC) ئېلان قىلدى.",
        [
            "ئۇيغۇر",
            "ۇيغۇر",
            unicodedata.normalize("NFD", "ئۇيغۇر"),
            "ئۇيـــغۇر",
            "ﺋﯘﻳﻐﯘﺭ",
            "هۆكۈمەت",
            "ھۆکۈمەت",
            "هوكومهت",
            "هۆججەت",
            "هوججه",
            "شينجاڭ",
            "شىنجانگ",
            "ئيلان",
            "قیلدی",
            "۲۰۱۸",
            "٢٠١٨",
            "ofac",
            "uyghur",
            "Uyghur",
            "uygur",
            "xinjang",
            "shinjang",
            "Xinjiang",
            "höjjet",
            "hojjet",
            "hökümet",
            "hokumet",
            "ëlan",
            "elan qildi",
            "rayoni",
        ],
    ),
    "zh-Hans": (
        "美国财政部制裁了维吾尔地区的两家公司（OFAC）。",
        ["制裁", "美", "公司", "维吾尔", "維吾爾", "制裁公司", "美国 公司", "ofac", "ＯＦＡＣ制裁"],
    ),
    "zh-Hant": ("美國制裁了維吾爾地區。", ["制裁", "維", "维吾尔"]),
    "ja": (
        "ウイグルの強制労働と制裁。",
        ["制", "労働", "ういぐる", "ウイグル", "ｳｲｸﾞﾙ", "強制制裁"],
    ),
}


@pytest.mark.parametrize("tag", sorted(FOUND))
def test_a_sentence_is_found_by(tag: str, ask: Callable[..., dict[str, list[View]]]) -> None:
    sentence, queries = FOUND[tag]
    forms = forms_of_han([{"zh-Hans": "维吾尔", "zh-Hant": "維吾爾"}])
    found = ask(tag, page(sentence), queries, forms)
    lost = [query for query, results in found.items() if shown(results) != [sentence]]
    assert not lost
    unmarked = [query for query, results in found.items() if not results[0]["marked"]]
    assert not unmarked


NOT_FOUND = {
    "en": ("The government acted.", ["goverment", "act nobody", "xact", "!", "…", " "]),
    "ug": ("ئۆت ۋە ئۇن.", ["ئۈن", "tün", "ئ"]),
    "zh-Hans": ("美国制裁。", ["中", "国美", "制裁公司"]),
}


@pytest.mark.parametrize("tag", sorted(NOT_FOUND))
def test_a_sentence_is_not_found_by(tag: str, ask: Callable[..., dict[str, list[View]]]) -> None:
    sentence, queries = NOT_FOUND[tag]
    found = ask(tag, page(sentence), queries)
    assert not [query for query, results in found.items() if results]


def test_the_script_folds_every_letter_of_the_table_as_python_does(
    ask: Callable[..., dict[str, list[View]]],
) -> None:
    table = folding(languages.named("en"))
    forms = "".join(
        map(chr, (*range(0xFB50, 0xFDD0), *range(0xFE70, 0xFEFD), *range(0xFF10, 0xFF5F)))
    )
    letters = sorted({*table.same, *table.record()["zeros"], *forms})
    words = {f"x{number}x{letter}x": letter for number, letter in enumerate(letters)}
    by_query = {table.fold(word).split()[0]: word for word in words}
    found = ask("en", page(*words), by_query)
    wrong = {
        query
        for query, results in found.items()
        if unicodedata.normalize("NFC", by_query[query]) not in shown(results)
    }
    assert not wrong


def test_title_comes_before_heading_before_text(ask: Callable[..., dict[str, list[View]]]) -> None:
    passages = [
        Passage("", said("Sanctions"), [said("What they are.")]),
        Passage("text", said("Other"), [said("Nothing."), said("About sanctions and more.")]),
        Passage("heading", said("Sanctions again"), [said("Nothing of that kind.")]),
    ]
    found = ask("en", passages, ["sanctions", "sanction other", "what sanctions"])
    hrefs = {query: [each["href"] for each in results] for query, results in found.items()}
    assert hrefs["sanctions"] == ["page.html", "page.html#heading", "page.html#text"]
    assert hrefs["sanction other"] == ["page.html#text"]
    assert hrefs["what sanctions"] == ["page.html"]
    [first, heading, text] = found["sanctions"]
    assert (first["link"], first["said"]) == ("Sanctions", "What they are.")
    assert heading["link"] == "Sanctions Sanctions again"
    assert text["said"] == "About sanctions and more."
    assert text["marked"] == ["Sanctions", "sanctions"]


def test_words_that_no_section_has_together_are_found_on_the_same_page(
    ask: Callable[..., dict[str, list[View]]],
) -> None:
    found = ask("en", page("One thing.", "Another matter."), ["thing matter", "thing nowhere"])
    assert [each["href"] for each in found["thing matter"]] == ["page.html#s0"]
    assert found["thing nowhere"] == []


def test_beginnings_of_words_come_alone_where_there_are_any(
    ask: Callable[..., dict[str, list[View]]],
) -> None:
    found = ask("en", page("An act.", "A factory."), ["act", "tory"])
    assert shown(found["act"]) == ["An act."]
    assert shown(found["tory"]) == ["A factory."]


def test_whole_words_are_marked_so_that_joined_letters_stay_joined(
    ask: Callable[..., dict[str, list[View]]],
) -> None:
    found = ask("ug", page("بۇ (ئۇيغۇرلارنىڭ) ئىشى، OFAC دەپ."), ["ئۇيغۇر", "ofa", "بۇ ئىش"])
    assert found["ئۇيغۇر"][0]["marked"] == ["ئۇيغۇرلارنىڭ"]
    assert [ISOLATES.sub("", each) for each in found["ofa"][0]["marked"]] == ["OFAC"]
    assert found["بۇ ئىش"][0]["marked"] == ["بۇ", "ئىشى"]


def test_a_sentence_in_another_language_says_so(
    ask: Callable[..., dict[str, list[View]]],
) -> None:
    passages = [Passage("", said("بەت"), [said("Not translated.", "en")])]
    [result] = ask("ug", passages, ["translated"])["translated"]
    assert result["pieces"] == [["Not translated.", "en", "ltr"]]


def test_a_name_in_another_language_says_so_and_is_marked_across_its_borders(
    ask: Callable[..., dict[str, list[View]]],
) -> None:
    pieces = (Piece("بۇ خى"), Piece("kvision", "en"), Piece("نىڭ."))
    [result] = ask("ug", [Passage("", said("بەت"), [Words(pieces)])], ["خى"])["خى"]
    assert result["said"] == "بۇ خىkvisionنىڭ."
    assert result["pieces"][1:] == [["kvision", "en", "ltr"]]
    assert result["marked"] == ["خى", "kvision", "نىڭ"]


def test_the_script_is_of_2017_at_most_and_asks_and_keeps_nothing() -> None:
    text = re.sub(r"//.*|/\*[\s\S]*?\*/", "", SCRIPT.read_text(encoding="utf-8"))
    newer = (
        r"\?\.|\?\?|\*\*=|\|\|=|&&=|\(\?<|\\p\{|for await|async \*|catch \{|import\(|BigInt|#\w+\(",
        r"\.(?:flat|flatMap|matchAll|replaceAll|at|trimStart|trimEnd|finally|replaceChildren)\(",
        r"Object\.fromEntries|globalThis|\{ ?\.\.\.|, \.\.\.\w+ \}",
    )
    elsewhere = (
        r"fetch|XMLHttp|Storage|cookie|indexedDB|sendBeacon|WebSocket|EventSource|eval|Function"
    )
    for each in (*newer, elsewhere, r"innerHTML|outerHTML|insertAdjacent|\.style\b|\.focus\("):
        assert not re.search(each, text), each


TYPED = """
(async () => {
  const input = document.getElementById('words')
  if (!input) return
  input.focus()
  input.value = %s
  input.dispatchEvent(new InputEvent('input'))
  for (let waited = 0; waited < 100 && !document.querySelector('.news').textContent; waited++)
    await new Promise((resolve) => setTimeout(resolve, 50))
})()
"""
"""Types words as a reader would, and waits until something is said."""

SEEN = """({
  focus: document.activeElement.id,
  news: document.querySelector('.news').textContent,
  role: document.querySelector('.news').getAttribute('role'),
  results: document.querySelectorAll('.results > li').length,
  links: [...document.querySelectorAll('.results a')].map((link) => link.href),
  marks: [...document.querySelectorAll('.results mark')].length,
  address: location.href,
  stored: localStorage.length + sessionStorage.length + document.cookie.length,
})"""

WORDS = {"en": "xinjiang", "ug": "uyghur", "zh-Hans": "新疆"}


@pytest.fixture(params=["http", "file"])
def root(request: pytest.FixtureRequest, edition: Path, served: str) -> str:
    """The explainer's own edition, from a server and from a folder."""
    return served if request.param == "http" else f"{edition.resolve().as_uri()}/"


@pytest.mark.parametrize("tag", sorted(WORDS))
def test_what_is_typed_is_found_and_said(tag: str, root: str, look: Look) -> None:
    [view] = look(
        root,
        [f"{tag}/search.html"],
        widths=[640],
        schemes=["light"],
        prepare=TYPED % json.dumps(WORDS[tag]),
        measure=SEEN,
    )
    seen = view["measured"]
    assert view["console"] == view["errors"] == []
    assert not [each for each in view["requests"] if each["failure"]]
    assert seen["results"] > 5
    assert seen["marks"] >= seen["results"]
    assert re.search(r"\d", seen["news"])
    assert (seen["role"], seen["focus"]) == ("status", "words")
    assert seen["address"] == f"{root}{tag}/search.html"
    assert all(link.startswith(f"{root}{tag}/") for link in seen["links"])
    assert seen["stored"] == 0


@pytest.mark.parametrize("tag", sorted(WORDS))
def test_axe_finds_nothing_among_results(tag: str, served: str, look: Look) -> None:
    typed = TYPED % json.dumps(WORDS[tag])
    for view in look(served, [f"{tag}/search.html"], audit=True, prepare=typed, measure=SEEN):
        assert view["measured"]["results"] > 5
        assert view["audit"] == []
        assert view["sideways"] == 0


def test_an_address_may_hold_the_words(root: str, look: Look) -> None:
    [view] = look(
        root, ["en/search.html?q=xinjiang+region"], widths=[640], schemes=["light"], measure=SEEN
    )
    assert view["measured"]["results"] > 1


def test_a_broken_address_breaks_nothing(root: str, look: Look) -> None:
    [view] = look(
        root, ["en/search.html?q=%E0%A4%A"], widths=[640], schemes=["light"], measure=SEEN
    )
    assert view["errors"] == view["console"] == []
    assert view["measured"]["results"] == 0


def test_nothing_found_is_said_too(served: str, look: Look) -> None:
    [view] = look(
        served,
        ["en/search.html"],
        widths=[320],
        schemes=["light"],
        audit=True,
        prepare=TYPED % '"qqqq"',
        measure=SEEN,
    )
    assert view["measured"]["news"].startswith("Nothing was found.")
    assert view["audit"] == []


@pytest.mark.parametrize("tag", sorted(WORDS))
def test_with_the_keyboard_alone_one_comes_to_a_result_and_back(
    tag: str, root: str, node: str, browser: Browser
) -> None:
    address = f"{root}{tag}/search.html"
    done = subprocess.run(
        [node, str(LOOK_FOR), browser.address, address, WORDS[tag]],
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    seen = json.loads(done.stdout)
    assert seen["heard"] == []
    assert seen["found"]["address"] == seen["again"]["address"] == address
    assert seen["typing"]["focus"] == "words"
    assert seen["found"]["words"] == WORDS[tag]
    assert seen["arrived"] == {"address": seen["found"]["links"][0], "target": True}
    assert seen["again"]["words"] == WORDS[tag]
    assert seen["again"]["links"] == seen["found"]["links"]


CONTROLS = """({
  controls: [...document.querySelectorAll('input, button, select, form')]
    .filter((each) => each.checkVisibility()).length,
  sentence: document.querySelector('.no-search').checkVisibility(),
  links: [...document.querySelectorAll('.elsewhere a')].map((link) => link.getAttribute('href')),
})"""


@pytest.mark.parametrize("tag", sorted(WORDS))
def test_without_scripts_there_is_a_sentence_and_no_dead_control(
    tag: str, root: str, look: Look
) -> None:
    views = look(root, [f"{tag}/search.html"], scripts=False, schemes=["light"], measure=CONTROLS)
    for view in views:
        assert view["measured"] == {
            "controls": 0,
            "sentence": True,
            "links": ["a-z.html", "glossary.html"],
        }


def test_with_scripts_the_sentence_goes_and_the_form_comes(root: str, look: Look) -> None:
    [view] = look(root, ["en/search.html"], widths=[320], schemes=["light"], measure=CONTROLS)
    assert view["measured"]["controls"] == 3
    assert not view["measured"]["sentence"]


def test_an_index_that_does_not_come_is_said(
    edition: Path, look: Look, serve: Serve, tmp_path: Path
) -> None:
    for name in ("en/search.html", "_static/search.js"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes((edition / name).read_bytes())
    with serve(tmp_path) as root:
        [view] = look(
            root,
            ["en/search.html"],
            widths=[320],
            schemes=["light"],
            prepare=(TYPED % '"xinjiang"').strip()
            + ".then(() => new Promise((later) => setTimeout(later, 1000)))",
            measure=SEEN,
        )
    assert "could not be loaded" in view["measured"]["news"]


def test_nobody_loads_the_index_who_asks_nothing(root: str, look: Look) -> None:
    [view] = look(root, ["en/search.html"], widths=[320], schemes=["light"], measure=SEEN)
    assert not [each for each in view["requests"] if each["url"].endswith("en/search.js")]


def test_without_its_index_the_page_has_no_dead_control(
    edition: Path, look: Look, serve: Serve, tmp_path: Path
) -> None:
    (tmp_path / "search.html").write_bytes((edition / "en" / "search.html").read_bytes())
    with serve(tmp_path) as root:
        [view] = look(root, ["search.html"], widths=[320], schemes=["light"], measure=CONTROLS)
    assert view["measured"]["controls"] == 0
    assert view["measured"]["sentence"]
