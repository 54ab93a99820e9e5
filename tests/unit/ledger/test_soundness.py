"""What must be right in one record by itself; a record that is not sound is left out."""

from __future__ import annotations

import pytest

from waraq.ledger import soundness
from waraq.ledger.records import Part

from .conftest import LoadSpoilt

MISTAKES = [
    pytest.param(
        *("claims", "[listed]", "[Listed]", "ledger-id", "“Listed” cannot be an id"),
        id="an id with a capital",
    ),
    pytest.param(
        *("terms", "[camp]", '["camp site"]', "ledger-id", "“camp site” cannot be an id"),
        id="an id with a space",
    ),
    pytest.param(
        *("claims", 'id = "held"', 'id = "héld"', "ledger-id", "“héld” cannot be an id"),
        id="a figure's id with an accent",
    ),
    pytest.param(
        *("claims", '"2018-08"', '"2018-13"', "ledger-date", "date: the calendar has no 2018-13"),
        id="a month that does not exist",
    ),
    pytest.param(
        *("claims", '"2018-08-30"', '"30.8.2018"', "ledger-date", "as_of: “30.8.2018” is not"),
        id="a date in another order",
    ),
    pytest.param(
        *("sources", 'date = "2018"', 'date = "undated"', "ledger-date", "date: “undated” is not"),
        id="words in the place of a date",
    ),
    pytest.param(
        *("events", "2020-07-09", "2020-06-31", "ledger-date", "the calendar has no 2020-06-31"),
        id="a day that does not exist",
    ),
    pytest.param(
        *("people", '"2020-07-09"', '"2020-7"', "ledger-date", "the measure “sdn”: date: “2020-7”"),
        id="a measure with a date written otherwise",
    ),
    pytest.param(
        *("people", 'until = "2021"', 'until = "2021-00"', "ledger-date", "until: the calendar"),
        id="a measure until a month that does not exist",
    ),
    pytest.param(
        *("people", 'until = "2021"', 'until = "2020-06"', "ledger-order", "until 2020-06 is bef"),
        id="a measure that ends before it began",
    ),
    pytest.param(
        *("sources", 'date = "2018"', 'date = "2099-01-01"', "ledger-order"),
        "accessed, 2026-11-23, is before its date, 2099-01-01",
        id="a source that is read before it was written",
    ),
    pytest.param(
        *("claims", "to = 1_800_000", "to = 900_000", "ledger-range", "to, 900000, is not above"),
        id="a range that does not go up",
    ),
    pytest.param(
        *("claims", "92.8", "nan", "ledger-range", "the figure “risen”: inf and nan"),
        id="a figure that is no number",
    ),
    pytest.param(
        *("claims", "92.8", "1e300", "ledger-size", "“risen”: 1e+300 has more digits"),
        id="a figure that no language can set",
    ),
    pytest.param(
        *("claims", ', unit = "people"', "", "ledger-unit", "“held”: it has no unit, no currency"),
        id="a figure of nothing",
    ),
    pytest.param(
        *("claims", '"CNY"', '"CNY", percent = true', "ledger-unit", "both an amount in CNY and"),
        id="a figure both of money and per cent",
    ),
    pytest.param(
        *("claims", '"CNY"', '"RMB"', "ledger-unit", "“RMB” is not a code of ISO 4217"),
        id="a currency that ISO 4217 has not",
    ),
    pytest.param(
        *("people", 'en = "Chen"', 'xx = "Chen"', "ledger-language", "name: the language “xx”"),
        id="a name in a language that is not known",
    ),
    pytest.param(
        *("terms", "term.en", "term.zh-hans", "ledger-language", "term: the language “zh-hans”"),
        id="a tag in small letters",
    ),
    pytest.param(
        *("terms", "term.en", "term.zh_Hans", "ledger-language", "term: the language “zh_Hans”"),
        id="a gettext folder in the place of a tag",
    ),
    pytest.param(
        *("organisations", "full_name = { en", "full_name = { eng", "ledger-language", "full_name"),
        id="a registered name in a language that is not known",
    ),
    pytest.param(
        *("sources", 'language = "pt"', 'language = "Portuguese"', "ledger-language", "language: "),
        id="a source in a language that is not known",
    ),
    pytest.param(
        *(
            "sources",
            '"pt"',
            '"pt"\ntitle_language = "englis"',
            "ledger-language",
            "title_language: ",
        ),
        id="a title in a language that is not known",
    ),
    pytest.param(
        *("sources", '"pt"', '"zh-Hant"', "ledger-title", "document in “zh-Hant” is not"),
        id="a translated title that does not say so",
    ),
    pytest.param(
        *(
            "people",
            '"zh-Hans"\nsure',
            '"zh-Hant"\nsure',
            "ledger-original",
            "no name in “zh-Hant”",
        ),
        id="a person whose original name is missing",
    ),
    pytest.param(
        *("organisations", 'original = "en"', 'original = "ug"', "ledger-original", "in “ug”"),
        id="an organisation whose original name is missing",
    ),
    pytest.param(
        *("terms", 'term.en = "camp"\nterm.ky = "лагерь"\nsure.ky = "low"', "term = {}"),
        *("ledger-original", "there is no word in any language"),
        id="a term without words",
    ),
    pytest.param(
        *("people", "sure = { ug", "sure = { tr", "ledger-sure", "no name in “tr” to be sure of"),
        id="being sure of a person's name that is missing",
    ),
    pytest.param(
        *("terms", "sure.ky", "sure.kk", "ledger-sure", "there is no name in “kk” to be sure of"),
        id="being sure of a term that is missing",
    ),
    pytest.param(
        *(
            "sources",
            "https://gazette.example/1",
            "gazette.example/1",
            "ledger-address",
            "address:",
        ),
        id="an address without its scheme",
    ),
    pytest.param(
        *("sources", "https://gazette.example/1", "ftp://gazette.example/1", "ledger-address"),
        "“ftp://gazette.example/1” is not an address",
        id="an address that browsers do not open",
    ),
    pytest.param(
        *(
            "sources",
            "http://archive.example/",
            "a copy of ",
            "ledger-address",
            "archived: “a copy",
        ),
        id="words in the place of an archived address",
    ),
    pytest.param(
        *("claims", '["paper"]', "[]", "ledger-unsourced", "sources: it has none"),
        id="a claim without a source",
    ),
    pytest.param(
        *("events", '["gazette"]', "[]", "ledger-unsourced", "sources: it has none"),
        id="an event without a source",
    ),
]


