"""The words of the theme in one language: buttons, labels, notices.

A word without a translation stays in the source language; ``waraq check``
warns of it. What a translation says is text: it is escaped wherever it goes,
and only the placeholders of the source are filled.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from markupsafe import Markup, escape

PLACEHOLDER = re.compile(r"\{(\w+)\}")


class Interface:
    """Looks up and fills the interface words of one language."""

    def __init__(self, translations: Mapping[str, str]) -> None:
        self._translations = translations

    def __call__(self, msgid: str, **values: object) -> Markup:
        """The words for *msgid*, safe to put into HTML."""
        text = self._translations.get(msgid, msgid)
        filled = PLACEHOLDER.sub(
            lambda match: str(escape(values[match[1]])) if match[1] in values else match[0],
            str(escape(text)),
        )
        return Markup(filled)

    def plain(self, msgid: str, **values: object) -> str:
        """The words for *msgid* as plain text."""
        return self(msgid, **values).unescape()
