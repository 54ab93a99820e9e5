"""What the print tests share: each handout of the edition, and a sound one to spoil."""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Sequence
from pathlib import Path

import pikepdf
import pytest
from weasyprint.document import Document

from waraq import languages, locks, machine, settings
from waraq.edition import plan, run
from waraq.interface import Interface
from waraq.paths import FONT_PACKAGES, HOME, INTERFACE_DOMAIN, Project
from waraq.settings import Settings
from waraq.sheets import finishing, fonts, rendering

from . import charts, judges
from .handouts import Handout

PROJECT = Project(HOME)
DOCNAMES = sorted(
    path.relative_to(PROJECT.docs).with_suffix("").as_posix()
    for path in (PROJECT.docs / "handouts").glob("*.md")
)


@pytest.fixture(scope="session")
def site() -> Settings:
    """What docs/site.toml says."""
    return settings.load(PROJECT.site)


@pytest.fixture(scope="session")
def handouts(edition: Path, site: Settings) -> list[Handout]:
    """Every handout that the edition must have."""
    return [
        Handout(edition, each.language, docname, paper, each.draft)
        for each in site.languages
        if each.publish
        for docname in DOCNAMES
        for paper in site.sheets
    ]


Spoil = Callable[[pikepdf.Pdf], None]


@pytest.fixture
def spoilt(handouts: list[Handout]) -> Callable[[Spoil], pikepdf.Pdf]:
    """Do harm to a sound handout, the first one, and open what came of it."""

    def spoil(harm: Spoil) -> pikepdf.Pdf:
        pdf, out = handouts[0].open(), io.BytesIO()
        harm(pdf)
        pdf.save(out)
        return pikepdf.open(out)

    return spoil


@pytest.fixture(scope="session")
def interfaces() -> dict[str, Interface]:
    """The words of the theme in each language, as builds get them."""
    made = plan.plan(PROJECT)
    return {
        each.tag: Interface(made.messages(each.tag, INTERFACE_DOMAIN)) for each in made.published
    }


@pytest.fixture(scope="session")
def untagged(handouts: list[Handout], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A handout whose tags and language were taken away, for judges to find that."""
    path = tmp_path_factory.mktemp("spoilt") / "untagged.pdf"
    pdf = handouts[0].open()
    for key in ("/StructTreeRoot", "/MarkInfo", "/Lang"):
        del pdf.Root[key]
    pdf.save(path)
    return path


@pytest.fixture(scope="session")
def charted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A handout with a chart, printed."""
    project = charts.project(tmp_path_factory.mktemp("charted"))
    made = plan.plan(project)
    edition, problems = run.build(made, project.output, {plan.Output.HANDOUTS}, jobs=1)
    assert not problems
    return edition / "en" / "handouts" / "spending-a4.pdf"


@pytest.fixture(scope="session")
def archives(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Each handout printed for an archive."""

    def archived(document: Document, variant: finishing.Variant) -> bytes:
        return finish(document, "archive")

    finish = finishing.finish
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(finishing, "finish", archived)
        output = tmp_path_factory.mktemp("archived")
        edition, _ = run.build(plan.plan(PROJECT), output, {plan.Output.HANDOUTS}, jobs=1)
    return sorted(edition.rglob("*.pdf"))


Verdicts = Callable[[Sequence[Path], str], dict[Path, list[judges.Finding]]]


@pytest.fixture(scope="session")
def ask_verapdf(request: pytest.FixtureRequest) -> Verdicts:
    """Asks veraPDF about files, by a profile; tests are left out where it is missing."""
    if not (machine.answers("java", "-version")(HOME) and locks.verapdf_is_current(HOME)):
        notice = "Java or veraPDF is missing: `make setup-tests` brings it."
        if os.environ.get("CI") == "true":
            pytest.fail(notice)
        capture = request.config.pluginmanager.getplugin("capturemanager")
        with capture.global_and_fixture_disabled():
            print(f"\n{notice} Without it, {machine.NO_VERAPDF}.")
        pytest.skip(notice)
    return lambda files, profile: judges.judged_by_verapdf(HOME / locks.VERAPDF, files, profile)


@pytest.fixture(scope="session")
def verapdf(
    ask_verapdf: Verdicts,
    handouts: list[Handout],
    untagged: Path,
    charted: Path,
    archives: list[Path],
) -> dict[Path, list[judges.Finding]]:
    """What veraPDF finds by PDF/UA-1: in handouts, their archives, an untagged one, a chart."""
    files = [each.path for each in handouts]
    return ask_verapdf([*files, untagged, charted, *archives], "ua1")


@pytest.fixture(scope="session")
def verapdf_for_archives(
    ask_verapdf: Verdicts, handouts: list[Handout], archives: list[Path]
) -> dict[Path, list[judges.Finding]]:
    """What veraPDF finds by PDF/A-2a in the archives, and in one handout that is none."""
    return ask_verapdf([*archives, handouts[0].path], "2a")


@pytest.fixture(scope="session")
def sheet() -> Callable[..., bytes]:
    """Print a body of HTML as a small sheet, on small pages if so asked."""

    def printed(body: str, *, tag: str = "en", style: str = "", variant: str = "ua") -> bytes:
        language = languages.named(tag)
        faces = fonts.css({language.script}, rendering.FONTS)
        family = fonts.FAMILY_OF[language.script]
        html = (
            f'<html lang="{tag}" dir="{language.direction}"><title>Sheet</title><style>{faces} '
            f'html {{ font-family: "{family}", "Sheet Latin" }} {style}</style><body>{body}'
        )
        with rendering.Press({language.script}, FONT_PACKAGES, "") as press:
            return press.print(html, "https://waraq.example/", variant)

    return printed
