"""What a reader may have meant by a letter: other keyboards, other spellings, another alphabet.

A row has what is typed, folded, and then what else it may stand for on a page;
of rows that fit, the longest is taken. To add a language, add its rows to
``ALIKE``.
"""

from __future__ import annotations

from collections.abc import Mapping

UYGHUR_LETTERS = """
ه ھ ە
ة ە ھ ه
ھ ه
ە ه
ي ى ې
ى ي ې
ی ى ي ې
ې ى
و ۇ ۆ ۈ ۋ
ؤ و ۇ ۆ ۈ ۋ
ۇ و
ۆ و
ۈ و
ۋ و
ڭ نگ
نگ ڭ
"""
"""Arabic keyboards have one ه for ھ and ە, one ي for ى, ي and ې, and one و for five letters.

A reader with a Uyghur keyboard means what is typed, and finds little beside it:
ھ and ە, vowels and ي, rarely stand in the same place of two words. The
``ـېـ`` that comes of a weakened ``ـەـ`` or ``ـىـ`` is often mis-spelt.
"""

UYGHUR_LATIN = """
a ا
b ب
c چ ج
ch چ
d د
e ە ې ه
f ف
g گ غ
gh غ
h ھ ه خ
i ى ي ې
ia ا
j ج ژ
k ك ق
kh خ
l ل
m م
n ن
ng ڭ
o و ۆ
p پ
q ق چ
r ر
s س ش
sh ش
t ت
u ۇ ۈ
v ۋ
w ۋ
x خ ش
y ي ى
z ز
zh ژ ج
"""
"""Uyghur in Latin letters (ULY), folded, so that ö, ü and ë stand for o, u and e; and what is
typed by those who know the places from English or Pinyin: "Xinjiang", "Ürümqi", "Hotan".
"""

KAZAKH_LETTERS = """
а ә
г ғ
к қ
н ң
о ө
у ұ ү
х һ
и і
"""
"""Russian keyboards lack nine letters of Kazakh."""


BEFORE = {"ar": "[وف]?(?:[بك]?ال|لل|[بكل])?"}
"""What a language writes in front of a word without a space, as a regular expression."""


def _rows(*tables: str) -> dict[str, str]:
    """Typed letters → what they may stand for, themselves first, with spaces between."""
    rows = (row.split() for table in tables for row in table.strip().splitlines())
    return {typed: " ".join((typed, *meant)) for typed, *meant in rows}


ALIKE: Mapping[str, Mapping[str, str]] = {
    "ug": _rows(UYGHUR_LETTERS, UYGHUR_LATIN),
    "kk": _rows(KAZAKH_LETTERS),
}
