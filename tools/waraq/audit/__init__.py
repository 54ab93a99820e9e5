"""Examination of a finished edition, as its readers get it: no browser, no network, no project.

``finished`` and ``tree`` read it, ``rules`` has the table of rules and holds it to them, ``report``
says what was found. What only a browser or Java can see is asked in ``tests/browser``.
"""

from __future__ import annotations

from waraq.audit.rules import RULES, Audit, examine

__all__ = ["RULES", "Audit", "examine"]
