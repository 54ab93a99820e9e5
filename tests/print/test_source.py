"""Sheets are read and styled with less work than WeasyPrint's, and come out the same."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
import weasyprint
from weasyprint import HTML
from weasyprint.css import StyleFor
from weasyprint.urls import URLFetcher

from waraq.paths import FONT_PACKAGES
from waraq.sheets import fonts, rendering
from waraq.sheets.job import FONTS, STYLESHEET, Job
from waraq.sheets.rendering import Press
from waraq.sheets.source import Source

ADDRESS = "https://x.example/sheet"
LETTERS = frozenset({fonts.CODES["Latin"]})
HEAD = f'<meta charset="utf-8"><title>Sheet</title><link rel="stylesheet" href="{STYLESHEET}">'
TEXT = """<h1>Sheet</h1>
<ul><li>One<br>line</li><li><p>Two</p></li></ul><ol><li>Three</li></ol>
<table><colgroup><col><col></colgroup><thead><tr><th>A</th><th>B</th></tr></thead>
<tbody><tr><td>&lt;1&gt; &amp; 2</td><td><a href="#end">End</a></td></tr></tbody></table>
<hr><p id="end">End</p>"""


def page(text: str) -> str:
    faces = fonts.css(LETTERS, FONTS)
    head = f"<head>{HEAD}<style>{faces}</style></head>"
    return f'<!doctype html><html lang="en">{head}<body>{text}</body></html>'


def of_weasyprint(html: str, address: str, fetcher: URLFetcher) -> HTML:
    return HTML(string=html, base_url=address, url_fetcher=fetcher)


def tree(source: HTML) -> bytes:
    return bytes(ElementTree.tostring(source.etree_element))


@pytest.mark.parametrize("text", [TEXT, "<p>&nbsp;\x08</p>", "<p>One<p>Two"])
def test_the_tree_is_that_of_a_browser(text: str) -> None:
    fetcher = URLFetcher()
    source = Source(page(text), ADDRESS, fetcher)
    expected = of_weasyprint(page(text), ADDRESS, fetcher)
    assert tree(source) == tree(expected)
    assert vars(source).keys() == vars(expected).keys()
    assert (source.base_url, source.media_type) == (expected.base_url, expected.media_type)


def test_what_is_xml_takes_the_short_way(monkeypatch: pytest.MonkeyPatch) -> None:
    def parse(*arguments: object, **options: object) -> None:
        raise AssertionError("it was parsed as HTML")

    monkeypatch.setattr(weasyprint.tinyhtml5, "parse", parse)
    assert Source(page(TEXT), ADDRESS, URLFetcher()).etree_element.find("body") is not None


def test_the_bytes_are_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    styles = 'html { font: 10pt "Sheet Latin" }'
    job = Job("en/a.pdf", "Sheet", page(TEXT), styles, ADDRESS, (), LETTERS)
    with Press(FONT_PACKAGES) as press:
        printed = press.print(job)
        monkeypatch.setattr(rendering, "Source", of_weasyprint)
        assert printed == press.print(job)


def test_only_items_of_lists_have_markers_and_nothing_has_notes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    styled: list[tuple[str, str]] = []
    original = StyleFor.set_computed_styles

    def noted(self: StyleFor, element: object, *more: object, **options: object) -> None:
        tag = getattr(element, "tag", "page")
        if options.get("pseudo_type") and tag != "page":
            styled.append((tag, str(options["pseudo_type"])))
        original(self, element, *more, **options)

    monkeypatch.setattr(StyleFor, "set_computed_styles", noted)
    Source(page(TEXT), ADDRESS, URLFetcher()).render()
    assert {pair for pair in styled if pair[1] != "before"} == {("li", "marker")}
