"""Every private or undocumented call into Sphinx, written against Sphinx 9.0.4.

``tests/site/test_reading.py`` fails when one of them changes.
"""

from __future__ import annotations

import copy
import functools
from collections.abc import Hashable, Iterator
from contextlib import contextmanager
from optparse import Values
from pathlib import Path

from docutils import nodes
from docutils.transforms import Transform
from markdown_it.tree import SyntaxTreeNode
from myst_parser.mdit_to_docutils import base
from myst_parser.mdit_to_docutils.sphinx_ import SphinxRenderer
from myst_parser.sphinx_ext.myst_refs import MystReferenceResolver
from sphinx import addnodes, locale
from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.config import Config
from sphinx.domains import c, cpp
from sphinx.environment import BuildEnvironment, _CurrentDocument
from sphinx.environment.collectors.title import TitleCollector
from sphinx.environment.collectors.toctree import TocTreeCollector
from sphinx.transforms.post_transforms import (
    OnlyNodeTransform,
    PropagateDescDomain,
    ReferencesResolver,
    SigElementFallbackTransform,
)
from sphinx.transforms.post_transforms.code import (
    HighlightLanguageTransform,
    TrimDoctestFlagsTransform,
)
from sphinx.transforms.post_transforms.images import DataURIExtractor, ImageDownloader
from sphinx.util import logging
from sphinx.util.docutils import LoggingReporter

from waraq.sphinx_ext.implicit import ImplicitWords


def read_all(app: Sphinx) -> dict[str, nodes.document]:
    """Read every source; the doctrees stay in memory, by docname."""
    with logging.pending_warnings():
        app.builder.read()
    app.env.check_consistency()
    doctrees = dict(app.env._write_doc_doctree_cache)
    for docname, doctree in doctrees.items():
        attach(app.env, docname, doctree)
    return doctrees


def as_read(app: Sphinx, docname: str) -> nodes.document:
    """A page's doctree as it was before it was translated, from Sphinx's own copy."""
    return app.env.get_doctree(docname)


def prepare_writing(app: Sphinx, docnames: list[str]) -> None:
    """Let Sphinx's builder make what its HTML writer needs."""
    assert isinstance(app.builder, StandaloneHTMLBuilder)
    app.builder.prepare_writing(set(docnames))


def without_search(app: Sphinx) -> None:
    """Sphinx's own search is not used: Uyghur and Chinese find nothing in it."""
    assert isinstance(app.builder, StandaloneHTMLBuilder)
    app.builder.search = False


def without_catalogs_of_other_builds() -> None:
    """Forget what another build of this process has read.

    Sphinx keeps catalogs by docname alone, for all projects.
    """
    for name in [each for each in locale.translators if each[0] == "general"]:
        if name[1] != "sphinx":
            del locale.translators[name]


def without_project_catalogs(app: Sphinx, config: Config) -> None:
    """Forget a ``sphinx.po`` of the project: it could put markup on every page."""
    if config.language == "en":
        return
    locale.translators.pop(("general", "sphinx"), None)
    package = Path(locale.__file__).parent
    app.translator, _ = locale.init([package], config.language)


def wrap_substitutions() -> None:
    """Let MyST wrap what it puts in for ``{{ key }}``, so that it can be moved whole."""
    original = SphinxRenderer.render_substitution_inline
    if getattr(original, "waraq", False):
        return

    def wrapped(self: SphinxRenderer, token: SyntaxTreeNode) -> None:
        holder = nodes.inline(substitution=token.content.strip())
        with self.current_node_context(holder, append=True):
            original(self, token)

    wrapped.waraq = True  # type: ignore[attr-defined]
    SphinxRenderer.render_substitution_inline = wrapped  # type: ignore[method-assign, assignment]


def remember_default_settings() -> None:
    """Let MyST take docutils' default settings from memory, not from a new option parser a page.

    A parser takes 4 ms to build, a tenth of what a page costs.
    """
    original = vars(base)["get_default_settings"]
    if getattr(original, "waraq", False):
        return
    kept = functools.cache(original)

    def remembered(*components: Hashable) -> Values:
        values: Values = copy.copy(kept(*components))
        for name, value in vars(values).items():
            if isinstance(value, list):
                setattr(values, name, value.copy())
        return values

    remembered.waraq = True  # type: ignore[attr-defined]
    vars(base)["get_default_settings"] = remembered


def attach(env: BuildEnvironment, docname: str, doctree: nodes.document) -> None:
    """Give a doctree back what Sphinx takes from it after reading."""
    doctree.settings.env = env
    doctree.reporter = LoggingReporter(str(env.doc2path(docname)))


