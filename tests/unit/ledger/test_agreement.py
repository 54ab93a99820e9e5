"""The records agree with one another, or the one that does not is named."""

from __future__ import annotations

import pytest

from waraq.ledger.agreement import says

from .conftest import SOUND, LoadFiles, LoadSpoilt


@pytest.mark.parametrize(
    ("file", "old", "new", "record", "words"),
    [
        ("claims.toml", '["paper"]', '["papper"]', "many-held", "sources.toml has no “papper”"),
        ("events.toml", '["gazette"]', '["gazete"]', "decree", "sources.toml has no “gazete”"),
        ("events.toml", '["listed"]', '["lisst"]', "decree", "claims.toml has no “lisst”"),
        ("lists.toml", '["listed"]', '["lisst"]', "sdn", "claims.toml has no “lisst”"),
        ("people.toml", 'list = "sdn"', 'list = "sdm"', "chen", "lists.toml has no “sdm”"),
        ("people.toml", '"gazette"', '"gazete"', "chen", "sources.toml has no “gazete”"),
        ("organisations.toml", 'list = "sdn"', 'list = "sdm"', "maker", "lists.toml has no “sdm”"),
        ("organisations.toml", '"gazette"', '"gazete"', "maker", "sources.toml has no “gazete”"),
    ],
)
def test_an_id_that_is_not_there_is_named_at_the_record_that_names_it(
    load_spoilt: LoadSpoilt, file: str, old: str, new: str, record: str, words: str
) -> None:
    _, [problem] = load_spoilt(file, old, new)
    assert problem.rule == "ledger-reference"
    assert problem.message == f"{record}: {words}"
    assert SOUND[file].splitlines()[problem.line - 1] == f"[{record}]"


def test_a_whole_file_that_is_missing_is_missed(load_files: LoadFiles) -> None:
    files = {name: text for name, text in SOUND.items() if name != "lists.toml"}
    _, problems = load_files(files)
    assert [problem.message for problem in problems] == [
        "maker: lists.toml has no “sdn”",
        "chen: lists.toml has no “sdn”",
    ]


def test_two_claims_cannot_share_the_id_of_a_figure(load_spoilt: LoadSpoilt) -> None:
    _, [problem] = load_spoilt(
        "claims.toml",
        'topic = "law"',
        'topic = "law"\nfigures = [{ id = "held", value = 2, unit = "companies" }]',
    )
    assert problem.rule == "ledger-figure"
    assert problem.message == "listed: the figure “held” stands in “many-held” too"


def test_one_claim_cannot_use_the_id_of_a_figure_twice(load_spoilt: LoadSpoilt) -> None:
    ledger, [problem] = load_spoilt("claims.toml", 'id = "spent"', 'id = "held"')
    assert problem.message == "many-held: the figure “held” stands in this claim twice"
    assert ledger.figures["held"][1].unit == "people"


def test_an_estimate_must_say_that_it_is_one(load_spoilt: LoadSpoilt) -> None:
    _, [problem] = load_spoilt("claims.toml", "estimated that about", "said that")
    assert problem.rule == "ledger-estimate"
    assert problem.message.startswith("many-held: ")
    assert "wording.toml" in problem.hint


def test_without_words_for_estimates_no_estimate_passes(load_files: LoadFiles) -> None:
    _, [problem] = load_files({**SOUND, "wording.toml": ""})
    assert problem.rule == "ledger-estimate"


def test_what_is_no_estimate_needs_no_such_word(load_spoilt: LoadSpoilt) -> None:
    _, problems = load_spoilt("claims.toml", '"The ministry put two', '"The ministry set two')
    assert problems == []


@pytest.mark.parametrize(
    ("statement", "word", "said"),
    [
        ("About a million", "about", True),
        ("A million, perhaps.", "Perhaps", True),
        ("He roundabout said", "about", False),
        ("It was estimated", "estimate", False),
        ("at least five", "at least", True),
        ("约一百万人被关押", "约", True),
        ("一百万人被关押", "约", False),
    ],
)
def test_words_are_found_as_whole_words_where_writing_has_words(
    statement: str, word: str, said: bool
) -> None:
    assert says(statement, word) is said
