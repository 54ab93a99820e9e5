"""A little explainer whose handout has a chart, for the tests of how charts print."""

from __future__ import annotations

import shutil
from pathlib import Path

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
"""
CLAIM = """
[spending]
statement = "It doubled from 30.05 billion to 60.1 billion."
kind = "reported"
attributed_to = "A paper"
as_of = "2018-03"
sources = ["paper"]
verified = true
topic = "spending"
figures = [
  { id = "before", value = 30_050_000_000, currency = "CNY" },
  { id = "after", value = 60_100_000_000, currency = "CNY" },
]
"""
SOURCE = """
[paper]
title = "The paper"
publisher = "Paper"
address = "https://paper.example/"
accessed = "2026-11-23"
language = "en"
type = "news"
read = "excerpt"
"""
HANDOUT = """# Spending

:::{chart} It doubled
:claim: spending
- Before: {fact}`before`
- After: {fact}`after`
:::
"""
FILES = {
    "site.toml": SITE,
    "index.md": "# Start\n\n```{toctree}\nhandouts/spending\n```\n",
    "handouts/spending.md": HANDOUT,
    "ledger/claims.toml": CLAIM,
    "ledger/sources.toml": SOURCE,
}


def project(root: Path) -> Project:
    """The explainer, written below *root*."""
    for name, text in FILES.items():
        path = root / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    for name in ("conf.py", "docutils.conf"):
        shutil.copy(HOME / name, root / name)
    return Project(root)
