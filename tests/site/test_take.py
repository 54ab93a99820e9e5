"""The sheets that a page offers: by handout where they are all, by edition on the handout's own."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.conftest import SITE, MakeProject

from waraq.edition import plan, run
from waraq.edition.plan import Output

PAGES = {
    "index": "# Start\n\n```{toctree}\nhandouts/zebra\nhandouts/ant\n```\n",
    "handouts/zebra": "# Zebra\n\nWords.\n",
    "handouts/ant": "# Ant\n\nWords.\n",
}
LINK = re.compile(r'<li><a href="([^"]*\.pdf)"([^>]*)>(.*?)</a></li>')
TAG = re.compile(r"<[^>]*>")


@pytest.fixture
def edition(make_project: MakeProject, tmp_path: Path) -> Path:
    """Two handouts in two editions, in English."""
    # Above the tables of languages, where keys of the whole site stand.
    project = make_project(PAGES, site=f'sheets = ["a4", "large"]\n{SITE}')
    made = plan.plan(project, ["en"])
    folder, problems = run.build(made, tmp_path / "out", {Output.WEB, Output.HANDOUTS}, jobs=1)
    assert not problems
    return folder / "en"


def section(path: Path) -> str:
    """What follows the heading of the list."""
    return path.read_text(encoding="utf-8").partition('id="take"')[2]


def test_all_handouts_have_a_heading_each_in_reading_order(edition: Path) -> None:
    html = section(edition / "take-it-with-you.html")
    assert re.findall(r"<h3[^>]*>(.*?)</h3>", html) == ["Zebra", "Ant"]
    assert [address for address, _, _ in LINK.findall(html)] == [
        "handouts/zebra-a4.pdf",
        "handouts/zebra-large.pdf",
        "handouts/ant-a4.pdf",
        "handouts/ant-large.pdf",
    ]


def test_each_link_among_all_is_named_by_its_handout_and_its_edition(edition: Path) -> None:
    html = section(edition / "take-it-with-you.html")
    words = dict(re.findall(r'<h3 id="([^"]*)">(.*?)</h3>', html))
    for _, attributes, text in LINK.findall(html):
        own = re.search(r' id="([^"]*)"', attributes)
        assert own
        words[own[1]] = TAG.sub("", text)
    labels = re.findall(r'<a [^>]*aria-labelledby="([^"]*)"', html)
    names = [" ".join(words[part] for part in label.split()) for label in labels]
    assert [name.rpartition(",")[0] for name in names] == [
        "Zebra A4 PDF",
        "Zebra large print PDF",
        "Ant A4 PDF",
        "Ant large print PDF",
    ]


def test_on_the_page_of_a_handout_the_links_name_the_editions(edition: Path) -> None:
    html = section(edition / "handouts" / "ant.html")
    texts = [TAG.sub("", text) for _, _, text in LINK.findall(html)]
    assert [text.partition(" PDF")[0] for text in texts] == ["A4", "large print"]
    assert "<h3" not in html


def test_labels_to_cut_out_are_offered_where_all_handouts_are_and_not_on_the_start_page(
    make_project: MakeProject, tmp_path: Path
) -> None:
    project = make_project(PAGES, site=f"labels = true\n{SITE}")
    made = plan.plan(project, ["en"])
    folder, _ = run.build(made, tmp_path / "out", {Output.WEB, Output.HANDOUTS}, jobs=1)
    assert "labels to cut out" in section(folder / "en" / "take-it-with-you.html")
    assert not section(folder / "en" / "index.html")
