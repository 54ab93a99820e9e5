"""What the pages say, held to the ledger and to the rules of fairness and plain words.

``reading`` takes a doctree apart into passages, ``book`` is all that a rule may
know, ``rules`` has the table of rules and the check.
"""

from __future__ import annotations

from waraq.prose.rules import RULES, check

__all__ = ["RULES", "check"]
