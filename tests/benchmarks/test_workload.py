"""The workload of the benchmarks is what it promises, so that their figures mean something."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from waraq.catalogs import reading
from waraq.edition import plan
from waraq.paths import INTERFACE_DOMAIN, Project
from waraq.problems import errors

WORKLOAD = Path(__file__).parent / "workload.py"
PAGES = 3


def write(folder: Path, *languages: str) -> Project:
    command = [sys.executable, WORKLOAD, folder, "--pages", str(PAGES)]
    for tag in languages:
        command += ["--language", tag]
    subprocess.run(command, check=True, capture_output=True)
    return Project(folder / "ours")


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A small site in every language of the workload."""
    return write(tmp_path_factory.mktemp("workload"))


@pytest.fixture(scope="module")
def made(project: Project) -> plan.Plan:
    """The same, read and judged."""
    return plan.plan(project)


def test_the_same_seed_gives_the_same_bytes(tmp_path: Path) -> None:
    write(tmp_path / "one", "ug", "zh-Hans")
    write(tmp_path / "two", "ug", "zh-Hans")
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_the_gate_finds_no_error_and_nothing_untranslated(made: plan.Plan) -> None:
    assert errors(made.problems) == []
    assert {problem.rule for problem in made.problems} == {"address", "not-reviewed"}


def test_a_page_has_46_messages_and_740_words(made: plan.Plan) -> None:
    assert len(made.reading.docnames) == PAGES + 1
    for docname in made.reading.docnames:
        messages = [message.msgid for message in made.reading.messages(docname)]
        assert len(messages) == len(set(messages)) == 46
        assert sum(len(msgid.split()) for msgid in messages) == 740


def test_every_message_is_translated_in_the_letters_of_its_language(
    made: plan.Plan, project: Project
) -> None:
    for tag, translations in made.translations.items():
        for docname in made.reading.docnames:
            usable = translations.messages[docname]
            assert len(usable) == 46, f"{tag}: {docname}"
            assert all(msgid != msgstr for msgid, msgstr in usable.items())
        letters = "".join(translations.messages["page001"].values())
        assert SAMPLE_LETTERS[tag] <= set(letters), tag
    assert set(made.translations) <= set(SAMPLE_LETTERS)


def test_both_stacks_are_given_the_same_sources_and_catalogs(project: Project) -> None:
    plain = project.root.parent / "plain"
    for source in sorted(project.docs.glob("*.md")):
        assert source.read_bytes() == (plain / "docs" / source.name).read_bytes()
    ours = {path.read_bytes() for path in project.locale.rglob("*.po")}
    theirs = {path.read_bytes() for path in plain.rglob("*.po")}
    interface = {path.read_bytes() for path in project.locale.rglob(f"{INTERFACE_DOMAIN}.po")}
    assert theirs == ours - interface


def test_the_catalogs_are_read_as_they_were_written(project: Project) -> None:
    for path in sorted(project.locale.rglob("page001.po")):
        assert len(reading.read(path).entries) == 46


SAMPLE_LETTERS = {
    "ug": set("ئۇيغر") - {"ئ"},
    "zh-Hans": set("国产说"),
    "tr": set("şğı"),
    "kk": set("қғә"),
    "ru": set("щэя"),
    "ar": set("ضظي"),
    "fr": set("éçœ"),
    "de": set("äöß"),
    "es": set("ñáú"),
    "fa": set("پگی"),
    "ja": set("のカ本"),
    "zh-Hant": set("國產說"),
}
