"""What keeps a translation from being used."""

from __future__ import annotations

import pytest

from waraq.translate.skeleton import complaints

SOURCE = "The [list](list.md) of 2020.[^treasury]"


def rules(msgstr: str, msgid: str = SOURCE) -> list[str]:
    return [rule for rule, _ in complaints(msgid, msgstr)]


@pytest.mark.parametrize(
    "msgstr",
    [
        "2020-يىلدىكى [تىزىملىك](list.md).[^treasury]",
        "[^treasury]**2020**年的[名单](list.md)。",
        "Die [*Liste*](list.md)n von 2020.[^treasury]",
        "\u200f[تىزىملىك](list.md)نىڭ «2020»[^treasury]",
    ],
)
def test_pieces_may_move_and_take_suffixes_and_emphasis(msgstr: str) -> None:
    assert rules(msgstr) == []


def test_a_lost_link_is_named() -> None:
    assert complaints(SOURCE, "x[^treasury]") == [
        ("link-lost", "the translation lacks the link (list.md)")
    ]


def test_a_changed_address_is_lost_and_added() -> None:
    assert sorted(rules("[l](https://evil.example/)[^treasury]")) == ["link-added", "link-lost"]


def test_a_lost_footnote_and_an_invented_one_are_named() -> None:
    assert sorted(rules("[l](list.md)[^other]")) == ["footnote-added", "footnote-lost"]


def test_a_doubled_link_is_added() -> None:
    assert rules("[a](list.md) [b](list.md)[^treasury]") == ["link-added"]


def test_a_role_that_the_source_lacks_is_added() -> None:
    assert rules("[l](list.md)[^treasury] {download}`../x`") == ["role-added"]


def test_an_image_that_the_source_lacks_is_added() -> None:
    assert rules("[l](list.md)[^treasury] ![a](../../x.png)") == ["image-added"]


def test_a_flood_is_refused_before_it_is_parsed() -> None:
    assert rules("`" * 100_000) == ["length"]


@pytest.mark.parametrize("character", ["\u202e", "\u200b", "\x07", "\U000e0041", "\ufeff", "\x7f"])
def test_hidden_characters_are_refused(character: str) -> None:
    assert rules(f"[l](list.md){character}[^treasury]") == ["characters"]


@pytest.mark.parametrize("character", ["\u200f", "\u200e", "\u061c", "\u200c", "\u2066", "\u0640"])
def test_characters_that_a_language_needs_pass(character: str) -> None:
    assert rules(f"[l](list.md){character}[^treasury]") == []


def test_a_translation_of_nothing_but_marks_is_refused() -> None:
    assert "no-words" in rules("[](list.md)[^treasury]")
