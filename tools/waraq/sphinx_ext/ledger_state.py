"""The ledger of a Sphinx environment: read when a build starts, inherited by forked workers."""

from __future__ import annotations

import hashlib
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.environment import BuildEnvironment

from waraq.ledger import Ledger, load
from waraq.ledger.records import Part
from waraq.problems import Problem

BEFORE_ALL_ELSE = 10

ONE_OF: dict[Part, str] = {
    "claims": "claim",
    "figures": "figure",
    "people": "person",
    "organisations": "organisation",
    "lists": "list",
    "events": "event",
    "terms": "term",
}
"""What the records are called that pages name."""


def ledger_of(env: BuildEnvironment) -> Ledger:
    """What docs/ledger says; an empty ledger where there is none."""
    ledger: Ledger = env.__dict__["waraq_ledger"]
    return ledger


def missing(ledger: Ledger, part: Part, key: str) -> str | None:
    """What is to be said of a name that the ledger lacks.

    Of what is only broken, or lies in a file that cannot be read, the ledger's own
    problems tell, once, and not each place that names it.
    """
    return None if ledger.names(part, key) else f"the ledger has no {ONE_OF[part]} {key!r}"


def ledger_problems(env: BuildEnvironment) -> list[Problem]:
    """What is wrong with the ledger itself."""
    problems: list[Problem] = env.__dict__["waraq_ledger_problems"]
    return problems


def setup_ledger(app: Sphinx) -> None:
    """Read the ledger when a build starts; a change in it sets every page anew."""
    app.add_config_value("waraq_ledger_digest", "", "env", (str,))
    app.connect("config-inited", _remember_its_bytes)
    app.connect("builder-inited", _load, priority=BEFORE_ALL_ELSE)


def _folder(app: Sphinx) -> Path:
    return Path(app.srcdir) / "ledger"


def _remember_its_bytes(app: Sphinx, config: Config) -> None:
    digest = hashlib.sha256()
    for path in sorted(_folder(app).glob("*.toml")):
        digest.update(path.read_bytes())
    config.waraq_ledger_digest = digest.hexdigest()


def _load(app: Sphinx) -> None:
    root = Path(app.confdir)

    def relative(path: Path) -> str:
        return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()

    ledger, problems = load(_folder(app), relative)
    app.env.__dict__["waraq_ledger"] = ledger
    app.env.__dict__["waraq_ledger_problems"] = problems
