"""What gettext and MyST lose in plain Sphinx, and we do not.

One test for each row of the list that was measured with Sphinx 9.0.4 and
myst-parser 5.2: text that is not extracted, that is broken when translated, or
that is dropped without a word.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from tests.site.foreign import Foreign, Page

Set = Callable[[str, Mapping[str, str]], Page]


@pytest.fixture
def project(tmp_path: Path) -> Callable[[Mapping[str, str]], Foreign]:
    return lambda pages: Foreign(tmp_path, pages)


class Translated:
    """One page, translated by hand, in somebody else's project."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self.said = ""

    def __call__(self, text: str, messages: Mapping[str, str]) -> Page:
        foreign = Foreign(self._root, {"index": text})
        foreign.catalog("index", messages)
        page = foreign.build(with_waraq=True)["index"]
        self.said = foreign.said.getvalue()
        return page


@pytest.fixture
def translated(tmp_path: Path) -> Translated:
    return Translated(tmp_path)


# Not extracted


@pytest.mark.parametrize("fence", ["{note}", "{table} Caption", "{admonition} Own title"])
def test_cells_of_a_table_inside_a_directive(translated: Translated, fence: str) -> None:
    page = translated(
        f"# T\n\n:::{fence}\n| Head | B |\n|---|---|\n| cell | d |\n:::\n",
        {"T": "ت", "Head": "باش", "B": "ب", "cell": "كاتەك", "d": "د"},
    )
    assert "باش ب كاتەك د" in page.text


def test_a_built_in_title_without_translation_says_its_language(translated: Translated) -> None:
    page = translated("# T\n\n:::{note}\nBody.\n:::\n", {"T": "ت", "Body.": "تېكىست."})
    assert '<p class="admonition-title untranslated" dir="ltr" lang="en">Note</p>' in page.html


def test_the_description_in_the_front_matter(translated: Translated) -> None:
    page = translated(
        "---\ndescription: What it is\n---\n# T\n", {"T": "ت", "What it is": "بۇ نېمە"}
    )
    assert 'content="بۇ نېمە" name="description"' in page.html


def test_a_description_with_a_language_loses_it_when_translated(translated: Translated) -> None:
    page = translated(
        '---\nmyst:\n  html_meta:\n    "description lang=en": What\n---\n# T\n',
        {"T": "ت", "What": "نېمە"},
    )
    assert 'content="نېمە"' in page.html
    assert 'lang="en" name="description"' not in page.html


def test_the_alt_text_of_a_picture_in_a_line_is_asked_for_once(translated: Translated) -> None:
    page = translated(
        '# T\n\nSee ![small](x.png "Hint").\n',
        {"T": "ت", 'See ![small](x.png "Hint").': '![كىچىك](x.png "ئىشارەت") كۆرۈڭ.'},
    )
    assert 'alt="كىچىك"' in page.html


def test_a_substitution_moves_whole(translated: Translated) -> None:
    page = translated(
        "# T\n\nBuy {{ product }} now.\n",
        {"T": "ت", "Buy {{ product }} now.": "{{ product }} ئېلىڭ."},
    )
    assert page.text.endswith("the Product ئېلىڭ.")


def test_a_substitution_of_the_front_matter_is_not_undefined(translated: Translated) -> None:
    page = translated(
        "---\nmyst:\n  substitutions:\n    key: value\n---\n# T\n\nA {{ key }} b.\n",
        {"T": "ت", "A {{ key }} b.": "ئا {{ key }} ب."},
    )
    assert "ئا value ب." in page.text
    assert "Error" not in translated.said


def test_captions_and_explicit_titles_of_a_toctree(tmp_path: Path) -> None:
    foreign = Foreign(
        tmp_path,
        {
            "index": "# T\n\n```{toctree}\n:caption: Pages\nOther words <two>\n```\n",
            "two": "# Two\n",
        },
    )
    foreign.catalog("index", {"T": "ت", "Pages": "بەتلەر", "Other words": "باشقا سۆز"})
    foreign.catalog("two", {"Two": "ئىككى"})
    assert foreign.build(with_waraq=True)["index"].text == "ت بەتلەر باشقا سۆز"


# Broken or dropped when translated


@pytest.mark.parametrize("formula", ["$$\na^2\n$$", "```{math}\na^2\n```"])
def test_a_formula_is_neither_asked_for_nor_broken(translated: Translated, formula: str) -> None:
    page = translated(f"# T\n\n{formula}\n", {"T": "ت", "a^2": "ئا"})
    assert r"\[a^2\]" in page.text


