"""The files that all pages of a site share: style, script, icon."""

from __future__ import annotations

from waraq.pages import templates

STYLESHEET = "_static/waraq.css"
SCRIPT = "_static/waraq.js"
ICON = "_static/icon.svg"


def files() -> dict[str, str]:
    """What lies where below the site's root."""
    static = templates.THEME / "static"
    return {
        STYLESHEET: templates.stylesheet("styles"),
        SCRIPT: (static / "waraq.js").read_text(encoding="utf-8"),
        ICON: (static / "icon.svg").read_text(encoding="utf-8"),
    }
