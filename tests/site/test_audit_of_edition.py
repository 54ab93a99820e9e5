"""The explainer's own edition, held to the rules that ``waraq audit`` has for every edition."""

from __future__ import annotations

from pathlib import Path

import pytest

from waraq.audit import RULES, Audit, examine
from waraq.problems import Severity


@pytest.fixture(scope="module")
def audit(edition: Path) -> Audit:
    return examine(edition)


@pytest.mark.parametrize("rule", [rule.name for rule in RULES if rule.severity is Severity.ERROR])
def test_the_edition_keeps_the_rule(rule: str, audit: Audit) -> None:
    found = [str(each) for each in audit.problems if each.rule == rule]
    assert not found, "\n".join(found)
