"""MyST in, pages out: what a reader's browser is given."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Protocol

import pytest

from waraq.edition import plan, run
from waraq.edition.plan import Output
from waraq.paths import Project

PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d49444154789c6360000002000001e221bc330000000049454e44ae426082"
)


class MakeProject(Protocol):
    def __call__(
        self,
        pages: Mapping[str, str],
        translations: Mapping[str, Mapping[str, str]] | None = None,
    ) -> Project: ...


class Build(Protocol):
    def __call__(
        self,
        pages: Mapping[str, str],
        translations: Mapping[str, Mapping[str, str]] | None = None,
    ) -> Path: ...


@pytest.fixture
def build(make_project: MakeProject, tmp_path: Path) -> Build:
    """Build the web pages of a project; catalogs that are not given are empty."""

    def make(
        pages: Mapping[str, str],
        translations: Mapping[str, Mapping[str, str]] | None = None,
    ) -> Path:
        catalogs = {domain: {} for domain in [*pages, "interface"]} | dict(translations or {})
        project = make_project(pages, catalogs)
        edition, _ = run.build(plan.plan(project), tmp_path / "out", {Output.WEB}, jobs=1)
        return edition

    return make


def text(edition: Path, path: str) -> str:
    return (edition / path).read_text(encoding="utf-8")


def test_every_page_says_its_language_and_direction(build: Build) -> None:
    edition = build({"index": "# One\n"}, {"index": {"One": "بىر"}})
    assert '<html lang="en" dir="ltr">' in text(edition, "en/index.html")
    assert '<html lang="ug" dir="rtl">' in text(edition, "ug/index.html")


def test_a_paragraph_is_set_in_the_readers_language(build: Build) -> None:
    edition = build(
        {"index": "# One\n\nSee **this**.\n"},
        {"index": {"One": "بىر", "See **this**.": "**بۇنى** كۆرۈڭ."}},
    )
    assert "<p><strong>بۇنى</strong> كۆرۈڭ.</p>" in text(edition, "ug/index.html")
    assert "<p>See <strong>this</strong>.</p>" in text(edition, "en/index.html")


def test_an_untranslated_paragraph_says_that_it_is_in_the_source_language(build: Build) -> None:
    edition = build({"index": "# One\n\nTwo.\n"}, {"index": {"One": "بىر", "Two.": ""}})
    assert '<p class="untranslated" dir="ltr" lang="en">Two.</p>' in text(edition, "ug/index.html")


def test_a_fuzzy_looking_title_reaches_the_menu_and_the_next_link(build: Build) -> None:
    edition = build(
        {"index": "# One\n\n```{toctree}\n:hidden:\ntwo\n```\n", "two": "# Two\n"},
        {"index": {"One": "بىر"}, "two": {"Two": "ئىككى"}},
    )
    index = text(edition, "ug/index.html")
    assert '<li><a href="two.html">ئىككى</a></li>' in index
    assert "<title>ئىككى – Little explainer</title>" in text(edition, "ug/two.html")


def test_the_title_of_an_untranslated_page_says_its_language_wherever_it_stands(
    build: Build,
) -> None:
    edition = build(
        {
            "index": "# One\n\nThree.\n\n```{toctree}\n:hidden:\ntwo\n```\n",
            "two": '---\nmyst:\n  html_meta:\n    description: "In short."\n---\n'
            "# Two\n\n## A\n\n## B\n\n## C\n\n## D\n",
        },
        {"index": {"One": "بىر", "Three.": "ئۈچ."}, "two": {"A": "ئا"}},
    )
    index, two = text(edition, "ug/index.html"), text(edition, "ug/two.html")
    assert '<li><a href="two.html" lang="en" dir="ltr">Two</a></li>' in index
    assert '<span lang="en" dir="ltr">Two</span>' in index
    assert "<span>بىر</span>" in two
    assert '<title lang="en" dir="ltr">Two</title>' in two
    assert '<meta property="og:title" content="Two" lang="en" dir="ltr">' in two
    assert '<meta name="description" content="In short." lang="en" dir="ltr">' in two
    assert '<li><a href="#a">ئا</a></li>' in two
    assert '<li><a href="#b" lang="en" dir="ltr">B</a></li>' in two
    assert "lang" not in text(edition, "en/two.html").split("<title")[1].split("</title>")[0]


def test_an_anchor_is_the_same_in_every_language(build: Build) -> None:
    edition = build(
        {"index": "# One\n\n## Part two\n"},
        {"index": {"One": "بىر", "Part two": "ئىككىنچى قىسىم"}},
    )
    for tag in ("en", "ug"):
        assert '<section id="part-two">' in text(edition, f"{tag}/index.html")


def test_links_between_pages_stay_in_the_language(build: Build) -> None:
    edition = build(
        {
            "index": "# One\n\n[go](sub/two.md)\n\n```{toctree}\nsub/two\n```\n",
            "sub/two": "# Two\n",
        },
        {"index": {"[go](sub/two.md)": "[بېرىڭ](sub/two.md)"}},
    )
    assert '<a href="sub/two.html">بېرىڭ</a>' in text(edition, "ug/index.html")


def test_a_source_mark_leads_to_its_source_and_back(build: Build) -> None:
    page = text(build({"index": "# One\n\nSaid.[^a]\n\n[^a]: Somebody.\n"}), "en/index.html")
    assert '<a role="doc-noteref" id="mark-1" href="#source-1">1</a>' in page
    assert re.search(
        r'<li id="source-1">Somebody\.\u00a0<a role="doc-backlink" aria-label="[^"]+"'
        r' href="#mark-1">↑</a></li>',
        page,
    )


def test_a_table_has_a_caption_and_heading_cells_that_say_what_they_head(build: Build) -> None:
    table = (
        "# One\n\n```{list-table} Who\n:header-rows: 1\n:stub-columns: 1\n"
        "* - List\n  - Effect\n* - A\n  - B\n```\n"
    )
    page = text(build({"index": table}), "en/index.html")
    assert '<div class="table-scroll" role="region" tabindex="0" aria-labelledby="table-1">' in page
    assert '<th scope="col">List</th>' in page
    assert '<th scope="row">A</th>' in page


def test_latin_runs_are_isolated_on_a_right_to_left_page(build: Build) -> None:
    edition = build({"index": "# One\n"}, {"index": {"One": "بۇ OFAC (US Treasury) تىزىملىكى"}})
    assert '<bdi dir="ltr" lang="en">OFAC (US Treasury)</bdi>' in text(edition, "ug/index.html")


def test_a_title_in_another_script_is_marked_as_such(build: Build) -> None:
    edition = build(
        {"index": "# One\n\n[A Title](https://a.example/)\n"},
        {"index": {"[A Title](https://a.example/)": "[A Title](https://a.example/)"}},
    )
    page = text(edition, "ug/index.html")
    assert '<a dir="ltr" lang="en" href="https://a.example/">A Title</a>' in page


def test_a_picture_comes_with_the_page_in_every_language(
    make_project: MakeProject, tmp_path: Path
) -> None:
    project = make_project(
        {"index": "# One\n\n![a sheet](sheet.png)\n"},
        {"index": {"One": "بىر", "![a sheet](sheet.png)": "![ۋاراق](sheet.png)"}},
    )
    (project.docs / "sheet.png").write_bytes(PICTURE)
    edition, _ = run.build(plan.plan(project), tmp_path / "out", {Output.WEB})
    for tag, alt in (("en", "a sheet"), ("ug", "ۋاراق")):
        assert f'<img alt="{alt}" src="_images/sheet.png"' in text(edition, f"{tag}/index.html")
        assert (edition / tag / "_images" / "sheet.png").read_bytes() == PICTURE


def test_the_answer_and_the_essence_are_blocks_of_their_own(build: Build) -> None:
    page = text(
        build({"index": "# One\n\n:::{in-short}\nA. B. C.\n:::\n\n:::{answer}\nNo.\n:::\n"}),
        "en/index.html",
    )
    assert '<section class="in-short" aria-labelledby="in-short">' in page
    assert '<div class="answer">\n<p>No.</p>' in page


def test_the_root_page_offers_each_language_by_its_own_name(build: Build) -> None:
    edition = build(
        {"index": "# One\n"},
        {"index": {"One": "بىر"}, "interface": {"Little explainer": "كىچىك چۈشەندۈرۈش"}},
    )
    page = text(edition, "index.html")
    assert '<a href="ug/index.html" hreflang="ug">ئۇيغۇرچە</a>' in page
    assert "كىچىك چۈشەندۈرۈش" in page


CHINESE = """
title = "一"
summary = "二"
address = "https://little.example/"
checked = 2026-11-23
how_we_check = "index"

