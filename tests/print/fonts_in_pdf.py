"""The fonts of a PDF: whether they are ours, and whether each glyph says the letters it draws."""

from __future__ import annotations

import functools
import io
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pikepdf
from fontTools.ttLib import TTFont

SUBSET = re.compile(r"/[A-Z]{6}\+")
"""The mark of a font that holds only the glyphs in use (ISO 32000-1, 9.6.4)."""

NO_TEXT = re.compile(
    "[\ufffd\x00-\x1f\ue000-\uf8ff\U000f0000-\U0010fffd"  # no letter at all
    "\ufb00-\ufdff\ufe70-\ufefe"  # presentation forms: the look of a letter, not the letter
    "\u2e80-\u2fdf\uf900-\ufaff]"  # radicals and doubles that only look like Chinese characters
)

COUNTERPART = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")


@dataclass
class Font:
    """One font of a PDF and the glyphs that pages show in it."""

    dictionary: pikepdf.Object
    shown: set[int] = field(default_factory=set)
    codes: set[bytes] = field(default_factory=set)

    @property
    def name(self) -> str:
        """Its name in the file."""
        return str(self.dictionary.get("/BaseFont", "/?"))

    @functools.cached_property
    def program(self) -> TTFont | None:
        """The embedded font, if there is one that we can read."""
        for descendant in self.dictionary.get("/DescendantFonts", ()):
            stream = descendant.get("/FontDescriptor", {}).get("/FontFile2")
            if stream is not None:
                return TTFont(io.BytesIO(stream.read_bytes()), lazy=True)
        return None


def fonts(pdf: pikepdf.Pdf) -> list[Font]:
    """Every font that a page shows text in or merely names, with the glyphs that are shown."""
    found: dict[tuple[int, int], Font] = {}
    for page in pdf.pages:
        _read(page, page.get("/Resources", {}), found)
    return [found[key] for key in sorted(found)]


def _read(content: object, resources: object, found: dict[tuple[int, int], Font]) -> None:
    named = {
        name: found.setdefault(each.objgen, Font(each))
        for name, each in resources.get("/Font", {}).items()  # type: ignore[attr-defined]
    }
    forms = resources.get("/XObject", {})  # type: ignore[attr-defined]
    current: Font | None = None
    for instruction in pikepdf.parse_content_stream(content):
        operator = str(instruction.operator)
        if operator == "Tf":
            current = named[str(instruction.operands[0])]
        elif operator in {"Tj", "TJ", "'", '"'} and current:
            for text in _texts(instruction.operands):
                current.shown.update(_glyphs(text))
        elif operator == "Do":
            form = forms[str(instruction.operands[0])]
            if form.get("/Subtype") == "/Form":
                _read(form, form.get("/Resources", resources), found)


def _texts(operands: Sequence[object]) -> Iterator[bytes]:
    for operand in operands:
        if isinstance(operand, pikepdf.String):
            yield bytes(operand)
        elif isinstance(operand, pikepdf.Array):
            yield from _texts(list(operand))


def _glyphs(text: bytes) -> Iterator[int]:
    """The codes of a shown string; two bytes each, for other encodings are not allowed here."""
    yield from (int.from_bytes(text[i : i + 2], "big") for i in range(0, len(text), 2))


@dataclass(frozen=True)
class Declared:
    """A font file that sheets may use, as its designers named it and drew it."""

    name: str
    size: int
    font: TTFont
    letters: dict[int, set[str]]
    """The letters that stand for each glyph before any shaping."""


@functools.cache
def declared(file: Path) -> Declared:
    """Read a font file; once, the Chinese ones are large."""
    font = TTFont(io.BytesIO(file.read_bytes()), lazy=True)
    letters: dict[int, set[str]] = defaultdict(set)
    for code, glyph in font.getBestCmap().items():
        letters[font.getGlyphID(glyph)].add(unicodedata.normalize("NFKC", chr(code)))
    return Declared(_postscript_name(font), file.stat().st_size, font, dict(letters))


def _postscript_name(font: TTFont) -> str:
    return str(font["name"].getDebugName(6)) if "name" in font else "without a name"