def test_a_formula_in_a_line_moves_whole(translated: Translated) -> None:
    page = translated("# T\n\nWhere $a+b$ is.\n", {"T": "ت", "Where $a+b$ is.": "$a+b$ قەيەردە."})
    assert page.text.endswith(r"\(a+b\) قەيەردە.")


def test_a_formula_that_the_source_lacks_is_refused_and_said(translated: Translated) -> None:
    page = translated("# T\n\nText.\n", {"T": "ت", "Text.": "تېكىست $a+b$."})
    assert page.text.endswith("Text.")
    assert "index.po:8: WARNING" in translated.said


def test_code_is_never_translated(translated: Translated) -> None:
    page = translated("# T\n\n```\nprint(1)\n```\n", {"T": "ت", "print(1)": "::"})
    assert "print(1)" in page.text


@pytest.mark.parametrize("start", ["1986. ", "- ", "1) ", "– ", "… "])
def test_a_translation_that_looks_like_a_list_is_text(translated: Translated, start: str) -> None:
    page = translated("# T\n\nText.\n", {"T": "ت", "Text.": f"{start}تېكىست."})
    assert page.text.endswith(f"{start}تېكىست.")
    assert "untranslated" not in page.html


@pytest.mark.parametrize("start", ["# ", "> ", "+ ", "* ", "---\n"])
def test_a_translation_with_the_mark_of_a_block_is_refused_and_said(
    translated: Translated, start: str
) -> None:
    page = translated("# T\n\nText.\n", {"T": "ت", "Text.": f"{start}تېكىست."})
    assert page.text.endswith("Text.")
    assert "index.po:8: WARNING" in translated.said


def test_leading_spaces_make_no_code(translated: Translated) -> None:
    page = translated("# T\n\nText.\n", {"T": "ت", "Text.": "    تېكىست."})
    assert "<p>    تېكىست.</p>" in page.html


def test_a_second_paragraph_is_not_dropped_without_a_word(translated: Translated) -> None:
    page = translated("# T\n\nText.\n", {"T": "ت", "Text.": "بىر.\n\nئىككى."})
    assert "Text." in page.text
    assert "index.po:8: WARNING" in translated.said


def test_a_link_by_label_keeps_its_address(translated: Translated) -> None:
    page = translated(
        "# T\n\nSee [these words][ref].\n\n[ref]: https://a.example/\n",
        {"T": "ت", "See [these words][ref].": "[بۇ سۆزلەر][ref]نى كۆرۈڭ."},
    )
    assert (
        '<a class="reference external" href="https://a.example/">بۇ سۆزلەر</a>نى كۆرۈڭ.'
        in page.html
    )


@pytest.mark.parametrize(
    ("msgid", "msgstr"),
    [
        ("See [it](https://a.example/).", "ئۇنى كۆرۈڭ."),
        ("See [it](https://a.example/).", "[ئۇنى](https://evil.example/) كۆرۈڭ."),
        ("Plain.", "{qisqa}`سۆز`"),
        ("Plain.", "[سۆز](https://evil.example/)"),
        ("Plain.", "![سۆز](../../secret.png)"),
        ("Plain.", "{download}`../../secret.txt`"),
        ("Plain.", "<script>alert(1)</script>"),
    ],
)
def test_what_does_not_fit_stays_in_the_source_language_and_is_said(
    translated: Translated, msgid: str, msgstr: str
) -> None:
    page = translated(f"# T\n\n{msgid}\n", {"T": "ت", msgid: msgstr})
    plain = msgid.replace("[it](https://a.example/)", "it")
    assert page.text.endswith(plain)
    assert 'class="untranslated" dir="ltr" lang="en"' in page.html
    assert "index.po:8: WARNING" in translated.said
    assert "evil" not in page.html


def test_footnotes_may_change_places_in_silence(translated: Translated) -> None:
    page = translated(
        "# T\n\nOne[^a] two[^b].\n\n[^a]: A.\n[^b]: B.\n",
        {"T": "ت", "One[^a] two[^b].": "ئىككى[^b] بىر[^a].", "A.": "ئا.", "B.": "ب."},
    )
    assert page.text.startswith("ت ئىككى[2] بىر[1].")
    assert "WARNING" not in translated.said


def test_a_dropped_footnote_is_not_dropped(translated: Translated) -> None:
    page = translated("# T\n\nOne[^a].\n\n[^a]: A.\n", {"T": "ت", "One[^a].": "بىر.", "A.": "ئا."})
    assert page.text.startswith("ت One[1].")
    assert "[^a]" in translated.said


