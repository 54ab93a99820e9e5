"""waraq review: what is to be read, what was, and what can never be called read."""

from __future__ import annotations

import datetime as dt
import json
import os
import pty
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from waraq.catalogs.reviews import fingerprint
from waraq.catalogs.standing import Standing
from waraq.cli import main, reviewing
from waraq.edition import plan as planning
from waraq.edition import workers
from waraq.edition.preview.live import Live
from waraq.paths import Project

MakeProject = Callable[..., Project]

DAY = dt.date(2026, 11, 23)
PAGE = """# One

Two words.

Three words here.

See [it](https://a.example/).

Nobody translated this.
"""
CATALOG = {
    "One": "بىر",
    "Two words.": "ئىككى سۆز.",
    "Three words here.": "ئۈچ سۆز.",
    "See [it](https://a.example/).": "[ئۇنى](https://b.example/) كۆرۈڭ.",
    "Nobody translated this.": "",
}
READABLE = ["One", "Three words here."]
"""Of "Two words." the source has changed, and the link of "See it" is a false one."""


@pytest.fixture
def project(make_project: MakeProject, monkeypatch: pytest.MonkeyPatch) -> Project:
    monkeypatch.setattr(reviewing, "today", lambda: DAY)
    made = make_project({"index": PAGE}, {"index": CATALOG, "interface": {}})
    edit(made.catalog("ug", "index"), 'msgid "Two words."', '#, fuzzy\nmsgid "Two words."')
    return made


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def waraq(project: Project, command: str, *more: str, answers: str = "") -> Result:
    arguments = [command, "--project", str(project.root), *more]
    return CliRunner().invoke(main, arguments, input=answers)


def review(project: Project, *more: str, answers: str = "") -> Result:
    return waraq(project, "review", "ug", *more, answers=answers)


def to_read(project: Project, *more: str) -> list[str]:
    result = review(project, "--format", "json", *more)
    assert result.exit_code == 0, result.output
    return [each["msgid"] for each in json.loads(result.stdout)]


def read_all(project: Project, name: str = "Tursun") -> Result:
    return review(project, "--all-of", "index", "--yes", "--as", name)


def lines(project: Project) -> list[str]:
    path = project.reviews("ug")
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    return [line for line in text.splitlines() if line.startswith("  {")]


def line_of(msgid: str, name: str = "Tursun") -> str:
    text = fingerprint(msgid, CATALOG[msgid])
    return f'  {{ text = "{text}", by = "{name}", on = 2026-11-23 }},'


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reviewing, "_is_terminal", lambda: True)


# What is to be read.


def test_only_what_readers_get_in_translation_is_to_be_read(project: Project) -> None:
    assert to_read(project) == READABLE


def test_the_list_has_a_place_for_each_text(project: Project) -> None:
    objects = json.loads(review(project, "--format", "json").stdout)
    assert objects[0] == {
        "page": "index",
        "path": "locale/ug/LC_MESSAGES/index.po",
        "line": 6,
        "text": fingerprint("One", "بىر"),
        "msgid": "One",
        "msgstr": "بىر",
        "words": 1,
    }


def test_without_a_terminal_it_lists_and_records_nothing(project: Project) -> None:
    result = review(project, "--as", "Tursun", answers="y\ny\ny\n")
    assert result.exit_code == 0
    assert result.stdout == (
        "locale/ug/LC_MESSAGES/index.po:6\n    One\n    بىر\n"
        "locale/ug/LC_MESSAGES/index.po:13\n    Three words here.\n    ئۈچ سۆز.\n"
    )
    assert "2 texts to be read, 4 words" in result.stderr
    assert not project.reviews("ug").exists()


def test_a_path_chooses_what_is_to_be_read(project: Project) -> None:
    assert to_read(project, str(project.catalog("ug", "index"))) == READABLE
    assert to_read(project, str(project.docs / "index.md")) == READABLE
    assert to_read(project, str(project.catalog("ug", "interface"))) == []


