"""The explainer itself: what its pages and sheets owe their readers."""

from __future__ import annotations

import functools
import re
from pathlib import Path

import pytest

from waraq import settings
from waraq.catalogs import standing
from waraq.catalogs.reading import read
from waraq.edition import plan
from waraq.ledger import Ledger, load
from waraq.pages.search import OWN_PAGES
from waraq.paths import HOME, Project
from waraq.problems import Problem, Severity, errors

PROJECT = Project(HOME)
SITE = settings.load(PROJECT.site)
PAGES = sorted(
    path for path in PROJECT.docs.rglob("*.md") if path.name not in ("LICENSE.md", "README.md")
)
CATALOGS = sorted(PROJECT.locale.rglob("*.po"))

CITED = re.compile(r"\{claim\}`([^`]+)`")
OUTLINE = (
    "start-here",
    "letter-2018",
    "detentions",
    "numbers",
    "un-bodies",
    "sanctions",
    "listed",
    "companies",
    "forced-labour",
    "responses",
)
HANDOUTS = ("which-list", "timeline", "words", "who-says-what", "names")
ACCUSING = [path for path in PAGES if path.stem in OUTLINE]
NOT_PUBLISHED = {"seed-author", "seed-photos"}
"""Claims about the article that no reader needs: who wrote it, whose its pictures are."""


def name(path: Path) -> str:
    return PROJECT.relative(path)


def ledger() -> Ledger:
    found, problems = load(PROJECT.docs / "ledger", str)
    assert problems == []
    return found


@functools.cache
def problems() -> list[Problem]:
    return list(plan.plan(PROJECT, drafts=True, thorough=True).problems)


def test_the_check_finds_no_error() -> None:
    assert errors(problems()) == []


def test_no_translation_lacks_a_sentence() -> None:
    short = [each for each in problems() if each.rule == "cut-short"]
    assert [each for each in short if each.severity is not Severity.NOTE] == []


def test_the_ten_pages_and_five_handouts_are_there() -> None:
    names = {name(path) for path in PAGES}
    assert {f"docs/{each}.md" for each in OUTLINE} <= names
    assert {f"docs/handouts/{each}.md" for each in HANDOUTS} <= names


def test_no_source_is_typed_by_hand() -> None:
    assert [name(path) for path in PAGES if "[^" in path.read_text(encoding="utf-8")] == []


def test_every_claim_of_the_article_stands_on_some_page() -> None:
    cited: set[str] = set()
    for path in PAGES:
        for keys in CITED.findall(path.read_text(encoding="utf-8")):
            cited |= {key.strip() for key in keys.split(",")}
    of_the_article = {claim.id for claim in ledger().claims.values() if claim.topic == "seed"}
    assert len(of_the_article) > 25
    assert of_the_article - cited == NOT_PUBLISHED


def test_nobody_is_in_the_ledger_without_a_public_role() -> None:
    for person in ledger().people.values():
        assert person.role, person.id


@pytest.mark.parametrize("path", ACCUSING, ids=name)
def test_every_page_of_accusations_gives_the_answer_of_the_accused(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    _, _, answer = text.partition("## What the Chinese government says")
    assert ":::{answer}" in answer
    assert len(answer.partition(":::{answer}")[2].partition(":::")[0].split()) > 30


@pytest.mark.parametrize(
    "path", [path for path in PAGES if path.stem in (*OUTLINE, *HANDOUTS)], ids=name
)
def test_every_page_begins_with_three_sentences(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    essence = text.partition(":::{in-short}\n")[2].partition("\n:::")[0]
    assert len(re.findall(r"[.?!](?:\s|$)", essence)) == 3


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
    copy = 1  # all pages in one file
    assert len(pages) == len(PAGES) + len(OWN_PAGES) + copy
    made = plan.plan(PROJECT)
    for page in pages:
        docname = page.relative_to(edition / language.tag).with_suffix("").as_posix()
        known = made.standing(language.tag, docname if docname in made.reading.docnames else "")
        draft = bool(standing.draft(language, known))
        assert draft == (words["Machine draft."] in page.read_text(encoding="utf-8"))


def test_the_source_is_no_draft(edition: Path) -> None:
    for page in (edition / SITE.source.tag).rglob("*.html"):
        assert "Machine draft." not in page.read_text(encoding="utf-8")


def catalog(language: settings.LanguageSettings) -> Path:
    return PROJECT.catalog(language.language.folder, "interface")