def refresh_titles(app: Sphinx, docname: str, doctree: nodes.document) -> None:
    """Take titles, tables of contents and labels anew from a translated doctree."""
    env = app.env
    # Not env.prepare_settings: its default domain would be copied, with the whole
    # environment, each time that references are resolved.
    env.current_document = _CurrentDocument(docname=docname)
    for collector in (TitleCollector(), TocTreeCollector()):
        collector.clear_doc(app, env, docname)
        collector.process_doc(app, doctree)
    refresh_slugs(env, docname, doctree)
    standard = env.domains.standard_domain
    for name, (labelled, node_id, _) in list(standard.labels.items()):
        if labelled == docname and (title := _title_of(doctree, node_id)):
            standard.labels[name] = (labelled, node_id, title)


def refresh_slugs(env: BuildEnvironment, docname: str, doctree: nodes.document) -> None:
    """Give MyST the translated titles for links such as ``[](page.md#part-two)``."""
    slugs = env.metadata[docname].get("myst_slugs", {})
    for slug, (line, node_id, _) in list(slugs.items()):
        if title := _title_of(doctree, node_id):
            slugs[slug] = (line, node_id, title)


def _title_of(doctree: nodes.document, node_id: str) -> str:
    section = doctree.ids.get(node_id)
    if isinstance(section, nodes.section) and isinstance(section[0], nodes.title):
        return str(section[0].astext())
    return ""


def resolve(app: Sphinx, docname: str, doctree: nodes.document) -> nodes.document:
    """Resolve the references of one page, and find its pictures."""
    with _needed_post_transforms(app, doctree):
        resolved = app.env.get_and_resolve_doctree(
            docname, app.builder, tags=app.builder.tags, doctree=doctree
        )
    builder = app.builder
    assert isinstance(builder, StandaloneHTMLBuilder)
    builder.imgpath = "_images"
    builder.post_process_images(resolved)
    return resolved


LOOKED_FOR: dict[type[Transform], tuple[type[nodes.Node], ...]] = {
    ImplicitWords: (),
    MystReferenceResolver: (),
    ReferencesResolver: (),
    c.AliasTransform: (c.AliasNode,),
    cpp.AliasTransform: (cpp.AliasNode,),
    OnlyNodeTransform: (addnodes.only,),
    SigElementFallbackTransform: (addnodes.desc_sig_element, addnodes.desc_inline),
    PropagateDescDomain: (addnodes.desc_signature,),
    HighlightLanguageTransform: (nodes.literal_block, addnodes.highlightlang),
    TrimDoctestFlagsTransform: (nodes.literal_block, nodes.doctest_block),
    ImageDownloader: (nodes.image,),
    DataURIExtractor: (nodes.image,),
}
"""The post-transforms of a HTML build, with the nodes without which each does nothing."""


@contextmanager
def _needed_post_transforms(app: Sphinx, doctree: nodes.document) -> Iterator[None]:
    """Leave out those that would find nothing: each walks through the whole page.

    Where an extension has brought one of its own, all are run: it may make
    what another looks for.
    """
    every = app.registry.post_transforms
    running = [each for each in every if not _is_of_another_builder(app, each)]
    if not all(each in LOOKED_FOR for each in running):
        yield
        return
    present = _kinds(doctree)
    app.registry.post_transforms = [
        each
        for each in running
        if not LOOKED_FOR[each] or any(issubclass(kind, LOOKED_FOR[each]) for kind in present)
    ]
    try:
        yield
    finally:
        app.registry.post_transforms = every


def _is_of_another_builder(app: Sphinx, transform: type[Transform]) -> bool:
    builders, formats = getattr(transform, "builders", ()), getattr(transform, "formats", ())
    return bool(
        (builders and app.builder.name not in builders)
        or (formats and app.builder.format not in formats)
    )


def _kinds(doctree: nodes.document) -> set[type[nodes.Node]]:
    found: set[type[nodes.Node]] = set()
    waiting: list[nodes.Node] = [doctree]
    while waiting:
        node = waiting.pop()
        found.add(type(node))
        waiting += node.children
    return found


def begin_page(app: Sphinx, docname: str) -> StandaloneHTMLBuilder:
    """Set what Sphinx's HTML writer expects of its builder for one page."""
    builder = app.builder
    assert isinstance(builder, StandaloneHTMLBuilder)
    builder.current_docname = docname
    builder.secnumbers = app.env.toc_secnumbers.get(docname, {})
    builder.fignumbers = app.env.toc_fignumbers.get(docname, {})
    builder.imgpath = "../" * docname.count("/") + "_images"
    return builder


def pictures(app: Sphinx) -> dict[str, str]:
    """The pictures of the pages resolved so far: path below docs/ → name in _images/."""
    builder = app.builder
    assert isinstance(builder, StandaloneHTMLBuilder)
    return dict(builder.images)
