"""What the print engine complains of is said in words."""

from __future__ import annotations

from waraq.sheets.complaints import TAKE_OUT, WRITE_OTHERWISE, in_words

LOGGED = ".notdef glyph rendered for Unicode string unsupported by fonts: "


def test_letters_that_no_font_has_are_named_together() -> None:
    complaint = f'{LOGGED}"😀" (U+1F600); {LOGGED}"ى" (U+0649)'
    assert in_words(complaint) == (
        'the print fonts lack "😀" (U+1F600), "ى" (U+0649)',
        WRITE_OTHERWISE,
    )


def test_a_quotation_mark_is_a_letter_too() -> None:
    assert in_words(f'{LOGGED}""" (U+0022)')[0] == 'the print fonts lack """ (U+0022)'


def test_whatever_else_is_wrong_is_not_lost() -> None:
    assert in_words(f'{LOGGED}"😀" (U+1F600); Other') == (
        'the print fonts lack "😀" (U+1F600); Other',
        TAKE_OUT,
    )
    assert in_words("Other") == ("Other", TAKE_OUT)
