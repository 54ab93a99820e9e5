"""The HTML of a page's text: what the theme's styles and screen readers expect.

Differs from Sphinx's own writer in the language and direction of parts
(``text``), in tables (``tables``), in footnotes (``sources``), in ``blocks`` of
our own, and in leaving out the classes that no style of ours knows.
"""

from __future__ import annotations

from waraq.pages.html.blocks import BlockTranslator
from waraq.pages.html.sources import SourceTranslator
from waraq.pages.html.tables import TableTranslator
from waraq.pages.html.text import TextTranslator


class PageTranslator(TextTranslator, BlockTranslator, TableTranslator, SourceTranslator):
    """Writes one doctree for one :class:`waraq.pages.setting.Setting`."""
