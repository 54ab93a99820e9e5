"""The search page, its index, and the index from A to Z: what a build writes of them."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag

import pytest
from click.testing import CliRunner
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

from waraq.cli import main
from waraq.edition import plan, run
from waraq.edition.plan import Output
from waraq.edition.session import Session
from waraq.paths import Project
from waraq.problems import errors

MakeProject = Callable[..., Project]

LARGEST = 60 * 1024
"""Bytes that the index and the script of one language may have on their way to a reader."""

PAGES = {
    "index": (
        "# Start\n\nOne. Two.\n\n[go](words.md)\n\n```{toctree}\n:hidden:\nwords\nmore/deep\n```\n"
    ),
    "words": "# Words\n\n## What they mean\n\n```{glossary}\nleaf\n  Paper that speaks.\n```\n",
    "more/deep": (
        "# Deep\n\nSaid.[^a]\n\n## What they mean\n\n"
        "```{list-table} Who\n:header-rows: 1\n* - List\n  - Effect\n* - Left\n  - Right\n```\n\n"
        "[^a]: Somebody said it.\n"
    ),
}
UYGHUR = {
    "index": {"Start": "باشلاش", "One. Two.": "بىر. ئىككى.", "[go](words.md)": "[بېرىڭ](words.md)"},
    "words": {"Words": "سۆزلەر", "What they mean": "مەنىسى", "leaf": "ۋاراق"},
    "more/deep": {"Deep": "چوڭقۇر"},
    "interface": {"Search": "ئىزدەش", "Index from A to Z": "كۆرسەتكۈچ"},
}


@pytest.fixture
def project(make_project: MakeProject) -> Project:
    return make_project(PAGES, UYGHUR)


@pytest.fixture
def small(project: Project, tmp_path: Path) -> Path:
    return build(project, tmp_path / "out")


def build(project: Project, output: Path, jobs: int = 1) -> Path:
    edition, _ = run.build(plan.plan(project), output, {Output.WEB}, jobs=jobs)
    return edition


def text(edition: Path, path: str) -> str:
    return (edition / path).read_text(encoding="utf-8")


def passages(edition: Path, tag: str) -> dict[str, list[Any]]:
    first, _, _ = text(edition, f"{tag}/search.js").partition("\n")
    return dict(json.loads(first.removeprefix("window.waraqSearch="))["pages"])


class Anchors(HTMLParser):
    """Where a page leads, and what can be led to in it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: set[str] = set()
        self.scripts: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if identifier := given.get("id"):
            self.ids.add(identifier)
        if tag == "a":
            self.links.append(given.get("href") or "")
        if tag == "script":
            self.scripts.append(given.get("src") or "")


def dead(edition: Path, tag: str, links: list[str]) -> Iterator[str]:
    """Those that lead to no file, or to no anchor in it."""
    known: dict[Path, set[str]] = {}
    for link in links:
        path, anchor = urldefrag(link)
        target = edition / tag / unquote(path)
        if not target.is_file():
            yield link
        elif anchor:
            if target not in known:
                known[target] = Anchors(target.read_text(encoding="utf-8")).ids
            if anchor not in known[target]:
                yield link


def test_each_language_has_a_search_page_in_its_own_words(small: Path) -> None:
    assert "<h1>Search</h1>" in text(small, "en/search.html")
    page = text(small, "ug/search.html")
    assert '<html lang="ug" dir="rtl">' in page
    assert "<h1>ئىزدەش</h1>" in page
    assert '<a href="../en/search.html"' in page
    assert "<h1>كۆرسەتكۈچ</h1>" in text(small, "ug/a-z.html")


def test_every_page_leads_to_the_search(small: Path) -> None:
    for path in small.glob("*/**/*.html"):
        tag = path.relative_to(small).parts[0]
        links = Anchors(path.read_text(encoding="utf-8")).links
        found = [
            link for link in links if (path.parent / link).resolve() == small / tag / "search.html"
        ]
        assert found, f"{path} does not lead to the search"


def test_only_the_search_page_loads_its_script(small: Path) -> None:
    for path in small.rglob("*.html"):
        scripts = [Path(each).name for each in Anchors(path.read_text(encoding="utf-8")).scripts]
        expected = ["waraq.js"] if path.parent != small else []
        if path.name == "search.html":
            expected = ["search.js"]
        assert scripts == expected, path


def test_all_that_the_search_page_loads_is_there(small: Path) -> None:
    for tag in ("en", "ug"):
        for script in Anchors(text(small, f"{tag}/search.html")).scripts:
            assert (small / tag / script).is_file()


def test_without_a_script_there_is_no_form_but_a_sentence_and_two_ways(small: Path) -> None:
    page = text(small, "en/search.html")
    assert re.search(r'<form class="search" role="search" data-index="search.js" hidden>', page)
    assert '<ol class="results" hidden></ol>' in page
    assert '<p class="no-search">Searching needs scripts' in page
    assert {"a-z.html", "words.html"} <= set(Anchors(page).links)


def test_no_glossary_is_named_where_there_is_none(
    make_project: MakeProject, tmp_path: Path
) -> None:
    pages = {"index": "# One\n"}
    edition = build(make_project(pages, {"index": {"One": "بىر"}}), tmp_path / "out")
    page = text(edition, "en/search.html")
    ways = page[page.index('class="elsewhere"') : page.index("</main>")]
    assert ways.count("<li>") == 1


