"""Web pages: the HTML of the text, the theme's templates, and what goes into them.

In conf.py, ``extensions = [..., "waraq.pages"]`` with ``html_theme = "waraq"``
gives plain ``sphinx-build`` the same pages.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the theme, and the writer for builders that are not ours."""
    from waraq.pages.plain import setup_plain

    setup_plain(app)
    return {"parallel_read_safe": True, "parallel_write_safe": False}
