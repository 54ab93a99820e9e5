"""Where a sentence ends."""

from __future__ import annotations

import pytest

from waraq.pages.search.sentences import sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two? Three!", ["One.", "Two?", "Three!"]),
        ("He said: “No.” She left.", ["He said: “No.”", "She left."]),
        ("The U.S. Treasury acted.", ["The U.S. Treasury acted."]),
        ("See No. 13818 of it. It is law.", ["See No. 13818 of it.", "It is law."]),
        ("About 1.5 million.", ["About 1.5 million."]),
        ("It was 2018. Then came 2019.", ["It was 2018.", "Then came 2019."]),
        ("Am 4. Oktober war es so.", ["Am 4. Oktober war es so."]),
        ("بىرىنچى. ئىككىنچى؟ ئۈچىنچى!", ["بىرىنچى.", "ئىككىنچى؟", "ئۈچىنچى!"]),
        ("他说：“不。”她走了。", ["他说：“不。”", "她走了。"]),
        ("一。二！三？", ["一。", "二！", "三？"]),
        ("two\n  lines", ["two lines"]),
        ("", []),
    ],
)
def test_a_text_is_cut_into_its_sentences(text: str, expected: list[str]) -> None:
    assert list(sentences(text)) == expected
