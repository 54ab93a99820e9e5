"""Which texts must say their language, and which need not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from waraq.audit.scripts import script_of, scripts_of

Examine = Callable[..., list[str]]
UNMARKED = "part-unmarked"


def rules(problems: list[str]) -> set[str]:
    return {problem.partition(":")[0] for problem in problems}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("<p>Not translated.</p>", "“Not translated” in <p>: Latin letters, said to be 'ug'"),
        ("<p>تېكىست about 25 تېكىست</p>", "“about” in <p>"),
        ("<p>تېكىست <bdi>more than</bdi> 25</p>", "“more than” in <p>"),
        ('<p><span class="kind">denial</span> تېكىست</p>', '“denial” in <span class="kind">'),
        ("<p>تېكىست 新疆</p>", "“新疆” in <p>: Han letters"),
        ("<p>تېكىست Текст</p>", "“Текст” in <p>: Cyrillic letters"),
        ('<p lang="en" dir="ltr">A text, تېكىست.</p>', "“تېكىست” in <p>: Arabic letters"),
        ('<p title="Not translated">تېكىست</p>', "“Not translated” in title of <p>"),
        ('<p aria-label="A text">تېكىست</p>', "“A text” in aria-label of <p>"),
        ('<img src="../_static/a.png" alt="a sheet">', "“a sheet” in alt of <img>"),
    ],
)
def test_text_in_letters_of_another_language_is_found(
    text: str, words: str, found: Examine
) -> None:
    problems = found(ug=text, files={"_static/a.png": b""})
    assert len(problems) == 1
    assert problems[0].startswith(f"{UNMARKED}: ")
    assert words in problems[0]


@pytest.mark.parametrize(
    "text",
    [
        '<p><span lang="en" dir="ltr">Not translated.</span> تېكىست</p>',
        '<div lang="en" dir="ltr"><p>Not <em>translated</em>.</p></div>',
        '<p title="Not translated" lang="en" dir="ltr">Not translated.</p>',
        "<p>2018, 25.85 %, (a), § 1 → ↑</p>",
        "<p><small>PDF, A4, 73 KB</small></p>",
        "<td>SDN</td>",
        "<p>UN ۋە NGOs تېكىست</p>",
        '<p>تېكىست <bdi dir="ltr">Amnesty International</bdi> تېكىست</p>',
        "<p>تېكىست (Journal of Political Risk) تېكىست</p>",
        "<td>iFlytek</td>",
        "<p>treasury.gov, report@little.example</p>",
        "<p><code>make the edition</code></p>",
        "<ul><li>ت</li></ul>",
    ],
)
def test_marked_text_names_abbreviations_addresses_and_code_need_not(
    text: str, found: Examine
) -> None:
    assert UNMARKED not in rules(found(ug=text))


def test_a_capital_makes_no_name_of_a_word_that_the_edition_writes_small(found: Examine) -> None:
    problems = found(en="<p>A timeline.</p>", ug="<p><a href='#text'>Timeline</a></p>")
    assert problems == [f"{UNMARKED}: “Timeline” in <a>: Latin letters, said to be 'ug'"]
    assert not found(en="<p>A Timeline.</p>", ug="<p><a href='#text'>Timeline</a></p>")


def test_capitals_alone_make_no_abbreviations_of_words(found: Examine) -> None:
    [problem] = found(en="<p>All the sources.</p>", ug="<p>ALL THE SOURCES NOW</p>")
    assert problem.startswith(f"{UNMARKED}: “ALL THE SOURCES NOW” in <p>")


def test_a_word_that_the_edition_writes_small_is_a_name_in_a_sentence(found: Examine) -> None:
    assert not found(en="<p>A list.</p>", ug="<p>تېكىست (Entity List) تېكىست</p>")


@pytest.mark.parametrize("text", ["<p>新疆</p>", "<p>ئۇيغۇر</p>", '<p title="新">A</p>'])
def test_on_an_english_page_other_letters_must_always_be_marked(text: str, found: Examine) -> None:
    assert rules(found(en=text)) == {UNMARKED}


def test_a_title_and_a_summary_in_another_language_are_found(found: Examine) -> None:
    problems = found(swap=(">One<", ">بىر<"))
    assert [problem.partition(":")[0] for problem in problems] == [UNMARKED] * 2
    problems = found(swap=('content="One"', 'content="بىر"'))
    assert len(problems) == 1
    assert problems[0].startswith(f'{UNMARKED}: “بىر” in content of <meta name="description">')


def test_a_summary_can_say_its_language(found: Examine) -> None:
    assert not found(swap=('content="One"', 'lang="ug" content="بىر"'))


@pytest.mark.parametrize(
    "text", ['<p lang="ug">تېكىست</p>', '<p><bdi dir="ltr" lang="ug">تېكىست</bdi></p>']
)
def test_a_part_that_runs_the_other_way_must_say_so(text: str, found: Examine) -> None:
    [problem] = found(en=text)
    assert problem.startswith("part-turned: “تېكىست” in <")
    assert problem.endswith('lacks dir="rtl"')


@pytest.mark.parametrize(
    "text",
    [
        '<p lang="ug" dir="rtl">تېكىست</p>',
        '<p><bdi lang="ug">تېكىست</bdi></p>',
        '<div dir="rtl"><p lang="ug">تېكىست <b>تېكىست</b></p></div>',
        '<p lang="zh-Hans">文本</p>',
    ],
)
def test_a_part_with_its_direction_is_fine(text: str, found: Examine) -> None:
    assert not found(en=text)


def test_a_mark_that_names_no_language_is_found(found: Examine) -> None:
    [problem] = found(en='<p lang="xx-nowhere">A text.</p>')
    assert problem == 'lang-unknown: <p> has lang="xx-nowhere", which is no language we know'


@pytest.mark.parametrize(
    ("letter", "script"),
    [
        ("a", "Latin"),
        ("é", "Latin"),
        ("Ａ", "Latin"),
        ("ئ", "Arabic"),
        ("ﻻ", "Arabic"),
        ("新", "Han"),
        ("㐀", "Han"),
        ("か", "Japanese"),
        ("ж", "Cyrillic"),
        ("Ω", "Greek"),
        ("1", ""),
        ("–", ""),
        ("ª", ""),
        ("ʼ", ""),
    ],
)
def test_a_letter_has_the_script_that_its_name_begins_with(letter: str, script: str) -> None:
    assert script_of(letter) == script


@pytest.mark.parametrize(
    ("tag", "scripts"),
    [
        ("en", {"Latin"}),
        ("ug", {"Arabic"}),
        ("ug-Latn", {"Latin"}),
        ("ja", {"Han", "Japanese"}),
        ("zh-Hant", {"Han"}),
        ("zh-Latn", {"Latin"}),
        ("und", None),
        ("ka", None),
    ],
)
def test_a_language_is_written_in_its_scripts(tag: str, scripts: set[str] | None) -> None:
    assert scripts_of(tag) == scripts
