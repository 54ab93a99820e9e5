"""What an edition tells of people and machines."""

from __future__ import annotations

import struct
from collections.abc import Callable

import pikepdf
import pytest

Examine = Callable[..., list[str]]
MakePdf = Callable[[Callable[[pikepdf.Pdf], None]], bytes]

FOOTER = '<footer><a href="mailto:a@little.example">a@little.example</a></footer>'


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("<p>Ask b@little.example.</p>", "b@little.example"),
        ('<p title="b@little.example">A</p>', "b@little.example"),
        ('<a href="mailto:b@little.example">Ask</a>', "b@little.example"),
        ('<a href="tel:+4930123456">Call</a>', "+4930123456"),
        ("<p>Call +49 30 123 456-78.</p>", "+49 30 123 456"),
    ],
)
def test_the_address_of_a_person_is_found(text: str, told: str, found: Examine) -> None:
    [problem] = found(en=text + FOOTER)
    assert problem.startswith(f"person: it tells the address of a person: {told}")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<p>Write to a@little.example.</p>",
        "<p>82 FR 60839, +25 %, 2018-08-29, 0049</p>",
        '<a href="https://a.example/@b.example">A</a>',
    ],
)
def test_the_contact_of_the_site_and_other_numbers_are_fine(text: str, found: Examine) -> None:
    assert not found(en=text + FOOTER)


@pytest.mark.parametrize("name", ["generator", "author", "Date"])
def test_who_made_a_page_is_found(name: str, found: Examine) -> None:
    [problem] = found(swap=("</head>", f'<meta name="{name}" content="Somebody"></head>'))
    assert problem == f"maker: <meta> tells its {name.lower()}: Somebody"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("// made in /home/somebody/site", "/home/somebody"),
        ("see file:///srv/page.html", "file:///srv/page.html"),
        (r"C:\Users\Somebody", r"C:\Users"),
        ("http://localhost:8000/", "localhost"),
    ],
)
def test_a_place_on_the_machine_is_found(text: str, told: str, found: Examine) -> None:
    [problem] = found(files={"_static/script.js": f"go()\n{text}"})
    assert problem == f"machine: it tells of the machine that built it: {told}"


def test_an_address_that_only_looks_like_a_place_is_fine(found: Examine) -> None:
    assert not found(files={"_static/script.js": "https://a.example/home/page ../tmp/a a:/home/b"})


def test_a_pdf_with_its_title_is_fine(found: Examine, pdf: MakePdf) -> None:
    assert not found(files={"en/sheet.pdf": pdf(lambda document: None)})


def name_author(document: pikepdf.Pdf) -> None:
    document.docinfo["/Author"] = "Somebody"


def date(document: pikepdf.Pdf) -> None:
    document.docinfo["/CreationDate"] = "D:20261123"


def name_creator(document: pikepdf.Pdf) -> None:
    with document.open_metadata() as metadata:
        metadata["xmp:CreatorTool"] = "A program"


def leave_path(document: pikepdf.Pdf) -> None:
    document.Root.Note = pikepdf.Array([pikepdf.Dictionary(At="/home/somebody/sheet.html")])


def forget_title(document: pikepdf.Pdf) -> None:
    del document.docinfo["/Title"]


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (name_author, "its Info has /Author: Somebody"),
        (date, "its Info has /CreationDate: D:20261123"),
        (name_creator, "its XMP has CreatorTool: A program"),
        (leave_path, "it tells of a machine or a person: /home/somebody"),
        (forget_title, "it has no title"),
    ],
)
def test_a_pdf_that_tells_more_or_has_no_title_is_found(
    spoil: Callable[[pikepdf.Pdf], None], told: str, found: Examine, pdf: MakePdf
) -> None:
    assert f"pdf-tells: {told}" in found(files={"en/sheet.pdf": pdf(spoil)})


def test_a_pdf_that_cannot_be_read_is_found(found: Examine) -> None:
    [problem] = found(files={"en/sheet.pdf": b"%PDF-1.7"})
    assert problem.startswith("pdf-tells: it is no PDF that can be read")


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I4s", len(data), kind) + data + b"\0\0\0\0"


PNG = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", b"\0" * 13)
JPEG = b"\xff\xd8\xff\xe0\0\4JF"
WEBP = b"RIFF\0\0\0\0WEBPVP8 \3\0\0\0abc\0"


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.png", PNG + chunk(b"tEXt", b"Author\0Somebody") + chunk(b"IEND", b""), "a tEXt chunk"),
        ("a.png", PNG + chunk(b"eXIf", b"MM") + chunk(b"IEND", b""), "a eXIf chunk"),
        ("a.jpg", JPEG + b"\xff\xe1\0\4MM\xff\xda", "Exif or XMP"),
        ("a.jpg", JPEG + b"\xff\xfe\0\6made\xff\xda", "a comment"),
        ("a.webp", WEBP + b"EXIF\2\0\0\0MM", "an EXIF chunk"),
        ("a.svg", b"<svg><!-- Generator: a program --></svg>", "“<!--”"),
    ],
)
def test_a_picture_that_tells_more_is_found(
    name: str, data: bytes, told: str, found: Examine
) -> None:
    [problem] = found(files={f"en/{name}": data})
    assert problem == f"picture-tells: the picture's file holds {told}"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.png", PNG + chunk(b"IEND", b"")),
        ("a.jpg", JPEG + b"\xff\xda"),
        ("a.webp", WEBP),
        ("a.svg", b"<svg></svg>"),
        ("a.png", b""),
        ("a.jpg", b"\xff"),
    ],
)
def test_a_picture_that_is_just_a_picture_is_fine(name: str, data: bytes, found: Examine) -> None:
    assert not found(files={f"en/{name}": data})
