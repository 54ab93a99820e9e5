"""Sphinx's side: directives, reading, messages, and the translation step.

In conf.py: ``extensions = ["myst_parser", "waraq.sphinx_ext"]``. The sources
may then be built with plain ``sphinx-build -c . docs OUT -D language=ug``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> dict[str, Any]:
    """Register all of it with Sphinx."""
    from waraq.sphinx_ext.blocks import setup_blocks
    from waraq.sphinx_ext.ledger_blocks import setup_ledger_blocks
    from waraq.sphinx_ext.ledger_roles import setup_roles
    from waraq.sphinx_ext.ledger_state import setup_ledger
    from waraq.sphinx_ext.marking import setup_marking
    from waraq.sphinx_ext.measures import setup_measures
    from waraq.sphinx_ext.plain import setup_plain
    from waraq.sphinx_ext.private import remember_default_settings, wrap_substitutions

    wrap_substitutions()
    remember_default_settings()
    setup_ledger(app)
    setup_blocks(app)
    setup_roles(app)
    setup_ledger_blocks(app)
    setup_measures(app)
    setup_marking(app)
    setup_plain(app)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
