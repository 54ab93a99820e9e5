"""What every part of the writer knows: for whom and for which medium it sets a page."""

from __future__ import annotations

import re

from docutils import nodes
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.writers.html5 import HTML5Translator

from waraq.pages.direction import isolated
from waraq.pages.setting import Setting
from waraq.sphinx_ext.marking import MarksParts

SPECIAL = re.compile('[&<>"@]')


class SettingTranslator(MarksParts, HTML5Translator):
    """Sphinx's writer, for one :class:`Setting`."""

    def __init__(
        self, document: nodes.document, builder: StandaloneHTMLBuilder, setting: Setting
    ) -> None:
        super().__init__(document, builder)
        self._setting = setting
        self._in_cell = False
        """Whether what is written stands in a table."""

    def encode(self, text: object) -> str:
        """The text with HTML's own signs escaped; most texts have none."""
        text = str(text)
        return text.translate(self.special_characters) if SPECIAL.search(text) else text

    def _isolated(self, text: str) -> str:
        if self._setting.medium == "screen":
            return f'<bdi dir="ltr">{text}</bdi>'
        return isolated(text)