def test_the_index_has_the_sentences_of_each_page_under_their_headings(small: Path) -> None:
    found = passages(small, "en")
    assert list(found) == ["index.html", "words.html", "more/deep.html"]
    assert found["index.html"] == [["", "Start", "One.", "Two.", "go"]]
    assert found["words.html"] == [
        ["", "Words"],
        ["what-they-mean", "What they mean"],
        ["term-leaf", "leaf", "Paper that speaks."],
    ]


def test_a_row_of_a_table_is_one_sentence_and_the_list_of_sources_is_left_out(small: Path) -> None:
    assert passages(small, "en")["more/deep.html"] == [
        ["", "Deep", "Said."],
        ["what-they-mean", "What they mean", "Who", "List · Effect", "Left · Right"],
    ]


def test_what_is_not_translated_says_its_language(small: Path) -> None:
    found = passages(small, "ug")
    assert found["index.html"] == [["", "باشلاش", "بىر.", "ئىككى.", "بېرىڭ"]]
    assert found["more/deep.html"][0] == ["", "چوڭقۇر", ["Said.", "en"]]
    assert found["words.html"][2] == ["term-leaf", "ۋاراق", ["Paper that speaks.", "en"]]


def test_every_link_of_the_index_from_a_to_z_leads_somewhere(small: Path) -> None:
    for tag in ("en", "ug"):
        page = Anchors(text(small, f"{tag}/a-z.html"))
        assert {"index.html", "words.html#term-leaf", "more/deep.html#what-they-mean"} <= set(
            page.links
        )
        assert not list(
            dead(
                small,
                tag,
                [each for each in page.links if "://" not in each and not each.startswith("#")],
            )
        )
        assert {each[1:] for each in page.links if each.startswith("#")} <= page.ids


def test_words_of_the_source_are_marked_in_the_index_from_a_to_z(small: Path) -> None:
    page = text(small, "ug/a-z.html")
    assert '<h2 id="letter-1"><bdi>ب</bdi></h2>' in page
    heading = '<span lang="en" dir="ltr">What they mean</span>'
    assert f'<a href="more/deep.html#what-they-mean">{heading}</a>' in page


def test_every_result_of_the_explainer_itself_leads_somewhere(edition: Path) -> None:
    for tag in ("en", "ug", "zh-Hans"):
        links = [
            f"{address}#{anchor}".removesuffix("#")
            for address, sections in passages(edition, tag).items()
            for anchor, *_ in sections
        ]
        assert len(links) > 50
        assert not list(dead(edition, tag, links))
        page = Anchors(text(edition, f"{tag}/a-z.html"))
        inner = [each for each in page.links if ":" not in each and not each.startswith("#")]
        assert not list(dead(edition, tag, inner))


def test_the_index_of_the_explainer_itself_is_small(edition: Path) -> None:
    paths = list(edition.glob("*/search.js"))
    assert paths
    for path in paths:
        size = len(gzip.compress(path.read_bytes(), 9))
        assert size <= LARGEST, f"{path.parent.name}: {size} bytes"


def test_every_term_of_the_explainer_itself_is_in_its_index_from_a_to_z(edition: Path) -> None:
    page = Anchors(text(edition, "en/a-z.html"))
    glossary = Anchors(text(edition, "en/glossary.html"))
    terms = {f"glossary.html#{each}" for each in glossary.ids if each.startswith("term-")}
    assert terms
    assert terms <= set(page.links)


def test_the_same_pages_give_the_same_bytes(project: Project, tmp_path: Path) -> None:
    one, two = build(project, tmp_path / "one"), build(project, tmp_path / "two", jobs=2)
    for name in ("search.js", "search.html", "a-z.html"):
        for tag in ("en", "ug"):
            assert (one / tag / name).read_bytes() == (two / tag / name).read_bytes()


@pytest.mark.parametrize("name", ["search", "a-z"])
def test_a_page_of_a_name_that_is_taken_is_an_error_that_says_so(
    name: str, make_project: MakeProject
) -> None:
    toctree = f"\n```{{toctree}}\n:hidden:\n{name}\n```\n"
    project = make_project(
        {"index": f"# One\n{toctree}", name: "# Mine\n"}, {"index": {"One": "بىر"}}
    )
    [problem] = [each for each in errors(plan.plan(project).problems) if each.rule == "page-name"]
    assert str(problem) == (
        f"docs/{name}.md: error: every language has a page {name}.html that the build writes"
        " [page-name] — give the page another name"
    )
    result = CliRunner().invoke(main, ["build", "--project", str(project.root)])
    assert result.exit_code == 1
    assert f"docs/{name}.md" in result.output


def test_pages_of_plain_sphinx_lead_to_no_search(project: Project, tmp_path: Path) -> None:
    out = tmp_path / "plain"
    with patch_docutils(str(project.root)), docutils_namespace():
        Sphinx(project.docs, project.root, out, tmp_path / "trees", "html", status=None).build()
    assert "search.html" not in (out / "words.html").read_text(encoding="utf-8")


def test_pages_of_the_preview_lead_to_no_search(project: Project) -> None:
    made = plan.plan(project)
    session = Session(made, made.settings.of("ug"))
    assert "search.html" not in session.html("words")
