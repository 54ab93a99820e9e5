"""The theme's templates and styles, rendered with everything escaped by default."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from waraq import languages
from waraq.interface import Interface

THEME = Path(__file__).parent.parent / "theme"


@functools.cache
def environment() -> Environment:
    """The one template environment of a process; it holds no language."""
    made = Environment(
        loader=FileSystemLoader(THEME, encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["in_language"] = in_language
    return made


def in_language(tag: str) -> Markup:
    """The attributes of what is in the language *tag*; nothing where that is the page's: ``""``."""
    if not tag:
        return Markup("")
    return Markup(' lang="{}" dir="{}"').format(tag, languages.named(tag).direction)


FOR_PRINT = ("sheet", "parts/sheet", "cards", "columns", "labels", "poster")
"""What the names of the templates begin with that only handouts need."""


def compile_all(*, printing: bool = True) -> None:
    """Compile the templates now, so that forked workers need not."""
    for name in environment().list_templates(extensions=["html"]):
        if printing or not name.startswith(FOR_PRINT):
            environment().get_template(name)


def render(template: str, interface: Interface, **context: Any) -> str:
    """Fill *template*; every word of it goes through *interface*."""
    return environment().get_template(template).render(_=interface, **context)


def stylesheet(folder: str, *further: str, order: str = "ORDER") -> str:
    """The parts of ``styles`` or ``sheets``, joined as a file there says, mostly ORDER.

    :param further: files of the same folder that come after them
    """
    here = THEME / folder
    names = [*here.joinpath(order).read_text(encoding="utf-8").split(), *further]
    return "\n".join((here / name).read_text(encoding="utf-8") for name in names)


def static(name: str) -> str:
    """A file that pages load just as it is."""
    return part(f"static/{name}")


def part(name: str) -> str:
    """One file of the theme."""
    return (THEME / name).read_text(encoding="utf-8")


def markup(html: str) -> Markup:
    """HTML that our own writer made."""
    return Markup(html)
