"""What in a catalog may tell who translated it."""

from __future__ import annotations

from pathlib import Path

import pytest

from waraq import languages
from waraq.catalogs import rules
from waraq.catalogs.reading import read
from waraq.paths import Project
from waraq.problems import Problem, Severity

HEADER = 'msgid ""\nmsgstr ""\n"Language: ug\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
ENTRY = '\nmsgid "One"\nmsgstr "بىر"\n'


def catalog(field: str = "", comment: str = "", above: str = "") -> str:
    header = HEADER + (f'"{field}\\n"\n' if field else "")
    return (f"{above}\n" if above else "") + header + (f"\n{comment}" if comment else "") + ENTRY


def problems(folder: Path, text: str) -> list[Problem]:
    project = Project(folder)
    path = project.catalog("ug", "index")
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    return rules.page(project, languages.named("ug"), "index", ["One"])[1]


@pytest.mark.parametrize(
    "field",
    [
        "Last-Translator: Real Name <real@name.example>",
        "Last-Translator: Real Name",
        "Language-Team: Uyghur <real@name.example>",
        "Report-Msgid-Bugs-To: real@name.example",
        "X-Poedit-Basepath: /home/realname/waraq",
        "X-Poedit-Basepath: C:/waraq",
        "X-Poedit-SearchPath-0: ~/waraq",
        "X-Made-In: file:///Users/realname/waraq",
        "X-Reviewer: Real Name",
    ],
)
def test_a_field_of_the_header_that_may_lead_to_a_person_is_named(
    tmp_path: Path, field: str
) -> None:
    (problem,) = problems(tmp_path, catalog(field))
    name = field.partition(":")[0]
    assert (problem.rule, problem.severity) == ("translator-named", Severity.WARNING)
    assert problem.line == 5
    assert problem.message == f"this may tell who translated it: {name} (line 5)"
    assert problem.hint == "run: waraq update, before you commit; git keeps names for ever"


@pytest.mark.parametrize(
    "field",
    [
        "Last-Translator: ",
        "Last-Translator: FULL NAME <EMAIL@ADDRESS>",
        "Last-Translator: Automatically generated",
        "Language-Team: LANGUAGE <LL@li.org>",
        "Language-Team: Uyghur",
        "Report-Msgid-Bugs-To: EMAIL@ADDRESS",
        "X-Poedit-Basepath: ..",
        "X-Poedit-SearchPath-0: docs",
        "X-Generator: Poedit 3.4",
        "PO-Revision-Date: 2026-11-23 09:00+0000",
        "Plural-Forms: nplurals=2; plural=(n != 1);",
    ],
)
def test_a_field_that_leads_to_nobody_is_let_be(tmp_path: Path, field: str) -> None:
    assert problems(tmp_path, catalog(field)) == []


@pytest.mark.parametrize(
    "comment",
    [
        "# Reviewed by Real Name",
        "# translated by: Real Name",
        "# Translator: Real Name",
        "#Translator: Real Name",
        "# ask real@name.example",
        "# ask @realname",
        "# ask https://t.me/realname",
        "#. ask real@name.example",
        "# waraq: mute numbers as @realname said",
    ],
)
def test_a_comment_that_names_somebody_is_to_be_taken_out(tmp_path: Path, comment: str) -> None:
    (problem,) = (
        each for each in problems(tmp_path, catalog(comment=comment)) if each.rule != "mute"
    )
    assert (problem.rule, problem.line) == ("translator-named", 6)
    assert problem.message == "this may tell who translated it: a comment (line 6)"
    assert "take the names out of the comments" in problem.hint
    assert "waraq update" not in problem.hint


@pytest.mark.parametrize(
    "comment",
    [
        "# the name of a law",
        "# FIRST AUTHOR <EMAIL@ADDRESS>, YEAR.",
        "# the office was reviewed by a court",
        "# Translator:",
        "# 5 @ 3",
        "#. Translated by a program",
        "# see https://what.me/report",
        "#: docs/translated@by.md:1",
    ],
)
def test_other_comments_are_let_be(tmp_path: Path, comment: str) -> None:
    assert problems(tmp_path, catalog(comment=comment)) == []


def test_an_update_takes_out_what_stands_above_the_header(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, catalog(above="# Real Name <real@name.example>, 2026."))
    assert problem.line == 1
    assert problem.hint == "run: waraq update, before you commit; git keeps names for ever"


def test_one_warning_for_a_file_tells_all_places_and_no_name(tmp_path: Path) -> None:
    fields = 'Last-Translator: Real Name\\n"\n"X-Poedit-Basepath: /home/realname'
    comments = "".join(f"# Reviewed by Real Name {number}\n" for number in range(7))
    (problem,) = problems(tmp_path, catalog(fields, comments.rstrip("\n")))
    assert problem.message == (
        "this may tell who translated it: Last-Translator (line 5), X-Poedit-Basepath (line 6), "
        "a comment (line 8), a comment (line 9), a comment (line 10), and 4 more"
    )
    assert problem.hint == (
        "run: waraq update, and take the names out of the comments before you commit; "
        "git keeps names for ever"
    )
    assert "eal" not in str(problem).replace("may tell", "")


def test_a_catalog_with_traces_is_read_all_the_same(tmp_path: Path) -> None:
    path = tmp_path / "page.po"
    path.write_text(catalog("Last-Translator: Real Name"), encoding="utf-8")
    assert [entry.msgstr for entry in read(path).entries] == ["بىر"]