def test_a_term_shows_its_translation_and_keeps_its_anchor(translated: Translated) -> None:
    page = translated(
        "# T\n\nA {term}`leaf`.\n\n```{glossary}\nleaf\n  Paper.\n```\n",
        {"T": "ت", "A {term}`leaf`.": "بىر {term}`leaf`.", "leaf": "ۋاراق", "Paper.": "قەغەز."},
    )
    assert page.text.startswith("ت بىر ۋاراق.")
    assert 'href="#term-leaf"' in page.html
    assert 'id="term-leaf"' in page.html
    assert "WARNING" not in translated.said


def test_a_link_without_words_shows_the_translated_title(translated: Translated) -> None:
    page = translated(
        "# T\n\nSee [](#part-two).\n\n## Part two\n",
        {"T": "ت", "See [](#part-two).": "[](#part-two)نى كۆرۈڭ.", "Part two": "ئىككىنچى قىسىم"},
    )
    assert page.text.startswith("ت ئىككىنچى قىسىمنى كۆرۈڭ.")


def test_a_link_to_a_part_of_another_page_shows_its_translated_title(tmp_path: Path) -> None:
    foreign = Foreign(
        tmp_path,
        {
            "index": "# T\n\nSee [](two.md#part) here.\n\n```{toctree}\n:hidden:\ntwo\n```\n",
            "two": "# Two\n\n## Part\n",
        },
    )
    foreign.catalog("index", {"T": "ت", "See [](two.md#part) here.": "[](two.md#part)نى كۆرۈڭ."})
    foreign.catalog("two", {"Two": "ئىككى", "Part": "قىسىم"})
    assert foreign.build(with_waraq=True)["index"].text == "ت قىسىمنى كۆرۈڭ."


def test_a_link_to_a_part_of_the_own_page_gives_no_false_alarm(translated: Translated) -> None:
    page = translated(
        "# T\n\n[self](index.md#part).\n\n## Part\n",
        {"T": "ت", "[self](index.md#part).": "[ئۆزى](index.md#part).", "Part": "قىسىم"},
    )
    assert 'href="#part"' in page.html
    assert "WARNING" not in translated.said


def test_anchors_are_those_of_the_source(translated: Translated) -> None:
    page = translated("# T\n\n## Part two\n", {"T": "ت", "Part two": "ئىككىنچى قىسىم"})
    assert 'id="part-two"' in page.html


def test_a_hard_line_break_becomes_a_space(translated: Translated) -> None:
    page = translated("# T\n\none\\\ntwo\n", {"T": "ت", "one two": "بىر ئىككى"})
    assert page.text == "ت بىر ئىككى"


def test_restructured_text_inside_is_said_to_be_untranslatable(translated: Translated) -> None:
    page = translated(
        "# T\n\n```{eval-rst}\nSee `it <https://a.example/>`_.\n```\n",
        {"T": "ت", "See `it <https://a.example/>`_.": "`ئۇ <https://a.example/>`_ كۆرۈڭ."},
    )
    assert "See it." in page.text
    assert "`" not in page.text


@pytest.mark.parametrize("state", ["", "fuzzy"])
def test_empty_and_fuzzy_messages_show_the_source_marked(tmp_path: Path, state: str) -> None:
    foreign = Foreign(tmp_path, {"index": "# T\n\nText.\n"})
    foreign.catalog("index", {"T": "ت", "Text.": "كونا." if state else ""})
    path = tmp_path / "i18n" / "ug" / "LC_MESSAGES" / "index.po"
    text = path.read_text(encoding="utf-8")
    if state:
        text = text.replace('msgid "Text."', '#, fuzzy\nmsgid "Text."')
    path.write_text(text, encoding="utf-8")
    page = foreign.build(with_waraq=True)["index"]
    assert '<p class="untranslated" dir="ltr" lang="en">Text.</p>' in page.html


def test_a_catalog_of_sphinx_itself_puts_nothing_on_a_page(tmp_path: Path) -> None:
    foreign = Foreign(tmp_path, {"index": "# T\n"})
    foreign.catalog("index", {"T": "ت"})
    foreign.catalog(
        "sphinx", {"Navigation": "<script>alert(1)</script>", "Quick search": "<b>x</b>"}
    )
    page = foreign.build(with_waraq=True)["index"]
    assert "<script>alert" not in page.html


def test_nothing_is_written_beside_the_catalogs(tmp_path: Path) -> None:
    foreign = Foreign(tmp_path, {"index": "# T\n"})
    foreign.catalog("index", {"T": "ت"})
    foreign.build(with_waraq=True)
    assert [path.name for path in (tmp_path / "i18n").rglob("*.*")] == ["index.po"]
