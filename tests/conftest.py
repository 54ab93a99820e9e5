"""What tests of all kinds share: small projects, made from text inside the test."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from waraq.paths import HOME, Project

SITE = """
title = "Little explainer"
summary = "It explains little."
address = "https://little.example/"
checked = 2026-11-23
how_we_check = "index"

[[languages]]
tag = "en"
translation = "source"

[[languages]]
tag = "ug"
translation = "machine-draft"
"""

MakeProject = Callable[..., Project]


@pytest.fixture
def make_project(tmp_path: Path) -> MakeProject:
    """Make a project from pages, and from catalogs given as msgid → msgstr."""

    def make(
        pages: Mapping[str, str],
        translations: Mapping[str, Mapping[str, str]] | None = None,
        site: str = SITE,
        ledger: Mapping[str, str] | None = None,
    ) -> Project:
        root = tmp_path / "project"
        for name in ("conf.py", "docutils.conf"):
            root.mkdir(exist_ok=True)
            shutil.copy(HOME / name, root / name)
        _write(root / "docs" / "site.toml", site)
        for docname, text in pages.items():
            _write(root / "docs" / f"{docname}.md", text)
        for part, text in (ledger or {}).items():
            _write(root / "docs" / "ledger" / f"{part}.toml", text)
        for domain, messages in (translations or {}).items():
            _write(root / "locale" / "ug" / "LC_MESSAGES" / f"{domain}.po", catalog(messages))
        return Project(root)

    return make


def catalog(messages: Mapping[str, str]) -> str:
    """The text of a .po file."""
    entries = [
        f"msgid {quoted(msgid)}\nmsgstr {quoted(msgstr)}\n" for msgid, msgstr in messages.items()
    ]
    return "\n".join([HEADER, *entries])


HEADER = 'msgid ""\nmsgstr ""\n"Language: ug\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'


def quoted(text: str) -> str:
    """A string as .po files write it."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


@pytest.fixture(scope="session")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The explainer itself, built once for all tests that look at it."""
    from waraq.edition import plan, run

    output = tmp_path_factory.mktemp("edition")
    made = plan.plan(Project(HOME))
    folder, problems = run.build(made, output)
    assert not problems
    yield folder
