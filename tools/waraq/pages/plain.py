"""Waraq's pages from plain ``sphinx-build``, one language at a time.

Sphinx's own HTML builder writes the files; what stands in them is the same.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.application import TemplateBridge as SphinxTemplates
from sphinx.builders.html import StandaloneHTMLBuilder

from waraq import settings as site_settings
from waraq.catalogs import interface as interface_words
from waraq.catalogs import rules
from waraq.interface import Interface
from waraq.pages import templates
from waraq.pages.html import PageTranslator
from waraq.pages.pageset import PageSet
from waraq.pages.writing import write_shared_files
from waraq.paths import INTERFACE_DOMAIN, Project
from waraq.settings import Settings
from waraq.sphinx_ext import private


class Templates(SphinxTemplates):
    """Lets Sphinx render our templates: everything is escaped by default."""

    def init(self, builder: Any, theme: Any = None, dirs: Any = None) -> None:
        """Nothing depends on the builder."""

    def render(self, template: str, context: dict[str, Any]) -> str:  # type: ignore[override]
        """Render page.html, with the record that ``_give_page`` made."""
        return (
            templates.environment()
            .get_template(template)
            .render(_=context["interface"], page=context["page"])
        )


class PlainTranslator(PageTranslator):
    """The writer as Sphinx makes it, from a doctree and a builder alone."""

    def __init__(self, document: nodes.document, builder: StandaloneHTMLBuilder) -> None:
        pages: PageSet = builder.waraq_pages  # type: ignore[attr-defined]
        super().__init__(document, builder, pages.setting)


def setup_plain(app: Sphinx) -> None:
    """Register the theme and, where it is chosen, all that it needs."""
    app.add_html_theme("waraq", str(templates.THEME))
    app.connect("config-inited", lambda app, config: _choose_templates(app))
    app.connect("builder-inited", _prepare)
    app.connect("html-page-context", _give_page)
    app.connect("build-finished", _write_style)


def _is_ours(app: Sphinx) -> bool:
    return str(app.config.html_theme) == "waraq"


def _choose_templates(app: Sphinx) -> None:
    if _is_ours(app):
        app.config.template_bridge = f"{__name__}.Templates"


def _prepare(app: Sphinx) -> None:
    if not _is_ours(app) or not isinstance(app.builder, StandaloneHTMLBuilder):
        return
    private.without_search(app)
    project = Project(Path(app.confdir))
    settings = site_settings.load(project.site)
    language = settings.of(str(app.config.language))
    interface = _interface(project, settings, language.tag)
    app.set_translator(app.builder.name, PlainTranslator, override=True)
    app.builder.waraq_pages = PageSet(  # type: ignore[attr-defined]
        app=app,
        settings=settings,
        published=tuple(each for each in settings.languages if each.publish),
        language=language,
        interface=interface,
        doctrees={},
        untranslated=frozenset(),
        shared_styles=False,
    )


def _interface(project: Project, settings: Settings, tag: str) -> Interface:
    if tag == settings.source.tag:
        return Interface({})
    msgids = [word.msgid for word in interface_words.words(project, settings)]
    usable, _ = rules.page(project, settings.of(tag).language, INTERFACE_DOMAIN, msgids)
    return Interface(usable)


def _give_page(
    app: Sphinx,
    docname: str,
    template: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> str | None:
    pages: PageSet | None = getattr(app.builder, "waraq_pages", None)
    if pages is None or doctree is None:
        return None
    untranslated = any(node.get("untranslated") for node in doctree.findall(nodes.Element))
    context["interface"] = pages.interface
    context["page"] = pages.with_page(docname, doctree, untranslated).page(
        docname, body=str(context["body"])
    )
    return "page.html"


def _write_style(app: Sphinx, exception: Exception | None) -> None:
    if exception is None and hasattr(app.builder, "waraq_pages"):
        pages: PageSet = app.builder.waraq_pages
        write_shared_files(Path(app.outdir), [pages.tag])
