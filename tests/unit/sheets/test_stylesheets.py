"""What the stylesheets of sheets must not say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from waraq.pages.templates import THEME

STYLESHEETS = sorted((THEME / "sheets").rglob("*.css"))
NAMED_PAGE = re.compile(r"(?:^|[{;])\s*page\s*:", re.MULTILINE)


def test_there_are_stylesheets() -> None:
    assert len(STYLESHEETS) > 15


@pytest.mark.parametrize("path", STYLESHEETS, ids=lambda path: path.name)
def test_no_rule_names_a_page(path: Path) -> None:
    """WeasyPrint takes such a page for a forced break: margins at its top would stay."""
    assert not NAMED_PAGE.search(path.read_text(encoding="utf-8"))


def test_a_named_page_is_found() -> None:
    assert NAMED_PAGE.search(".tall { page: tall }")
    assert not NAMED_PAGE.search(
        "@page :first { margin: 0 } /* page: */ p { page-break-after: avoid }"
    )
