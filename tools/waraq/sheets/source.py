"""The HTML of a sheet as WeasyPrint takes it, read and styled with less work.

WeasyPrint reads HTML with a parser written in Python, which forgives everything
and takes thirty times as long as the one for XML. Our templates write HTML that is
XML but for the ends of empty elements. And its own stylesheet gives every element
of a document the styles of five pseudo-elements for notes, which sheets set as
lists, and of a marker, which only items of lists have.
"""

from __future__ import annotations

import functools
import re
from xml.etree import ElementTree

from weasyprint import CSS, HTML, cssselect2
from weasyprint.html import UA
from weasyprint.urls import URLFetcher

EMPTY = re.compile(r"<((?:br|col|hr|img|link|meta|wbr)\b[^>]*?)/?>")
DOCTYPE = re.compile(r"<!doctype html>", re.IGNORECASE)

OF_NOTES = re.compile(r"^::(?:footnote|note)-[a-z]+ \{[^}]*\}\n", re.MULTILINE)
OF_MARKERS = re.compile(r"^::marker ", re.MULTILINE)


class Source(HTML):  # type: ignore[misc]
    """One sheet.

    :param html: with all tags that HTML may leave out; what is no XML is read as a browser would
    :param address: that its links are relative to
    :param fetcher: of the files that it may load
    """

    def __init__(self, html: str, address: str, fetcher: URLFetcher) -> None:
        try:
            tree = ElementTree.fromstring(EMPTY.sub(r"<\1/>", DOCTYPE.sub("", html, count=1)))
        except ElementTree.ParseError:
            super().__init__(string=html, base_url=address, url_fetcher=fetcher)
            return
        self.base_url = address
        self.url_fetcher = fetcher
        self.media_type = "print"
        self.wrapper_element = cssselect2.ElementWrapper.from_html_root(tree, None)
        self.etree_element = tree

    def _ua_stylesheets(self, forms: bool = False) -> list[CSS]:
        return [_stylesheet()]


@functools.cache
def _stylesheet() -> CSS:
    styles = OF_MARKERS.sub("li::marker ", OF_NOTES.sub("", UA))
    return CSS(string=styles)
