"""Copies to keep: addresses in one file, archives with the same bytes."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest

from waraq.pages.offline import addresses
from waraq.pages.offline.archive import archive
from waraq.pages.offline.rewriting import within_one_file, without_others

WEB = "https://little.example/"
PREFIXES = {"ug/a.html": "a--", "ug/handouts/b.html": "handouts-b--"}


@pytest.mark.parametrize(
    ("site", "name"),
    [
        ("https://www.facts.example/", "ug/facts-ug.html"),
        ("https://people.example/more/facts/", "ug/facts-ug.html"),
    ],
)
def test_a_copy_is_named_after_the_site_and_the_language(site: str, name: str) -> None:
    assert addresses(site, "ug").one_file == name


@pytest.mark.parametrize(
    ("page", "written", "becomes"),
    [
        ("ug/a.html", 'href="#x"', 'href="#a--x"'),
        ("ug/a.html", 'href="handouts/b.html#x"', 'href="#handouts-b--x"'),
        ("ug/handouts/b.html", 'href="../a.html"', 'href="#a--title"'),
        ("ug/a.html", 'href="b-a4.pdf"', f'href="{WEB}ug/b-a4.pdf"'),
        ("ug/a.html", 'href="../en/a.html#x"', f'href="{WEB}en/a.html#x"'),
        ("ug/a.html", 'href="https://else.example/#x"', 'href="https://else.example/#x"'),
        ("ug/a.html", 'id="x"', 'id="a--x"'),
        ("ug/a.html", 'aria-labelledby="x y"', 'aria-labelledby="a--x a--y"'),
    ],
)
def test_a_place_in_one_file_is_that_of_its_page(page: str, written: str, becomes: str) -> None:
    html = within_one_file(f"<p><a {written}>x</a></p>", page, PREFIXES, WEB)
    assert html == f"<p><a {becomes}>x</a></p>"


def test_headings_in_one_file_stand_a_level_lower_and_sections_name_their_page() -> None:
    html = '<h1>A</h1><section aria-labelledby="s"><h2 id="s">B</h2></section>'
    assert within_one_file(html, "ug/a.html", PREFIXES, WEB) == (
        '<h2 id="a--title">A</h2><section aria-labelledby="a--s a--title">'
        '<h3 id="a--s">B</h3></section>'
    )


def test_in_an_archive_links_to_other_languages_lead_to_the_web() -> None:
    html = '<a href="../en/a.html">E</a><a href="b.html#x">B</a><link href="../_static/s.css">'
    kept = {"ug/a.html", "ug/b.html", "_static/s.css"}
    assert without_others(html, "ug/a.html", kept, WEB) == html.replace("../en", f"{WEB}en")


def test_the_same_files_are_the_same_archive(tmp_path: Path) -> None:
    one, two = tmp_path / "one.zip", tmp_path / "two.zip"
    archive({"a.html": b"A", "b.pdf": b"B"}, "facts", date(2026, 11, 23), one)
    archive({"b.pdf": b"B", "a.html": b"A"}, "facts", date(2026, 11, 23), two)
    assert one.read_bytes() == two.read_bytes()
    with zipfile.ZipFile(io.BytesIO(one.read_bytes())) as found:
        assert found.namelist() == ["facts/MANIFEST.sha256", "facts/a.html", "facts/b.pdf"]
        assert {each.date_time for each in found.infolist()} == {(2026, 11, 23, 0, 0, 0)}
