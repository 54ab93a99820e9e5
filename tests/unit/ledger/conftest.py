"""What tests of the ledger share: a small ledger in which everything agrees."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from waraq.ledger import Ledger, load
from waraq.problems import Problem

Loaded = tuple[Ledger, list[Problem]]
LoadFiles = Callable[[Mapping[str, str]], Loaded]
LoadSpoilt = Callable[[str, str, str], Loaded]

SOUND = {
    "claims.toml": """
[many-held]
statement = "A researcher estimated that about a million people were held."
kind = "estimate"
attributed_to = "A researcher"
date = "2018-08"
as_of = "2018-08-30"
sources = ["paper"]
verified = true
topic = "numbers"
check = "The page number."
figures = [
  { id = "held", value = 900_000, to = 1_800_000, unit = "people", bound = "about" },
  { id = "spent", value = 57_950_000_000, currency = "CNY" },
  { id = "risen", value = 92.8, percent = true },
]

[listed]
statement = "The ministry put two companies on the list."
kind = "official"
attributed_to = "The ministry"
as_of = "2026-11-23"
sources = ["gazette", "paper"]
verified = true
topic = "law"
""",
    "sources.toml": """
[paper]
title = "A paper"
publisher = "A journal"
author = "A researcher"
date = "2018"
address = "https://journal.example/paper"
archived = "http://archive.example/journal.example/paper"
accessed = "2026-11-23"
language = "en"
type = "research"
read = "excerpt"

[gazette]
title = "Decree"
publisher = "The ministry"
address = "https://gazette.example/1"
accessed = "2026-11-23"
language = "pt"
type = "law"
read = "not-read"
""",
    "people.toml": """
[chen]
category = "listed-official"
name = { en = "Chen", zh-Hans = "陈", ug = "چېن" }
original = "zh-Hans"
sure = { ug = "medium" }
role = "Secretary"

[[chen.measures]]
list = "sdn"
authority = "The ministry"
basis = "Decree 1"
date = "2020-07-09"
until = "2021"
source = "gazette"
""",
    "organisations.toml": """
[maker]
category = "company"
name = { en = "Maker" }
original = "en"
full_name = { en = "Maker Co., Ltd." }
role = "Makes things"
measures = [
  { list = "sdn", authority = "FCC", basis = "Order 1", date = "2020-07", source = "gazette" },
]
""",
    "lists.toml": """
[sdn]
name = "The long list"
short = "List"
kept_by = "The ministry"
effect = "It freezes property."
limits = "It convicts nobody."
claims = ["listed"]
""",
    "events.toml": """
[decree]
date = "2020-07-09"
statement = "The decree is signed."
sources = ["gazette"]
verified = true
claims = ["listed"]
""",
    "terms.toml": """
[camp]
definition = "A place where people are held."
term.en = "camp"
term.ky = "лагерь"
sure.ky = "low"
""",
    "wording.toml": """
estimate = ["about", "estimated"]
loaded = ["brutal"]
attributed = ["torture"]
attributions = ["said", "according to"]
names_with_numbers = ["section 7031(c)"]
names = ["Communist Party"]
""",
}


@pytest.fixture
def load_files(tmp_path: Path) -> LoadFiles:
    """Load docs/ledger as it is when it holds these files."""

    def load_them(files: Mapping[str, str]) -> Loaded:
        folder = tmp_path / "docs" / "ledger"
        folder.mkdir(parents=True)
        for name, text in files.items():
            (folder / name).write_text(text, encoding="utf-8")
        return load(folder, lambda path: path.relative_to(tmp_path).as_posix())

    return load_them


@pytest.fixture
def load_spoilt(load_files: LoadFiles) -> LoadSpoilt:
    """Load the sound ledger with one place of one file changed."""

    def load_it(file: str, old: str, new: str) -> Loaded:
        assert SOUND[file].count(old) == 1, "change exactly one place"
        return load_files({**SOUND, file: SOUND[file].replace(old, new)})

    return load_it


@pytest.fixture
def sound(load_files: LoadFiles) -> Ledger:
    """The ledger in which everything agrees."""
    ledger, problems = load_files(SOUND)
    assert problems == []
    return ledger
