"""Ordinary pages on paper: which are printed, where the file lies, who leads to it."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from tests.conftest import SITE, MakeProject

from waraq.edition import plan, run
from waraq.edition.verifying import verify

PAGES = {
    "index": "# Start\n\n```{toctree}\none\ntwo\nhandouts/three\n```\n",
    "one": "# One\n\nWords.\n",
    "two": "# Two\n\nWords.\n",
    "handouts/three": "# Three\n\nWords.\n",
}
SHEETS = SITE + '\n[page_sheets]\none = ["a4", "large"]\n'


def problems(make_project: MakeProject, site: str) -> list[str]:
    made = plan.plan(make_project(PAGES, site=site))
    return [each.message for each in made.problems if each.rule == "handout-sheets"]


def test_a_page_that_is_there_is_no_problem(make_project: MakeProject) -> None:
    assert not problems(make_project, SHEETS)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('four = ["a4"]', "page_sheets.four: there is no page docs/four.md"),
        ('"handouts/three" = ["a4"]', "page_sheets.handouts/three: it is a handout"),
        ('two = ["poster"]', "docs/two.md cannot be printed as 'poster'"),
    ],
)
def test_what_cannot_be_printed_is_named(make_project: MakeProject, line: str, words: str) -> None:
    (found,) = problems(make_project, f"{SITE}\n[page_sheets]\n{line}\n")
    assert words in found


@pytest.fixture
def edition(make_project: MakeProject, tmp_path: Path) -> Path:
    """The little explainer with one page on paper, in English."""
    project = make_project(PAGES, site=SHEETS)
    folder, found = run.build(plan.plan(project, ["en"]), tmp_path / "out", jobs=1)
    assert not found
    return folder


def text(edition: Path, name: str) -> str:
    return (edition / "en" / name).read_text(encoding="utf-8")


def test_a_sheet_lies_beside_its_page_and_the_page_leads_to_it(edition: Path) -> None:
    sheets = {path.relative_to(edition).as_posix() for path in edition.rglob("*.pdf")}
    assert sheets == {"en/one-a4.pdf", "en/one-large.pdf", "en/handouts/three-a4.pdf"}
    page = text(edition, "one.html")
    assert page.count("Print this page") == 2
    assert 'href="one-a4.pdf"' in page
    assert 'href="one-large.pdf"' in page
    assert 'id="take"' not in page


@pytest.mark.parametrize("name", ["index.html", "two.html", "take-it-with-you.html"])
def test_other_pages_do_not_lead_to_it(edition: Path, name: str) -> None:
    assert "one-a4.pdf" not in text(edition, name)
    assert "Print this page" not in text(edition, name)


def test_its_code_is_known(edition: Path) -> None:
    (line,) = [
        each
        for each in text(edition, "handouts/codes.txt").splitlines()
        if "-a4" in each and "handouts" not in each
    ]
    code, _, name = line.partition(" ")
    assert name == "en/one-a4.pdf"
    (found,) = verify(edition, [code]).problems
    assert found.path == name


def test_codes_are_listed_where_there_are_no_handouts(
    make_project: MakeProject, tmp_path: Path
) -> None:
    pages = {"index": "# Start\n\n```{toctree}\none\n```\n", "one": "# One\n\nWords.\n"}
    project = make_project(pages, site=SHEETS)
    folder, found = run.build(plan.plan(project, ["en"]), tmp_path / "out", jobs=1)
    assert not found
    assert text(folder, "handouts/codes.txt").count("en/one-") == 2


def test_copies_leave_the_sheets_of_pages_out(edition: Path) -> None:
    (archive,) = edition.glob("en/*.zip")
    with zipfile.ZipFile(archive) as packed:
        names = {name.partition("/")[2] for name in packed.namelist()}
        page = packed.read(f"{archive.stem}/en/one.html").decode("utf-8")
    assert "en/handouts/three-a4.pdf" in names
    assert "en/one-a4.pdf" not in names
    assert 'href="https://little.example/en/one-a4.pdf"' in page
    (copy,) = edition.glob("en/*-en.html")
    assert "Print this page" not in copy.read_text(encoding="utf-8")
