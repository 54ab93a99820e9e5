"""An update loses no translation when a page is renamed, split, joined or taken away."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest
from click.testing import CliRunner, Result

from waraq.catalogs.reading import Catalog, read
from waraq.cli import main
from waraq.paths import Project

MakeProject = Callable[..., Project]

ALONE = "---\norphan: true\n---\n"
OLD = {"Old": "كونا", "The first words.": "تۇنجى سۆزلەر.", "More of them.": "يەنە بىر ئاز."}
OLD_PAGE = f"{ALONE}# Old\n\nThe first words.\n\nMore of them.\n"
PLACES = "locale/ug/LC_MESSAGES"


@pytest.fixture
def project(make_project: MakeProject) -> Project:
    """A page that is translated, beside the start page; an update has written the catalogs."""
    project = make_project(
        {"index": "# One\n", "old": OLD_PAGE},
        {"index": {"One": "بىر"}, "old": OLD, "interface": {}},
    )
    assert update(project).exit_code == 0
    return project


def update(project: Project) -> Result:
    return CliRunner().invoke(main, ["update", "--project", str(project.root)])


def rename(project: Project, text: str = OLD_PAGE) -> None:
    (project.docs / "old.md").unlink()
    write(project, "new", text)


def write(project: Project, docname: str, text: str) -> None:
    (project.docs / f"{docname}.md").write_text(text, encoding="utf-8")


def catalog(project: Project, domain: str) -> Catalog:
    return read(project.catalog("ug", domain))


def translated(project: Project, domain: str) -> Mapping[str, str]:
    return {
        each.msgid: each.msgstr for each in catalog(project, domain).entries if each.msgstr.strip()
    }


def test_the_translations_of_a_renamed_page_go_with_it(project: Project) -> None:
    rename(project)
    result = update(project)
    assert result.exit_code == 0
    assert (
        f"carried 3 translations from {PLACES}/old.po to {PLACES}/new.po\n"
        f"updated {PLACES}/new.po\n"
        f"removed {PLACES}/old.po: its page is gone and it held no translation that is not "
        "elsewhere\n"
    ) in result.stdout
    assert translated(project, "new") == OLD
    assert "#: docs/new.md:6\n" in project.catalog("ug", "new").read_text(encoding="utf-8")
    assert not project.catalog("ug", "old").exists()


def test_a_second_update_changes_nothing_more(project: Project) -> None:
    rename(project)
    update(project)
    assert update(project).stdout == "the catalogs are up to date\n"


def test_what_translators_noted_and_doubted_goes_along(project: Project) -> None:
    path = project.catalog("ug", "old")
    text = path.read_text(encoding="utf-8")
    noted = '# why so\n#, fuzzy\nmsgid "Old"\n'
    path.write_text(text.replace('msgid "Old"\n', noted), encoding="utf-8")
    rename(project)
    update(project)
    after = project.catalog("ug", "new").read_text(encoding="utf-8")
    assert '# why so\n#: docs/new.md:4\n#, fuzzy\nmsgid "Old"\n' in after


def test_a_page_that_changes_with_its_name_keeps_what_still_fits(project: Project) -> None:
    rename(project, OLD_PAGE.replace("More of them.", "More of them all."))
    update(project)
    changed = catalog(project, "new").by_msgid()["More of them all."]
    assert translated(project, "new")["The first words."] == OLD["The first words."]
    assert changed.msgstr == OLD["More of them."]
    assert changed.fuzzy
    assert project.changes("ug").exists()


def test_what_a_renamed_page_no_longer_says_is_kept_as_outdated(project: Project) -> None:
    rename(project, OLD_PAGE.replace("More of them.", "Quite other things."))
    update(project)
    after = project.catalog("ug", "new").read_text(encoding="utf-8")
    assert f'#~ msgid "More of them."\n#~ msgstr "{OLD["More of them."]}"\n' in after
    assert not project.catalog("ug", "old").exists()
    assert update(project).stdout == "the catalogs are up to date\n"


def test_what_was_outdated_before_the_page_was_renamed_goes_along(project: Project) -> None:
    path = project.catalog("ug", "old")
    outdated = '#~ msgid "Long ago."\n#~ msgstr "بۇرۇن."\n'
    path.write_text(f"{path.read_text(encoding='utf-8')}\n{outdated}", encoding="utf-8")
    rename(project)
    update(project)
    assert outdated in project.catalog("ug", "new").read_text(encoding="utf-8")
    assert not path.exists()


def test_a_catalog_that_waits_empty_is_filled(project: Project) -> None:
    """Whoever ran an older update has one, with the translations left in the old catalog."""
    old = project.catalog("ug", "old").read_bytes()
    rename(project)
    project.catalog("ug", "old").unlink()
    update(project)
    assert not translated(project, "new")
    project.catalog("ug", "old").write_bytes(old)
    update(project)
    assert translated(project, "new") == OLD


def test_what_somebody_has_translated_already_is_not_replaced(project: Project) -> None:
    rename(project, OLD_PAGE + "\nOne.\n")
    path = project.catalog("ug", "new")
    begun = project.catalog("ug", "old").read_text(encoding="utf-8")
    path.write_text(begun.replace("كونا", "قەدىمىي"), encoding="utf-8")
    result = update(project)
    assert translated(project, "new") == {**OLD, "Old": "قەدىمىي"}
    assert result.exit_code == 0
    assert (
        f"kept {PLACES}/old.po: its page is gone, but 1 translation is in no other catalog"
    ) in result.stdout
    assert translated(project, "old") == OLD


def test_two_pages_made_of_one_get_each_what_they_say(project: Project) -> None:
    rename(project, f"{ALONE}# Old\n\nThe first words.\n")
    write(project, "second", f"{ALONE}# Old\n\nMore of them.\n")
    update(project)
    assert translated(project, "second")["More of them."] == OLD["More of them."]
    assert translated(project, "new")["The first words."] == OLD["The first words."]
    assert translated(project, "second")["Old"] == translated(project, "new")["Old"] == "كونا"


def test_a_page_joined_to_another_brings_its_translations(project: Project) -> None:
    (project.docs / "old.md").unlink()
    write(project, "index", "# One\n\n## Old\n\nThe first words.\n\nMore of them.\n")
    update(project)
    assert translated(project, "index") == {"One": "بىر", **OLD}
    assert not project.catalog("ug", "old").exists()


def test_pages_that_change_names_keep_their_translations(project: Project) -> None:
    other = f"{ALONE}# Other\n\nWords apart.\n"
    write(project, "other", other)
    update(project)
    path = project.catalog("ug", "other")
    empty = path.read_text(encoding="utf-8")
    path.write_text(
        empty.replace('msgid "Other"\nmsgstr ""', 'msgid "Other"\nmsgstr "باشقا"'), "utf-8"
    )
    write(project, "other", OLD_PAGE)
    write(project, "old", other)
    result = update(project)
    assert f"carried 3 translations from {PLACES}/old.po to {PLACES}/other.po\n" in result.stdout
    assert f"carried 1 translation from {PLACES}/other.po to {PLACES}/old.po\n" in result.stdout
    assert translated(project, "other") == OLD
    assert translated(project, "old") == {"Other": "باشقا"}
    assert update(project).stdout == "the catalogs are up to date\n"


def test_a_paragraph_that_moves_to_another_page_brings_its_translation(project: Project) -> None:
    write(project, "old", f"{ALONE}# Old\n\nThe first words.\n")
    write(project, "index", "# One\n\nMore of them.\n")
    update(project)
    assert translated(project, "index") == {"One": "بىر", "More of them.": OLD["More of them."]}


def test_a_text_that_two_pages_say_is_translated_for_each(project: Project) -> None:
    write(project, "index", "# One\n\nMore of them.\n")
    update(project)
    assert translated(project, "index") == {"One": "بىر"}


def test_the_catalog_of_a_page_taken_away_is_kept_with_what_to_do(project: Project) -> None:
    before = project.catalog("ug", "old").read_bytes()
    (project.docs / "old.md").unlink()
    result = update(project)
    assert result.exit_code == 0
    assert (
        f"kept {PLACES}/old.po: its page is gone, but 3 translations are in no other catalog; "
        "copy what is still of use, then remove it\n"
    ) in result.stdout
    assert project.catalog("ug", "old").read_bytes() == before


def test_nothing_is_carried_into_a_damaged_catalog(project: Project) -> None:
    rename(project)
    path = project.catalog("ug", "new")
    path.write_text("", encoding="utf-8")
    result = update(project)
    assert result.exit_code == 1
    assert path.read_bytes() == b""
    assert translated(project, "old") == OLD
    path.unlink()
    assert update(project).exit_code == 0
    assert translated(project, "new") == OLD


def test_nothing_is_carried_over_from_a_catalog_of_another_language(project: Project) -> None:
    path = project.catalog("ug", "stray")
    text = project.catalog("ug", "old").read_text(encoding="utf-8")
    path.write_text(text.replace('"Language: ug', '"Language: zh_Hans'), encoding="utf-8")
    project.catalog("ug", "old").unlink()
    before = path.read_bytes()
    result = update(project)
    assert result.exit_code == 1
    assert f"{PLACES}/stray.po: warning: the header says that the language is zh_Hans" in (
        result.stderr
    )
    assert path.read_bytes() == before
    assert not translated(project, "old")


def test_labels_of_the_theme_get_no_words_of_pages(project: Project) -> None:
    path = project.catalog("ug", "old")
    text = path.read_text(encoding="utf-8")
    path.write_text(f'{text}\nmsgid "Search"\nmsgstr "ئىزدەش"\n', encoding="utf-8")
    (project.docs / "old.md").unlink()
    assert "Search" in catalog(project, "interface").by_msgid()
    update(project)
    assert not translated(project, "interface")
