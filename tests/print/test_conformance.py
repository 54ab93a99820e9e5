"""What veraPDF and pdfua find, beside what stands in known_findings.toml."""

from __future__ import annotations

from pathlib import Path

import pytest

from . import judges
from .handouts import Handout
from .judges import Finding, Known


def shown(problems: object) -> str:
    return "\n".join(problems)  # type: ignore[call-overload]


def test_verapdf_finds_nothing_that_is_not_on_the_list(
    verapdf: dict[Path, list[Finding]], handouts: list[Handout], labels: list[Handout]
) -> None:
    sheets = [each.path for each in (*handouts, *labels) if each.paper != "archive"]
    found = [finding for path in sheets for finding in verapdf[path]]
    problems = list(judges.surprises(found, judges.known("veraPDF")))
    assert not problems, shown(problems)


def test_verapdf_finds_a_handout_without_tags_and_language(
    verapdf: dict[Path, list[Finding]], untagged: Path
) -> None:
    rules = {finding.rule for finding in verapdf[untagged]}
    assert {"7.1-3", "7.2-34"} & rules, rules


def test_archives_are_right_by_both_standards(
    verapdf: dict[Path, list[Finding]],
    verapdf_for_archives: dict[Path, list[Finding]],
    archives: list[Path],
) -> None:
    assert archives
    for each in archives:
        assert verapdf_for_archives[each] == verapdf[each] == []


def test_a_handout_for_readers_is_no_archive(
    verapdf_for_archives: dict[Path, list[Finding]], handouts: list[Handout]
) -> None:
    assert verapdf_for_archives[handouts[0].path]


def test_pdfua_finds_nothing_that_is_not_on_the_list(
    handouts: list[Handout], page_sheets: list[Handout], labels: list[Handout]
) -> None:
    sheets = (*handouts, *page_sheets, *labels)
    found = [finding for each in sheets for finding in judges.judged_by_pdfua(each.path)]
    problems = list(judges.surprises(found, judges.known("pdfua")))
    assert not problems, shown(problems)


def test_pdfua_finds_a_handout_without_tags_and_language(untagged: Path) -> None:
    listed = {each.rule for each in judges.known("pdfua")}
    assert {finding.rule for finding in judges.judged_by_pdfua(untagged)} - listed


def test_a_finding_that_is_not_on_the_list_names_file_rule_and_words() -> None:
    found = [Finding("veraPDF", "7.1-3", "en/handouts/a-a4.pdf", "Content is not tagged")]
    assert list(judges.surprises(found, [])) == [
        "en/handouts/a-a4.pdf: veraPDF 7.1-3: Content is not tagged"
    ]


def test_a_finding_that_no_longer_occurs_must_leave_the_list() -> None:
    gone = Known("veraPDF", "7.2-20", "lists", "they were so", "now")
    assert list(judges.surprises([], [gone])) == [
        "known_findings.toml: veraPDF 7.2-20 is found in no file any more: take it out"
    ]


def test_each_entry_of_the_list_says_what_why_and_until_when(tmp_path: Path) -> None:
    path = tmp_path / "known.toml"
    path.write_text('[[finding]]\njudge = "veraPDF"\nrule = "7.2-20"\n', encoding="utf-8")
    with pytest.raises(TypeError, match="'what', 'why', and 'until'"):
        judges.known("veraPDF", path)


def test_no_entry_of_the_list_is_for_a_judge_that_nobody_asks() -> None:
    entries = judges.KNOWN.read_text(encoding="utf-8").count("[[finding]]")
    assert entries == sum(len(judges.known(judge)) for judge in ("veraPDF", "pdfua", "XMP"))


def test_a_verdict_that_does_not_come_is_an_error_and_not_a_pass(tmp_path: Path) -> None:
    with pytest.raises((RuntimeError, FileNotFoundError)):
        judges.judged_by_verapdf(tmp_path, [tmp_path / "none.pdf"])
