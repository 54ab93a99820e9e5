"""Pages of a reading in one language: translated, resolved, ready to write.

This changes the reading's environment, so a process has one language: in a
build a forked worker, whose changes the parent never sees.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from docutils import nodes

from waraq import languages
from waraq.interface import Interface
from waraq.languages import Language
from waraq.sphinx_ext import private
from waraq.sphinx_ext.implicit import remember_terms
from waraq.sphinx_ext.ledger_setting import LedgerSetting
from waraq.sphinx_ext.messages import Message, messages
from waraq.sphinx_ext.reading import Reading
from waraq.sphinx_ext.translation import UNTRANSLATED, translate

Translations = Callable[[str], Mapping[str, str]]
"""The usable msgstr by msgid of a page and of the ledger, given the page's docname."""


class LanguagePages:
    """The pages of a reading, set in one language."""

    def __init__(
        self,
        reading: Reading,
        language: Language,
        translations: Translations | None,
        interface: Interface,
    ) -> None:
        """Set every page.

        :param translations: None for the source language
        :param interface: the words around what comes from the ledger
        """
        self.doctrees: dict[str, nodes.document] = {}
        """The pages by docname, translated and resolved."""
        self.untranslated: set[str] = set()
        """Which of them hold text of the source."""
        self._reading = reading
        self._translations = translations
        source = languages.named(reading.app.config.waraq_source_language)
        self._ledger = LedgerSetting(reading.ledger, language, source, interface)
        reading.app.config.language = language.folder
        for docname in reading.docnames:
            self._translate(docname, reading.doctrees[docname], reading.messages(docname))
        private.prepare_writing(reading.app, reading.docnames)
        for docname in reading.docnames:
            self._resolve(docname, reading.doctrees[docname])

    def set_again(self, docname: str) -> None:
        """Set one page anew, after its translations have changed."""
        doctree = private.as_read(self._reading.app, docname)
        self.untranslated.discard(docname)
        self._translate(docname, doctree, list(messages(doctree)))
        self._resolve(docname, doctree)

    def _translate(self, docname: str, doctree: nodes.document, found: Sequence[Message]) -> None:
        app = self._reading.app
        if self._translations is not None:
            source = str(app.config.waraq_source_language)
            if translate(found, self._translations(docname), source, self._reading.syntax):
                self.untranslated.add(docname)
        self._ledger.set(doctree, docname)
        if self._translations is None and not self._reading.ledger.people:
            return
        private.refresh_titles(app, docname, doctree)
        title = next(doctree.findall(nodes.title), None)
        if title is not None and UNTRANSLATED in title:
            app.env.titles[docname][UNTRANSLATED] = title[UNTRANSLATED]
        remember_terms(app.env, (message.node for message in found))

    def _resolve(self, docname: str, doctree: nodes.document) -> None:
        self.doctrees[docname] = private.resolve(self._reading.app, docname, doctree)
