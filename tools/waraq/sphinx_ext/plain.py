"""The translation step for plain ``sphinx-build -D language=…``.

Sphinx's own step parses each translation as a whole document and is left with
nothing to read (``locale_dirs = []``); this one runs when a page has been read,
before its title and table of contents are taken from it.
"""

from __future__ import annotations

from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.errors import ConfigError
from sphinx.util import logging

from waraq import languages
from waraq.catalogs import rules
from waraq.languages import Language
from waraq.paths import Project
from waraq.problems import Problem, Severity
from waraq.sphinx_ext.messages import messages
from waraq.sphinx_ext.translation import translate

logger = logging.getLogger(__name__)

BEFORE_THE_COLLECTORS = 100


def setup_plain(app: Sphinx) -> None:
    """Register the settings and the step."""
    app.add_config_value("waraq_source_language", "en", "env", (str,))
    app.connect("config-inited", _refuse_sphinx_catalogs)
    app.connect("builder-inited", _say_what_is_missing)
    app.connect("doctree-read", _translate, priority=BEFORE_THE_COLLECTORS)


def _refuse_sphinx_catalogs(app: Sphinx, config: Config) -> None:
    if config.locale_dirs != [] and _target(config) is not None:
        config.locale_dirs = []
        config.gettext_auto_build = False


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
    return Project(Path(app.confdir))


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


def _translate(app: Sphinx, doctree: nodes.document) -> None:
    language = _target(app.config)
    if language is None:
        return
    docname = app.env.current_document.docname
    msgids = tuple(message.msgid for message in messages(doctree))
    usable, problems = rules.page(_project(app), language, docname, msgids)
    for problem in problems:
        _log(problem)
    translate(doctree, usable)


def _log(problem: Problem) -> None:
    if problem.severity is Severity.NOTE:
        return
    logger.warning(
        "%s — %s",
        problem.message,
        problem.hint,
        location=f"{problem.path}:{problem.line}" if problem.line else problem.path,
        type="waraq",
        subtype=problem.rule,
    )
