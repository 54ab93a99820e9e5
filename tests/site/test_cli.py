"""The command line: exit status, output, and messages for people."""

from __future__ import annotations

import errno
import json
from collections.abc import Callable

import pytest
from click.testing import CliRunner, Result

from waraq.cli import main
from waraq.paths import Project

MakeProject = Callable[..., Project]

GOOD = {"One": "بىر", "See [it](https://a.example/).": "[ئۇنى](https://a.example/) كۆرۈڭ."}


@pytest.fixture
def project(make_project: MakeProject) -> Project:
    return make_project(
        {"index": "# One\n\nSee [it](https://a.example/).\n"}, {"index": GOOD, "interface": {}}
    )


def waraq(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def on(project: Project, command: str, *more: str) -> Result:
    return waraq(command, "--project", str(project.root), *more)


def break_link(project: Project) -> None:
    path = project.catalog("ug", "index")
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("[ئۇنى](https://a.example/)", "[ئۇنى](https://b.example/)"), encoding="utf-8"
    )


def test_check_of_good_content_ends_with_0(project: Project) -> None:
    assert on(project, "check").exit_code == 0


def test_check_names_file_line_rule_and_what_to_do(project: Project) -> None:
    break_link(project)
    result = on(project, "check")
    assert result.exit_code == 1
    assert (
        "locale/ug/LC_MESSAGES/index.po:9: error: the translation lacks the link "
        "(https://a.example/) [link-lost] — put it back exactly as it stands in the msgid; "
        "it may move\n"
    ) in result.stdout


@pytest.mark.parametrize("command", ["check", "build", "update", "status"])
def test_a_machine_without_room_to_read_in_is_one_sentence_and_ends_with_3(
    project: Project, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    def full(**wanted: str) -> str:
        raise OSError(errno.ENOSPC, "No space left on device", "/a/folder")

    monkeypatch.setattr("tempfile.mkdtemp", full)
    result = on(project, command)
    assert result.exit_code == 3
    assert result.stderr == "waraq: /a/folder: No space left on device; make room there\n"


SOURCES = """
[paper]
title = "A paper"
publisher = "A journal"
address = "https://journal.example/paper"
accessed = "2026-11-23"
language = "en"
type = "research"
read = "excerpt"
"""
CLAIMS = """
[held]
statement = "The paper counted 12 people."
kind = "reported"
attributed_to = "A journal"
as_of = "2026-11-23"
sources = ["paper"]
verified = true
topic = "numbers"
figures = [{ id = "people", value = 12, unit = "people" }]
"""


@pytest.mark.parametrize(
    ("part", "old", "new", "place", "rule"),
    [
        ("sources", "[paper]", "[papre]", "docs/ledger/claims.toml:2", "ledger-reference"),
        ("sources", "https://", "javascript:", "docs/ledger/sources.toml:2", "ledger-address"),
        ("sources", '"2026-11-23"', '"2026-13-01"', "docs/ledger/sources.toml:2", "ledger-date"),
        ("claims", "value = 12", "value = 1e300", "docs/ledger/claims.toml:2", "ledger-size"),
        ("claims", '"2026-11-23"', '"2031-01-01"', "docs/ledger/claims.toml:2", "ledger-future"),
        ("claims", "value = 12", "value = 21", "docs/ledger/claims.toml:2", "ledger-unstated"),
    ],
)
def test_a_mistake_in_a_record_that_a_page_uses_is_named_and_no_traceback(
    make_project: MakeProject, part: str, old: str, new: str, place: str, rule: str
) -> None:
    ledger = {"claims": CLAIMS, "sources": SOURCES}
    ledger[part] = ledger[part].replace(old, new)
    page = "# One\n\nThere were {fact}`people` people.{claim}`held`\n"
    project = make_project({"index": page}, {"index": GOOD, "interface": {}}, ledger=ledger)
    for command in ("check", "build"):
        result = on(project, command)
        assert result.exit_code == 1
        assert isinstance(result.exception, SystemExit)
        [line] = [each for each in result.output.splitlines() if f"[{rule}]" in each]
        assert line.startswith(f"{place}: error: ")


def test_only_the_check_asks_whether_the_day_on_which_a_source_was_read_has_come(
    make_project: MakeProject,
) -> None:
    sources = SOURCES.replace("2026-11-23", "2999-01-01")
    page = "# One\n\nThere were {fact}`people` people.{claim}`held`\n"
    project = make_project(
        {"index": page},
        {"index": GOOD, "interface": {}},
        ledger={"claims": CLAIMS, "sources": sources},
    )
    result = on(project, "check")
    assert result.exit_code == 1
    assert "docs/ledger/sources.toml:2: error: paper: accessed, 2999-01-01" in result.output
    assert on(project, "build", "--only", "web").exit_code == 0


def test_check_as_json_is_one_list_of_objects(project: Project) -> None:
    break_link(project)
    result = on(project, "check", "--format", "json")
    problems = json.loads(result.stdout)
    assert result.exit_code == 1
    assert {"link-lost", "link-added"} <= {problem["rule"] for problem in problems}
    for problem in problems:
        assert sorted(problem) == [
            "hint",
            "language",
            "line",
            "message",
            "path",
            "rule",
            "severity",
        ]
        assert problem["severity"] in {"error", "warning", "note"}


def test_check_of_some_files_reports_only_on_them(project: Project) -> None:
    break_link(project)
    assert on(project, "check", str(project.docs)).exit_code == 0
    assert on(project, "check", str(project.catalog("ug", "index"))).exit_code == 1


def test_check_of_a_path_that_does_not_exist_is_wrong_usage(project: Project) -> None:
    result = on(project, "check", str(project.docs), "locale/ug/nope.po")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        "waraq: there is no file or folder locale/ug/nope.po; nothing was checked\n"
    )


