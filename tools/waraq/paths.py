"""Where things lie in a project: the one place that knows the tree's layout."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

INTERFACE_DOMAIN = "interface"
"""The catalog of buttons and labels; no page may have this name."""

LEDGER_DOMAIN = "ledger"
"""The catalog of what pages show of the ledger; no page may have this name."""

HANDOUTS = "handouts/"
"""Where the pages lie that are also printed."""

HOME = Path(__file__).parents[2]
"""Where Waraq itself is set up, with its lock files and packages."""

FONT_PACKAGES = HOME / "node_modules" / "@expo-google-fonts"

WEB_FONTS = HOME / ".tools" / "web-fonts"
"""What was cut from them for browsers."""


@dataclass(frozen=True)
class Project:
    """The folders and files of one explainer, below its root."""

    root: Path
    locale_dir: Path | None = None
    """Where the translations lie, in a project with another layout."""

    @property
    def docs(self) -> Path:
        """The pages, the ledger and site.toml: what this explainer says."""
        return self.root / "docs"

    @property
    def site(self) -> Path:
        """Everything that a fork must edit."""
        return self.docs / "site.toml"

    @property
    def brand(self) -> Path:
        """The explainer's own looks, and who gives its handouts out."""
        return self.docs / "brand"

    @property
    def conf(self) -> Path:
        """Sphinx's settings."""
        return self.root / "conf.py"

    @property
    def locale(self) -> Path:
        """The translations, a folder for each language."""
        return self.locale_dir or self.root / "locale"

    @property
    def output(self) -> Path:
        """Where editions are published unless the caller says otherwise."""
        return self.root / "_build" / "site"

    def catalogs(self, folder: str) -> Path:
        """The catalogs of the language whose gettext folder is *folder*."""
        return self.locale / folder / "LC_MESSAGES"

    def catalog(self, folder: str, domain: str) -> Path:
        """One catalog; *domain* is a docname, or :data:`INTERFACE_DOMAIN`."""
        return self.catalogs(folder) / f"{domain}.po"

    def reviews(self, folder: str) -> Path:
        """Who has read which translation into the language of this gettext folder."""
        return self.locale / folder / "reviews.toml"

    def changes(self, folder: str) -> Path:
        """Since when the source has been ahead of the translation of this gettext folder."""
        return self.locale / folder / "changes.toml"

    def relative(self, path: Path) -> str:
        """*path* as messages show it: from the root, with forward slashes."""
        try:
            return path.relative_to(self.root).as_posix()
        except ValueError:
            return path.as_posix()
