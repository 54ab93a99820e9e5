"""What Sphinx would publish without a word is an error with its line, and stops publication."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner, Result
from tests.conftest import SITE, MakeProject

from waraq.cli import main
from waraq.edition import plan
from waraq.paths import Project
from waraq.problems import Problem

Fault = tuple[str, int, str]

PIXEL = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'
GOOD = {"One": "بىر"}


def on(project: Project, command: str, *more: str) -> Result:
    return CliRunner().invoke(main, [command, "--project", str(project.root), *more])


def made(make_project: MakeProject, text: str) -> Project:
    project = make_project({"index": f"# One\n\n{text}"}, {"index": GOOD, "interface": {}})
    (project.docs / "pixel.svg").write_text(PIXEL, encoding="utf-8")
    return project


def found(project: Project) -> list[Problem]:
    """What is wrong with the sources; languages and addresses aside."""
    problems = plan.plan(project).problems
    return [each for each in problems if not each.language and each.rule != "address"]


def faults(project: Project) -> list[Fault]:
    return [(each.path, each.line, each.rule) for each in found(project)]


@pytest.mark.parametrize(
    ("text", "line", "left_over"),
    [
        ("See {doc}`index and\nmore.\n", 3, "{doc}`index"),
        ("Words first,\nthen {claim}`held.\n", 4, "{claim}`held."),
        ("`x` and\n`code and\nmore.\n", 4, "`code"),
        ("*Long `open* words.\n", 3, "`open"),
        ("- an item\n- {term} `word`\n", 4, "{term}"),
        ("See\n[it](https://a.example/ and\nmore.\n", 4, "[it](https://a.example/"),
        ("See [it](javascript:alert).\n", 3, "[it](javascript:alert)."),
    ],
)
def test_half_a_role_is_an_error_where_it_stands(
    make_project: MakeProject, text: str, line: int, left_over: str
) -> None:
    [problem] = found(made(make_project, text))
    assert (problem.path, problem.line, problem.rule) == ("docs/index.md", line, "markup")
    assert f"“{left_over}” would be shown" in problem.message


@pytest.mark.parametrize(
    "text",
    [
        "Type `{claim}` and `` ` ``.\n",
        "```text\n{claim}`held\n```\n",
        "Ko`zak and O`zbek, as some write it`.\n",
        "A set {1, 2}.\n",
        "[Square] (round), [it]: [[one](https://a.example/)] (two).\n",
        "See [it](https://a.example/{x}).\n",
    ],
)
def test_code_and_letters_are_no_half_roles(make_project: MakeProject, text: str) -> None:
    assert not faults(made(make_project, text))


def test_half_a_role_in_the_words_for_search_engines_is_found(make_project: MakeProject) -> None:
    page = "---\nmyst:\n  html_meta:\n    description: By {claim}`held.\n---\n\n# One\n"
    project = make_project({"index": page}, {"index": GOOD, "interface": {}})
    assert [rule for _, _, rule in faults(project)] == ["markup"]


@pytest.mark.parametrize("character", ["\u202e", "\u202d", "\u2067", "\u200b", "\u200d"])
def test_what_turns_or_hides_words_is_an_error(make_project: MakeProject, character: str) -> None:
    [problem] = found(made(make_project, f"First.\n\nA {character}word.\n"))
    assert (problem.path, problem.line, problem.rule) == ("docs/index.md", 5, "characters")
    if character != "\u2067":
        assert f"U+{ord(character):04X}" in problem.message


def test_an_override_that_is_written_as_a_number_is_one(make_project: MakeProject) -> None:
    assert faults(made(make_project, "A &#x202e;word.\n")) == [("docs/index.md", 3, "characters")]


@pytest.mark.parametrize("written", ["\u202e", "\\u202e", "\\U0000202E"])
def test_hidden_characters_of_the_ledger_and_the_settings_are_named(
    make_project: MakeProject, written: str
) -> None:
    site = SITE.replace("Little", f"{written}Little")
    terms = f"""
