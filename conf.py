"""Sphinx's settings for every language; what a fork edits is docs/site.toml."""

from pathlib import Path

from waraq import settings

_site = settings.load(Path(__file__).parent / "docs" / "site.toml")

project = _site.title
language = _site.source.folder
extensions = ["myst_parser", "waraq.sphinx_ext", "waraq.pages"]
exclude_patterns = ["LICENSE.md", "ledger", "brand", "**/README.md"]

myst_enable_extensions = ["colon_fence", "deflist"]
myst_disable_syntax = ["html_inline", "html_block"]
myst_footnote_transition = False
myst_footnote_sort = True
myst_heading_anchors = 3

html_theme = "waraq"
html_permalinks = False
html_copy_source = False
html_use_index = False
html_baseurl = _site.address

# Waraq reads locale/ itself: Sphinx would run what a translation says.
locale_dirs: list[str] = []
gettext_auto_build = False
gettext_compact = False
waraq_locale_dir = "locale"
waraq_source_language = _site.source.folder
