"""What a page tells its readers of how far its translation has come, and who has checked it."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest

from waraq.catalogs.reviews import fingerprint
from waraq.edition import plan, run, setting
from waraq.edition.plan import Output
from waraq.paths import Project
from waraq.sheets import setting as sheets

PAGE = "# One\n\nTwo words.\n\nThree words here.\n"
ALL = {"One": "بىر", "Two words.": "ئىككى سۆز.", "Three words here.": "ئۈچ سۆز."}
SOME = {**ALL, "Three words here.": ""}
UNREAD = "no person has checked it yet"
PARTLY_READ = "a person has checked only part of it"

MakeProject = Callable[..., Project]


@pytest.fixture
def translated(make_project: MakeProject) -> Callable[..., Project]:
    """A project of one page in Uyghur, of which somebody has read some texts."""

    def make(messages: dict[str, str], *read: str) -> Project:
        project = make_project({"index": PAGE}, {"index": messages, "interface": {}})
        lines = [
            f'  {{ text = "{text}", by = "Tursun", on = 2026-11-23 }},'
            for text in (fingerprint(msgid, messages[msgid]) for msgid in read)
        ]
        project.reviews("ug").write_text(
            "\n".join(["reviews = [", *lines, "]", ""]), encoding="utf-8"
        )
        return project

    return make


def built(project: Project, wanted: Output = Output.WEB) -> Path:
    edition, _ = run.build(plan.plan(project), project.output, {wanted}, jobs=1)
    return edition


def page(project: Project, tag: str = "ug", docname: str = "index") -> str:
    return (built(project) / tag / f"{docname}.html").read_text(encoding="utf-8")


def status(html: str) -> list[str]:
    line = html.partition('<ul class="status">')[2].partition("</ul>")[0]
    return [unescape(re.sub("<[^>]+>", "", item)).strip() for item in line.split("</li>")]


def said_of_uyghur(html: str) -> str:
    """What the row of languages says beside the name."""
    row = html.partition('<nav class="languages"')[2].partition("</nav>")[0]
    (item,) = (each for each in row.split("</li>") if "ئۇيغۇرچە" in each)
    return " ".join(re.findall(r"<small[^>]*>(.*?)</small>", item))


def sheet_of(project: Project) -> str:
    """The HTML of the page on paper."""
    with project.site.open("a", encoding="utf-8") as site:
        site.write('\n[page_sheets]\nindex = ["a4"]\n')
    made = plan.plan(project)
    language = made.settings.of("ug")
    pages = setting.page_set(made, language, setting.language_pages(made, language))
    (sheet,) = sheets.sheets(pages, run.surroundings(made, {}))
    return sheet.job.html


def test_a_page_says_how_much_of_it_is_translated_and_how_much_a_person_has_read(
    translated: Callable[..., Project],
) -> None:
    said = status(page(translated(SOME, "Two words.")))
    assert "Translated: 50%" in said
    assert "Read by a person: 33% (since 2026-يىلى 23-نويابىر)" in said


def test_of_a_page_that_nobody_has_read_no_day_is_told(
    translated: Callable[..., Project],
) -> None:
    assert "Read by a person: 0%" in status(page(translated(ALL)))


def test_the_source_says_neither(translated: Callable[..., Project]) -> None:
    said = " ".join(status(page(translated(ALL), "en")))
    assert "Translated" not in said
    assert "Read by a person" not in said


@pytest.mark.parametrize(
    ("read", "expected", "beside_the_name"),
    [
        ([], UNREAD, "draft"),
        (["Two words."], PARTLY_READ, "draft"),
        (list(ALL), "", "checked"),
    ],
)
def test_a_draft_is_one_until_a_person_has_read_all_of_it(
    translated: Callable[..., Project], read: list[str], expected: str, beside_the_name: str
) -> None:
    html = page(translated(ALL, *read))
    assert [each for each in (UNREAD, PARTLY_READ) if each in html] == [expected] * bool(expected)
    assert ("Machine draft." in html) == bool(expected)
    assert said_of_uyghur(html) == beside_the_name


@pytest.mark.parametrize(
    ("read", "expected"), [([], UNREAD), (["Two words."], PARTLY_READ), (list(ALL), "")]
)
def test_a_sheet_says_the_same(
    translated: Callable[..., Project], read: list[str], expected: str
) -> None:
    html = sheet_of(translated(ALL, *read))
    assert [each for each in (UNREAD, PARTLY_READ) if each in html] == [expected] * bool(expected)


def test_a_changed_translation_is_a_draft_again(translated: Callable[..., Project]) -> None:
    project = translated(ALL, *ALL)
    catalog = project.catalog("ug", "index")
    text = catalog.read_text(encoding="utf-8")
    catalog.write_text(text.replace("ئۈچ سۆز.", "ئۈچ سۆز بار."), encoding="utf-8")
    assert PARTLY_READ in page(project)


def test_a_page_that_is_not_all_translated_says_so_beside_its_language(
    translated: Callable[..., Project],
) -> None:
    assert said_of_uyghur(page(translated(SOME))) == "partly translated draft"


def test_pages_of_the_build_itself_are_as_their_language(
    translated: Callable[..., Project],
) -> None:
    assert UNREAD in page(translated(ALL), docname="search")
    assert PARTLY_READ in page(translated(ALL, "Two words."), docname="search")


def test_the_one_file_is_as_its_language(translated: Callable[..., Project]) -> None:
    edition = built(translated(ALL, "Two words."), Output.OFFLINE)
    (copy,) = (edition / "ug").glob("*.html")
    about = copy.read_text(encoding="utf-8").partition('<div class="about">')[2]
    assert PARTLY_READ in about.partition("</div>")[0]
