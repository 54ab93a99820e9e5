"""Names are found by their capitals, and known by the ledger's."""

from __future__ import annotations

import pytest

from waraq.ledger.records import Wording
from waraq.prose.names import strangers, typed_people

from .conftest import MakeBook, claim

WORDING = Wording(names=("Road Council", "Victims of Communism Memorial Foundation", "Xinjiang"))


def named(words: str) -> str:
    return words.partition("“")[2].partition("”")[0]


@pytest.mark.parametrize(
    ("text", "strange"),
    [
        ("They met Pavel Novak there.", ["Pavel Novak"]),
        ("Pavel Novak met them.", ["Pavel Novak"]),
        ("They met Jean-Luc\nD’Arcy’s friend.", ["Jean-Luc D’Arcy"]),
        ("They met Li Novak and Na Li.", ["Li Novak", "Na Li"]),
        ("They met Li Na and Senator Na.", []),
        ("The met one. The Road Council met the other.", []),
        ("The Novak Council met the others.", ["Novak Council"]),
        ("He met China’s Novak, the US Novak, a Chinese Novak, Xinjiang Novak.", []),
        ("It was the Victims of Communism Memorial Foundation, or the Memorial Foundation.", []),
        ("It was in March. Novak came, Pavel did not.", []),
        ("They read the Valley Press and The Paper of Record.", []),
        ("Pavel: Novak, Pavel; Novak (Pavel) Novak", []),
    ],
)
def test_a_stranger_is_two_capitals_side_by_side_in_no_name_of_the_ledger(
    make_book: MakeBook, text: str, strange: list[str]
) -> None:
    book = make_book(text, wording=WORDING, claims=(claim(),))
    assert [named(each.words) for each in strangers(book)] == strange


def test_a_name_in_a_claim_is_no_stranger(make_book: MakeBook) -> None:
    known = claim(statement="The paper quoted Pavel Novak.")
    assert list(strangers(make_book("They met Pavel Novak.", claims=(known,)))) == []


def test_capitals_tell_nothing_in_other_languages(make_book: MakeBook) -> None:
    assert list(strangers(make_book("Der Alte Mann Novak", tag="de"))) == []


@pytest.mark.parametrize("text", ["There Li\nNa said so.", "There 李娜 said so.", "It is Li Na’s."])
def test_a_person_typed_by_hand_is_found_in_every_script(make_book: MakeBook, text: str) -> None:
    [found] = typed_people(make_book(text))
    assert found.hint == "write {person}`li-na`"


@pytest.mark.parametrize("text", ["“Li Na” it says.", "Li Naturally came.", "Ms Li said so."])
def test_quotations_other_words_and_surnames_are_left_alone(make_book: MakeBook, text: str) -> None:
    assert list(typed_people(make_book(text))) == []
