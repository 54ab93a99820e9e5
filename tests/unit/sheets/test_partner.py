"""A partner's name and logo come from outside, so they are looked at before they are printed."""

from __future__ import annotations

import io
import struct
from itertools import pairwise
from pathlib import Path

import pytest
from PIL import Image

from waraq.sheets.partner import LARGEST, PartnerError, load

RECORD = 'name = "Relief"\ncontact = ["help@relief.example"]\nlogo = "logo.svg"\n'
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'


def png(width: int, height: int) -> bytes:
    """A picture."""
    out = io.BytesIO()
    Image.effect_noise((width, height), 60).save(out, "PNG")
    return out.getvalue()


def head_of_png(width: int, height: int) -> bytes:
    """What says how large a picture is."""
    return b"\x89PNG\r\n\x1a\n" + b"\0\0\0\x0dIHDR" + struct.pack(">II", width, height)


def put(folder: Path, record: str = RECORD, logo: str | bytes = SVG) -> Path:
    data = logo.encode() if isinstance(logo, str) else logo
    (folder / "partner.toml").write_text(record, encoding="utf-8")
    (folder / "logo.svg").write_bytes(data)
    return folder


def test_a_folder_without_a_record_has_no_partner(tmp_path: Path) -> None:
    assert load(tmp_path) is None


def test_a_folder_that_was_asked_for_must_have_one(tmp_path: Path) -> None:
    with pytest.raises(PartnerError, match=r"partner\.toml: cannot be read"):
        load(tmp_path, wanted=True)


def test_name_contact_and_logo_are_taken(tmp_path: Path) -> None:
    partner = load(put(tmp_path))
    assert partner is not None
    assert (partner.name, partner.contact) == ("Relief", ("help@relief.example",))
    assert partner.logo is not None
    assert partner.logo.media_type == "image/svg+xml"


def test_a_record_from_an_editor_that_marks_its_encoding_is_read(tmp_path: Path) -> None:
    partner = load(put(tmp_path, '\ufeffname = "Relief"\n'))
    assert partner is not None
    assert partner.name == "Relief"


def test_a_partner_needs_no_logo(tmp_path: Path) -> None:
    partner = load(put(tmp_path, 'name = "Relief"\n'))
    assert partner is not None
    assert partner.logo is None


def test_a_logo_may_be_a_png(tmp_path: Path) -> None:
    partner = load(put(tmp_path, logo=png(400, 200)))
    assert partner is not None
    assert partner.logo is not None
    assert partner.logo.media_type == "image/png"


@pytest.mark.parametrize(
    ("record", "words"),
    [
        ("", "name"),
        ('name = ""', "name"),
        ('name = "a\\nb"', "name"),
        (f'name = "{"x" * 61}"', "has 61 characters; 60 fit"),
        ('name = " "', "name: is empty"),
        ('name = "R"\ncontact = [""]', "contact: is empty"),
        (f'name = "{"W" * 60}"\ncontact = ["{"国" * 60}", "R"]', "about 9 lines at the foot"),
        ('name = "R"\ncolour = "red"', "colour"),
        ('name = "R"\ncontact = ["1", "2", "3"]', "contact: has 3 lines; 2 fit"),
        ('name = "R"\nlogo = "../logo.svg"', "must be a file of the same folder"),
        ('name = "R"\nlogo = "none.svg"', "No such file"),
        ("name = ", "partner.toml"),
    ],
)
def test_a_record_that_cannot_be_used_says_why(tmp_path: Path, record: str, words: str) -> None:
    with pytest.raises(PartnerError) as caught:
        load(put(tmp_path, record))
    assert words in str(caught.value)


@pytest.mark.parametrize("unseen", ["\u202e", "\u2066", "\u200b", "\ufeff", "\u061c", "\xad"])
def test_a_name_with_invisible_characters_is_refused(tmp_path: Path, unseen: str) -> None:
    record = f'name = "Relief"\ncontact = ["help{unseen}@relief.example"]\n'
    with pytest.raises(PartnerError, match=rf"help@relief.*U\+{ord(unseen):04X}.*take it out"):
        load(put(tmp_path, record))


def test_letters_may_be_joined_or_kept_apart(tmp_path: Path) -> None:
    partner = load(put(tmp_path, 'name = "می\u200cخواهم"'))
    assert partner is not None


USE = '<use href="#{}"/>'


def drawing(inside: str) -> str:
    return SVG.replace("<path", f"{inside}<path")


@pytest.mark.parametrize(
    "logo",
    [
        drawing("<script>alert(1)</script>"),
        drawing('<image href="https://elsewhere.example/x.png"/>'),
        drawing("<style>@import url(https://elsewhere.example/x.css);</style>"),
        drawing("<foreignObject/>"),
        drawing("<text>letters in a font of this machine</text>"),
        drawing('<use href="https://elsewhere.example/x.svg#a"/>'),
        drawing('<rect fill="url(https://elsewhere.example/x.svg#a)"/>'),
        drawing("<rect style=\"fill: URL( 'file:///etc/passwd' )\"/>"),
        drawing('<rect onclick="alert(1)"/>'),
        drawing('<g id="a"><use href="#a"/></g>'),
        drawing(
            "".join(f'<g id="{b}">{USE.format(a) * 10}</g>' for a, b in pairwise("abcdef"))
            + USE.format("f")
        ),
        '<!DOCTYPE svg [<!ENTITY a "aaaa">]>' + SVG,
        '<?xml-stylesheet href="https://elsewhere.example/x.css"?>' + SVG,
        SVG.replace("http://www.w3.org/2000/svg", "http://elsewhere.example"),
        SVG.replace('"0 0 9 9"', '"0 0 9 0"'),
        SVG.replace("viewBox", 'width="0mm" viewBox'),
        "<html></html>",
        "<svg",
        b"GIF89a\xff",
        b"\x89PNG\r\n\x1a\nshort",
        head_of_png(2001, 10),
        head_of_png(0, 10),
        head_of_png(40, 20),
        png(40, 20)[:-200],
        png(40, 20).replace(b"IDAT", b"IDAX"),
        SVG + " " * LARGEST,
    ],
)
def test_a_logo_that_does_more_than_draw_is_refused(tmp_path: Path, logo: str | bytes) -> None:
    with pytest.raises(PartnerError, match=r"logo\.svg"):
        load(put(tmp_path, logo=logo))


def test_a_logo_behind_a_link_is_refused(tmp_path: Path) -> None:
    put(tmp_path)
    (tmp_path / "logo.svg").rename(tmp_path / "other.svg")
    (tmp_path / "logo.svg").symlink_to(tmp_path / "other.svg")
    with pytest.raises(PartnerError, match="same folder"):
        load(tmp_path)


def test_a_logo_may_refer_to_its_own_shapes(tmp_path: Path) -> None:
    inside = '<defs><linearGradient id="g"/></defs><rect fill="url(#g)"/><use href="#g"/>'
    assert load(put(tmp_path, logo=drawing(inside))) is not None
