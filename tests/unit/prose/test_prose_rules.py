"""The table of rules, and the check that goes through it."""

from __future__ import annotations

from docutils import nodes
from docutils.utils import new_document

from waraq import prose
from waraq.ledger.records import Ledger
from waraq.problems import Severity

from .conftest import claim, paragraph, site

LEDGER = Ledger(claims={"said": claim()})


def check(**pages: str) -> list[str]:
    """What is wrong with pages of one paragraph each."""
    doctrees: dict[str, nodes.document] = {}
    for docname, text in pages.items():
        doctrees[docname] = new_document(docname)
        doctrees[docname] += paragraph(text, line=7)
    paths = {docname: f"docs/{docname}.md" for docname in pages}
    return [str(each) for each in prose.check(doctrees, paths, LEDGER, site("en"))]


def test_a_problem_names_place_words_rule_and_what_to_do() -> None:
    assert check(index="It was 2018.")[-1] == (
        "docs/index.md:7: error: “2018” is typed by hand [typed-date] — write {date}`2018`"
    )


def test_problems_stand_in_the_order_of_the_pages() -> None:
    found = check(b="In 2018.", a="In 2018.")
    assert [each.partition(":")[0] for each in found] == sorted(["docs/a.md", "docs/b.md"] * 3)


def test_the_check_changes_no_page() -> None:
    document = new_document("a")
    document += paragraph("In 2018.")
    before = document.pformat()
    prose.check({"a": document}, {"a": "docs/a.md"}, LEDGER, site("en"))
    assert document.pformat() == before


def test_a_project_without_pages_has_no_problems() -> None:
    assert check() == []


def test_a_name_that_stands_twice_has_two_severities() -> None:
    rows = [(rule.name, rule.severity) for rule in prose.RULES]
    assert len(set(rows)) == len(rows)
    assert {rule.severity for rule in prose.RULES} == set(Severity)


def test_a_project_without_a_ledger_is_not_asked_to_cite_one() -> None:
    document = new_document("a")
    document += paragraph("In 2018.")
    assert prose.check({"a": document}, {"a": "docs/a.md"}, Ledger(), site("en")) == []


def test_a_quick_check_leaves_out_the_slow_rules_and_no_error() -> None:
    slow = [rule for rule in prose.RULES if rule.slow]
    assert slow
    assert all(rule.severity is not Severity.ERROR for rule in slow)
