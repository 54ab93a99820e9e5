"""One read of all sources under the source language, kept in memory.

From it come the messages for translators and, in a forked worker for each
language, the translated pages: sources are never parsed a second time.
"""

from __future__ import annotations

import logging
import re
import shutil
import tempfile
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import IO, cast

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.errors import SphinxError
from sphinx.util.docutils import docutils_namespace, patch_docutils
from sphinx.util.logging import VERBOSE

from waraq.ledger import Ledger
from waraq.paths import Project
from waraq.problems import Problem, Severity, WaraqError, as_text
from waraq.settings import Settings
from waraq.sphinx_ext import private
from waraq.sphinx_ext.ledger_state import ledger_of, ledger_problems
from waraq.sphinx_ext.lines import line_of
from waraq.sphinx_ext.messages import Message, messages, syntax
from waraq.sphinx_ext.translation import knows
from waraq.translate.inline import Syntax

WARNING = re.compile(
    r"^(?P<path>.+?)(?::(?P<line>\d+))?: (?:WARNING|ERROR|CRITICAL): "
    r"(?P<text>.*?)(?: \[(?P<rule>[\w.-]+)\])?$"
)

NO_PICTURE = "image.not_readable"
WHERE_IT_LIES = "put the picture there, or correct its name; both are read from the page's folder"


class UndecodableSources(WaraqError):
    """Sources that are no text in UTF-8; ``problems`` names each with its line."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(as_text(problems))
        self.problems = problems


class Warnings:
    """A stream for Sphinx's warnings that keeps them as lines."""

    def __init__(self) -> None:
        self._text = ""

    def write(self, text: str) -> int:
        self._text += text
        return len(text)

    def flush(self) -> None:
        """Nothing is buffered."""

    def isatty(self) -> bool:
        """No colours, please."""
        return False

    def take(self) -> list[str]:
        """What was written since the last call, without colours and empty lines."""
        plain, self._text = re.sub(r"\x1b\[[0-9;]*m", "", self._text), ""
        return [line for line in plain.splitlines() if line.strip()]


@dataclass
class Reading:
    """The sources of a project, read once."""

    project: Project
    app: Sphinx
    doctrees: dict[str, nodes.document]
    warnings: Warnings
    ledger: Ledger
    """What docs/ledger says."""
    ledger_problems: list[Problem]
    scratch: Path
    """Where Sphinx keeps its own copies; removed with the reading."""
    _messages: dict[str, list[Message]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._remove = weakref.finalize(self, shutil.rmtree, self.scratch, ignore_errors=True)

    def close(self) -> None:
        """Remove Sphinx's copies now; pages can no longer be set again."""
        self._remove()

    @property
    def docnames(self) -> list[str]:
        """Every page, sorted."""
        return sorted(self.doctrees)

    @property
    def syntax(self) -> Syntax:
        """How its messages are to be parsed."""
        return syntax(self.app.config)

    def source_path(self, docname: str) -> str:
        """Where a page's source lies, as problems name it."""
        return self.project.relative(Path(self.app.env.doc2path(docname)))

    def problems(self) -> list[Problem]:
        """What Sphinx has complained of since this was last asked."""
        found = [_problem(self.project, line) for line in self.warnings.take()]
        return [self._of_picture(each) if each.rule == NO_PICTURE else each for each in found]

    def _of_picture(self, problem: Problem) -> Problem:
        """Sphinx knows at most in which paragraph a missing picture stands."""
        for docname, doctree in self.doctrees.items():
            if self.source_path(docname) == problem.path:
                for image in doctree.findall(nodes.image):
                    if problem.message.endswith(f" {image['uri']}"):
                        return replace(problem, line=line_of(image), hint=WHERE_IT_LIES)
        return problem

    def messages(self, docname: str) -> list[Message]:
        """What translators see of a page, found once: forked workers inherit it."""
        if docname not in self._messages:
            self._messages[docname] = list(messages(self.doctrees[docname]))
        return self._messages[docname]

    def msgids(self, docname: str) -> tuple[str, ...]:
        """Every text that a page shows, the ledger's too, each once."""
        return tuple(dict.fromkeys(message.msgid for message in self.messages(docname)))


def read(project: Project, settings: Settings) -> Reading:
    """Read all sources; nothing is written beside them.

    :raises SphinxError: if conf.py or an extension is broken
    :raises UndecodableSources: if a page is not in UTF-8
    """
    folder = Path(tempfile.mkdtemp(prefix="waraq-"))
    try:
        return _read_into(folder, project, settings)
    except BaseException:  # Who is interrupted leaves nothing behind, either.
        shutil.rmtree(folder, ignore_errors=True)
        raise


def _read_into(folder: Path, project: Project, settings: Settings) -> Reading:
    warnings = Warnings()
    private.without_catalogs_of_other_builds()
    with _no_words_for_debuggers(), patch_docutils(str(project.root)), docutils_namespace():
        app = Sphinx(
            srcdir=project.docs,
            confdir=project.root,
            outdir=folder / "out",
            doctreedir=folder / "doctrees",
            buildername="html",
            confoverrides={
                "language": settings.source.folder,
                "waraq_sets_pages_itself": True,
            },
            status=None,
            warning=cast("IO[str]", warnings),
            freshenv=True,
            parallel=0,
        )
        private.without_search(app)
        try:
            doctrees = private.read_all(app)
        except UnicodeDecodeError:
            if not (problems := list(_undecodable(project, app))):
                raise
            raise UndecodableSources(problems) from None
    return Reading(
        project, app, doctrees, warnings, ledger_of(app.env), ledger_problems(app.env), folder
    )


def _undecodable(project: Project, app: Sphinx) -> Iterator[Problem]:
    """The first place in each source that is not in UTF-8."""
    for docname in sorted(app.env.found_docs):
        path = Path(app.env.doc2path(docname))
        content = path.read_bytes()
        try:
            content.decode("utf-8")
        except UnicodeDecodeError as error:
            yield Problem(
                project.relative(path),
                content.count(b"\n", 0, error.start) + 1,
                "",
                "encoding",
                Severity.ERROR,
                "this line is not in UTF-8",
                "save the file anew as text in UTF-8",
            )


@contextmanager
def _no_words_for_debuggers() -> Iterator[None]:
    """Sphinx makes a record of its every step, for a log that nobody opens here."""
    former = logging.root.manager.disable
    logging.disable(max(former, VERBOSE))
    try:
        yield
    finally:
        logging.disable(former)


def _problem(project: Project, line: str) -> Problem:
    match = WARNING.match(line)
    if match is None:
        return Problem("docs", 0, "", "sphinx", Severity.ERROR, line, "see the source")
    # Without a line, Sphinx writes the colon before it all the same.
    path = project.relative(Path(match["path"].removesuffix(":")))
    return Problem(
        path,
        int(match["line"] or 0),
        "",
        match["rule"] or "sphinx",
        Severity.ERROR,
        match["text"],
        "correct the source",
    )


def untranslatable(reading: Reading) -> Iterator[Problem]:
    """Messages that no translation could be set for."""
    for docname in reading.docnames:
        path = reading.source_path(docname)
        for message in reading.messages(docname):
            if reason := knows(message, reading.syntax):
                yield Problem(
                    path,
                    message.line,
                    "",
                    "untranslatable",
                    Severity.ERROR,
                    f"no translation could be set here: {reason}",
                    "use links, footnotes, roles, code and emphasis that Waraq knows",
                )


__all__ = ["Reading", "SphinxError", "UndecodableSources", "read", "untranslatable"]