def font_problems(pdf: pikepdf.Pdf, files: Sequence[Path]) -> Iterator[str]:
    """Each font is embedded, is a subset of one of these files, draws and says its letters."""
    ours = {each.name: each for each in map(declared, files)}
    for font in fonts(pdf):
        if (problem := _embedding_problem(font)) is not None:
            yield f"{font.name} {problem}"
            continue
        assert font.program is not None
        name = _postscript_name(font.program)
        if name not in ours:
            yield f"{font.name} is {name}; declared are {', '.join(sorted(ours))}"
            continue
        if len(font.program.reader.file.getvalue()) >= ours[name].size:
            yield f"{font.name} is embedded whole"
        yield from (f"{font.name}: {each}" for each in _glyph_problems(font, ours[name]))


def _embedding_problem(font: Font) -> str | None:
    kind, encoding = font.dictionary.get("/Subtype"), font.dictionary.get("/Encoding")
    if kind != "/Type0" or encoding != "/Identity-H":
        return f"is {kind} with {encoding} and not /Type0 with /Identity-H"
    if font.program is None:
        return "is not embedded as TrueType"
    if not SUBSET.match(font.name):
        return "is not marked as a subset"
    return None


def _glyph_problems(font: Font, ours: Declared) -> Iterator[str]:
    unicode = to_unicode(font.dictionary)
    for glyph in sorted(font.shown):
        text = unicode.get(glyph, "")
        if not text or NO_TEXT.search(text):
            yield f"glyph {glyph} stands for {text!r}, which nobody can search or hear"
        elif not _says_its_letter(text, ours.letters.get(glyph)):
            yield f"glyph {glyph} is drawn as {ours.letters[glyph]} and stands for {text!r}"
        if not _same_outline(font.program, ours.font, glyph):
            yield f"glyph {glyph} ({text!r}) is not drawn as in {ours.name}"


def _says_its_letter(text: str, letters: set[str] | None) -> bool:
    """A glyph that only shaping reaches (a form, a ligature) has no letters of its own.

    In right-to-left text a bracket is drawn as its counterpart and stays itself (UAX #9, L4).
    """
    plain = unicodedata.normalize("NFKC", text)
    return letters is None or plain in letters or plain.translate(COUNTERPART) in letters


def _same_outline(embedded: TTFont, original: TTFont, glyph: int) -> bool:
    """Two subsets in one file would show each other's glyphs (Kozea/WeasyPrint#1456)."""
    if glyph >= min(embedded["maxp"].numGlyphs, original["maxp"].numGlyphs):
        return False
    return _outline(embedded, glyph) == _outline(original, glyph)


def _outline(font: TTFont, glyph: int) -> list[tuple[int, int]]:
    table = font["glyf"]
    coordinates, _, _ = table[font.getGlyphName(glyph)].getCoordinates(table)
    return list(coordinates)


BLOCK = re.compile(rb"begin(bfchar|bfrange)(.*?)endbf", re.DOTALL)
CHARACTER = re.compile(rb"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F\s]*)>")
RANGE = re.compile(rb"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>\s*(?:<([0-9a-fA-F]*)>|\[([^\]]*)\])")


def to_unicode(font: pikepdf.Object) -> dict[int, str]:
    """What each code of a font stands for, by its ToUnicode CMap (ISO 32000-1, 9.10.3)."""
    texts: dict[int, str] = {}
    if "/ToUnicode" not in font:
        return texts
    for kind, block in BLOCK.findall(font.ToUnicode.read_bytes()):
        if kind == b"bfchar":
            texts |= {int(code, 16): _text(text) for code, text in CHARACTER.findall(block)}
            continue
        for first, last, start, several in RANGE.findall(block):
            codes = range(int(first, 16), int(last, 16) + 1)
            if several:
                texts |= zip(codes, map(_text, re.findall(rb"<([^>]*)>", several)), strict=False)
            else:
                texts |= {code: _text(start, code - codes[0]) for code in codes}
    return texts


def _text(hexadecimal: bytes, more: int = 0) -> str:
    text = bytes.fromhex(hexadecimal.decode("ascii")).decode("utf-16-be", "replace")
    return text[:-1] + chr(ord(text[-1]) + more) if more and text else text
