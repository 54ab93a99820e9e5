"""What a screen reader goes by."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Examine = Callable[..., list[str]]

TABLE = '<table><caption>Who</caption><tr><th scope="col">A</th></tr><tr><td>a</td></tr></table>'
NAV = '<nav aria-label="Pages"><a href="#text">A</a></nav>'


@pytest.mark.parametrize(
    ("swap", "problem"),
    [
        (('lang="en" dir="ltr"', 'lang="ug" dir="rtl"'), "page-language: <html> says lang and dir"),
        (('lang="en" dir="ltr"', 'lang="en" dir="rtl"'), "page-language: <html> says lang and dir"),
        (("<title>One</title>", "<title></title>"), "title: it has no <title>"),
        (("<h1>One</h1>", ""), "title: it has 0 <h1>"),
        (('<main id="text">', '<div id="text">'), "main: it has 0 <main>"),
        (('<link rel="alternate" hreflang="ug"', "<link"), "hreflang: no <link hreflang='ug'> lea"),
    ],
)
def test_a_page_that_lacks_what_every_page_has_is_found(
    swap: tuple[str, str], problem: str, found: Examine
) -> None:
    problems = [each for each in found(swap=swap) if not each.startswith("part-")]
    assert problems[0].startswith(problem)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("<main></main>", "main: it has 2 <main>"),
        ("<h1>Two</h1>", "title: it has 2 <h1>"),
        ("<h3>Deep</h3>", "heading: <h3> “Deep” comes after <h1>"),
        ('<p id="text">A</p>', "id: 2 elements have id='text'"),
        ('<p aria-labelledby="no">A</p>', "id: <p> has aria-labelledby='no', and nothing has this"),
        ('<nav><a href="#text">A</a></nav>', "nav: <nav> has no name"),
        (NAV + NAV, "nav: <nav> is a second navigation called “Pages”"),
        (TABLE.replace("<caption>Who</caption>", ""), "table: a table has no caption"),
        (TABLE.replace(' scope="col"', ""), "table: the heading cell “A” has no scope"),
        (TABLE.replace("th", "td"), "table: a table has no heading cell"),
        ('<img src="../_static/a.png">', "image: the picture ../_static/a.png has no alt"),
        ("<svg></svg>", "image: a drawing is neither an img by its role nor aria-hidden"),
        ('<a href="#text"></a>', "link-empty: <a> to #text has no words"),
        (
            '<a href="#text"><span aria-hidden="true">→</span></a>',
            "link-empty: <a> to #text has no",
        ),
        ('<a href="#text"><img src="../_static/a.png" alt=""></a>', "link-empty: <a> to #text has"),
        ("<button></button>", "link-empty: <button> has no words"),
        ('<a href="../ug/index.html" hreflang="en">A</a>', "hreflang: ../ug/index.html is no page"),
    ],
)
def test_what_a_screen_reader_cannot_make_sense_of_is_found(
    text: str, problem: str, found: Examine
) -> None:
    problems = found(en=text, files={"_static/a.png": b""})
    assert len(problems) == 1
    assert problems[0].startswith(problem)


@pytest.mark.parametrize(
    "text",
    [
        "<h2>A</h2><h3>B</h3><h2>C</h2>",
        '<button><svg><path d="M0 0"/></svg>Open</button>',
        TABLE,
        '<nav aria-labelledby="n"><h2 id="n">Pages</h2><a href="#text">A</a></nav>'
        + NAV.replace("Pages", "Marks"),
        '<img src="../_static/a.png" alt="">',
        '<svg role="img" aria-label="A line"></svg>',
        '<a href="#text" aria-label="Back">↑</a>',
        '<a href="#text"><img src="../_static/a.png" alt="A sheet"></a>',
        '<a id="here"></a>',
        '<a href="../ug/index.html" hreflang="ug">A</a>',
    ],
)
def test_what_a_screen_reader_understands_is_fine(text: str, found: Examine) -> None:
    assert not found(en=text, files={"_static/a.png": b""})


def test_a_page_that_is_read_from_left_to_right_need_not_say_so(found: Examine) -> None:
    assert not found(swap=('lang="en" dir="ltr"', 'lang="en"'))


def test_a_page_may_have_its_main_part_by_role(found: Examine) -> None:
    assert not found(swap=('<main id="text">', '<div role="main" id="text">'))


def test_a_page_without_translations_need_name_none(found: Examine) -> None:
    page = '<html lang="en" dir="ltr"><head><title>A</title></head><main><h1>A</h1></main></html>'
    problems = found(files={"en/alone.html": page, "index.html": page})
    assert {problem.partition(":")[0] for problem in problems} == {"policy"}
