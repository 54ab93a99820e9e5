"""What the print tests share: each handout of the edition, and a sound one to spoil."""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from waraq import languages, locks, machine, settings
from waraq.catalogs import standing
from waraq.edition import plan, run
from waraq.edition.plan import Plan
from waraq.interface import Interface
from waraq.paths import FONT_PACKAGES, HOME, INTERFACE_DOMAIN, Project
from waraq.settings import LanguageSettings, Settings
from waraq.sheets import fonts, rendering
from waraq.sheets.editions import EDITIONS, FOLDED
from waraq.sheets.job import FONTS, Job, Variant

from . import charts, judges
from .handouts import DRAFTS, Handout

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
def made() -> Plan:
    """The plan that the edition was built by."""
    return plan.plan(PROJECT)


@pytest.fixture(scope="session")
def handouts(edition: Path, site: Settings, made: Plan) -> list[Handout]:
    """Every handout that the edition must have."""
    return [
        sheet
        for each in site.languages
        if each.publish
        for docname in DOCNAMES
        for sheet in _sheets(edition, made, each, docname, site.sheets_of(docname))
    ]


def _sheets(
    edition: Path, made: Plan, language: LanguageSettings, docname: str, papers: Sequence[str]
) -> Iterator[Handout]:
    draft = _draft(made, language, docname)
    for paper in papers:
        if not (EDITIONS[paper].beside_source and language.translation == "source"):
            yield Handout(edition, language.language, docname, paper, draft)


def _draft(made: Plan, language: LanguageSettings, docname: str) -> str:
    return DRAFTS[standing.draft(language, made.standing(language.tag, docname))]


@pytest.fixture(scope="session")
def page_sheets(edition: Path, site: Settings, made: Plan) -> list[Handout]:
    """Every ordinary page that the edition must have on paper."""
    return [
        sheet
        for each in site.languages
        if each.publish
        for docname, papers in site.page_sheets.items()
        for sheet in _sheets(edition, made, each, docname, papers)
    ]


@pytest.fixture(scope="session")
def sampled(handouts: list[Handout], site: Settings) -> list[Handout]:
    """The main edition of each handout, and each other edition once in each language."""
    found = {}
    for each in handouts:
        main = each.paper == site.sheets_of(each.docname)[0]
        found[each.language.tag, each.docname if main else "", each.paper] = each
    return list(found.values())


@pytest.fixture(scope="session")
def whole(handouts: list[Handout]) -> list[Handout]:
    """Those that hold all that their page says, and in the page's language alone."""
    return [each for each in handouts if each.paper not in {"poster", "cards", "columns"}]


@pytest.fixture(scope="session")
def labels(edition: Path, site: Settings, made: Plan) -> list[Handout]:
    """The sheet of labels in each language."""
    return [
        Handout(edition, each.language, "handouts/index", "labels", _draft(made, each, "index"))
        for each in site.languages
        if each.publish and site.labels
    ]


@pytest.fixture(scope="session")
def folded(handouts: list[Handout]) -> list[Handout]:
    """The booklets to print and fold."""
    return [replace(each, paper=FOLDED) for each in handouts if each.paper == "booklet"]


@pytest.fixture(scope="session")
def everything(
    handouts: list[Handout],
    page_sheets: list[Handout],
    labels: list[Handout],
    folded: list[Handout],
) -> list[Handout]:
    """Every sheet that the edition must have, of whatever kind."""
    assert all((handouts, page_sheets, labels, folded))
    return [*handouts, *page_sheets, *labels, *folded]


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
def interfaces(made: Plan) -> dict[str, Interface]:
    """The words of the theme in each language, as builds get them."""
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
def archives(handouts: list[Handout]) -> list[Path]:
    """Each handout printed for an archive."""
    return [each.path for each in handouts if each.paper == "archive"]


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
    labels: list[Handout],
    untagged: Path,
    charted: Path,
) -> dict[Path, list[judges.Finding]]:
    """What veraPDF finds by PDF/UA-1: in handouts, their archives, an untagged one, a chart."""
    return ask_verapdf([*(each.path for each in (*handouts, *labels)), untagged, charted], "ua1")


@pytest.fixture(scope="session")
def verapdf_for_archives(
    ask_verapdf: Verdicts, handouts: list[Handout], archives: list[Path]
) -> dict[Path, list[judges.Finding]]:
    """What veraPDF finds by PDF/A-2a in the archives, and in one handout that is none."""
    return ask_verapdf([*archives, handouts[0].path], "2a")


@pytest.fixture(scope="session")
def sheet() -> Callable[..., bytes]:
    """Print a body of HTML as a small sheet, on small pages if so asked."""

    def printed(body: str, *, tag: str = "en", style: str = "", variant: Variant = "ua") -> bytes:
        language = languages.named(tag)
        scripts = frozenset({fonts.script_of(language)})
        family = fonts.FAMILY_OF[fonts.script_of(language)]
        html = (
            f'<html lang="{tag}" dir="{language.direction}"><title>Sheet</title>'
            f"<style>{fonts.css(scripts, FONTS)} "
            f'html {{ font-family: "{family}", "Sheet Latin" }} {style}</style><body>{body}'
        )
        job = Job("sheet.pdf", "Sheet", html, "", "https://waraq.example/", (), scripts, variant)
        with rendering.Press(FONT_PACKAGES) as press:
            return press.print(job)

    return printed