def test_check_of_a_catalog_that_is_missing_says_how_to_make_it(project: Project) -> None:
    path = project.catalog("ug", "index")
    path.unlink()
    result = on(project, "check", str(path))
    assert result.exit_code == 1
    assert "run: waraq update" in result.stdout


def test_check_of_one_language_leaves_others_out(project: Project) -> None:
    break_link(project)
    assert on(project, "check", "--language", "en").exit_code == 0


def test_a_translation_that_cannot_be_used_is_shown_in_the_source_language(
    project: Project,
) -> None:
    break_link(project)
    result = on(project, "build", "--only", "web")
    assert result.exit_code == 1
    assert "[link-lost]" in result.stderr
    page = (project.output / "current" / "ug" / "index.html").read_text(encoding="utf-8")
    assert 'class="untranslated" dir="ltr" lang="en">See <a' in page
    assert "b.example" not in page


def test_a_language_with_errors_may_be_held_back_whole(project: Project) -> None:
    break_link(project)
    text = project.site.read_text(encoding="utf-8")
    project.site.write_text('broken_catalogs = "hold"\n' + text, encoding="utf-8")
    result = on(project, "build", "--only", "web")
    assert result.exit_code == 1
    assert "left out: ug" in result.stderr
    assert (project.output / "current" / "en" / "index.html").is_file()
    assert not (project.output / "current" / "ug").exists()
    assert "ئۇيغۇرچە" not in (project.output / "current" / "index.html").read_text(encoding="utf-8")


def test_build_with_a_dead_link_in_the_source_publishes_nothing(make_project: MakeProject) -> None:
    project = make_project(
        {"index": "# One\n\n[gone](gone.md)\n"}, {"index": {"One": "بىر"}, "interface": {}}
    )
    result = on(project, "build", "--only", "web")
    assert result.exit_code == 1
    assert "docs/index.md:3: error:" in result.stderr
    assert not (project.output / "current").exists()


def test_build_publishes_where_it_is_told(project: Project) -> None:
    result = on(project, "build", "--only", "web", "--output", str(project.root / "out"))
    assert result.exit_code == 0
    assert (project.root / "out" / "current" / "ug" / "index.html").is_file()


@pytest.mark.parametrize("needed", ["conf.py", "docs/site.toml"])
def test_a_folder_that_is_no_explainer_says_what_it_lacks(project: Project, needed: str) -> None:
    (project.root / needed).unlink()
    for command in ("build", "check", "update", "status"):
        result = on(project, command)
        assert result.exit_code == 2
        assert f"is no explainer: it has no {needed}" in " ".join(result.stderr.split())
        assert needed in waraq(command, "--help").stdout


