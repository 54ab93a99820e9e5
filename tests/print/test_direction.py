"""Latin words, numbers, dates and ranges keep their order in right-to-left text, on the paper."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from waraq.edition import plan, run
from waraq.pages.direction import runs

from . import charts
from . import structure_of_pdf as structure
from .handouts import Handout
from .lines_of_pdf import is_in_order, left_to_right, lines

ISOLATE, POP = "\u2066", "\u2069"
DATE = re.compile("([0-9]+)-(?=[\u0620-\u06d5])")
MARK_BESIDE_A_NUMBER = re.compile(r"[0-9][^\w\s<>]*(?:</[a-z]+>)*<sup>")
TOLD = re.compile(r"\[[0-9]+\]")
MARKS = frozenset({"Reference"})

Sheet = Callable[..., bytes]


def test_what_is_read_from_left_to_right_stands_so(handouts: list[Handout]) -> None:
    checked = 0
    for each in handouts:
        if each.language.direction == "rtl" and each.paper == "a4":
            found = lines(each.data)
            for block in structure.document(each.open()).blocks():
                for run in left_to_right(block.text(without=MARKS)):
                    assert is_in_order(run, found), f"{each.name}: {run!r}"
                    checked += 1
    assert checked > 300


def test_the_number_of_a_date_stands_before_its_word(handouts: list[Handout]) -> None:
    checked = 0
    for each in handouts:
        if each.language.direction == "rtl" and each.paper == "a4":
            found = "\n".join(lines(each.data))
            for block in structure.document(each.open()).blocks():
                for number in DATE.findall(block.text(without=MARKS)):
                    assert re.search(f"-{number}(?![0-9])", found), f"{each.name}: {number}"
                    checked += 1
    assert checked > 50


def test_a_mark_after_a_number_is_told_from_it(
    handouts: list[Handout], page_sheets: list[Handout]
) -> None:
    """From right to left it stands before the number: 14 and 540,826 would be 14540,826."""
    told = 0
    for each in (*handouts, *page_sheets):
        if each.language.direction == "rtl" and each.paper == "a4":
            page = (each.edition / each.page).read_text(encoding="utf-8")
            assert not MARK_BESIDE_A_NUMBER.findall(page), each.page
            told += len(TOLD.findall("\n".join(lines(each.data))))
    assert told >= 2


AROUND = "تېلېفون {} نى كۆرۈڭ"
HARD = [
    "+49 30 1234-567",
    "Farr & Gallagher",
    "9–12",
    "2026-11-23",
    "12:30–14:00",
    "3.5–4.5",
    "1,5",
    "Magnitsky Act (2016)",
    "https://waraq.example/ug/index.html",
    "a@waraq.example",
    "10\u00a0000",
    "1\u202f234\u202f567",
    "https://waraq.example/",
    "US$ 20",
    "50%",
    "1,234.5 km²",
    "(+998) 71-200-00-00",
    "No. 5/B",
    "3(a)–(c)",
    "22 U.S.C. § 1307",
    "Smith & Sons, Inc.",
    "1 000 000 000",
    "1:50 000",
    "-5 °C",
    "±5",
    "+5%",
    "#1",
    "3×4 = 12",
    "50%–60%",
]
"""What the bidirectional algorithm turns round, or a line's end might."""


def visual(text: str) -> str:
    """The line of a sentence whose runs stand as they are read, from left to right."""
    before, after = AROUND.split("{}")
    return "".join((after[::-1] + text + before[::-1]).split())


@pytest.mark.parametrize("text", HARD)
def test_a_run_that_would_be_turned_round_is_isolated(text: str, sheet: Sheet) -> None:
    isolated = "".join(
        f"{ISOLATE}{part}{POP}" if alone else part for part, alone in runs(AROUND.format(text))
    )
    [line] = lines(sheet(f"<p>{isolated}</p>", tag="ug"))
    assert line.replace(")", "(") == visual(text).replace(")", "(")


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The lines of a handout in Uyghur with all of that, as builds print it."""
    project = charts.project(tmp_path_factory.mktemp("little"))
    site = project.docs / "site.toml"
    site.write_text(charts.SITE.replace('tag = "en"', 'tag = "ug"'), encoding="utf-8")
    text = "\n\n".join(["# ۋاراق", *map(AROUND.format, HARD)]).replace("$", r"\$")
    (project.docs / "handouts" / "spending.md").write_text(text, encoding="utf-8")
    edition, problems = run.build(plan.plan(project), project.output, {plan.Output.HANDOUTS}, 1)
    assert not problems
    return lines((edition / "ug" / "handouts" / "spending-a4.pdf").read_bytes())


@pytest.mark.parametrize("text", HARD)
def test_builds_isolate_it_by_themselves(text: str, printed: list[str]) -> None:
    assert visual(text).replace(")", "(") in {line.replace(")", "(") for line in printed}


# Proof that they can fail.


def test_a_run_without_isolate_is_turned_round(sheet: Sheet) -> None:
    turned = {
        text
        for text in HARD
        if lines(sheet(f"<p>{AROUND.format(text)}</p>", tag="ug")) != [visual(text)]
    }
    assert {"+49 30 1234-567", "9–12", "2026-11-23", "Magnitsky Act (2016)"} <= turned


def test_a_mark_beside_a_number_is_found() -> None:
    assert MARK_BESIDE_A_NUMBER.findall('<bdi>540,826</bdi><sup><a href="#source-14">14</a></sup>')
    assert not MARK_BESIDE_A_NUMBER.findall('540,826<sup class="beside"><a>14</a></sup>')


def test_a_run_in_another_order_is_found() -> None:
    assert is_in_order("Entity List", ["نىEntityListاب"])
    assert is_in_order("Entity List", ["نىEntity", "Listاب"])
    assert not is_in_order("Entity List", ["نىListEntityاب"])
    assert not is_in_order("9-12", ["12-9"])
