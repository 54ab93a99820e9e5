"""The list of the theme's labels says what the theme says."""

from __future__ import annotations

from waraq.catalogs import theme_words


def test_the_list_is_that_of_the_theme() -> None:
    written = theme_words.LIST.read_text(encoding="utf-8")
    assert written == theme_words.as_text(), "the theme has changed; run: make words"


def test_labels_are_found_in_templates_and_in_code() -> None:
    places = {each.path.split("/")[0] for each in theme_words.found()}
    assert places == {"theme", "pages", "sheets", "sphinx_ext"}


def test_a_label_has_the_place_that_it_stands_in() -> None:
    skip = next(each for each in theme_words.listed() if each.path == "theme/parts/skip.html")
    assert skip.msgid
