"""Since when the source has been ahead of a translation: noted by an update, told to readers."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from click.testing import CliRunner

from waraq.catalogs.source_changes import SourceChanges, parse, text_hash
from waraq.cli import checking, main
from waraq.paths import Project

MakeProject = Callable[..., Project]

BEFORE = "# One\n\nThe first words.\n"
AFTER = "# One\n\nThe first words here.\n\nSomething else.\n"
GOOD = {"One": "بىر", "The first words.": "تۇنجى سۆزلەر."}


@pytest.fixture
def project(make_project: MakeProject) -> Project:
    return make_project({"index": BEFORE}, {"index": GOOD, "interface": {}})


@dataclass
class Clock:
    """Says which day it is."""

    day: dt.date = dt.date(2026, 11, 1)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(checking, "today", lambda: clock.day)
    return clock


def waraq(project: Project, *arguments: str) -> str:
    result = CliRunner().invoke(main, [*arguments, "--project", str(project.root)])
    assert result.exit_code == 0, result.output
    return result.stdout


def write(project: Project, text: str) -> None:
    (project.docs / "index.md").write_text(text, encoding="utf-8")


def noted(project: Project) -> SourceChanges:
    path = project.changes("ug")
    return SourceChanges.of(parse(path.read_text(encoding="utf-8"))[0] if path.exists() else [])


def translate(project: Project, msgid: str, msgstr: str) -> None:
    """What a volunteer does: fill the entry, and take the sign away that it is fuzzy."""
    path = project.catalog("ug", "index")
    entries = path.read_text(encoding="utf-8").split("\n\n")
    (place,) = (i for i, entry in enumerate(entries) if f'\nmsgid "{msgid}"\n' in entry)
    head, _ = entries[place].replace("#, fuzzy\n", "").split('\nmsgstr "')
    entries[place] = f'{head}\nmsgstr "{msgstr}"'
    path.write_text("\n\n".join(entries).rstrip("\n") + "\n", encoding="utf-8")


def page(project: Project) -> str:
    waraq(project, "build", "--only", "web")
    return (project.output / "current" / "ug" / "index.html").read_text(encoding="utf-8")


def test_an_update_notes_the_day_of_what_is_new_and_of_what_has_changed(
    project: Project, clock: Clock
) -> None:
    waraq(project, "update")
    assert noted(project) == SourceChanges()
    write(project, AFTER)
    assert "updated locale/ug/changes.toml\n" in waraq(project, "update")
    texts = map(text_hash, ("The first words here.", "Something else."))
    assert noted(project).days == dict.fromkeys(texts, clock.day)


def test_what_waits_keeps_its_day_though_it_changes_once_more(
    project: Project, clock: Clock
) -> None:
    write(project, AFTER)
    waraq(project, "update")
    first, clock.day = clock.day, dt.date(2026, 12, 1)
    write(project, AFTER.replace("words here", "words here now"))
    waraq(project, "update")
    assert noted(project).since("The first words here now.") == first
    assert noted(project).since("The first words here.") is None
    assert noted(project).since("Something else.") == first


def test_what_is_translated_is_noted_no_longer(project: Project, clock: Clock) -> None:
    write(project, AFTER)
    waraq(project, "update")
    translate(project, "The first words here.", "بۇ يەردىكى تۇنجى سۆزلەر.")
    waraq(project, "update")
    assert noted(project).days.keys() == {text_hash("Something else.")}
    translate(project, "Something else.", "باشقا بىر نەرسە.")
    assert "updated locale/ug/changes.toml\n" in waraq(project, "update")
    assert not project.changes("ug").exists()


def test_a_translation_that_nobody_has_begun_is_not_behind(
    make_project: MakeProject, clock: Clock
) -> None:
    project = make_project({"index": BEFORE}, {"index": {}, "interface": {}})
    write(project, AFTER)
    waraq(project, "update")
    assert noted(project) == SourceChanges()


def test_an_update_writes_through_no_link(project: Project, clock: Clock) -> None:
    elsewhere = project.root / "elsewhere"
    elsewhere.write_text("mine\n", encoding="utf-8")
    project.changes("ug").symlink_to(elsewhere)
    write(project, AFTER)
    waraq(project, "update")
    assert elsewhere.read_text(encoding="utf-8") == "mine\n"
    assert len(noted(project).days) == 2


def test_readers_are_told_the_day(project: Project, clock: Clock) -> None:
    words = "Some of them are newer than this translation"
    assert words not in page(project)
    write(project, AFTER)
    waraq(project, "update")
    clock.day = dt.date(2026, 12, 1)
    told = page(project)
    assert words in told
    assert "2026-يىلى 1-نويابىر" in told or "1-نويابىر" in told
    assert words not in (project.output / "current" / "en" / "index.html").read_text("utf-8")


def test_status_tells_the_day(project: Project, clock: Clock) -> None:
    assert json.loads(waraq(project, "status", "--format", "json"))[0]["behind"] is None
    write(project, AFTER)
    waraq(project, "update")
    assert json.loads(waraq(project, "status", "--format", "json"))[0]["behind"] == "2026-11-01"
    assert "the source has said since 2026-11-01 what is not translated" in waraq(project, "status")
