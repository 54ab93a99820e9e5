"""Whether a folder is, file by file, the edition that its manifest describes; whose a code is.

Tells damage and change, not forgery: whoever changes a file can change the
manifest, too.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from waraq import manifest
from waraq.manifest import MANIFEST
from waraq.problems import Problem, Severity, WaraqError, in_order
from waraq.sheets import codes

ALIKE = str.maketrans({"I": "1", "L": "1", "O": "0"})
"""Signs that look like others; codes have only the others (Crockford's base 32)."""

BETWEEN = str.maketrans(
    dict.fromkeys(" -\u2010\u2011\u2012\u2013\u2014\u2212\u00a0\u200e\u200f.,:;#_/()[]")
)
"""What people put between the groups of a code, or after it."""

LABEL = re.compile(r"\A\s*(?:code\b|[^\x00-\x7f]+)", re.IGNORECASE)
"""What stands before a code on a sheet, in its language."""

MOST_WORDS = 3
"""Of one code, typed as it stands on the sheet: label, group, group."""

LISTS = f"*/{codes.LIST}"
"""Where all languages of an edition list their codes."""

AGAIN = "copy the edition again from where you have it, or build it: waraq build"


class NoManifest(WaraqError):
    """The folder is no edition; the message names it."""


@dataclass(frozen=True)
class Verified:
    """An edition's folder, how many files it has, and where it is not what it should be."""

    folder: Path
    files: int
    problems: tuple[Problem, ...]


def verify(folder: Path, asked: Sequence[str] = ()) -> Verified:
    """Hold *folder* to its manifest, and look up codes as they are printed on sheets.

    :raises NoManifest: if there is none
    """
    folder = manifest.edition_in(folder)
    try:
        listed = (folder / MANIFEST).read_text(encoding="utf-8", errors="replace")
    except OSError as error:
        raise NoManifest(
            f"{folder}: it has no {MANIFEST} that can be read ({error.strerror}); "
            "name the folder of an edition"
        ) from None
    present = [path.relative_to(folder).as_posix() for path in manifest.files(folder)]
    problems = [*_manifest_problems(folder, listed, present), *_code_problems(folder, asked)]
    return Verified(folder, len(present), tuple(in_order(problems)))


def _manifest_problems(folder: Path, listed: str, present: Sequence[str]) -> Iterator[Problem]:
    for number in manifest.unreadable(listed):
        words = "the line is none of a manifest, or names a file again"
        yield Problem(MANIFEST, number, "", "manifest", Severity.ERROR, words, AGAIN)
    for name in manifest.irregular(folder):
        words = "it is neither file nor folder but a link or the like"
        yield Problem(shown(name), 0, "", "manifest", Severity.ERROR, words, AGAIN)
    for name, words in manifest.differences(folder, listed, present):
        yield Problem(shown(name), 0, "", "manifest", Severity.ERROR, words, AGAIN)


def _code_problems(folder: Path, asked: Sequence[str]) -> Iterator[Problem]:
    if not asked:
        return
    known: dict[str, list[str]] = {}
    for code, name in _codes(folder):
        known.setdefault(code, []).append(name)
    for each, code in _read(asked):
        if not code:
            words = f"{shown(each)!r} is no code of a sheet"
            hint = f"a code has {codes.LENGTH} letters and digits, such as 7Q2M-0XKD"
            yield Problem(LISTS, 0, "", "code", Severity.ERROR, words, hint)
        elif code in known:
            words = f"{code} is the code of this sheet"
            hint = "compare what it says with the paper"
            for name in known[code]:
                yield Problem(name, 0, _tag(name), "code", Severity.NOTE, words, hint)
        else:
            words = f"this edition has no sheet with the code {code}"
            hint = "read the code again; if it is right, the sheet is of another edition: ask there"
            yield Problem(LISTS, 0, "", "code", Severity.ERROR, words, hint)


def _read(asked: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each code as it was typed, in one word or several, and as it is printed or ``""``."""
    place = 0
    while place < len(asked):
        for words in range(MOST_WORDS, 0, -1):
            typed = " ".join(asked[place : place + words])
            if (code := normalised(typed)) or words == 1:
                break
        yield typed, code
        place += words


def _codes(folder: Path) -> Iterator[tuple[str, str]]:
    """The codes of an edition, and the sheets that bear them."""
    for path in sorted(folder.glob(LISTS)):
        for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
            code, _, name = line.partition(" ")
            if name:
                yield normalised(code), shown(name)


def normalised(code: str) -> str:
    """A code as it is printed, whatever the case, spaces and look-alikes; empty if it is none."""
    typed = unicodedata.normalize("NFKC", code)
    for text in (typed, LABEL.sub("", typed)):
        signs = text.translate(BETWEEN).upper().translate(ALIKE)
        if len(signs) == codes.LENGTH and set(signs) <= set(codes.ALPHABET):
            return f"{signs[: codes.LENGTH // 2]}-{signs[codes.LENGTH // 2 :]}"
    return ""


def shown(name: str) -> str:
    """A name from a stranger's folder, so that it cannot play with the terminal."""
    return name if name.isprintable() else ascii(name)


def _tag(name: str) -> str:
    return name.partition("/")[0]
