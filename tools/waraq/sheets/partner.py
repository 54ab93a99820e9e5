"""Who gives the sheets out: an organisation's name, contact and logo, from a folder.

A logo comes from outside and is put into every sheet, so it is looked at
first: a picture, not a program, that loads nothing and brings no letters.
"""

from __future__ import annotations

import io
import re
import struct
import tomllib
import xml.etree.ElementTree as ET
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import msgspec

from waraq.problems import WaraqError
from waraq.sheets.job import FILES, Picture

RECORD = "partner.toml"
LARGEST = 300 * 1024
"""Bytes of a logo, which is in every sheet."""
CHARACTERS, FEW_LINES = 32, 4
"""Of a line beside the logo, and how many lines the foot of each sheet has room for."""
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

Line = Annotated[str, msgspec.Meta(min_length=1, max_length=60, pattern=r"\A[^\x00-\x1f\ue000]*\Z")]

UNSEEN = re.compile(
    "[\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e007f]"
)
"""What nobody sees on paper. Isolates are put in where they are needed; joiners join letters."""


class PartnerError(WaraqError):
    """The partner's folder cannot be used; the message names the file and what is wrong."""


class _Record(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: Line
    contact: Annotated[tuple[Line, ...], msgspec.Meta(max_length=2)] = ()
    logo: str = ""


class Partner(msgspec.Struct, frozen=True):
    """What the partner's slot at the foot of a sheet holds."""

    name: str
    contact: tuple[str, ...]
    logo: Picture | None

    @property
    def is_long(self) -> bool:
        """Whether its words fill more lines at the foot of a sheet than most do."""
        lines = (-(-len(words) // CHARACTERS) for words in (self.name, *self.contact))
        return sum(lines) > FEW_LINES


def load(folder: Path, *, wanted: bool = False) -> Partner | None:
    """The partner that a folder names in its partner.toml; none if it has no such file.

    :param wanted: whether somebody asked for this folder, so that it must have one
    :raises PartnerError: if the file or the logo cannot be used
    """
    path = folder / RECORD
    if not path.exists() and not wanted:
        return None
    try:
        found = msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), _Record)
    except (OSError, UnicodeDecodeError) as error:
        raise PartnerError(f"{path}: cannot be read: {error}") from None
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise PartnerError(f"{path}: {error}") from None
    for words in (found.name, *found.contact):
        if unseen := UNSEEN.search(words):
            raise PartnerError(
                f"{path}: “{UNSEEN.sub('', words)}” has the invisible character "
                f"U+{ord(unseen[0]):04X}, which can turn words round or hide them: take it out"
            )
    return Partner(found.name, found.contact, _logo(folder, found.logo) if found.logo else None)


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
