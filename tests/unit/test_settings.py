"""docs/site.toml: what is wrong in it is said with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from waraq.settings import SettingsError, load

GOOD = """
title = "T"
summary = "S"
address = "https://t.example/"
checked = 2026-11-23
how_we_check = "check"

[[languages]]
tag = "en"
translation = "source"

[[languages]]
tag = "zh-Hans"
translation = "machine-draft"
"""


def put(folder: Path, text: str) -> Path:
    path = folder / "site.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_good_file_gives_languages_by_tag_or_folder(tmp_path: Path) -> None:
    settings = load(put(tmp_path, GOOD))
    assert settings.source.tag == "en"
    assert settings.of("zh_Hans").language.name == "简体中文"
    assert settings.of("zh-Hans").draft


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('title = "T"', 'titel = "T"', "titel"),
        ('tag = "zh-Hans"', 'tag = "xx"', "'xx' is not known"),
        ('tag = "zh-Hans"', 'tag = "en"', "'en' stands twice"),
        ('"machine-draft"', '"source"', "exactly one"),
        ('"machine-draft"', '"perfect"', "perfect"),
        ("https://t.example/", "http://t.example", "https://"),
        ("2026-11-23", "2026-02-31", "site.toml"),
        ("[[languages]]", "[[languages", "site.toml"),
    ],
)
def test_a_mistake_is_named(tmp_path: Path, old: str, new: str, words: str) -> None:
    with pytest.raises(SettingsError, match=r"site\.toml") as caught:
        load(put(tmp_path, GOOD.replace(old, new)))
    assert words in str(caught.value)


def test_a_missing_file_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="cannot be read"):
        load(tmp_path / "site.toml")


def test_a_handout_may_have_editions_of_its_own(tmp_path: Path) -> None:
    own = '[handouts.words]\nsheets = ["cards", "a4"]\n'
    settings = load(put(tmp_path, 'sheets = ["a4", "large"]\n' + GOOD + own))
    assert settings.sheets_of("handouts/words") == ("cards", "a4")
    assert settings.sheets_of("handouts/other") == ("a4", "large")


@pytest.mark.parametrize(
    ("addition", "words"),
    [
        ('[handouts.words]\nsheets = ["a5"]', "handouts"),
        ('[handouts.words]\nsheets = ["a4", "a4"]', "handouts.words.sheets: 'a4' stands twice"),
        ('[handouts.words]\npapers = ["a4"]', "papers"),
        ("[handouts.words]", "sheets"),
    ],
)
def test_a_mistake_in_the_editions_of_a_handout_is_named(
    tmp_path: Path, addition: str, words: str
) -> None:
    with pytest.raises(SettingsError, match=r"site\.toml") as caught:
        load(put(tmp_path, GOOD + addition + "\n"))
    assert words in str(caught.value)


def test_a_page_is_printed_only_where_it_is_named(tmp_path: Path) -> None:
    own = '[page_sheets]\none = ["large", "a4"]\n'
    settings = load(put(tmp_path, GOOD + own))
    assert settings.sheets_of("one") == ("large", "a4")
    assert settings.sheets_of("two") == ()


@pytest.mark.parametrize(
    ("names", "words"),
    [('["a5"]', "page_sheets"), ('["a4", "a4"]', "page_sheets.one: 'a4' stands twice")],
)
def test_a_mistake_in_the_editions_of_a_page_is_named(
    tmp_path: Path, names: str, words: str
) -> None:
    with pytest.raises(SettingsError, match=r"site\.toml") as caught:
        load(put(tmp_path, f"{GOOD}[page_sheets]\none = {names}\n"))
    assert words in str(caught.value)


@pytest.mark.parametrize(
    ("more", "place"),
    [
        ('[handouts.one]\nsheets = ["a4", "tabloid"]\n', "handouts.one.sheets"),
        ('[page_sheets]\none = ["tabloid"]\n', "page_sheets.one"),
    ],
)
def test_an_edition_that_there_is_not_is_named_with_those_there_are(
    more: str, place: str, tmp_path: Path
) -> None:
    with pytest.raises(SettingsError) as caught:
        load(put(tmp_path, GOOD + more))
    assert f"{place}: there is no edition 'tabloid'; there are a4, letter" in str(caught.value)
