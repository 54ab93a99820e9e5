"""The translation step for plain ``sphinx-build -D language=…``.

Sphinx's own step parses each translation as a whole document and is left with
nothing to read (``locale_dirs = []``); this one runs when a page has been read,
before its title and table of contents are taken from it.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.errors import ConfigError
from sphinx.util import logging
from sphinx.util.i18n import docname_to_domain

from waraq import languages
from waraq.catalogs import rules, theme_words
from waraq.interface import Interface
from waraq.languages import Language
from waraq.paths import INTERFACE_DOMAIN, LEDGER_DOMAIN, Project
from waraq.problems import Problem, Severity
from waraq.sphinx_ext import private
from waraq.sphinx_ext.implicit import ImplicitWords, remember_terms
from waraq.sphinx_ext.ledger_setting import LedgerSetting
from waraq.sphinx_ext.ledger_state import ledger_of, ledger_problems
from waraq.sphinx_ext.messages import Message, messages, syntax
from waraq.sphinx_ext.translation import translate
from waraq.translate.glossary import Glossary, agreed

logger = logging.getLogger(__name__)

BEFORE_THE_TRANSLATION, BEFORE_THE_COLLECTORS = 50, 100


def setup_plain(app: Sphinx) -> None:
    """Register the settings and the step."""
    app.add_config_value("waraq_source_language", "en", "env", (str,))
    app.add_config_value("waraq_locale_dir", "", "env", (str,))
    app.add_config_value("waraq_sets_pages_itself", False, "", (bool,))
    app.add_post_transform(ImplicitWords)
    app.connect("config-inited", _take_over_catalogs)
    app.connect("builder-inited", _say_what_is_missing)
    app.connect("builder-inited", _say_what_is_wrong_with_the_ledger)
    app.connect("doctree-read", _describe, priority=BEFORE_THE_TRANSLATION)
    app.connect("doctree-read", _translate, priority=BEFORE_THE_COLLECTORS)


def _take_over_catalogs(app: Sphinx, config: Config) -> None:
    """Leave Sphinx no catalog to read: neither pages' nor its own ``sphinx.po``."""
    if not config.waraq_locale_dir and config.locale_dirs:
        config.waraq_locale_dir = str(Path(app.srcdir) / config.locale_dirs[0])
    config.locale_dirs = []
    config.gettext_auto_build = False
    private.without_project_catalogs(app, config)


def _target(config: Config) -> Language | None:
    """The language to translate into; None for the source language.

    :raises ConfigError: if Waraq does not know the language
    """
    tag = str(config.language)
    if tag == config.waraq_source_language:
        return None
    try:
        return languages.named(tag)
    except KeyError:
        known = ", ".join(language.folder for language in languages.KNOWN.values())
        raise ConfigError(f"language {tag!r} is not known to Waraq; known are {known}") from None


def _project(app: Sphinx) -> Project:
    root = Path(app.confdir)
    return Project(root, root / (app.config.waraq_locale_dir or "locale"))


def _say_what_is_missing(app: Sphinx) -> None:
    language = _target(app.config)
    if language is None:
        return
    folder = _project(app).catalogs(language.folder)
    if not folder.is_dir():
        raise ConfigError(
            f"{folder} does not exist: readers would get the source as {language.english_name}; "
            "run: waraq update"
        )


def _say_what_is_wrong_with_the_ledger(app: Sphinx) -> None:
    if not app.config.waraq_sets_pages_itself:
        for problem in ledger_problems(app.env):
            _log(problem)


def _describe(app: Sphinx, doctree: nodes.document) -> None:
    """Make a ``description`` in the front matter one for browsers and translators."""
    if any(node.get("name") == "description" for node in doctree.findall(nodes.meta)):
        return
    for field in doctree.findall(nodes.field):
        if field[0].astext() == "description" and isinstance(field.parent, nodes.docinfo):
            doctree.append(nodes.meta(name="description", content=field[1].astext()))
            return


def _translate(app: Sphinx, doctree: nodes.document) -> None:
    if app.config.waraq_sets_pages_itself:
        return
    docname = app.env.current_document.docname
    language = _target(app.config)
    if language is not None:
        _translate_into(app, language, docname, doctree)
    source = languages.named(str(app.config.waraq_source_language))
    setting = LedgerSetting(
        ledger_of(app.env), language or source, source, _interface(app, language)
    )
    setting.set(doctree, docname)


def _interface(app: Sphinx, language: Language | None) -> Interface:
    """The words around what comes from the ledger."""
    kept: Interface | None = app.__dict__.get("waraq_interface")
    if kept is None:
        project = _project(app)
        if language is None or not project.catalog(language.folder, INTERFACE_DOMAIN).is_file():
            kept = Interface({})
        else:
            msgids = [word.msgid for word in theme_words.listed()]
            usable, _ = rules.page(project, language, INTERFACE_DOMAIN, msgids)
            kept = Interface(usable)
        app.__dict__["waraq_interface"] = kept
    return kept


def _translate_into(app: Sphinx, language: Language, docname: str, doctree: nodes.document) -> None:
    found = list(messages(doctree))
    written = syntax(app.config)
    usable = _usable(app, language, docname, found)
    source = str(app.config.waraq_source_language)
    for message in translate(found, usable, source, written):
        if message.msgid in usable:
            logger.warning(
                "the translation of %r cannot be set: its source has unknown markup",
                message.msgid[:60],
                location=message.node,
                type="waraq",
                subtype="untranslatable",
            )
    remember_terms(app.env, (message.node for message in found))
    private.refresh_slugs(app.env, docname, doctree)


def _glossary(app: Sphinx, language: Language) -> Glossary:
    source = languages.named(str(app.config.waraq_source_language))
    return agreed(ledger_of(app.env).terms.values(), source, language)


def _usable(
    app: Sphinx, language: Language, docname: str, found: Sequence[Message]
) -> dict[str, str]:
    """The translations of a page's own texts, and of those from the ledger."""
    domain = docname_to_domain(docname, app.config.gettext_compact)
    usable: dict[str, str] = {}
    for catalog, texts in (
        (domain, [message.msgid for message in found if not message.ledger]),
        (LEDGER_DOMAIN, [message.msgid for message in found if message.ledger]),
    ):
        if not texts and catalog == LEDGER_DOMAIN:
            continue
        good, problems = rules.page(
            _project(app), language, catalog, texts, syntax(app.config), _glossary(app, language)
        )
        usable |= good
        for problem in problems:
            # On one page, most of the ledger's catalog is for other pages.
            if catalog == LEDGER_DOMAIN and problem.rule == "outdated":
                continue
            _log(problem)
    return usable


def _log(problem: Problem) -> None:
    if problem.severity is Severity.NOTE:
        return
    logger.warning(
        "%s — %s",
        problem.message,
        problem.hint,
        # Without a line, Sphinx would take the path for a docname.
        location=f"{problem.path}:{problem.line or 1}",
        type="waraq",
        subtype=problem.rule,
    )
