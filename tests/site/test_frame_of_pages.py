"""What every page has around its text: its policy, its names for search engines, its neighbours."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.conftest import MakeProject

from waraq.audit import examine
from waraq.catalogs.reviews import fingerprint
from waraq.edition import plan, run
from waraq.edition.plan import Output
from waraq.problems import Severity

POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; font-src 'self';"
    " base-uri 'none'; form-action 'none'"
)
"""Word for word what pages promise: nothing from elsewhere, nothing written into the page."""

HEAD = "---\nmyst:\n  html_meta:\n    description: What it tells.\n---\n"
PAGES = {
    "index": f"{HEAD}# Start\n\n```{{toctree}}\none\ntwo\n```\n",
    "one": f"{HEAD}# One\n\nA text.\n",
    "two": f"{HEAD}# Two\n\nA text.\n",
}
SITE = "https://little.example/"


@pytest.fixture
def edition(make_project: MakeProject, tmp_path: Path) -> Path:
    """Of the Uyghur pages, somebody has read all of two, and nothing of one."""
    half = {"One": "بىر"}
    whole = {"What it tells.": "نېمە دەيدۇ.", "Two": "ئىككى", "A text.": "بىر تېكىست."}
    catalogs = {"index": {}, "one": half, "two": whole, "interface": {}}
    project = make_project(PAGES, catalogs)
    reviews = "".join(
        f'  {{ text = "{fingerprint(*texts)}", by = "Nobody", on = 2026-11-23 }},\n'
        for texts in whole.items()
    )
    (project.root / "locale" / "ug" / "reviews.toml").write_text(
        f"reviews = [\n{reviews}]\n", "utf-8"
    )
    folder, _ = run.build(plan.plan(project), tmp_path / "out", {Output.WEB}, jobs=1)
    return folder


def heads(edition: Path) -> dict[str, str]:
    """Each page's path and HTML, but for the copies in one file."""
    paths = sorted(path for path in edition.rglob("*.html") if "waraq-" not in path.name)
    return {
        path.relative_to(edition).as_posix(): path.read_text(encoding="utf-8") for path in paths
    }


def test_every_page_has_just_the_policy_that_is_promised(edition: Path) -> None:
    for path, html in heads(edition).items():
        assert f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">' in html, path
        assert '<meta name="referrer" content="no-referrer">' in html, path


def test_every_page_names_itself_and_its_translations_to_machines(edition: Path) -> None:
    for path, html in heads(edition).items():
        address = SITE if path == "index.html" else f"{SITE}{path}"
        assert f'<link rel="canonical" href="{address}">' in html, path
        assert f'<meta property="og:url" content="{address}">' in html, path
        for name in ("type", "title", "site_name"):
            assert re.search(rf'<meta property="og:{name}" content="[^"]+"', html), (path, name)
        name = path.partition("/")[2] or "index.html"
        for tag in ("en", "ug"):
            link = f'<link rel="alternate" hreflang="{tag}" href="{SITE}{tag}/{name}">'
            assert link in html, (path, tag)
        default = SITE if path == "index.html" else f"{SITE}en/{name}"
        assert f'<link rel="alternate" hreflang="x-default" href="{default}">' in html, path


@pytest.mark.parametrize("path", ["index.html", "en/index.html", "en/two.html", "ug/two.html"])
def test_a_page_says_in_a_sentence_what_it_tells(path: str, edition: Path) -> None:
    html = heads(edition)[path]
    words = {"index.html": "It explains little.", "ug/two.html": "نېمە دەيدۇ."}.get(
        path, "What it tells."
    )
    assert f'<meta name="description" content="{words}">' in html
    assert f'<meta property="og:description" content="{words}">' in html


def test_the_sitemap_lists_every_page_with_every_language(edition: Path) -> None:
    sitemap = (edition / "sitemap.xml").read_text(encoding="utf-8")
    pages = set(heads(edition)) - {"index.html"}
    found = set(re.findall(rf"<loc>{SITE}([^<]+)</loc>", sitemap))
    assert found >= {page for page in pages if not page.endswith("search.html")}
    for line in sitemap.splitlines():
        if "<loc>" in line:
            assert re.findall(r'hreflang="([^"]+)"', line) == ["en", "ug", "x-default"]


def test_neighbours_follow_the_order_of_reading(edition: Path) -> None:
    html = heads(edition)
    assert '<a href="two.html" rel="next">' in html["en/one.html"]
    assert '<a href="one.html" rel="prev">' in html["en/two.html"]
    assert "→</span>" in html["en/one.html"].partition('rel="next"')[2]
    assert "←</span>" in html["ug/one.html"].partition('rel="next"')[2]


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("en/one.html", ["partly translated", "draft"]),
        ("en/two.html", ["checked"]),
        ("ug/one.html", ["partly translated", "draft"]),
    ],
)
def test_the_switcher_says_how_far_a_translation_is(
    page: str, said: list[str], edition: Path
) -> None:
    switcher = re.search(r'<nav class="languages".*?</nav>', heads(edition)[page], re.DOTALL)
    assert switcher
    item = next(each for each in switcher[0].split("<li>") if "ئۇيغۇرچە" in each)
    assert re.findall(r"<small[^>]*>(.*?)</small>", item) == said


@pytest.mark.parametrize("tag", ["ug", "en"])
def test_an_edition_of_one_language_names_no_other(
    tag: str, make_project: MakeProject, tmp_path: Path
) -> None:
    project = make_project(PAGES, {"index": {}, "one": {"One": "بىر"}, "two": {}, "interface": {}})
    folder, _ = run.build(plan.plan(project, [tag]), tmp_path / "out", {Output.WEB}, jobs=1)
    own = {tag, "x-default"} if tag == "en" else {tag}
    for path, html in heads(folder).items():
        if path != "index.html":
            assert set(re.findall(r'hreflang="([^"]+)"', html)) == own, path
    sitemap = (folder / "sitemap.xml").read_text(encoding="utf-8")
    assert set(re.findall(r'hreflang="([^"]+)"', sitemap)) == own
    other = "en" if tag == "ug" else "ug"
    assert f"{SITE}{other}/" not in sitemap
    rules = {each.rule for each in examine(folder).problems if each.severity is Severity.ERROR}
    assert not rules & {"link-lost", "hreflang", "sitemap"}
