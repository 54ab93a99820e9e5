"""What stands on the lines of a PDF from left to right, as its glyphs are placed."""

from __future__ import annotations

import ctypes
import re
from collections import defaultdict

import pypdfium2
from pypdfium2 import raw

from .reading_pdf import HIDDEN


def lines(pdf: bytes) -> list[str]:
    """Each line of each page, from the top: its letters from left to right, without spaces."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [line for page in document for line in _lines(page)]


def _lines(page: pypdfium2.PdfPage) -> list[str]:
    text = page.get_textpage()
    at: defaultdict[int, list[tuple[float, str]]] = defaultdict(list)
    x, y = ctypes.c_double(), ctypes.c_double()
    for number in range(text.count_chars()):
        letter = chr(raw.FPDFText_GetUnicode(text, number))
        if HIDDEN.fullmatch(letter) or raw.FPDFText_IsGenerated(text, number):
            continue
        raw.FPDFText_GetCharOrigin(text, number, ctypes.byref(x), ctypes.byref(y))
        at[round(y.value * 2)].append((x.value, letter))
    text.close()
    page.close()
    return ["".join(letter for _, letter in sorted(at[y])) for y in sorted(at, reverse=True)]


LATIN = re.compile(
    r"(?:\+?[0-9]+(?:[.,:/–-][0-9]+|\([a-z0-9]+\))*%?|[A-Za-z][A-Za-z0-9’'&./–-]*)"
    r"(?: (?:\+?[0-9]+(?:[.,:/–-][0-9]+)*|[A-Za-z][A-Za-z0-9’'&./–-]*|\([A-Za-z0-9]+\)))*"
)
"""Latin words and numbers in a row, with what holds them together."""


def left_to_right(text: str) -> list[str]:
    """The stretches of a right-to-left text that are read from left to right."""
    found = (match[0].rstrip(".-–/") for match in LATIN.finditer(text))
    return [run for run in found if re.search("[A-Za-z]|[0-9].*[0-9]", run)]


TURNED = str.maketrans({")": "(", "’": "‘", "”": "“", "»": "«"})

PART = re.compile("[^ /–-]+[/–-]*")
"""What no line breaks."""


def is_in_order(run: str, found: list[str]) -> bool:
    """Whether a run stands on a line from left to right, or goes on from one to the next."""
    plain = [_brackets(line) for line in found]
    return _goes_on(PART.findall(_brackets(run)), plain, range(len(plain)))


def _goes_on(parts: list[str], found: list[str], where: range) -> bool:
    for cut in range(len(parts), 0, -1):
        letters = "".join(parts[:cut])
        for at in where:
            if letters in found[at]:
                rest = parts[cut:]
                if not rest or _goes_on(rest, found, _following(at, rest, len(found))):
                    return True
    return False


def _following(at: int, rest: list[str], count: int) -> range:
    """Where a line may go on: near below; what is too long to be there by chance, in any column."""
    return range(count) if len("".join(rest)) > 5 else range(at + 1, min(at + 4, count))


def _brackets(text: str) -> str:
    """PDFium turns what has two sides, such as a bracket, where its line runs from the right.

    It says "(" of some glyphs that are ")", as their text in the file is (UAX #9, L4).
    """
    return text.translate(TURNED)