[[languages]]
tag = "zh-Hans"
translation = "source"
"""


@pytest.fixture
def chinese(make_project: Callable[..., Project], tmp_path: Path) -> Callable[[str], str]:
    """The HTML of a page that is written in Chinese."""

    def make(page: str) -> str:
        project = make_project({"index": page}, site=CHINESE)
        edition, _ = run.build(plan.plan(project), tmp_path / "out", {Output.WEB}, jobs=1)
        return text(edition, "zh-Hans/index.html")

    return make


def test_in_chinese_cells_a_date_breaks_after_its_year_only(chinese: Callable[[str], str]) -> None:
    html = chinese("# 一\n\n2019年10月9日\n\n| 何时 |\n| --- |\n| 2019年10月9日 |\n")
    kept = '<span class="whole">2019年</span><span class="whole">10月9日</span>'
    assert f"<td>{kept}</td>" in html
    assert "<p>2019年10月9日</p>" in html


def test_short_clauses_of_chinese_titles_are_kept_together(chinese: Callable[[str], str]) -> None:
    html = chinese("# 各种数字，以及为什么它们都是估计\n\n## 没有\n")
    assert '<h1><span class="clause">各种数字，</span>以及为什么它们都是估计</h1>' in html
    assert "<h2>没有</h2>" in html
