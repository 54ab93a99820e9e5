"""No state between languages: the same bytes however a build is done."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.conftest import SITE

from waraq.edition import plan, run
from waraq.edition.plan import Output
from waraq.paths import Project

MakeProject = Callable[..., Project]

OTHERS = re.compile(rb" <a [^>]*hreflang=[^>]*>[^<]*</a>")
CHINESE = '\n[[languages]]\ntag = "zh-Hans"\ntranslation = "machine-draft"\n'

PAGES = {
    "index": "# One\n\nSee [two](two.md) and [](two.md#part).[^a]\n\n"
    "```{toctree}\n:hidden:\ntwo\n```\n\n[^a]: Source.\n",
    "two": "# Two\n\n## Part\n\nA {term}`leaf`.\n\n```{glossary}\nleaf\n  Paper.\n```\n",
}
UYGHUR = {
    "index": {"One": "بىر", "Source.": "مەنبە."},
    "two": {"Two": "ئىككى", "Part": "قىسىم", "leaf": "ۋاراق", "A {term}`leaf`.": "{term}`leaf`."},
    "interface": {"In short": "قىسقىچە"},
}


@pytest.fixture
def project(make_project: MakeProject) -> Project:
    project = make_project(PAGES, UYGHUR, SITE + CHINESE)
    for domain in UYGHUR:
        text = project.catalog("ug", domain).read_text(encoding="utf-8")
        path = project.catalog("zh_Hans", domain)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.replace("ۋاراق", "叶").replace("بىر", "一"), encoding="utf-8")
    return project


def build(project: Project, output: Path, *tags: str, **options: object) -> dict[str, bytes]:
    edition, _ = run.build(plan.plan(project, tags), output, {Output.WEB}, **options)  # type: ignore[arg-type]
    return {
        path.relative_to(edition).as_posix(): path.read_bytes()
        for path in edition.rglob("*.html")
        if path.parent != edition
    }


@pytest.fixture
def together(project: Project, tmp_path: Path) -> dict[str, bytes]:
    return build(project, tmp_path / "together", jobs=2)


def test_with_one_job_or_many(project: Project, tmp_path: Path, together: dict[str, bytes]) -> None:
    assert build(project, tmp_path / "one", jobs=1) == together


def test_without_fork(project: Project, tmp_path: Path, together: dict[str, bytes]) -> None:
    assert build(project, tmp_path / "spawned", jobs=2, method="spawn") == together


def test_in_another_order(project: Project, tmp_path: Path, together: dict[str, bytes]) -> None:
    text = project.site.read_text(encoding="utf-8")
    head, *languages = text.split("[[languages]]")
    project.site.write_text("[[languages]]".join([head, *reversed(languages)]), encoding="utf-8")
    backwards = build(project, tmp_path / "backwards", jobs=1)
    assert {path: len(data) for path, data in backwards.items()} == {
        path: len(data) for path, data in together.items()
    }
    assert {path: body(data) for path, data in backwards.items()} == {
        path: body(data) for path, data in together.items()
    }


def test_one_language_alone(project: Project, tmp_path: Path, together: dict[str, bytes]) -> None:
    alone = build(project, tmp_path / "alone", "ug")
    assert {path: body(data) for path, data in alone.items()} == {
        path: body(data) for path, data in together.items() if path.startswith("ug/")
    }


def test_from_sources_that_may_not_be_written_to(project: Project, tmp_path: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in project.root.rglob("*")}
    build(project, tmp_path / "out")
    assert {path: path.stat().st_mtime_ns for path in project.root.rglob("*")} == before


def body(page: bytes) -> bytes:
    """The text of a page, without links to other languages, which differ by intent."""
    return OTHERS.sub(b"", page[page.index(b"<main") : page.index(b"</main>")])