def test_what_two_pages_say_in_the_same_words_is_to_be_read_once(
    make_project: MakeProject,
) -> None:
    pages = {"index": "# One\n\n```{toctree}\ntwo\n```\n", "two": "# One\n\nTwo.\n"}
    catalogs = {"index": {"One": "بىر"}, "two": {"One": "بىر", "Two.": "ئىككى."}, "interface": {}}
    assert to_read(make_project(pages, catalogs)) == ["One", "Two."]
    otherwise = {**catalogs, "two": {"One": "بىرى", "Two.": "ئىككى."}}
    assert to_read(make_project(pages, otherwise)) == ["One", "One", "Two."]


def test_a_label_is_read_like_any_text(project: Project) -> None:
    path = project.catalog("ug", "interface")
    text = path.read_text(encoding="utf-8")
    path.write_text(text + '\nmsgid "Languages"\nmsgstr "تىللار"\n', encoding="utf-8")
    assert to_read(project) == [*READABLE, "Languages"]


# Recording.


def test_each_answer_is_saved_at_once(
    project: Project, terminal: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved: list[int] = []
    answers = iter("yy")

    def answer(*_: object, **__: object) -> str:
        saved.append(len(lines(project)))
        return next(answers)

    monkeypatch.setattr(reviewing.click, "prompt", answer)
    assert review(project, "--as", "Tursun").exit_code == 0
    assert saved == [0, 1]
    assert lines(project) == sorted(map(line_of, READABLE))


@pytest.mark.parametrize(
    ("answers", "recorded"),
    [
        ("y\ny\n", READABLE),
        ("YES\nskip\n", READABLE[:1]),
        ("s\ny\n", READABLE[1:]),
        ("n\ny\n", READABLE[1:]),
        ("y\nq\n", READABLE[:1]),
        ("q\n", []),
        ("what?\n\ny\nq\n", READABLE[:1]),
        ("y\n", READABLE[:1]),
        ("", []),
    ],
)
def test_only_a_yes_is_a_review(
    project: Project, terminal: None, answers: str, recorded: list[str]
) -> None:
    result = review(project, "--as", "Tursun", answers=answers)
    assert result.exit_code == 0
    assert lines(project) == sorted(map(line_of, recorded))
    assert to_read(project) == [each for each in READABLE if each not in recorded]


def test_a_no_is_named_at_the_end(project: Project, terminal: None) -> None:
    result = review(project, "--as", "Tursun", answers="n\nq\n")
    assert "locale/ug/LC_MESSAGES/index.po:6: to be corrected" in result.stdout


def test_what_the_check_warns_of_is_shown_with_the_text(project: Project, terminal: None) -> None:
    edit(project.catalog("ug", "index"), "ئۈچ سۆز.", "ئۈچ سۆز 1986.")
    result = review(project, "--as", "Tursun", answers="s\ns\n")
    assert "  warning: only the translation has 1986 [numbers]\n" in result.stdout


def test_a_second_person_may_read_it_again(project: Project, terminal: None) -> None:
    read_all(project)
    assert review(project, "--as", "Ana", answers="").stdout.startswith(
        "Uyghur (ug): nothing to be read\n"
    )
    review(project, "--as", "Ana", "--again", answers="y\nq\n")
    assert line_of("One", "Ana") in lines(project)
    assert line_of("One", "Tursun") in lines(project)
    assert to_read(project, "--as", "Ana", "--again") == READABLE[1:]


def test_a_whole_page_without_what_cannot_be_used_of_it(project: Project) -> None:
    result = read_all(project)
    assert result.exit_code == 0
    assert "recorded as read by Tursun: 2 of the 2 translated texts of index" in result.stdout
    assert "3 more of index cannot be reviewed" in result.stderr
    assert lines(project) == sorted(map(line_of, READABLE))


def test_a_whole_page_is_not_recorded_without_a_yes(project: Project) -> None:
    result = review(project, "--all-of", "index", "--as", "Tursun")
    assert result.exit_code == 2
    assert not project.reviews("ug").exists()


def test_a_whole_page_is_asked_for_on_a_terminal(project: Project, terminal: None) -> None:
    arguments = ("--all-of", "index", "--as", "Tursun")
    assert "nothing was recorded" in review(project, *arguments, answers="n\n").stderr
    assert not project.reviews("ug").exists()
    assert "all 2 translated texts" in review(project, *arguments, answers="y\n").stdout
    assert len(lines(project)) == 2


def test_the_name_is_nobodys_but_what_was_said(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable in ("USER", "LOGNAME", "GIT_AUTHOR_NAME", "GIT_COMMITTER_NAME", "EMAIL"):
        monkeypatch.setenv(variable, "somebody")
    read_all(project, "a pseudonym")
    text = project.reviews("ug").read_text(encoding="utf-8")
    assert "somebody" not in text
    assert lines(project) == sorted(line_of(each, "a pseudonym") for each in READABLE)


def test_a_hostile_name_is_one_plain_line(project: Project) -> None:
    result = read_all(project, "Tur\u202esun\n" + "x" * 10_000)
    assert "\u202e" not in result.output
    name = "Tursun " + "x" * 53
    assert lines(project) == sorted(line_of(each, name) for each in READABLE)
    assert waraq(project, "check").exit_code == 1  # for the false link alone
    assert "[review-" not in waraq(project, "check").stdout


# Lapsing.


def test_a_changed_translation_is_to_be_read_again(project: Project) -> None:
    read_all(project)
    edit(project.catalog("ug", "index"), 'msgstr "بىر"', 'msgstr "بىر."')
    assert to_read(project) == ["One"]


def test_a_changed_source_is_to_be_read_again(project: Project) -> None:
    read_all(project)
    edit(project.docs / "index.md", "# One", "# One!")
    edit(project.catalog("ug", "index"), 'msgid "One"', 'msgid "One!"')
    assert to_read(project) == ["One!"]


def test_what_was_changed_back_has_been_read(project: Project) -> None:
    read_all(project)
    path = project.catalog("ug", "index")
    edit(path, 'msgstr "بىر"', 'msgstr "بىر."')
    edit(path, 'msgstr "بىر."', 'msgstr "بىر"')
    assert to_read(project) == []


def test_lapsed_reviews_stay_until_they_are_pruned(project: Project) -> None:
    read_all(project)
    edit(project.catalog("ug", "index"), 'msgstr "بىر"', 'msgstr "بىر."')
    assert len(lines(project)) == 2
    result = review(project, "--prune")
    assert (result.exit_code, result.stdout) == (
        0,
        "removed reviews of texts that have changed or are gone: 1\n",
    )
    assert lines(project) == [line_of("Three words here.")]
    assert review(project, "--prune").stdout.endswith(": 0\n")


def test_a_text_that_cannot_be_used_just_now_has_not_lapsed(project: Project) -> None:
    read_all(project)
    edit(project.catalog("ug", "index"), 'msgid "One"', '#, fuzzy\nmsgid "One"')
    review(project, "--prune")
    assert len(lines(project)) == 2


@pytest.mark.parametrize("name", ["locale/ug/LC_MESSAGES/index.po", "docs/index.md"])
def test_nothing_is_pruned_while_texts_cannot_be_seen(project: Project, name: str) -> None:
    read_all(project)
    edit(project.catalog("ug", "index"), 'msgstr "بىر"', 'msgstr "بىر."')
    path = project.root / name
    junk = "junk\n" if path.suffix == ".po" else "\n[gone][nowhere]{nothing}`x`\n"
    path.write_text(path.read_text(encoding="utf-8") + junk, encoding="utf-8")
    result = review(project, "--prune")
    assert result.exit_code == 1
    assert f"{name}:" in result.stderr
    assert len(lines(project)) == 2


def test_nothing_is_pruned_when_a_catalog_is_lost(project: Project) -> None:
    read_all(project)
    project.catalog("ug", "index").unlink()
    assert review(project, "--prune").exit_code == 1
    assert len(lines(project)) == 2


# The other commands.


def amounts(project: Project) -> dict[str, dict[str, int]]:
    [language] = json.loads(waraq(project, "status", "--format", "json").stdout)
    return {"lapsed": language["lapsed"], **language["totals"]}


def test_status_counts_what_was_read_and_what_has_lapsed(project: Project) -> None:
    before = amounts(project)
    assert (before["messages"]["reviewed"], before["lapsed"]) == (0, 0)
    read_all(project)
    read_all(project, "Ana")
    after = amounts(project)
    assert (after["messages"]["reviewed"], after["words"]["reviewed"]) == (2, 4)
    edit(project.catalog("ug", "index"), 'msgstr "بىر"', 'msgstr "بىر."')
    assert amounts(project)["words"]["reviewed"] == 3
    assert amounts(project)["lapsed"] == 2


def test_the_table_of_status_has_columns_for_reviews(project: Project) -> None:
    read_all(project)
    edit(project.catalog("ug", "index"), 'msgstr "بىر"', 'msgstr "بىر."')
    _, heading, index, *_, total = waraq(project, "status").stdout.rstrip("\n").split("\n")
    assert heading.split()[-3:] == ["reviewed", "percent", "lapsed"]
    assert index.split("  ")[0] == "index"
    assert "1 (3)" in index
    assert index.endswith("–")
    assert total.split()[-1] == "1"


def test_status_says_nothing_of_lapses_while_a_catalog_cannot_be_read(project: Project) -> None:
    read_all(project)
    path = project.catalog("ug", "index")
    path.write_text(path.read_text(encoding="utf-8") + "junk\n", encoding="utf-8")
    [language] = json.loads(waraq(project, "status", "--format", "json").stdout)
    assert language["lapsed"] is None
    assert waraq(project, "status").stdout.rstrip().endswith("?")


def test_check_names_a_broken_list_of_reviews_for_its_language_only(project: Project) -> None:
    edit(project.catalog("ug", "index"), "https://b.example/", "https://a.example/")
    assert waraq(project, "check").exit_code == 0
    project.reviews("ug").write_text("reviews = [\n  { who = 1 },\n]\n", encoding="utf-8")
    result = waraq(project, "check", "--format", "json")
    assert result.exit_code == 1
    found = [each for each in json.loads(result.stdout) if each["severity"] == "error"]
    assert {(each["path"], each["line"], each["language"]) for each in found} == {
        ("locale/ug/reviews.toml", 2, "ug")
    }
    assert waraq(project, "check", "--language", "en").exit_code == 0


def test_status_names_a_broken_list_and_counts_the_rest(project: Project) -> None:
    read_all(project)
    edit(project.reviews("ug"), "]\n", "  { who = 1 },\n]\n")
    result = waraq(project, "status", "--format", "json")
    assert result.exit_code == 1
    assert "locale/ug/reviews.toml:6: error:" in result.stderr
    assert json.loads(result.stdout)[0]["totals"]["messages"]["reviewed"] == 2


@pytest.mark.parametrize("arguments", [["--list"], ["--prune"], ["--as", "x"]])
def test_a_broken_list_is_to_be_mended_first(project: Project, arguments: list[str]) -> None:
    path = project.reviews("ug")
    path.write_text("reviews = [\n<<<<<<< mine\n]\n", encoding="utf-8")
    before = path.read_bytes()
    result = review(project, *arguments)
    assert result.exit_code == 1
    assert "locale/ug/reviews.toml:2: error:" in result.stderr
    assert path.read_bytes() == before


def test_a_broken_list_takes_no_language_from_its_readers(project: Project) -> None:
    edit(project.catalog("ug", "index"), "https://b.example/", "https://a.example/")
    text = project.site.read_text(encoding="utf-8")
    project.site.write_text('broken_catalogs = "hold"\n' + text, encoding="utf-8")
    project.reviews("ug").write_text("junk\n", encoding="utf-8")
    result = waraq(project, "build", "--only", "web")
    assert result.exit_code == 1
    assert (project.output / "current" / "ug" / "index.html").is_file()


def test_check_names_a_list_that_nobody_reads(project: Project) -> None:
    read_all(project)
    project.reviews("ug").rename(project.reviews("ug").with_name("review.toml"))
    assert "locale/ug/review.toml: error: nothing is read from this file [unknown-file]" in (
        waraq(project, "check").stdout
    )


def test_check_compares_the_setting_with_the_reviews(project: Project) -> None:
    assert "reviewed" not in waraq(project, "check").stdout
    edit(project.site, "machine-draft", "reviewed")
    assert (
        "nobody has read 2 of its 2 translated texts [not-reviewed]"
        in waraq(project, "check").stdout
    )
    read_all(project)
    assert "[not-reviewed]" not in waraq(project, "check").stdout
    edit(project.site, '"reviewed"', '"machine-draft"')
    assert "docs/site.toml: note: Uyghur is called a machine draft" in (
        waraq(project, "check").stdout
    )


def test_a_plan_knows_how_far_each_page_has_come(project: Project) -> None:
    read_all(project)
    plan = planning.plan(project)
    assert plan.standing("ug", "index") == Standing(translated=36, reviewed=36, since=DAY)
    assert plan.standing("ug") == plan.progress.standing("ug", "")
    assert plan.standing("en", "index") is None


def test_a_worker_inherits_how_far_each_page_has_come(project: Project) -> None:
    read_all(project)
    plan = planning.plan(project)
    project.reviews("ug").unlink()
    found = workers.run({"ug": lambda: plan.standing("ug", "index")}, 1, method="fork")
    assert found["ug"] == Standing(translated=36, reviewed=36, since=DAY)


def test_a_preview_takes_saved_catalogs_and_reviews_into_account(project: Project) -> None:
    read_all(project)
    live = Live(project, "ug")
    plan = live._shown.plan
    try:
        edit(project.catalog("ug", "index"), 'msgstr "بىر"', 'msgstr "بىر."')
        live.look()
        assert plan.standing("ug", "index") == Standing(36, 27, DAY)
        read_all(project)
        live.look()
        assert plan.standing("ug", "index") == Standing(36, 36, DAY)
    finally:
        live.end()


# Wrong usage.


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["xx"], "it has en, ug"),
        (["en"], "no translation to review"),
        (["ug", "--all-of", "index", "--yes"], "--as NAME"),
        (["ug", "--again"], "--as NAME"),
        (["ug", "--as", " \u202e "], "a pseudonym will do"),
        (["ug", "--all-of", "nope", "--yes", "--as", "x"], "there is no page 'nope'"),
        (["ug", "--yes", "--as", "x"], "--all-of only"),
        (["ug", "--prune", "--list"], "give one"),
        (["ug", "--prune", "docs"], "PATHs"),
        (["ug", "/nowhere"], "/nowhere is neither a catalog of Uyghur nor a page"),
    ],
)
def test_wrong_usage_ends_with_2_and_a_sentence(
    project: Project, arguments: list[str], words: str
) -> None:
    result = waraq(project, "review", *arguments)
    assert result.exit_code == 2
    assert words in result.stderr
    assert "Traceback" not in result.output
    assert not project.reviews("ug").exists()


# A real terminal.


def test_on_a_terminal_texts_are_isolated_and_an_answer_is_recorded(project: Project) -> None:
    screen, terminal = pty.openpty()
    code = "import sys; from waraq.cli import main; main(sys.argv[1:])"
    arguments = ["review", "ug", "--project", str(project.root), "--as", "Tursun"]
    process = subprocess.Popen(
        [sys.executable, "-c", code, *arguments],
        stdin=terminal,
        stdout=terminal,
        stderr=terminal,
        env={**os.environ, "TERM": "xterm", "PYTHONUTF8": "1"},
    )
    os.close(terminal)
    os.write(screen, b"y\nq\n")
    seen = bytearray()
    follower = threading.Thread(target=_follow, args=(screen, seen))
    follower.start()
    assert process.wait(60) == 0
    follower.join(10)
    os.close(screen)
    shown = seen.decode("utf-8")
    assert "    \u2068One\u2069" in shown
    assert "    \u2068بىر\u2069" in shown
    assert [line.split(", on")[0] for line in lines(project)] == [line_of("One").split(", on")[0]]


def _follow(screen: int, seen: bytearray) -> None:
    try:
        while part := os.read(screen, 65_536):
            seen += part
    except OSError:
        return  # the terminal is gone
