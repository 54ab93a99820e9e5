"""Handouts are set in the declared fonts, and every glyph can be searched and heard."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import lxml.html
import pikepdf
import pytest

from waraq.paths import FONT_PACKAGES
from waraq.sheets import fonts as sheet_fonts

from . import fonts_in_pdf as inside
from .conftest import Spoil
from .handouts import Handout

Spoilt = Callable[[Spoil], pikepdf.Pdf]


def files(handout: Handout) -> list[Path]:
    scripts = {
        sheet_fonts.script_of(handout.language),
        *sheet_fonts.scripts(lxml.html.tostring(handout.html, encoding="unicode")),
    }
    return [FONT_PACKAGES / face.file for face in sheet_fonts.faces(scripts)]


def test_every_font_is_a_subset_of_a_declared_file_and_every_glyph_says_its_letter(
    sampled: list[Handout],
) -> None:
    problems = [
        problem
        for each in sampled
        for problem in each.label(inside.font_problems(each.open(), files(each)))
    ]
    assert not problems, "\n".join(problems)


def test_a_handout_is_set_in_the_font_of_its_script(sampled: list[Handout]) -> None:
    for each in sampled:
        script = sheet_fonts.script_of(each.language)
        family = sheet_fonts.FAMILY_OF[script]
        own = {
            inside.declared(FONT_PACKAGES / face.file).name
            for face in sheet_fonts.faces([script])
            if face.family == family
        }
        pdf = each.open()
        shown = {
            font.program["name"].getDebugName(6)
            for font in inside.fonts(pdf)
            if font.program is not None and font.shown
        }
        assert own & shown, f"{each.name}: {sorted(own)} are declared, {sorted(shown)} are used"


# Proof that it can fail: each harm is done to a sound handout.


def first_font(pdf: pikepdf.Pdf) -> pikepdf.Object:
    return next(each for each in inside.fonts(pdf) if each.shown).dictionary


def drop_program(pdf: pikepdf.Pdf) -> None:
    del first_font(pdf).DescendantFonts[0].FontDescriptor.FontFile2


def drop_subset_mark(pdf: pikepdf.Pdf) -> None:
    first_font(pdf).BaseFont = pikepdf.Name("/Helvetica")


def draw_as_type3(pdf: pikepdf.Pdf) -> None:
    first_font(pdf).Subtype = pikepdf.Name("/Type3")


def drop_texts(pdf: pikepdf.Pdf) -> None:
    del first_font(pdf).ToUnicode


def map_one(text: bytes) -> Spoil:
    def harm(pdf: pikepdf.Pdf) -> None:
        glyph = min(next(each for each in inside.fonts(pdf) if each.shown).shown)
        cmap = b"1 beginbfchar\n<%04x> <%s>\nendbfchar" % (glyph, text)
        first_font(pdf).ToUnicode = pdf.make_stream(cmap)

    return harm


def swap_programs(pdf: pikepdf.Pdf) -> None:
    one, other = [
        each.dictionary.DescendantFonts[0].FontDescriptor
        for each in inside.fonts(pdf)
        if each.shown
    ][:2]
    one.FontFile2, other.FontFile2 = other.FontFile2, one.FontFile2


@pytest.mark.parametrize(
    ("harm", "words"),
    [
        (drop_program, "is not embedded"),
        (drop_subset_mark, "is not marked as a subset"),
        (draw_as_type3, "is /Type3"),
        (drop_texts, "which nobody can search or hear"),
        (map_one(b""), "stands for ''"),
        (map_one(b"e001"), "stands for '\\ue001'"),
        (map_one(b"fe8d"), "stands for '\ufe8d'"),
        (map_one(b"fffd"), "stands for '\ufffd'"),
        (map_one(b"0000"), "stands for '\\x00'"),
        (map_one(b"0416"), "and stands for 'Ж'"),
        (swap_programs, "is not drawn as in"),
    ],
)
def test_a_font_that_is_not_ours_or_does_not_say_its_letters_is_found(
    spoilt: Spoilt, handouts: list[Handout], harm: Spoil, words: str
) -> None:
    problems = list(inside.font_problems(spoilt(harm), files(handouts[0])))
    assert any(words in problem for problem in problems), problems


def test_a_font_that_is_not_declared_is_found(handouts: list[Handout]) -> None:
    problems = list(inside.font_problems(handouts[0].open(), files(handouts[0])[1:]))
    assert any("is NotoSans-Regular; declared are" in problem for problem in problems), problems


def test_ranges_of_a_tounicode_cmap_are_read() -> None:
    pdf = pikepdf.new()
    cmap = b"2 beginbfrange\n<0001> <0003> <0041>\n<0010> <0011> [<0627> <06440627>]\nendbfrange"
    font = pikepdf.Dictionary(ToUnicode=pdf.make_stream(cmap))
    assert inside.to_unicode(font) == {1: "A", 2: "B", 3: "C", 16: "ا", 17: "لا"}
