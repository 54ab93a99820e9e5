"""What the print tests share: each handout of the edition, and a sound one to spoil."""

from __future__ import annotations

import io
import os
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from waraq import locks, machine, settings
from waraq.edition import plan, run
from waraq.interface import Interface
from waraq.paths import HOME, INTERFACE_DOMAIN, Project
from waraq.settings import Settings

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
def verapdf(
    request: pytest.FixtureRequest, handouts: list[Handout], untagged: Path, charted: Path
) -> dict[Path, list[judges.Finding]]:
    """What veraPDF finds in each handout, in the one without tags, and in one with a chart."""
    if not (machine.answers("java", "-version")(HOME) and locks.verapdf_is_current(HOME)):
        notice = "Java or veraPDF is missing: `make setup-tests` brings it."
        if os.environ.get("CI") == "true":
            pytest.fail(notice)
        capture = request.config.pluginmanager.getplugin("capturemanager")
        with capture.global_and_fixture_disabled():
            print(f"\n{notice} Without it, {machine.NO_VERAPDF}.")
        pytest.skip(notice)
    files = [each.path for each in handouts]
    return judges.judged_by_verapdf(HOME / locks.VERAPDF, [*files, untagged, charted])
