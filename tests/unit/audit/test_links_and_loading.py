"""Where links lead, what loads with a page, and what that weighs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from waraq.audit.finished import Finished
from waraq.audit.links import elsewhere
from waraq.audit.weight import HEAVIEST, weigh

Examine = Callable[..., list[str]]

NOISE = "".join(chr(0x4E00 + (7919 * number) % 20000) for number in range(HEAVIEST // 2))
"""Text that gzip cannot make much smaller."""


def link(address: str) -> str:
    return f'<p><a href="{address}">there</a></p>'


@pytest.mark.parametrize(
    ("address", "rule"),
    [
        ("lost.html", "link-lost: a link leads to lost.html, which is not in the edition"),
        ("../../index.html", "link-lost: "),
        ("#nowhere", "link-lost: a link leads to #nowhere; that page has no such place"),
        ("../ug/index.html#nowhere", "link-lost: "),
        ("/en/index.html", "link-of-server: a link begins at a server's root: /en/index.html"),
        ("../ug/", "link-of-server: a link leads to a folder: ../ug/"),
        ("..", "link-of-server: "),
        ("https://little.example/ug/index.html", "link-of-server: a link leads to the edition's"),
    ],
)
def test_a_link_that_a_copy_on_a_stick_cannot_follow_is_found(
    address: str, rule: str, found: Examine
) -> None:
    [problem] = found(en=link(address))
    assert problem.startswith(rule)


@pytest.mark.parametrize(
    "address",
    [
        "#",
        "#top",
        "#text",
        "index.html",
        "../ug/index.html#text",
        "index.html?q=a",
        "https://a.example/",
        "a%20b.txt",
        "//a.example/there",
    ],
)
def test_a_link_to_what_is_there_or_elsewhere_is_fine(address: str, found: Examine) -> None:
    assert not found(en=link(address), files={"en/a b.txt": "A text."})


def test_links_elsewhere_are_listed_once(edition: Callable[..., Path]) -> None:
    page = link("https://a.example/") + link("https://a.example/") + link("mailto:a@b.example")
    folder = edition({"en/index.html": page + link("https://b.example/"), "en/two.html": page})
    assert [found.words for found in elsewhere(Finished(folder))] == [
        "leads elsewhere: https://a.example/",
        "leads elsewhere: https://b.example/",
    ]


def test_a_page_that_gives_anothers_address_as_its_own_is_found(found: Examine) -> None:
    [problem] = found(
        swap=(
            'canonical" href="https://little.example/en',
            'canonical" href="https://little.example/ug',
        )
    )
    assert problem == "canonical: it gives as its own address https://little.example/ug/index.html"


SITEMAP = "<urlset><url><loc>https://little.example/{}</loc></url><url><loc>https://little.example/ug/index.html</loc></url></urlset>"


def test_a_list_for_search_engines_that_is_wrong_is_found(found: Examine) -> None:
    assert found(files={"sitemap.xml": SITEMAP.format("en/lost.html")}) == [
        "sitemap: it does not list en/index.html",
        "sitemap: it lists https://little.example/en/lost.html, which is not in the edition",
    ]
    assert not found(files={"sitemap.xml": SITEMAP.format("en/index.html")})


def test_a_page_that_asks_not_to_be_found_need_not_be_listed(found: Examine) -> None:
    hidden = ("</head>", '<meta name="robots" content="noindex"></head>')
    assert not found(swap=hidden, files={"sitemap.xml": SITEMAP.format("ug/index.html")})


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('<img src="https://a.example/a.png" alt="">', "loads-elsewhere: <img> loads https://a."),
        ('<img srcset="a.png 1x, //a.example/b.png 2x" alt="">', "loads-elsewhere: <img> loads //"),
        ('<video src="http://a.example/a.webm"></video>', "loads-elsewhere: <video> loads http:"),
        ('<link rel="preconnect" href="https://a.example">', 'loads-elsewhere: <link rel="prec'),
        ('<img src="lost.png" alt="">', "load-lost: <img> loads lost.png, which is not in"),
        ('<img src="/en/a.png" alt="">', "load-lost: <img> loads /en/a.png, which begins at a"),
        ('<p style="color: red">A</p>', "inline-code: <p> has style='color: red'"),
        ('<p onclick="go()">A</p>', "inline-code: <p> has onclick='go()'"),
        ("<script>go()</script>", "inline-code: a <script> stands in the page"),
        ("<style>p { margin: 0 }</style>", "inline-code: a <style> stands in the page"),
        ('<a href="javascript:go()">A</a>', "inline-code: <a> has href='javascript:go()'"),
        ('<iframe src="../ug/index.html"></iframe>', "policy: the policy forbids what <iframe> "),
    ],
)
def test_what_a_page_may_not_load_is_found(text: str, problem: str, found: Examine) -> None:
    problems = found(en=text, files={"en/a.png": b""})
    assert len(problems) == 1
    assert problems[0].startswith(problem)


@pytest.mark.parametrize(
    "text",
    [
        '<img src="a.png" srcset="a.png 2x" alt="">',
        '<script type="application/json">{"a": 1}</script>',
        '<script src="../_static/script.js"></script>',
        '<svg aria-hidden="true"><use href="#a"/></svg>',
    ],
)
def test_what_the_edition_itself_has_may_load(text: str, found: Examine) -> None:
    assert not found(en=text, files={"en/a.png": b""})


@pytest.mark.parametrize(
    ("css", "problem"),
    [
        ("@import 'https://a.example/a.css';", "loads-elsewhere: the style sheet loads https://a."),
        ("p { background: url(//a.example/a.png) }", "loads-elsewhere: the style sheet loads //a."),
        ('@font-face { src: url("lost.woff2") }', "load-lost: the style sheet loads lost.woff2"),
    ],
)
def test_what_a_style_sheet_may_not_load_is_found(css: str, problem: str, found: Examine) -> None:
    [first] = found(files={"_static/style.css": css})
    assert first.startswith(problem)


@pytest.mark.parametrize(
    "css",
    [
        "/* url(lost.png) */ p { fill: url(#a) }",
        "p { background: url( data:image/png;base64,AA )}",
        "@import url('more.css');",
    ],
)
def test_what_a_style_sheet_may_load_is_fine(css: str, found: Examine) -> None:
    assert not found(files={"_static/style.css": css, "_static/more.css": ""})


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("http-equiv", "name", "the page has no content security policy"),
        ("default-src 'none'; ", "", "the policy says nothing of what it does not name"),
        ("style-src 'self'", "style-src 'self' 'unsafe-inline'", "the policy allows 'unsafe-inl"),
        ("img-src 'self'", "img-src cdn.example", "the policy allows cdn.example (img-src)"),
        ("img-src 'self'", "img-src *", "the policy allows * (img-src)"),
        ("style-src 'self'; ", "", 'the policy forbids what <link rel="stylesheet"> loads'),
        ("<head>\n", '<head><script src="../_static/script.js"></script>\n', "<script> stands bef"),
    ],
)
def test_a_policy_that_does_not_fit_is_found(
    old: str, new: str, problem: str, found: Examine
) -> None:
    [first] = found(swap=(old, new))
    assert first.startswith(f"policy: {problem}")


def test_a_page_that_is_too_heavy_is_found(found: Examine) -> None:
    [problem] = found(en=f'<p lang="zh-Hans">{NOISE}</p>')
    assert problem.startswith("weight: it weighs ")


def test_styles_and_scripts_count_and_so_do_those_that_a_style_imports(
    edition: Callable[..., Path],
) -> None:
    head = '<link rel="stylesheet" href="a.css"><script src="a.js"></script>'
    files = {"a.html": head, "a.css": '@import "b.css";', "b.css": "p{}", "a.js": "go()"}
    pictures = '<img src="a.png" alt=""><link rel="icon" href="a.png">'
    [weight] = weigh(Finished(edition({**files, "a.html": head + pictures, "a.png": NOISE})))
    assert weight.requests == 4
    assert 60 < weight.weight < 400


def test_a_page_that_asks_too_often_is_found(found: Examine) -> None:
    more = "".join(f'<link rel="stylesheet" href="{name}.css">' for name in "ab")
    files = {"en/a.css": "", "en/b.css": ""}
    assert found(en=more, files=files) == ["requests: it needs 5 requests, pictures aside"]
    assert not found(en=more.partition(">")[0] + ">", files=files)
