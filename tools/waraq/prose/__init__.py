"""What the pages say, held to the ledger and to the rules of fairness and plain words.

``reading`` takes a doctree apart into passages, ``book`` is all that a rule may
know, ``rules`` has the table of rules and the check. ``stated`` holds the ledger
to itself: a claim's figures to its words.
"""

from __future__ import annotations

from waraq.prose.rules import RULES, check
from waraq.prose.stated import unstated_figures

__all__ = ["RULES", "check", "unstated_figures"]
