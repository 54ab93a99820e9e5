"""docs/ledger → records: what is broken is named with its place, the rest is there."""

from __future__ import annotations

from pathlib import Path

import pytest

from waraq.ledger import Ledger, load
from waraq.problems import Severity

from .conftest import SOUND, LoadFiles, LoadSpoilt


def test_a_project_without_a_ledger_has_an_empty_one_and_no_problems(tmp_path: Path) -> None:
    assert load(tmp_path / "docs" / "ledger", str) == (Ledger(), [])


def test_an_empty_folder_is_an_empty_ledger(load_files: LoadFiles) -> None:
    assert load_files({}) == (Ledger(), [])


def test_every_kind_of_record_is_read_by_its_id(sound: Ledger) -> None:
    assert list(sound.claims) == ["many-held", "listed"]
    assert sound.sources["gazette"].read == "not-read"
    assert sound.people["chen"].measures[0].until == "2021"
    assert sound.organisations["maker"].original_name == "Maker"
    assert sound.lists["sdn"].claims == ("listed",)
    assert sound.events["decree"].date == "2020-07-09"
    assert sound.terms["camp"].sure == {"ky": "low"}
    assert sound.wording.names_with_numbers == ("section 7031(c)",)
    assert sound.wording.attributions == ("said", "according to")


def test_a_figure_is_found_with_the_claim_that_states_it(sound: Ledger) -> None:
    claim, figure = sound.figures["held"]
    assert claim.id == "many-held"
    assert (figure.value, figure.to, figure.bound) == (900_000, 1_800_000, "about")
    assert sound.figures["spent"][1].bound is None


def test_a_broken_record_does_not_hide_the_others(load_spoilt: LoadSpoilt) -> None:
    ledger, problems = load_spoilt("claims.toml", 'kind = "official"', 'kind = "rumour"')
    assert list(ledger.claims) == ["many-held"]
    assert len(problems) == 1


def test_what_only_refers_to_a_broken_record_is_no_second_problem(load_spoilt: LoadSpoilt) -> None:
    ledger, problems = load_spoilt("sources.toml", 'title = "Decree"', "")
    assert "gazette" not in ledger.sources
    assert ledger.names("sources", "gazette")
    assert [problem.rule for problem in problems] == ["ledger-key"]


def test_a_broken_claim_still_names_its_figures(load_spoilt: LoadSpoilt) -> None:
    ledger, _ = load_spoilt("claims.toml", 'kind = "estimate"', "")
    assert ledger.figures == {}
    assert ledger.names("figures", "held")
    assert not ledger.names("figures", "hold")


def test_a_problem_lies_at_the_heading_of_its_record(load_spoilt: LoadSpoilt) -> None:
    _, [problem] = load_spoilt("sources.toml", 'type = "law"', 'type = "hearsay"')
    lines = SOUND["sources.toml"].splitlines()
    assert problem.path == "docs/ledger/sources.toml"
    assert lines[problem.line - 1] == "[gazette]"
    assert problem.message.startswith("gazette: ")
    assert (problem.severity, problem.language) == (Severity.ERROR, "")


@pytest.mark.parametrize(
    "heading", ["[ camp ]", '["camp"]', "['camp']", "[camp] # a place", "  [camp]", "[camp.term]"]
)
def test_a_heading_is_found_however_it_is_written(load_files: LoadFiles, heading: str) -> None:
    ledger, _ = load_files({"terms.toml": f"# words\n\n{heading}\nen = 'camp'\n\n[other]\n"})
    assert ledger.places["terms", "camp"] == ("docs/ledger/terms.toml", 3)
    assert ledger.places["terms", "other"].line == 6


def test_a_record_begins_at_its_first_heading(load_files: LoadFiles) -> None:
    ledger, _ = load_files({"terms.toml": "[camp]\ndefinition = 'D'\n[camp.term]\nen = 'camp'\n"})
    assert ledger.terms["camp"].name_in("en") == "camp"
    assert ledger.places["terms", "camp"].line == 1


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("[a]\nx = 1\ny = \nz = 2\n", 3, "Invalid value"),
        ("[a]\nx = [1,\n", 2, "at the end of the file"),
        ("[a]\nx = 1\n\n[a]\ny = 1\n", 4, "the id “a” stands twice"),
        ("[a]\nx = 1\nx = 2\n", 3, "the key stands twice"),
        ("[a]\nx = " + "9" * 5000, 2, "digits"),
    ],
)
def test_what_is_no_toml_is_said_with_its_line(
    load_files: LoadFiles, text: str, line: int, words: str
) -> None:
    _, [problem] = load_files({"claims.toml": text})
    assert (problem.rule, problem.line) == ("ledger-toml", line)
    assert words in problem.message


