"""Fonts for readers whose machine has no letters of a language: cut from the pinned files.

A browser asks for them only if the families before them in the style lack a
letter. Cutting takes a second, so that the result is kept; the same file and
letters give the same bytes.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from waraq.paths import FONT_PACKAGES, WEB_FONTS

LICENCE = "_static/font-licence.txt"


@dataclass(frozen=True)
class Cut:
    """One font file for the web: its address in the site, what it is cut from, its letters."""

    address: str
    package: str
    file: str
    characters: str


UYGHUR = "".join(map(chr, range(0x0600, 0x0700)))
"""Whatever the font has of the Arabic block: Uyghur, its punctuation, and Arabic names."""

CUTS = tuple(
    Cut(f"_static/uyghur-{weight}.woff2", "vazirmatn", f"{name}/Vazirmatn_{name}.ttf", UYGHUR)
    for weight, name in ((400, "400Regular"), (700, "700Bold"))
)
LANGUAGE = "ug"
"""The language whose pages may need them."""


def files(tags: Iterable[str], packages: Path = FONT_PACKAGES) -> dict[str, bytes]:
    """The font files for a site in some languages and their licence, by address.

    :returns: nothing where no language needs them, or the packages are not set up
    """
    licence = packages / "vazirmatn" / "LICENSE_FONT"
    sources = {cut: packages / cut.package / cut.file for cut in CUTS}
    if LANGUAGE not in tags or not all(path.is_file() for path in (licence, *sources.values())):
        return {}
    found = {cut.address: _kept(cut, path.read_bytes()) for cut, path in sources.items()}
    return {**found, LICENCE: licence.read_bytes()}


def _kept(cut: Cut, font: bytes) -> bytes:
    """The font's letters, from the folder of what was cut before if it has them."""
    name = hashlib.sha256(font + cut.characters.encode("utf-8")).hexdigest()[:16]
    path = WEB_FONTS / f"{name}.woff2"
    if path.is_file():
        return path.read_bytes()
    data = cut_out(font, cut.characters)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = path.with_suffix(".new")
        fresh.write_bytes(data)
        fresh.replace(path)
    except OSError:
        pass  # a set-up that nobody may write to: it is cut again next time
    return data


def cut_out(font: bytes, characters: str) -> bytes:
    """The glyphs of some characters as WOFF2, with all that joins and shapes them."""
    from fontTools.subset import Options, Subsetter  # type: ignore[import-untyped]
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

    options = Options()
    options.drop_tables += ["DSIG", "STAT", "meta"]
    options.hinting = False
    options.layout_features = ["ccmp", "isol", "init", "medi", "fina", "rlig", "calt", "mark"]
    options.name_IDs = [0, 1, 2, 13, 14]
    options.notdef_outline = True
    with TTFont(io.BytesIO(font), recalcTimestamp=False) as whole:
        subsetter = Subsetter(options)
        subsetter.populate(text=characters)
        subsetter.subset(whole)
        whole.flavor = "woff2"
        out = io.BytesIO()
        whole.save(out)
    return out.getvalue()
