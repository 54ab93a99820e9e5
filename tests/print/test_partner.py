"""Who gives sheets out stands on each, however long the name is and in whatever letters."""

from __future__ import annotations

import io
import itertools
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from waraq.edition import plan, run

from . import charts, judges
from . import pictures_of_pdf as look
from . import reading_pdf as reading
from . import structure_of_pdf as structure
from .conftest import Verdicts

NAME = "ئۇيغۇر قۇرۇلتىيى Relief & Rights Organisation of the Region"
TELEPHONE = "تېلېفون: +49 30 1234-567 (9–12)"
ADDRESSES = "help@relief-and-rights.example · https://relief.example/xyz"
RECORD = f'name = "{NAME}"\ncontact = ["{TELEPHONE}", "{ADDRESSES}"]\nlogo = "logo"\n'
DRAWN = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 3"><path d="M0 0h9v3H0z"/></svg>'


def painted(mode: str) -> bytes:
    """A logo of pixels."""
    out = io.BytesIO()
    Image.new(mode, (90, 30)).save(out, "PNG")
    return out.getvalue()


LOGOS = {"en": DRAWN, "ug": painted("RGB"), "zh-Hans": painted("RGBA")}
IN_FOOT = ("a4", "letter", "ink", "archive")
EDITIONS = (*IN_FOOT, "press", "large", "booklet", "poster")


@pytest.fixture(scope="module", params=["en", "ug", "zh-Hans"])
def sheets(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a handout in every edition, given out by a partner with long words."""
    project = charts.project(tmp_path_factory.mktemp("given"))
    site = charts.SITE.replace('tag = "en"', f'tag = "{request.param}"')
    editions = ", ".join(f'"{each}"' for each in EDITIONS)
    text = f"{site}\n[handouts.spending]\nsheets = [{editions}]\n"
    (project.docs / "site.toml").write_text(text, encoding="utf-8")
    handout = "# 2018\n\n:::{in-short}\n2018.\n:::\n" + "\n20182018201820182018.\n" * 90
    (project.docs / "handouts" / "spending.md").write_text(handout, encoding="utf-8")
    project.brand.mkdir()
    (project.brand / "partner.toml").write_text(RECORD, encoding="utf-8")
    (project.brand / "logo").write_bytes(LOGOS[request.param])
    edition, problems = run.build(plan.plan(project), project.output, {plan.Output.HANDOUTS}, 1)
    assert not problems
    return edition / str(request.param) / "handouts"


def pdf(sheets: Path, edition: str) -> bytes:
    return (sheets / f"spending-{edition}.pdf").read_bytes()


def test_the_foot_with_the_partner_stays_on_the_paper(sheets: Path) -> None:
    for edition in (*IN_FOOT, "large", "booklet"):
        for picture in look.pictures(pdf(sheets, edition), 100):
            problems = [each for each in look.ink_problems(picture, 100, 70) if "edge" in each]
            assert not problems, f"{edition}: {problems}"


def test_the_code_can_be_read_beside_the_partner(sheets: Path) -> None:
    address = f"https://little.example/{sheets.parent.name}/handouts/spending.html"
    for edition in IN_FOOT:
        picture = look.pictures(pdf(sheets, edition), 300, first=True)[0]
        assert not list(look.code_problems(picture, address)), edition


def test_verapdf_finds_nothing_wrong_with_a_partner_s_sheets(
    sheets: Path, ask_verapdf: Verdicts
) -> None:
    files = [sheets / f"spending-{edition}.pdf" for edition in EDITIONS]
    archive = sheets / "spending-archive.pdf"
    judged = ask_verapdf(files, "ua1")
    assert judged.keys() == set(files)
    found = [*judged.values(), ask_verapdf([archive], "2a")[archive]]
    problems = list(judges.surprises([each for file in found for each in file], []))
    assert not problems, "\n".join(problems)


def test_nothing_is_painted_over_the_partner_or_by_it(sheets: Path) -> None:
    for edition in (*IN_FOOT, "press"):
        boxes = letters_in_foot(pdf(sheets, edition))
        assert len(boxes) > 150, edition
        over = [
            boxes[a][0] + boxes[b][0]
            for a, b in itertools.combinations(range(len(boxes)), 2)
            if b > a + 1 and is_over(boxes[a][1], boxes[b][1])  # a ligature's letters have one box
        ]
        assert not over, f"{edition}: {over}"


Box = tuple[float, float, float, float]


def letters_in_foot(data: bytes) -> list[tuple[str, Box]]:
    """Each letter in the foot of the first page with its place: left, low, right, high."""
    found = []
    with pypdfium2.PdfDocument(data) as document:
        text = document[0].get_textpage()
        for index in range(text.count_chars()):
            letter, box = text.get_text_range(index, 1), text.get_charbox(index)
            if letter.isalnum() and box[1] < 42 * reading.MILLIMETRE:
                found.append((letter, box))
        text.close()
    return found


def is_over(one: Box, other: Box) -> bool:
    """Whether most of the smaller letter lies on the larger."""
    width = min(one[2], other[2]) - max(one[0], other[0])
    height = min(one[3], other[3]) - max(one[1], other[1])
    least = min((each[2] - each[0]) * (each[3] - each[1]) for each in (one, other))
    return width > 0 and height > 0 and width * height > 0.6 * least


def test_the_partner_is_heard_once_in_a_language_that_has_its_letters(sheets: Path) -> None:
    for edition in EDITIONS:
        document = structure.document(pikepdf.open(io.BytesIO(pdf(sheets, edition))))
        heard = [each for each in document.blocks() if each.text() == NAME]
        assert [each.language for each in heard] == ["ug"], edition
        assert TELEPHONE in document.text(), edition


def test_a_poster_with_a_partner_is_one_page(sheets: Path) -> None:
    assert len(reading.text_of_pages(pdf(sheets, "poster"))) == 1


def test_the_partner_has_no_page_of_its_own(tmp_path: Path) -> None:
    project = charts.project(tmp_path)
    names = [f"long-{lines}" for lines in range(14, 41, 2)]
    settings = "".join(f'\n[handouts.{name}]\nsheets = ["large"]\n' for name in names)
    (project.docs / "site.toml").write_text(charts.SITE + settings, encoding="utf-8")
    (project.docs / "handouts" / "spending.md").unlink()
    listed = "".join(f"handouts/{name}\n" for name in names)
    (project.docs / "index.md").write_text(f"# Start\n\n```{{toctree}}\n{listed}```\n", "utf-8")
    for name in names:
        text = "# Words\n" + "\nEach of these is a paragraph.\n" * int(name.removeprefix("long-"))
        (project.docs / "handouts" / f"{name}.md").write_text(text, encoding="utf-8")
    project.brand.mkdir()
    (project.brand / "partner.toml").write_text('name = "Relief"\n', encoding="utf-8")
    edition, _ = run.build(plan.plan(project), project.output, {plan.Output.HANDOUTS}, 1)
    for name in names:
        with pypdfium2.PdfDocument(edition / "en" / "handouts" / f"{name}-large.pdf") as sheet:
            last = sheet[len(sheet) - 1].get_textpage().get_text_range()
            assert "Relief" in last, name
            assert "Each of these" in last, name
