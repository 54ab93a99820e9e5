"""What docs/site.toml asks of handouts must be possible; a partner stands on each sheet."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.conftest import SITE, MakeProject
from tests.site.test_ledger_on_pages import LEDGER

from waraq.edition import plan, unchanged
from waraq.edition.setting import language_pages, page_set
from waraq.paths import Project
from waraq.sheets import setting
from waraq.sheets.columns import source_blocks
from waraq.sheets.setting import Planned, Surroundings

INDEX = "# Start\n\n```{toctree}\nhandouts/one\n```\n"
ONE = """# One

:::{in-short}
It is short.
:::

## Part

First words.

| Name | Born |
|------|------|
| Ada  | 1815 |
"""
PAGES = {"index": INDEX, "handouts/one": ONE}
PARTNER = 'name = "Relief & Co"\ncontact = ["+49 30 1234-567"]\n'


def site(sheets: str, more: str = "") -> str:
    return SITE + f"\n[handouts.one]\nsheets = [{sheets}]\n{more}"


def problems(make_project: MakeProject, text: str) -> list[str]:
    made = plan.plan(make_project(PAGES, site=text))
    return [each.message for each in made.problems if each.rule == "handout-sheets"]


def test_editions_that_the_page_has_all_for_are_no_problem(make_project: MakeProject) -> None:
    assert not problems(make_project, site('"a4", "large", "poster", "booklet", "columns"'))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (site('"cards"'), "'cards': it has not a list of terms"),
        (site('"a4"', '\n[handouts.two]\nsheets = ["a4"]\n'), "handouts.two: there is no page"),
    ],
)
def test_what_cannot_be_made_is_named(make_project: MakeProject, text: str, words: str) -> None:
    (found,) = problems(make_project, text)
    assert words in found


def sheets(make_project: MakeProject, names: str, partner: Path | None = None) -> list[Planned]:
    """The sheets of the little explainer in English."""
    made = plan.plan(make_project(PAGES, site=site(names)), partner=partner)
    language = made.settings.of("en")
    pages = page_set(made, language, language_pages(made, language))
    return list(setting.sheets(pages, Surroundings(partner=made.partner)))


def test_a_sheet_without_a_partner_has_no_empty_slot(make_project: MakeProject) -> None:
    (sheet,) = sheets(make_project, '"a4"')
    assert 'class="partner"' not in sheet.job.html


def test_a_partner_stands_on_every_edition_but_once(
    make_project: MakeProject, tmp_path: Path
) -> None:
    folder = tmp_path / "partner"
    folder.mkdir()
    (folder / "partner.toml").write_text(PARTNER, encoding="utf-8")
    found = sheets(make_project, '"a4", "large", "ink", "booklet", "poster"', folder)
    assert len(found) == 6
    for each in found:
        assert each.job.html.count("Relief &amp; Co") == 1, each.edition
        assert 'dir="ltr">+49 30 1234-567</p>' in each.job.html


def test_docs_brand_is_the_partner_unless_another_is_named(make_project: MakeProject) -> None:
    project = make_project(PAGES, site=site('"a4"'))
    project.brand.mkdir()
    (project.brand / "partner.toml").write_text(PARTNER, encoding="utf-8")
    partner = plan.plan(project).partner
    assert partner is not None
    assert partner.name == "Relief & Co"


def test_another_partner_is_another_edition(make_project: MakeProject, tmp_path: Path) -> None:
    project, folder = make_project(PAGES), tmp_path / "partner"
    folder.mkdir()
    (folder / "partner.toml").write_text(PARTNER, encoding="utf-8")
    first = unchanged.key(project, [], folder)
    (folder / "partner.toml").write_text(PARTNER.replace("Co", "Sons"), encoding="utf-8")
    assert len({first, unchanged.key(project, [], folder), unchanged.key(project, [])}) == 3


def test_a_code_changes_with_the_words_and_stands_on_the_sheet(make_project: MakeProject) -> None:
    (first,) = sheets(make_project, '"a4"')
    PAGES_CHANGED = {**PAGES, "handouts/one": ONE.replace("First", "Other")}
    made = plan.plan(make_project(PAGES_CHANGED, site=site('"a4"')))
    language = made.settings.of("en")
    pages = page_set(made, language, language_pages(made, language))
    (second,) = setting.sheets(pages, Surroundings())
    assert first.code in first.job.html
    assert first.code != second.code


def test_large_print_sets_a_table_as_a_list_and_loses_no_word(make_project: MakeProject) -> None:
    usual, large = sheets(make_project, '"a4", "large"')
    assert "<table" in usual.job.html
    assert "<table" not in large.job.html
    for word in ("Name", "Born", "Ada", "1815"):
        assert word in large.job.html


def test_a_poster_has_title_and_summary_and_nothing_else(make_project: MakeProject) -> None:
    (poster,) = sheets(make_project, '"poster"')
    assert "It is short." in poster.job.html
    assert "First words." not in poster.job.html


def in_two_languages(project: Project) -> str:
    """The one sheet of the project in Uyghur, with English beside it."""
    english = plan.plan(project)
    language = english.settings.of("en")
    beside = source_blocks(page_set(english, language, language_pages(english, language)))
    made = plan.plan(project)
    language = made.settings.of("ug")
    pages = page_set(made, language, language_pages(made, language))
    (sheet,) = setting.sheets(pages, Surroundings(beside=beside))
    return sheet.job.html


def test_in_both_languages_a_mark_has_the_number_of_its_source(make_project: MakeProject) -> None:
    """Translations may cite in another order; the list of sources is theirs."""
    msgid = "Four.{claim}`sanctioned` No.{claim}`rejected`"
    msgstr = "ياق.{claim}`rejected` تۆت.{claim}`sanctioned`"
    one = ONE.replace("First words.", msgid)
    project = make_project(
        {**PAGES, "handouts/one": one},
        {"handouts/one": {msgid: msgstr}},
        ledger=LEDGER,
        site=site('"columns"'),
    )
    html = in_two_languages(project)
    own, english = (
        [re.findall(r'href="#source-(\d)">(\d)<', part) for part in re.split(split, line)]
        for split, line in (("تۆت", found("ياق", html)), ("No", found("Four", html)))
    )
    assert own[0] == english[1] == [("1", "1")]
    assert own[1] == english[0] == [("1", "1"), ("2", "2")]
    newspaper, treasury = html.split('<li id="source-')[1:]
    assert "Newspaper" in newspaper
    assert "Treasury" in treasury


def found(word: str, html: str) -> str:
    """The one line that has a word."""
    [line] = [each for each in html.splitlines() if word in each and "noteref" in each]
    return line.partition(word)[2]


def test_two_languages_have_the_same_blocks_side_by_side(make_project: MakeProject) -> None:
    words = {"One": "بىر", "It is short.": "قىسقا.", "Part": "قىسىم", "First words.": "سۆزلەر."}
    project = make_project(PAGES, {"handouts/one": words}, site=site('"columns"'))
    html = in_two_languages(project)
    assert html.count('class="cell here" lang="ug" dir="rtl"') == 3
    assert html.count('class="cell source" lang="en" dir="ltr"') == 2
    assert html.count("<table") == 1
    for source, translation in words.items():
        assert html.index(translation) < html.index(f">{source}<")
    identifiers = [part.partition('"')[0] for part in html.split(' id="')[1:]]
    assert len(identifiers) == len(set(identifiers))