def test_what_refers_to_a_file_that_is_no_toml_is_no_second_problem(load_files: LoadFiles) -> None:
    ledger, problems = load_files({**SOUND, "sources.toml": "[paper\n"})
    assert [problem.rule for problem in problems] == ["ledger-toml"]
    assert ledger.unread == {"sources"}
    assert list(ledger.claims) == ["many-held", "listed"]


def test_estimates_are_not_judged_by_words_that_could_not_be_read(load_files: LoadFiles) -> None:
    _, [problem] = load_files({**SOUND, "wording.toml": "estimates = []"})
    assert (problem.path, problem.rule) == ("docs/ledger/wording.toml", "ledger-key")
    assert "“estimates” is unknown" in problem.message


def test_a_file_that_nobody_reads_is_an_error(load_files: LoadFiles) -> None:
    _, [problem] = load_files({"claim.toml": "", "README.md": "How to edit.", ".DS_Store": ""})
    assert (problem.path, problem.line) == ("docs/ledger/claim.toml", 0)
    assert problem.rule == "ledger-file"
    assert "claims.toml" in problem.hint


def test_a_file_that_is_not_utf_8_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "terms.toml").write_bytes(b"[caf\xe9]")
    ledger, [problem] = load(tmp_path, lambda path: path.name)
    assert str(problem).startswith("terms.toml: error: the file is not in UTF-8 [ledger-file]")
    assert ledger.unread == {"terms"}


def test_a_folder_in_the_place_of_a_file_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "claims.toml").mkdir()
    _, [problem] = load(tmp_path, lambda path: path.name)
    assert (problem.path, problem.rule) == ("claims.toml", "ledger-file")


@pytest.mark.parametrize(
    ("file", "old", "new", "rule", "words"),
    [
        ("claims.toml", 'topic = "law"', 'tropic = "law"', "ledger-key", "“tropic” is unknown"),
        ("claims.toml", 'topic = "law"', "", "ledger-key", "“topic” is missing"),
        ("claims.toml", '"spent", value', '"spent", sum', "ledger-key", "figures no. 2: the key"),
        ("claims.toml", 'topic = "law"', 'topic = "law"\nid = "l"', "ledger-key", "id: "),
        ("claims.toml", "[many-held]", "x = 1\n[many-held]", "ledger-key", "x: stands outside"),
        ("claims.toml", '"official"', '"rumour"', "ledger-kind", "kind: “rumour” is none of off"),
        ("claims.toml", '"about" }', '"over" }', "ledger-kind", "bound: “over” is none of about"),
        ("sources.toml", '"law"', '"hearsay"', "ledger-kind", "type: “hearsay” is none of law"),
        ("sources.toml", '"not-read"', '"no"', "ledger-kind", "read: “no” is none of excerpt"),
        ("people.toml", '"medium"', '"rather"', "ledger-kind", "sure: “rather” is none of high"),
        ("terms.toml", '"low"', '"lowest"', "ledger-kind", "sure: “lowest” is none of high"),
        ("claims.toml", "92.8", '"92.8"', "ledger-type", "figures no. 3: value: this must be a nu"),
        ("claims.toml", "1_800_000", "true", "ledger-type", "to: this must be a number, and is tr"),
        ("claims.toml", '["paper"]', '"paper"', "ledger-type", "sources: this must be a list"),
        ("claims.toml", '"2018-08"', "2018-08-29", "ledger-type", "date: this must be text in qu"),
        (
            "terms.toml",
            'term.en = "camp"',
            'term.en = " "',
            "ledger-type",
            "nothing stands between",
        ),
        ("terms.toml", "term.ky", "sensitive = 1\nterm.ky", "ledger-type", "true or false"),
    ],
)
def test_a_record_of_the_wrong_shape_is_said_with_its_key(
    load_spoilt: LoadSpoilt, file: str, old: str, new: str, rule: str, words: str
) -> None:
    _, [problem] = load_spoilt(file, old, new)
    assert (problem.rule, problem.path) == (rule, f"docs/ledger/{file}")
    assert words in problem.message


def test_the_same_files_give_the_same_report(load_files: LoadFiles, tmp_path: Path) -> None:
    _, first = load_files({"b.toml": "", "a.toml": "", "claims.toml": "[x]\n[y]\n"})
    _, second = load(tmp_path / "docs/ledger", lambda path: path.relative_to(tmp_path).as_posix())
    assert first == second
    assert [problem.path.rpartition("/")[2] for problem in first] == [
        "a.toml",
        "b.toml",
        "claims.toml",
        "claims.toml",
    ]