@pytest.mark.parametrize(("part", "old", "new", "rule", "words"), MISTAKES)
def test_a_mistake_is_named_and_its_record_left_out(
    load_spoilt: LoadSpoilt, part: Part, old: str, new: str, rule: str, words: str
) -> None:
    ledger, problems = load_spoilt(f"{part}.toml", old, new)
    [problem] = [each for each in problems if each.rule != "ledger-reference"]
    assert problem.rule == rule
    assert words in problem.message
    name = problem.message.partition(":")[0]
    assert ledger.places[part, name] == (problem.path, problem.line)
    assert name not in getattr(ledger, part)


def test_every_rule_has_a_mistake_here() -> None:
    assert {each.values[3] for each in MISTAKES} == {rule.name for rule in soundness.RULES}


def test_every_mistake_of_a_record_is_named_at_once(load_spoilt: LoadSpoilt) -> None:
    _, problems = load_spoilt(
        "claims.toml", '"spent", value = 57_950_000_000, currency = "CNY"', '"Spent", value = inf'
    )
    assert [each.rule for each in problems] == ["ledger-range", "ledger-unit", "ledger-id"]


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("claims", 'unit = "people"', 'unit = "people", percent = true'),
        ("claims", '"CNY"', '"CNY", unit = "yuan"'),
        ("people", 'until = "2021"', 'until = "2020"'),
        ("people", 'until = "2021"', 'until = "2020-07-09"'),
        ("terms", "sure.ky", "sure.en"),
        ("sources", 'language = "pt"', 'language = "zh-TW"\ntitle_language = "en"'),
        ("sources", "https://gazette.example/1", "https://gazette.example/1?a=(b)#c"),
    ],
)
def test_what_is_right_is_not_complained_of(
    load_spoilt: LoadSpoilt, part: Part, old: str, new: str
) -> None:
    assert load_spoilt(f"{part}.toml", old, new)[1] == []
