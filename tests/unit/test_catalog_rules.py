"""The gate's rules for files and folders, and muting."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from waraq import languages
from waraq.catalogs import rules
from waraq.catalogs.rules import Expected
from waraq.paths import INTERFACE_DOMAIN, Project
from waraq.problems import Problem, Severity

UYGHUR = languages.named("ug")
HEADER = 'msgid ""\nmsgstr ""\n"Language: ug\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
GOOD = HEADER + 'msgid "One"\nmsgstr "بىر"\n'
EXPECTED = Expected({"index": ("One",), "handouts/list": ("One",)})


@pytest.fixture
def project(tmp_path: Path) -> Project:
    project = Project(tmp_path / "project")
    for domain in EXPECTED.messages:
        path = project.catalog("ug", domain)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(GOOD, encoding="utf-8")
    return project


def put(project: Project, text: str, domain: str = "index") -> Path:
    path = project.catalog("ug", domain)
    path.write_text(text, encoding="utf-8")
    return path


def problems(project: Project) -> list[Problem]:
    return list(rules.check(project, UYGHUR, EXPECTED).problems)


def found(project: Project) -> list[str]:
    return [problem.rule for problem in problems(project)]


def test_good_catalogs_have_no_problems(project: Project) -> None:
    assert problems(project) == []


@pytest.mark.parametrize(
    "name",
    ["index.mo", "sphinx.po", "sphinx.js", "old.po", ".hidden", "handouts/x.txt", "a/b/c.po"],
)
def test_only_the_catalogs_of_pages_lie_in_the_folder(project: Project, name: str) -> None:
    path = project.catalogs("ug") / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"x")
    (problem,) = problems(project)
    assert (problem.rule, problem.path) == ("unknown-file", f"locale/ug/LC_MESSAGES/{name}")


def test_reviews_lie_beside_the_catalogs(project: Project) -> None:
    project.reviews("ug").write_text("reviews = [\n]\n", encoding="utf-8")
    assert problems(project) == []


def test_reviews_among_the_catalogs_are_sent_to_their_place(project: Project) -> None:
    (project.catalogs("ug") / "reviews.toml").write_text("reviews = [\n]\n", encoding="utf-8")
    (problem,) = problems(project)
    assert problem.rule == "unknown-file"
    assert problem.hint.startswith("move it")


def test_a_misspelt_list_of_reviews_is_named(project: Project) -> None:
    project.reviews("ug").with_name("Reviews (1).toml").write_text("", encoding="utf-8")
    (problem,) = problems(project)
    assert (problem.rule, problem.path) == ("unknown-file", "locale/ug/Reviews (1).toml")


def test_a_file_name_cannot_disturb_the_report(project: Project) -> None:
    folder = os.fsencode(project.catalogs("ug"))
    Path(os.fsdecode(folder + b"/\x1b[2J\n\xff.po")).write_bytes(b"x")
    (problem,) = problems(project)
    assert str(problem).isprintable()
    assert str(problem).encode("utf-8")


@pytest.mark.parametrize("part", ["locale", "locale/ug", "locale/ug/LC_MESSAGES"])
def test_no_folder_on_the_way_is_a_link(project: Project, part: str) -> None:
    folder = project.root / part
    folder.rename(project.root / "elsewhere")
    folder.symlink_to(project.root / "elsewhere")
    assert "is a link" in problems(project)[0].message
    assert not any(rules.check(project, UYGHUR, EXPECTED).messages.values())


def test_a_linked_folder_below_is_no_way_either(project: Project) -> None:
    folder = project.catalogs("ug") / "handouts"
    folder.rename(project.root / "elsewhere")
    folder.symlink_to(project.root / "elsewhere")
    assert set(found(project)) == {"unknown-file", "catalog"}
    assert rules.check(project, UYGHUR, EXPECTED).messages["handouts/list"] == {}


def test_a_linked_catalog_is_not_read(project: Project) -> None:
    path = project.catalog("ug", "index")
    path.rename(project.root / "elsewhere.po")
    path.symlink_to(project.root / "elsewhere.po")
    assert found(project) == ["catalog"]


def test_a_catalog_that_cannot_be_used_leaves_the_others_alone(project: Project) -> None:
    put(project, GOOD + "junk\n")
    checked = rules.check(project, UYGHUR, EXPECTED)
    assert checked.messages == {"index": {}, "handouts/list": {"One": "بىر"}}


def test_what_the_source_no_longer_says_is_a_note(project: Project) -> None:
    put(project, GOOD + '\nmsgid "Two"\nmsgstr "ئىككى"\n')
    (problem,) = problems(project)
    assert (problem.rule, problem.severity, problem.line) == ("outdated", Severity.NOTE, 9)


def test_a_fuzzy_entry_is_not_used(project: Project) -> None:
    put(project, GOOD.replace("msgid", "#, fuzzy\nmsgid", 2).replace("#, fuzzy\n", "", 1))
    checked = rules.check(project, UYGHUR, EXPECTED)
    assert found(project) == ["fuzzy"]
    assert checked.messages["index"] == {}


def test_an_empty_catalog_is_said_once(project: Project) -> None:
    put(project, GOOD.replace("بىر", ""))
    assert found(project) == ["empty"]


def test_a_catalog_copied_from_another_language_is_noticed(project: Project) -> None:
    put(project, GOOD.replace("Language: ug", "Language: zh_CN"))
    assert found(project) == ["header-language"]


@pytest.mark.parametrize(
    ("tag", "written", "fits"),
    [
        ("zh-Hans", "zh_Hant", False),
        ("zh-Hans", "zh_TW", False),
        ("zh-Hant", "zh_CN", False),
        ("zh-Hans", "zh_CN", True),
        ("zh-Hans", "zh-Hans", True),
        ("zh-Hant", "zh", True),
        ("ug", "ug_Latn", False),
        ("ug", "ug_CN", True),
        ("ug", "ug@latin", False),
        ("ug", "", True),
    ],
)
def test_a_header_of_another_script_is_noticed(
    tmp_path: Path, tag: str, written: str, fits: bool
) -> None:
    project, language = Project(tmp_path), languages.named(tag)
    path = project.catalog(language.folder, "index")
    path.parent.mkdir(parents=True)
    path.write_text(HEADER.replace(": ug", f": {written}"), encoding="utf-8")
    _, found = rules.page(project, language, "index", [])
    assert [problem.rule for problem in found] == ([] if fits else ["header-language"])


def test_a_warning_does_not_keep_a_translation_from_being_used(project: Project) -> None:
    put(project, GOOD.replace("بىر", "1986"))
    assert "numbers" in found(project)
    assert rules.check(project, UYGHUR, EXPECTED).messages["index"] == {"One": "1986"}


def test_a_muted_warning_is_listed_as_a_note(project: Project) -> None:
    put(project, HEADER + '# waraq: mute numbers a title\nmsgid "One"\nmsgstr "بىر 1986"\n')
    (problem,) = problems(project)
    assert (problem.rule, problem.severity) == ("muted", Severity.NOTE)
    assert problem.message == "muted: only the translation has 1986 [numbers]"


def test_an_error_cannot_be_muted(project: Project) -> None:
    put(project, HEADER + '# waraq: mute address-added\nmsgid "One"\nmsgstr "evil.com"\n')
    assert {"address-added", "mute"} <= set(found(project))
    assert rules.check(project, UYGHUR, EXPECTED).messages["index"] == {}


@pytest.mark.parametrize(
    ("msgstr", "rule"),
    [
        ("{count} ۋاراق", None),
        ("ۋاراق", "placeholders"),
        ("{sani} ۋاراق", "placeholders"),
        ("{count.__class__} ۋاراق", "placeholders"),
        ("{count} } ۋاراق", "placeholders"),
        ("{count} ۋاراق\\n\\nئىككى", "paragraphs"),
        ("{count} \u202eۋاراق", "characters"),
        ("{count} ۋاراق evil.com", "address-added"),
    ],
)
def test_labels_keep_their_placeholders_and_the_other_rules(
    project: Project, msgstr: str, rule: str | None
) -> None:
    put(project, HEADER + f'msgid "{{count}} sheets"\nmsgstr "{msgstr}"\n', INTERFACE_DOMAIN)
    usable, problems = rules.page(project, UYGHUR, INTERFACE_DOMAIN, ["{count} sheets"])
    if rule is None:
        assert (len(usable), problems) == (1, [])
    else:
        assert rule in {problem.rule for problem in problems}
        assert usable == {}
