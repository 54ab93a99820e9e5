"""An update mends no catalog by guessing: what the check calls broken stays as it is."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from click.testing import CliRunner, Result

from waraq.catalogs.source_changes import SourceChanges, parse
from waraq.cli import main
from waraq.paths import Project

MakeProject = Callable[..., Project]

HEADER = 'msgid ""\nmsgstr ""\n"Language: ug\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
SOUND = (
    HEADER
    + """
msgid "One"
msgstr "بىر"

msgid "The first words."
msgstr ""
"تۇنجى "
"سۆزلەر."
"""
)

DAMAGED = {
    "a lost opening quote": (SOUND.replace('"تۇنجى ', "تۇنجى "), 11),
    "a lost closing quote": (SOUND.replace('سۆزلەر."', "سۆزلەر."), 12),
    "an unfinished merge": (
        SOUND.replace(
            'msgstr "بىر"\n',
            '<<<<<<< ours\nmsgstr "بىر"\n=======\nmsgstr "بىرى"\n>>>>>>> theirs\n',
        ),
        7,
    ),
    "an entry that stands twice": (SOUND + '\nmsgid "One"\nmsgstr "بىرى"\n', 14),
    "a misspelt keyword": (SOUND.replace('msgstr "بىر"', 'msgst "بىر"'), 7),
    "a lost quote in an outdated entry": (SOUND + '\n#~ msgid "Two\n#~ msgstr "ئىككى"\n', 14),
    "an outdated entry that stands twice": (SOUND + 2 * '\n#~ msgid "Two"\n#~ msgstr "ئ"\n', 17),
    "a byte order mark": ("\ufeff" + SOUND, 1),
    "an empty file": ("", 0),
    "another encoding": (SOUND.encode("utf-16"), 1),
    "bytes that are no text": (SOUND.encode().replace("بىر".encode(), b"\xff\xfe"), 7),
}


@pytest.fixture
def project(make_project: MakeProject) -> Project:
    """Two pages whose catalogs an update has written, and of which one has changed since."""
    pages = {"index": "# One\n\nThe first words.\n", "other": "---\norphan: true\n---\n# Two\n"}
    project = make_project(pages, {"index": {}, "other": {"Two": "ئىككى"}, "interface": {}})
    put(project, SOUND)
    assert update(project).exit_code == 0
    (project.docs / "other.md").write_text(pages["other"] + "\nMore.\n", encoding="utf-8")
    return project


def put(project: Project, catalog: str | bytes) -> bytes:
    data = catalog.encode() if isinstance(catalog, str) else catalog
    project.catalog("ug", "index").write_bytes(data)
    return data


def update(project: Project) -> Result:
    return CliRunner().invoke(main, ["update", "--project", str(project.root)])


@pytest.mark.parametrize(("catalog", "line"), DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_catalog_is_named_with_its_line_and_stays_as_it_is(
    project: Project, catalog: str | bytes, line: int
) -> None:
    before = put(project, catalog)
    result = update(project)
    assert result.exit_code == 1
    place = "locale/ug/LC_MESSAGES/index.po" + (f":{line}" if line else "")
    said, summary = result.stderr.splitlines()
    assert said.startswith(f"{place}: error: ")
    assert "[catalog] — " in said
    assert summary == (
        "waraq: 1 catalog stays as it is: mend what is named above, and run: waraq update"
    )
    assert project.catalog("ug", "index").read_bytes() == before


def test_the_other_catalogs_are_updated_all_the_same(project: Project) -> None:
    put(project, DAMAGED["a misspelt keyword"][0])
    assert "updated locale/ug/LC_MESSAGES/other.po\n" in update(project).stdout
    assert 'msgid "More."' in project.catalog("ug", "other").read_text(encoding="utf-8")


def test_a_damaged_catalog_without_a_page_is_not_removed(project: Project) -> None:
    path = project.catalog("ug", "gone")
    path.write_text(HEADER + 'msgid "a"\nmsgst "ئا"\n', encoding="utf-8")
    result = update(project)
    assert result.exit_code == 1
    assert "locale/ug/LC_MESSAGES/gone.po:6: error: " in result.stderr
    assert path.exists()


def test_a_link_is_not_written_through(project: Project) -> None:
    path, elsewhere = project.catalog("ug", "other"), project.root / "elsewhere.po"
    path.rename(elsewhere)
    path.symlink_to(elsewhere)
    before = elsewhere.read_bytes()
    assert update(project).exit_code == 1
    assert path.is_symlink()
    assert elsewhere.read_bytes() == before


def test_a_linked_folder_is_not_written_through(project: Project) -> None:
    elsewhere = project.root / "elsewhere"
    project.catalogs("ug").rename(elsewhere)
    project.catalogs("ug").symlink_to(elsewhere)
    before = {path: path.read_bytes() for path in elsewhere.iterdir()}
    result = update(project)
    assert result.exit_code == 1
    assert "locale/ug/LC_MESSAGES is a link" in result.stderr
    assert {path: path.read_bytes() for path in elsewhere.iterdir()} == before


def test_the_days_of_a_damaged_catalog_are_kept(project: Project) -> None:
    (project.docs / "index.md").write_text("# One\n\nQuite other things.\n", encoding="utf-8")
    update(project)
    before = noted(project)
    sound = project.catalog("ug", "index").read_text(encoding="utf-8")
    assert before.since("Quite other things.")
    put(project, sound.replace("msgstr", "msgst"))
    update(project)
    assert noted(project) == before


def noted(project: Project) -> SourceChanges:
    return SourceChanges.of(parse(project.changes("ug").read_text(encoding="utf-8"))[0])


def test_what_gettext_notes_of_outdated_entries_is_no_damage(project: Project) -> None:
    put(project, SOUND + '\n#, fuzzy\n#~| msgid "To"\n#~ msgid "Two"\n#~ msgstr "ئىككى"\n')
    result = update(project)
    assert result.exit_code == 0
    assert "WARNING" not in result.stdout
    after = project.catalog("ug", "index").read_text(encoding="utf-8")
    assert '#~ msgid "Two"\n#~ msgstr "ئىككى"\n' in after


def test_a_mended_catalog_is_updated_again(project: Project) -> None:
    put(project, DAMAGED["a misspelt keyword"][0])
    update(project)
    put(project, SOUND)
    assert update(project).exit_code == 0
    assert 'msgstr "تۇنجى سۆزلەر."' in project.catalog("ug", "index").read_text(encoding="utf-8")
