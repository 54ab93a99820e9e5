"""All pages of a reading in one language: translated, resolved, ready to write.

This changes the reading's own doctrees, so it happens once in a process: in a
forked worker, whose changes the parent never sees.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from docutils import nodes
from sphinx.builders.html import StandaloneHTMLBuilder

from waraq.languages import Language
from waraq.sphinx_ext import private
from waraq.sphinx_ext.implicit import remember_terms
from waraq.sphinx_ext.reading import Reading
from waraq.sphinx_ext.translation import translate


@dataclass(frozen=True)
class Resolved:
    """The pages of one language by docname, and which hold text of the source."""

    doctrees: Mapping[str, nodes.document]
    untranslated: frozenset[str]


def set_in(
    reading: Reading,
    language: Language,
    translations: Callable[[str], Mapping[str, str]] | None,
) -> Resolved:
    """Set every page in *language*.

    :param translations: the usable msgstr by msgid of a page; None for the
        source language
    """
    app = reading.app
    app.config.language = language.folder
    source = str(app.config.waraq_source_language)
    untranslated = set()
    if translations is not None:
        for docname in reading.docnames:
            doctree = reading.doctrees[docname]
            if translate(doctree, translations(docname), source, reading.syntax):
                untranslated.add(docname)
            private.refresh_titles(app, docname, doctree)
            remember_terms(app.env, doctree)
    builder = app.builder
    assert isinstance(builder, StandaloneHTMLBuilder)
    builder.prepare_writing(set(reading.docnames))
    return Resolved(
        {
            docname: private.resolve(app, docname, reading.doctrees[docname])
            for docname in reading.docnames
        },
        frozenset(untranslated),
    )
