"""waraq status: a table for people, JSON for programs, and when it fails."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from click.testing import CliRunner, Result

from waraq.cli import main
from waraq.paths import Project

MakeProject = Callable[..., Project]

PAGE = """# One

Two words.

Three words here.

See [it](https://a.example/).

Nobody knows this sentence.
"""
CATALOG = {
    "One": "بىر",
    "Two words.": "ئىككى.",
    "Three words here.": "",
    "See [it](https://a.example/).": "[ئۇنى](https://b.example/) كۆرۈڭ.",
    "Gone.": "كەتتى.",
}


@pytest.fixture
def project(make_project: MakeProject) -> Project:
    made = make_project({"index": PAGE}, {"index": CATALOG, "interface": {}})
    path = made.catalog("ug", "index")
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace('msgid "Two words."', '#, fuzzy\nmsgid "Two words."'), encoding="utf-8"
    )
    return made


def status(project: Project, *more: str) -> Result:
    return CliRunner().invoke(main, ["status", "--project", str(project.root), *more])


def test_json_has_all_states_in_messages_and_words(project: Project) -> None:
    result = status(project, "--format", "json")
    assert result.exit_code == 0
    [language] = json.loads(result.stdout)
    index = language["pages"][0]
    assert index["page"] == "index"
    assert index["messages"] == {
        "total": 5,
        "translated": 1,
        "fuzzy": 1,
        "missing": 2,
        "refused": 1,
        "outdated": 1,
        "percent": 20,
        "reviewed": 0,
        "reviewed_percent": 0,
    }
    assert index["words"] == {
        "total": 12,
        "translated": 1,
        "fuzzy": 2,
        "missing": 7,
        "refused": 2,
        "outdated": 1,
        "percent": 8,
        "reviewed": 0,
        "reviewed_percent": 0,
    }


def test_json_keeps_its_shape(project: Project) -> None:
    [language] = json.loads(status(project, "--format", "json").stdout)
    assert list(language) == [
        "language",
        "name",
        "translation",
        "published",
        "pages",
        "totals",
        "lapsed",
        "behind",
    ]
    assert language["language"] == "ug"
    assert language["name"] == "Uyghur"
    assert language["translation"] == "machine-draft"
    assert language["published"] is True
    assert [page["page"] for page in language["pages"]] == ["index", "interface"]
    for page in language["pages"]:
        assert list(page) == ["page", "path", "unreadable", "messages", "words"]
        assert page["path"] == f"locale/ug/LC_MESSAGES/{page['page']}.po"
        assert page["unreadable"] == ""
    for unit in ("messages", "words"):
        amounts = [page[unit]["total"] for page in language["pages"]]
        assert language["totals"][unit]["total"] == sum(amounts)


def test_the_table_is_plain_and_aligned(project: Project) -> None:
    result = status(project)
    assert result.exit_code == 0
    assert "\x1b" not in result.stdout
    title, *rows = result.stdout.rstrip("\n").split("\n")
    assert title == "Uyghur (ug): machine draft, published; messages (words)"
    assert len({len(row) for row in rows}) == 1
    cells = rows[1].split("  ")
    assert [cell.strip() for cell in cells if cell] == [
        "index",
        "5 (12)",
        "1 (1)",
        "20 % (8 %)",
        "1 (2)",
        "2 (7)",
        "1 (2)",
        "1 (1)",
        "0",
        "0 % (0 %)",
        "–",
    ]
    assert rows[-1].startswith("all pages")


def test_a_reviewed_language_that_is_not_published_says_both(project: Project) -> None:
    text = project.site.read_text(encoding="utf-8")
    text = text.replace('"machine-draft"', '"reviewed"\npublish = false')
    project.site.write_text(text, encoding="utf-8")
    assert status(project).stdout.startswith("Uyghur (ug): reviewed, not published;")


def test_a_catalog_that_cannot_be_read_ends_with_1_and_is_named(project: Project) -> None:
    path = project.catalog("ug", "index")
    path.write_text(path.read_text(encoding="utf-8") + "junk\n", encoding="utf-8")
    result = status(project, "--format", "json")
    assert result.exit_code == 1
    assert result.stderr.startswith("locale/ug/LC_MESSAGES/index.po:")
    [language] = json.loads(result.stdout)
    assert language["pages"][0]["unreadable"] == result.stderr.strip()
    assert language["pages"][0]["messages"]["missing"] == 5


def test_a_catalog_that_is_not_there_yet_is_all_missing(project: Project) -> None:
    project.catalog("ug", "index").unlink()
    result = status(project, "--format", "json")
    assert result.exit_code == 0
    [language] = json.loads(result.stdout)
    assert language["pages"][0]["messages"]["missing"] == 5


def test_the_source_needs_no_translation(project: Project) -> None:
    assert json.loads(status(project, "--language", "en", "--format", "json").stdout) == []
    assert status(project, "--language", "en").stdout == "the source needs no translation\n"


def test_an_unknown_language_is_wrong_usage(project: Project) -> None:
    result = status(project, "--language", "xx")
    assert result.exit_code == 2
    assert "it has en, ug" in result.stderr
