"""Who gives the sheets out: an organisation's name, contact and logo, from a folder.

A logo comes from outside and is put into every sheet, so it is looked at
first: a picture, not a program, that loads nothing and brings no letters.
"""

from __future__ import annotations

import io
import math
import re
import struct
import tomllib
import unicodedata
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec

from waraq.problems import WaraqError
from waraq.sheets.job import FILES, Picture

RECORD = "partner.toml"
LARGEST = 300 * 1024
"""Bytes of a logo, which is in every sheet."""
LONGEST = 60
"""Characters of the name, and of a line of contact."""
MOST_CONTACT = 2
"""Lines of contact."""
SMALL_LETTERS, FEW_LINES, MOST_LINES = 32, 4, 8
"""Of a line beside the logo; how many lines a foot has room for, and a tall foot."""
MOST_SHAPES = 5000
"""Of a logo; with <use>, a few lines can draw millions, or one shape itself for ever."""
WIDEST = 2000
"""Pixels of a side; more than print shows in 30 mm."""

PNG = b"\x89PNG\r\n\x1a\n"
SHAPES = frozenset(
    {
        *("svg", "g", "defs", "use", "symbol", "title", "desc", "clipPath"),
        *("path", "rect", "circle", "ellipse", "line", "polyline", "polygon"),
        *("linearGradient", "radialGradient", "stop"),
    }
)
"""Elements of SVG that only draw. Letters must be outlines: our print fonts are not the logo's."""

NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?")
"""In attributes of SVG."""

UNSEEN = re.compile(
    "[\x00-\x1f\ue000\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e007f]"
)
"""What nobody sees on paper. Isolates are put in where they are needed; joiners join letters."""


class PartnerError(WaraqError):
    """The partner's folder cannot be used; the message names the file and what is wrong."""


