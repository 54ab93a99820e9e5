"""A table in two languages is set once, with both in each cell."""

from __future__ import annotations

from waraq import languages
from waraq.sheets.shared_table import shared_table

ENGLISH = languages.named("en")


def table(caption: str, *rows: tuple[str, str]) -> str:
    cells = "".join(f'<tr><th scope="row">{one}</th><td>{two}</td></tr>' for one, two in rows)
    return f"<table><caption>{caption}</caption>{cells}</table>"


OWN = table("名称", ("英语", "中文"), ('<span lang="en">A &amp; B</span>', "甲"), ("C", "乙"))
SOURCE = table("Names", ("English", "Chinese"), ("A &amp; B", "甲"), ("C", "\u2068乙\u2069"))


def test_what_is_the_same_stands_once_and_the_rest_in_both_languages() -> None:
    assert shared_table(OWN, SOURCE, ENGLISH) == table(
        '名称 <span class="whole" lang="en" dir="ltr">Names</span>',
        (
            '英语 <span class="whole" lang="en" dir="ltr">English</span>',
            '中文 <span class="whole" lang="en" dir="ltr">Chinese</span>',
        ),
        ('<span lang="en">A &amp; B</span>', "甲"),
        ("C", "乙"),
    )


def test_words_that_their_translation_quotes_are_not_said_again() -> None:
    own = table("名单", ("实体清单（Entity List）", ""))
    source = table("名单", ("Entity List", ""))
    assert shared_table(own, source, ENGLISH) == own


def test_longer_words_stand_under_their_translation() -> None:
    own = table("名称", ("尚无确定译名", "甲"))
    source = table("Names", ("there is no settled form", "甲"))
    shared = shared_table(own, source, ENGLISH)
    assert shared
    also = '<p class="also" lang="en" dir="ltr">there is no settled form</p>'
    assert f"<p>尚无确定译名</p>{also}</th>" in shared


def test_tables_with_other_cells_are_not_mixed() -> None:
    assert shared_table(OWN, SOURCE.replace("<td>甲</td>", ""), ENGLISH) is None
