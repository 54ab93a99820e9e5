"""Text that stayed in the source language says so, in any theme.

WCAG 3.1.2 (language of parts) asks for ``lang``; without ``dir`` its full stops
and brackets would stand on the wrong side of a right-to-left page.
"""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.locale import admonitionlabels

from waraq import languages
from waraq.languages import Language
from waraq.sphinx_ext.translation import UNTRANSLATED

IN_LANGUAGE = "in_language"
"""Set, to a tag, on a part that is in another language by nature: a name, a title."""


def say_language(node: nodes.Element, tag: str, page: Language) -> nodes.Element:
    """Mark *node* as being in the language *tag*, unless the page is."""
    if tag != page.tag:
        node[IN_LANGUAGE] = tag
    return node


class MarksParts:
    """Mixed into an HTML translator: adds ``lang`` and ``dir`` where they differ."""

    config: Any

    def starttag(
        self, node: Any, tagname: str, suffix: str = "\n", empty: bool = False, **attributes: Any
    ) -> str:
        """A start tag; what is not in the page's language says so."""
        source = node.get(UNTRANSLATED) if isinstance(node, nodes.Element) else None
        if source:
            attributes |= {"lang": source, "dir": languages.named(source).direction}
            given = attributes.pop("class", attributes.pop("CLASS", ""))
            attributes["class"] = f"{given} untranslated".strip()
        elif isinstance(node, nodes.Element) and (language := node.get(IN_LANGUAGE)):
            attributes |= {"lang": language, "dir": languages.named(language).direction}
        return str(super().starttag(node, tagname, suffix, empty, **attributes))  # type: ignore[misc]

    def visit_admonition(self, node: nodes.Element, name: str = "") -> None:
        """An admonition, whose built-in title Sphinx may not have in this language."""
        super().visit_admonition(node, name)  # type: ignore[misc]
        source = self.config.waraq_source_language
        english = {"seealso": "See also"}.get(name, name.capitalize())
        if name and self.config.language != source and str(admonitionlabels[name]) == english:
            title = node[0]
            assert isinstance(title, nodes.Element)
            title[UNTRANSLATED] = "en"


def setup_marking(app: Sphinx) -> None:
    """Mix the marks into whatever HTML translator the project uses."""
    app.connect("builder-inited", _mark)


def _mark(app: Sphinx) -> None:
    if app.builder.format != "html":
        return
    writer = app.registry.get_translator_class(app.builder)
    if not issubclass(writer, MarksParts):
        marked = type(f"Marked{writer.__name__}", (MarksParts, writer), {})
        app.set_translator(app.builder.name, marked, override=True)