[sanctions]
term = {{ en = "sanctions" }}
sure = {{}}
definition = "Measures {written}by a government."
"""
    project = make_project({"index": "# One\n"}, site=site, ledger={"terms": terms})
    assert faults(project) == [
        ("docs/ledger/terms.toml", 5, "characters"),
        ("docs/site.toml", 2, "characters"),
    ]


def test_what_scripts_need_may_stand_in_a_source(make_project: MakeProject) -> None:
    text = "Hand\u00adout \u2066بىر\u2069, سۆز\u200fلەر نامه\u200cها, \u2714\ufe0e.\n"
    assert not faults(made(make_project, text))


def test_a_picture_without_words_is_an_error_on_its_line(make_project: MakeProject) -> None:
    text = "Words\nand ![](pixel.svg).\n\n```{figure} pixel.svg\nCaption\n```\n"
    assert faults(made(make_project, text)) == [
        ("docs/index.md", 4, "picture"),
        ("docs/index.md", 6, "picture"),
    ]


def test_a_missing_picture_is_named_with_its_line(make_project: MakeProject) -> None:
    project = made(make_project, "Words\nand ![words](gone.svg).\n\n![](lost.svg)\n")
    missing = [each for each in found(project) if each.rule == "image.not_readable"]
    assert [(each.path, each.line, each.message) for each in missing] == [
        ("docs/index.md", 4, "image file not readable: gone.svg"),
        ("docs/index.md", 6, "image file not readable: lost.svg"),
    ]


@pytest.mark.parametrize("content", ["", "\n \n", "% later\n", "---\norphan: true\n---\n"])
def test_a_page_without_anything_to_read_is_an_error(
    make_project: MakeProject, content: str
) -> None:
    pages = {"index": "# One\n", "empty": content}
    project = make_project(pages, {"index": GOOD, "interface": {}})
    assert ("docs/empty.md", 0, "empty") in faults(project)


@pytest.mark.parametrize("command", ["check", "build", "update", "status"])
def test_a_page_that_is_not_in_utf_8_is_named_with_its_line(
    make_project: MakeProject, command: str
) -> None:
    project = make_project({"index": "# One\n"}, {"index": GOOD, "interface": {}})
    (project.docs / "index.md").write_bytes(b"# One\n\nW\xf6rds.\n")
    result = on(project, command)
    assert result.exit_code == 1
    assert isinstance(result.exception, SystemExit)
    assert "docs/index.md:3: error: this line is not in UTF-8 [encoding]" in result.output
    assert "save the file anew" in result.output


def test_pages_that_are_not_in_utf_8_are_problems_like_others(make_project: MakeProject) -> None:
    project = make_project({"index": "# One\n", "two": "# Two\n"})
    for name in ("index", "two"):
        (project.docs / f"{name}.md").write_bytes(b"\xff\n")
    problems = json.loads(on(project, "check", "--format", "json").stdout)
    assert [each["path"] for each in problems] == ["docs/index.md", "docs/two.md"]
    assert "0 errors" in on(project, "check", str(project.site)).output


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("See {doc}`index and more.\n", "markup"),
        ("A \u202eword.\n", "characters"),
        ("![](pixel.svg)\n", "picture"),
        ("![words](gone.svg)\n", "image.not_readable"),
    ],
)
def test_with_a_fault_nothing_is_published_and_no_catalog_changed(
    make_project: MakeProject, text: str, rule: str
) -> None:
    project = made(make_project, text)
    catalog = project.catalog("ug", "index")
    before = catalog.read_bytes()
    for command in ("check", "build", "update"):
        result = on(project, command)
        assert result.exit_code == 1
        assert f"[{rule}]" in result.output
    assert not project.output.exists()
    assert catalog.read_bytes() == before


def test_half_a_role_in_the_ledger_is_named_by_its_file(make_project: MakeProject) -> None:
    terms = """
[sanctions]
term = { en = "sanctions" }
sure = {}
definition = "Measures, {claim}`held by a government."
"""
    page = "# One\n\n{term}`sanctions`\n\n:::{glossary-of}\n:::\n"
    project = make_project({"index": page}, {"index": GOOD}, ledger={"terms": terms})
    assert faults(project) == [("docs/ledger/terms.toml", 0, "markup")]