def test_a_broken_conf_py_is_one_sentence(project: Project) -> None:
    project.conf.write_text("extensions = ['no_such_extension']\n", encoding="utf-8")
    for command in ("build", "check", "update", "status"):
        result = on(project, command)
        assert result.exit_code == 1
        assert isinstance(result.exception, SystemExit)
        assert "waraq: conf.py or a source cannot be read: " in result.stderr


def test_an_unknown_language_is_wrong_usage(project: Project) -> None:
    result = on(project, "build", "--language", "xx")
    assert result.exit_code == 2
    assert "this explainer has no language 'xx'; it has en, ug" in result.stderr


def test_a_folder_without_an_explainer_is_wrong_usage(project: Project) -> None:
    result = on(Project(project.docs), "check")
    assert result.exit_code == 2
    assert "docs/site.toml" in result.stderr


def test_a_mistake_in_site_toml_is_one_sentence(project: Project) -> None:
    project.site.write_text("title = 3\n", encoding="utf-8")
    result = on(project, "check")
    assert result.exit_code == 1
    assert "site.toml" in result.stderr
    assert "Traceback" not in result.output


def test_a_missing_font_stops_the_build_with_3(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    from waraq import machine

    monkeypatch.setattr(machine, "report", lambda root, *, tests: ["a font is missing"])
    result = on(project, "build")
    assert result.exit_code == 3
    assert "a font is missing" in result.stderr


def test_update_twice_changes_nothing(project: Project) -> None:
    assert on(project, "update").exit_code == 0
    before = {path: path.read_bytes() for path in project.root.rglob("*") if path.is_file()}
    result = on(project, "update")
    assert result.stdout == "the catalogs are up to date\n"
    assert {path: path.read_bytes() for path in project.root.rglob("*") if path.is_file()} == before


def test_update_keeps_translations_and_marks_what_changed(project: Project) -> None:
    (project.docs / "index.md").write_text(
        "# One\n\nSee [it](https://a.example/) now.\n", encoding="utf-8"
    )
    assert on(project, "update").exit_code == 0
    text = project.catalog("ug", "index").read_text(encoding="utf-8")
    assert 'msgid "One"\nmsgstr "بىر"' in text
    assert '#, fuzzy\nmsgid "See [it](https://a.example/) now."' in text


def test_update_brings_a_translation_back_with_its_text_to_be_compared(project: Project) -> None:
    on(project, "update")
    page, path = project.docs / "index.md", project.catalog("ug", "index")
    text = page.read_text(encoding="utf-8")
    for _ in range(2):
        page.write_text("# One\n", encoding="utf-8")
        on(project, "update")
        assert "#~ msgstr" in path.read_text(encoding="utf-8")
        page.write_text(text, encoding="utf-8")
        on(project, "update")
        entry = path.read_text(encoding="utf-8").split("\n\n")[-1]
        assert "#, fuzzy\n" in entry
        assert GOOD["See [it](https://a.example/)."] in entry
        assert "#~" not in path.read_text(encoding="utf-8")


def test_update_writes_no_date_name_or_program_into_a_catalog(project: Project) -> None:
    path = project.catalog("ug", "index")
    header = (
        '"Last-Translator: Some Body <x@y.example>\\n"\n'
        '"PO-Revision-Date: 2020-01-01 00:00+0000\\n"\n'
    )
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace('"Language: ug\\n"\n', '"Language: ug\\n"\n' + header), encoding="utf-8"
    )
    assert "[translator-named]" in on(project, "check").stdout
    on(project, "update")
    assert "[translator-named]" not in on(project, "check").stdout
    after = path.read_text(encoding="utf-8")
    assert "Some Body" not in after
    assert "Date" not in after
    assert "Babel" not in after


def test_update_removes_the_empty_catalog_of_a_page_that_is_gone(project: Project) -> None:
    old = project.catalog("ug", "old")
    old.write_text(project.catalog("ug", "interface").read_text(encoding="utf-8"), encoding="utf-8")
    assert on(project, "check").exit_code == 1
    assert "removed locale/ug/LC_MESSAGES/old.po" in on(project, "update").stdout
    assert not old.exists()
