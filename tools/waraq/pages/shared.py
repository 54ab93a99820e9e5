"""The files that all pages of a site share: styles, scripts, icon."""

from __future__ import annotations

from waraq.pages import lean, templates

STYLESHEET = "_static/waraq.css"
SPECIAL = "_static/special.css"
"""The styles of what only the search and the index from A to Z have."""

START = "_static/start.css"
"""Those of the first page of the site, which shows every language."""

SCRIPT = "_static/waraq.js"
SEARCHING = "_static/search.js"
"""What the search pages load: it finds words in the index of a language."""

ICON = "_static/icon.svg"
OWN_STYLES = ("ug", "zh")
"""The languages that need styles of their own, which pages in others do not load."""


def stylesheet(tag: str) -> str:
    """The address of the styles of a language's pages."""
    own = _own_styles(tag)
    return f"_static/waraq-{own}.css" if own else STYLESHEET


def styles(tag: str, order: str = "ORDER", *, web_fonts: bool = False) -> str:
    """The styles of a language's pages."""
    own = _own_styles(tag)
    parts = [templates.stylesheet("styles", order=order), _of_language(own, web_fonts)]
    return lean.style("\n".join(parts))


def files(*, web_fonts: bool = False) -> dict[str, str]:
    """What lies where below the site's root, whatever pages there are.

    :param web_fonts: whether the files of :mod:`waraq.pages.web_fonts` lie there, too
    """
    every = "\n".join(_of_language(own, web_fonts) for own in OWN_STYLES)
    return {
        STYLESHEET: styles(""),
        **{stylesheet(own): styles(own, web_fonts=web_fonts) for own in OWN_STYLES},
        SPECIAL: lean.style(templates.stylesheet("styles", order="SPECIAL")),
        START: lean.style(templates.part("styles/start.css") + every),
        SCRIPT: lean.script(templates.static("waraq.js")),
        ICON: templates.static("icon.svg"),
    }


def _own_styles(tag: str) -> str:
    primary = tag.partition("-")[0]
    return primary if primary in OWN_STYLES else ""


def _of_language(own: str, web_fonts: bool) -> str:
    if not own:
        return ""
    faces = templates.part("styles/languages/ug-web-font.css") if web_fonts and own == "ug" else ""
    return templates.part(f"styles/languages/{own}.css") + faces
