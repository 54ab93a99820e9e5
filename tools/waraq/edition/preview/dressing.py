"""What a page wears in the preview alone: a script, a list of problems, a line for news.

The page's own text is left as readers will get it.
"""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from waraq.problems import Problem, Severity, errors

HERE = Path(__file__).parent
STYLE, SCRIPT, EVENTS = "/-/preview.css", "/-/preview.js", "/-/events"

CLOSED = "default-src 'none';"
OPENED = f"{CLOSED} connect-src 'self';"


@dataclass(frozen=True)
class Findings:
    """What is wrong: with a page, with the words around every page, and with newer sources.

    ``held`` says why the sources are not shown as they are now; it is mostly empty.
    """

    page: tuple[Problem, ...]
    interface: tuple[Problem, ...] = ()
    held: tuple[Problem, ...] = ()

    @property
    def title(self) -> str:
        """How much is wrong with the page, in words."""
        return amounts((*self.held, *self.page)) or "nothing wrong with this page"

    @property
    def refused(self) -> bool:
        """Whether a translation was refused."""
        return any(problem.language for problem in errors((*self.page, *self.interface)))


def amounts(problems: Sequence[Problem]) -> str:
    """How many there are of each severity, the gravest first; empty if there are none."""
    found = Counter(problem.severity for problem in problems)
    return ", ".join(
        f"{found[each]} {each}{'' if found[each] == 1 else 's'}" for each in Severity if found[each]
    )


def dress(html: str, version: str, docname: str, catalog: str, findings: Findings) -> str:
    """A page of an edition as the preview shows it.

    :param version: what the page says it is, so that its script knows when it is old
    :param catalog: the page's catalog, from the project's root
    """
    html = html.replace(CLOSED, OPENED, 1)
    html = html.replace("<html ", f'<html data-preview="{version}" ', 1)
    html = _before("</head>", html, _templates().get_template("head.html").render(_addresses()))
    panel = _templates().get_template("panel.html")
    html = _before(
        "</main>",
        html,
        panel.render(
            findings=findings,
            docname=docname,
            catalog=catalog,
            refused=findings.refused,
        ),
    )
    return _before("</body>", html, _templates().get_template("news.html").render())


def sign(title: str, *paragraphs: str, command: str = "", start: str) -> str:
    """A page of the preview's own, which says where to go from here.

    :param start: the address of the start page
    """
    return (
        _templates()
        .get_template("sign.html")
        .render(_addresses(), title=title, paragraphs=paragraphs, command=command, start=start)
    )


def _addresses() -> dict[str, str]:
    return {"style": STYLE, "script": SCRIPT}


def _before(tag: str, html: str, addition: str) -> str:
    """Text is escaped, so the last such tag is the page's own."""
    head, found, tail = html.rpartition(tag)
    return f"{head}{addition}{found}{tail}" if found else html


@functools.cache
def _templates() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(HERE, encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["amounts"] = amounts
    return environment
