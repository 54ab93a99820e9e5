"""The files that all pages of a site share: styles, scripts, icon."""

from __future__ import annotations

from waraq.pages import lean, templates

STYLESHEET = "_static/waraq.css"
SPECIAL = "_static/special.css"
"""The styles of what only pages have that the build writes: search, index, first page."""

SCRIPT = "_static/waraq.js"
SEARCHING = "_static/search.js"
"""What the search pages load: it finds words in the index of a language."""

ICON = "_static/icon.svg"


def files() -> dict[str, str]:
    """What lies where below the site's root, whatever pages there are."""
    return {
        STYLESHEET: lean.style(templates.stylesheet("styles")),
        SPECIAL: lean.style(templates.stylesheet("styles", "SPECIAL")),
        SCRIPT: lean.script(templates.static("waraq.js")),
        ICON: templates.static("icon.svg"),
    }
