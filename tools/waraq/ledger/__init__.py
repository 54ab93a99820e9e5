"""The ledger: every fact once, read from docs/ledger, and held to agree with itself.

``records`` says what a record is, ``reading`` takes a file apart, ``soundness``
judges each record by itself, ``agreement`` the records with one another,
``ageing`` what readers should not rely on for ever, ``future`` what has not come.
"""

from __future__ import annotations

from waraq.ledger.loading import load
from waraq.ledger.records import Ledger

__all__ = ["Ledger", "load"]
