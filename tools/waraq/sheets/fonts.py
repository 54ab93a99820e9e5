"""The print fonts: pinned files from packages, one family for each script.

No generic family is ever named, so a letter that is in none of these files is
an error in the log of WeasyPrint and not a silent substitute. To add a script,
name its family and its files here and its rule in ``theme/sheets/languages.css``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from waraq import languages
from waraq.languages import Language
from waraq.problems import WaraqError
from waraq.sheets.job import SheetScript

LANG = re.compile(r'\blang="([A-Za-z-]+)"')

FAMILY_OF: dict[SheetScript, str] = {
    "Latn": "Sheet Latin",
    "Cyrl": "Sheet Latin",
    "Arab": "Sheet Arabic",
    "Hans": "Sheet Hans",
    "Hant": "Sheet Hant",
}

CODES: dict[languages.Script, SheetScript] = {
    "Latin": "Latn",
    "Cyrillic": "Cyrl",
    "Arabic": "Arab",
    "Han": "Hans",
    "Japanese": "Jpan",
    "Other": "Zyyy",
}

TRADITIONAL = frozenset({"Hant", "TW", "HK", "MO"})
"""Subtags of languages whose Chinese characters have the traditional shapes."""


class NoFontError(WaraqError):
    """A script for which no font is pinned."""


@dataclass(frozen=True)
class Face:
    """One font file: the family that sheets know it by, its weight, its place."""

    family: str
    weight: int
    file: Path


FACES = (
    Face("Sheet Latin", 400, Path("noto-sans/400Regular/NotoSans_400Regular.ttf")),
    Face("Sheet Latin", 700, Path("noto-sans/700Bold/NotoSans_700Bold.ttf")),
    Face("Sheet Arabic", 400, Path("vazirmatn/400Regular/Vazirmatn_400Regular.ttf")),
    Face("Sheet Arabic", 700, Path("vazirmatn/700Bold/Vazirmatn_700Bold.ttf")),
    Face("Sheet Hans", 400, Path("noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf")),
    Face("Sheet Hans", 700, Path("noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf")),
    Face("Sheet Hant", 400, Path("noto-sans-tc/400Regular/NotoSansTC_400Regular.ttf")),
    Face("Sheet Hant", 700, Path("noto-sans-tc/700Bold/NotoSansTC_700Bold.ttf")),
)


def script_of(language: Language) -> SheetScript:
    """The letters that a language is printed in, with their regional shapes."""
    if language.script == "Han" and TRADITIONAL & set(language.tag.split("-")):
        return "Hant"
    return CODES[language.script]


def scripts(html: str) -> frozenset[SheetScript]:
    """The scripts of the languages that a sheet is in, as its ``lang`` attributes say."""
    return frozenset(script_of(languages.named(tag)) for tag in set(LANG.findall(html)))


def faces(needed: Iterable[SheetScript]) -> tuple[Face, ...]:
    """The faces that a sheet needs: those of its scripts, and Latin for names.

    :raises NoFontError: if no pinned font holds a script's letters
    """
    families = {"Sheet Latin"}
    for script in sorted(needed):
        if script not in FAMILY_OF:
            raise NoFontError(
                f"there is no print font for {script} letters yet: add one to FACES in "
                "tools/waraq/sheets/fonts.py, or build with --only web"
            )
        families.add(FAMILY_OF[script])
    return tuple(face for face in FACES if face.family in families)


def missing(font_packages: Path) -> list[Path]:
    """The declared font files that are not installed."""
    return [face.file for face in FACES if not (font_packages / face.file).is_file()]


def css(needed: Iterable[SheetScript], address: str) -> str:
    """``@font-face`` rules for these scripts that take each file from below *address*."""
    return "\n".join(
        f'@font-face {{ font-family: "{face.family}"; font-weight: {face.weight}; '
        f'src: url("{address}{face.file.as_posix()}"); }}'
        for face in faces(needed)
    )
