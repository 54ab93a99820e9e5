"""The explainer itself: what its pages and sheets owe their readers."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from waraq import settings
from waraq.catalogs.reading import read
from waraq.paths import HOME, Project

PROJECT = Project(HOME)
SITE = settings.load(PROJECT.site)
PAGES = sorted(path for path in PROJECT.docs.rglob("*.md") if path.name != "LICENSE.md")
ACCUSING = [path for path in PAGES if path.stem not in ("index", "how-we-check")]
CATALOGS = sorted(PROJECT.locale.rglob("*.po"))

MARK = re.compile(r"\[\^([^\]]+)\](?!:)")
SOURCE = re.compile(r"^\[\^([^\]]+)\]: (.+)$", re.MULTILINE)
LOADED = ("concentration camp", "gulag", "brutal", "regime", "hardline", "so-called")


def name(path: Path) -> str:
    return PROJECT.relative(path)


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_every_mark_has_a_source_and_every_source_a_mark(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert set(MARK.findall(text)) == {label for label, _ in SOURCE.findall(text)}


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_every_source_has_an_address_a_date_and_a_kind(path: Path) -> None:
    for label, source in SOURCE.findall(path.read_text(encoding="utf-8")):
        assert re.search(r"\]\(https?://[^)]+\), (?:.*\d{4}|undated)\. [A-Z]", source), label


@pytest.mark.parametrize("path", ACCUSING, ids=name)
def test_every_page_of_accusations_gives_the_answer_of_the_accused(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    _, _, answer = text.partition("## What the Chinese government says")
    assert ":::{answer}" in answer
    assert len(answer.partition(":::{answer}")[2].partition(":::")[0].split()) > 30


@pytest.mark.parametrize("path", [path for path in PAGES if path.stem != "index"], ids=name)
def test_every_page_begins_with_three_sentences(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    essence = text.partition(":::{in-short}\n")[2].partition("\n:::")[0]
    assert len(re.findall(r"[.?!](?:\s|$)", essence)) == 3


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_no_loaded_word_stands_without_quotation_marks(path: Path) -> None:
    text = SOURCE.sub("", path.read_text(encoding="utf-8")).lower()
    for word in LOADED:
        assert word not in re.sub(r"[\"“][^\"”]*[\"”]", "", text), word


@pytest.mark.parametrize("path", CATALOGS, ids=name)
def test_every_entry_is_translated(path: Path) -> None:
    assert [entry.msgid for entry in read(path).entries if not entry.usable] == []


@pytest.mark.parametrize("path", CATALOGS, ids=name)
def test_no_catalog_names_anybody_or_any_day(path: Path) -> None:
    header = path.read_text(encoding="utf-8").partition("\n\n")[0]
    assert not re.search(r"Translator|Team|Date|Generated|@", header)


@pytest.mark.parametrize("language", SITE.translations, ids=lambda each: each.tag)
def test_every_page_of_a_draft_says_so(language: settings.LanguageSettings, edition: Path) -> None:
    words = {entry.msgid: entry.msgstr for entry in read(catalog(language)).entries}
    pages = sorted((edition / language.tag).rglob("*.html"))
    assert len(pages) == len(PAGES)
    for page in pages:
        assert language.draft == (words["Machine draft."] in page.read_text(encoding="utf-8"))


def test_the_source_is_no_draft(edition: Path) -> None:
    for page in (edition / SITE.source.tag).rglob("*.html"):
        assert "Machine draft." not in page.read_text(encoding="utf-8")


def catalog(language: settings.LanguageSettings) -> Path:
    return PROJECT.catalog(language.language.folder, "interface")