class _Record(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: str
    contact: tuple[str, ...] = ()
    logo: str = ""

    @property
    def lines(self) -> int:
        """How many lines its words fill at the foot of a sheet, about."""
        widths = (sum(map(_width, words)) for words in (self.name, *self.contact))
        return sum(math.ceil(width / SMALL_LETTERS) for width in widths)


class Partner(msgspec.Struct, frozen=True):
    """What the partner's slot at the foot of a sheet holds."""

    name: str
    contact: tuple[str, ...]
    logo: Picture | None
    is_long: bool = False
    """Whether its words fill more lines at the foot of a sheet than most do."""


def load(folder: Path, *, wanted: bool = False) -> Partner | None:
    """The partner that a folder names in its partner.toml; none if it has no such file.

    :param wanted: whether somebody asked for this folder, so that it must have one
    :raises PartnerError: if the file or the logo cannot be used
    """
    path = folder / RECORD
    if not path.exists() and not wanted:
        return None
    try:
        found = msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8-sig")), _Record)
    except (OSError, UnicodeDecodeError) as error:
        raise PartnerError(f"{path}: cannot be read: {error}") from None
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise PartnerError(f"{path}: {error}") from None
    for complaint in _complaints(found):
        raise PartnerError(f"{path}: {complaint}")
    logo = _logo(folder, found.logo) if found.logo else None
    return Partner(found.name, found.contact, logo, found.lines > FEW_LINES)


def _complaints(record: _Record) -> Iterator[str]:
    """What the foot of a sheet has no room for, or nobody would see."""
    if len(record.contact) > MOST_CONTACT:
        yield f"contact: has {len(record.contact)} lines; {MOST_CONTACT} fit"
    for key, words in (("name", record.name), *(("contact", each) for each in record.contact)):
        if unseen := UNSEEN.search(words):
            yield (
                f"{key}: “{UNSEEN.sub('', words)}” has the invisible character "
                f"U+{ord(unseen[0]):04X}, which can turn words round or hide them: take it out"
            )
        if not words.strip():
            yield f"{key}: is empty: write something, or take it out"
        if len(words) > LONGEST:
            yield f"{key}: “{words}” has {len(words)} characters; {LONGEST} fit: shorten it"
    if record.lines > MOST_LINES:
        yield (
            f"name and contact fill about {record.lines} lines at the foot of a sheet; "
            f"{MOST_LINES} fit: shorten them, or write capitals small"
        )


def _width(letter: str) -> float:
    """Of a letter in the fonts of sheets, in small Latin letters."""
    if letter in "MW@%—":
        return 1.8
    if unicodedata.east_asian_width(letter) in "WF":
        return 2
    return 1.3 if letter.isupper() else 1


def _logo(folder: Path, name: str) -> Picture:
    path = folder / name
    if Path(name).name != name or path.is_symlink():
        raise PartnerError(f"{folder / RECORD}: logo: {name!r} must be a file of the same folder")
    try:
        data = path.read_bytes()
    except OSError as error:
        raise PartnerError(f"{path}: cannot be read: {error.strerror}") from None
    if len(data) > LARGEST:
        raise PartnerError(
            f"{path}: is larger than {LARGEST // 1024} KB, and would be in every sheet"
        )
    if data.startswith(PNG):
        return Picture(f"{FILES}logo.png", "image/png", _sound_png(path, data))
    return Picture(f"{FILES}logo.svg", "image/svg+xml", _sound_svg(path, data))


def _sound_png(path: Path, data: bytes) -> bytes:
    """The picture, if its sides are no longer than they need to be (PNG, 11.2.2)."""
    if len(data) < 24 or data[12:16] != b"IHDR":
        raise PartnerError(f"{path}: is no whole PNG file")
    width, height = struct.unpack(">II", data[16:24])
    if not (0 < width <= WIDEST and 0 < height <= WIDEST):
        raise PartnerError(f"{path}: is {width} × {height} pixels; {WIDEST} × {WIDEST} are allowed")
    from PIL import Image  # slow to load, and most folders have an SVG or none

    try:
        with Image.open(io.BytesIO(data), formats=["PNG"]) as picture:
            picture.verify()  # load() forgives what is cut off once WeasyPrint has been loaded
        with Image.open(io.BytesIO(data), formats=["PNG"]) as picture:
            picture.load()
    except (OSError, SyntaxError, ValueError) as error:
        raise PartnerError(f"{path}: is no whole PNG file ({error}): save it again") from None
    return data


def _sound_svg(path: Path, data: bytes) -> bytes:
    """The picture, if it draws and does nothing else."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        raise PartnerError(f"{path}: is neither PNG nor SVG in UTF-8") from None
    if re.search(r"<[!?](?!--|xml[ ?])", text):
        raise PartnerError(f"{path}: has a document type or an instruction; save it as plain SVG")
    try:
        root = ET.fromstring(text)
    except ET.ParseError as error:
        raise PartnerError(f"{path}: is neither PNG nor SVG: {error}") from None
    if root.tag != "{http://www.w3.org/2000/svg}svg":
        raise PartnerError(f"{path}: is neither PNG nor SVG")
    for element in root.iter():
        space, _, name = str(element.tag).rpartition("}")
        if space != "{http://www.w3.org/2000/svg" or name not in SHAPES:
            raise PartnerError(
                f"{path}: has the element <{name}>; a logo may only draw "
                "(turn letters into outlines and styles into attributes: “plain SVG”)"
            )
        for key, value in element.attrib.items():
            _check_attribute(path, key.rpartition("}")[2].lower(), value)
    sizes = NUMBER.findall(root.get("viewBox", ""))[2:]
    for side in ("width", "height"):
        sizes += NUMBER.findall(root.get(side, ""))
    if 0 in map(float, sizes):
        raise PartnerError(f"{path}: has no size: its width or height is 0")
    named = {element.get("id", ""): element for element in root.iter()}
    if _drawn(root, named, MOST_SHAPES) > MOST_SHAPES:
        raise PartnerError(f"{path}: draws more than {MOST_SHAPES} shapes, or itself (<use>)")
    return data


def _drawn(element: ET.Element, named: Mapping[str, ET.Element], most: int) -> int:
    """How many elements are drawn for one, with those that it uses; hardly more than *most*."""
    count, waiting = 0, [element]
    while waiting and count <= most:
        each = waiting.pop()
        count += 1
        waiting += each
        if each.tag.endswith("}use"):
            href = next((value for key, value in each.items() if key.endswith("href")), "")
            waiting += [named[href[1:]]] if href[1:] in named else []
    return count


def _check_attribute(path: Path, name: str, value: str) -> None:
    reaches_out = name.endswith("href") and not value.startswith("#")
    loads = re.search(r"url\(\s*['\"]?(?!#)|@import|javascript:|data:", value, re.IGNORECASE)
    if name.startswith("on") or reaches_out or loads:
        raise PartnerError(f"{path}: the attribute {name}={value[:40]!r} loads or runs something")
