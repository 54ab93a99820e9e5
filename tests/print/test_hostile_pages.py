"""What a handout may hold that its sheet has no room, no letters or no leave for."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path

import pikepdf
import pytest

from waraq.edition import plan, run
from waraq.problems import Problem

from . import charts
from . import pictures_of_pdf as look
from . import reading_pdf as reading
from . import structure_of_pdf as structure
from .test_editions import colour_problems

LONG = "Donaudampfschifffahrt" * 12
PAGES = {
    "good": "# Good\n\nWords.\n",
    "emoji": "# Emoji\n\nHello 😀 there.\n",
    "word": f"# Word\n\n{LONG}\n",
    "table": f"# Table\n\n| A | B |\n|---|---|\n| {LONG} | b |\n",
    "picture": "# Picture\n\nWords.\n\n![A red square](red.png)\n",
}
SITE = f'{charts.SITE}\n[handouts.picture]\nsheets = ["a4", "ink", "archive"]\n'


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


RED = (
    b"\x89PNG\r\n\x1a\n"
    + chunk(b"IHDR", struct.pack(">IIBBBBB", 40, 40, 8, 2, 0, 0, 0))
    + chunk(b"tEXt", b"Author\0Somebody")
    + chunk(b"IDAT", zlib.compress((b"\0" + b"\xff\0\0" * 40) * 40))
    + chunk(b"IEND", b"")
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Problem]]:
    """The folder of the handouts that could be printed, and what is wrong with others."""
    project = charts.project(tmp_path_factory.mktemp("hostile"))
    toctree = "\n".join(f"handouts/{name}" for name in ("spending", *PAGES))
    (project.docs / "index.md").write_text(f"# Start\n\n```{{toctree}}\n{toctree}\n```\n", "utf-8")
    (project.docs / "site.toml").write_text(SITE, encoding="utf-8")
    for name, text in PAGES.items():
        (project.docs / "handouts" / f"{name}.md").write_text(text, encoding="utf-8")
    (project.docs / "handouts" / "red.png").write_bytes(RED)
    edition, problems = run.build(plan.plan(project), project.output, {plan.Output.HANDOUTS}, 1)
    return edition / "en" / "handouts", {Path(each.path).stem: each for each in problems}


Built = tuple[Path, dict[str, Problem]]


def test_what_cannot_be_printed_is_named_and_all_else_is_there(built: Built) -> None:
    folder, problems = built
    assert problems.keys() == {"emoji", "table"}
    assert {each.name for each in folder.glob("*.pdf")} == {
        *("spending-a4.pdf", "good-a4.pdf", "word-a4.pdf"),
        *("picture-a4.pdf", "picture-ink.pdf", "picture-archive.pdf"),
    }


def test_a_letter_that_no_print_font_has_is_named(built: Built) -> None:
    assert 'the print fonts lack "😀" (U+1F600)' in built[1]["emoji"].message


def test_text_that_runs_off_the_paper_is_an_error_and_not_lost(built: Built) -> None:
    assert "runs off the paper on page 1" in built[1]["table"].message
    assert "“Donaudampfschifffahrt" in built[1]["table"].message


def test_a_word_that_is_longer_than_a_line_is_broken(built: Built) -> None:
    (page,) = reading.text_of_pages((built[0] / "word-a4.pdf").read_bytes())
    assert LONG in reading.squeezed(page)


def test_a_picture_is_printed_with_its_words_and_tells_nothing_else(built: Built) -> None:
    data = (built[0] / "picture-a4.pdf").read_bytes()
    pdf = pikepdf.open(io.BytesIO(data))
    words = [str(each.dictionary.Alt) for each in structure.document(pdf).all("Figure")]
    assert words[0] == "A red square"
    assert len(list(pdf.pages[0].get_images())) == 1
    assert all("Somebody" not in text for text in reading.strings(pdf))
    picture = look.pictures(data, 50)[0]
    assert look.ink(picture.crop((0, 0, picture.width, picture.height // 2))) > 0.01


def test_an_edition_in_black_has_a_picture_s_words_in_its_place(built: Built) -> None:
    pdf = pikepdf.open(built[0] / "picture-ink.pdf")
    assert not list(colour_problems(pdf))
    assert "[A red square]" in structure.document(pdf).text()
