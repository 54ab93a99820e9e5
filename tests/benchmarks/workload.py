"""The workload: sites of any number of pages, with complete catalogs in up to twelve languages.

The same seed gives the same bytes. ``ours`` is a Waraq project; ``plain`` holds the same
sources and catalogs for Sphinx and myst-parser alone, under Sphinx's names of the languages.

    python tests/benchmarks/workload.py FOLDER [--pages 12] [--language TAG]…
"""

from __future__ import annotations

import argparse
import random
import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path

from page import SEED, Page, page
from wording import WORDINGS, sphinx_name

from waraq import languages, settings
from waraq.catalogs import interface, template
from waraq.catalogs.template import Extracted
from waraq.paths import HOME, INTERFACE_DOMAIN, Project

PLAIN_CONF = """
project = "Workload"
language = "en"
extensions = ["myst_parser"]
myst_enable_extensions = ["colon_fence", "deflist"]
html_theme = "{theme}"
locale_dirs = ["../locale"]
gettext_compact = False
"""

SITE = """
title = "Workload"
summary = "Pages without meaning, to be measured."
address = "https://workload.example/"
checked = 2026-11-23
how_we_check = "page001"

[[languages]]
tag = "en"
translation = "source"
"""

LANGUAGE = """
[[languages]]
tag = "{tag}"
translation = "reviewed"
"""


def available() -> tuple[list[str], list[str]]:
    """The languages of the workload that Waraq knows, and those that it does not know yet."""
    known = [tag for tag in WORDINGS if tag in languages.KNOWN]
    return known, [tag for tag in WORDINGS if tag not in languages.KNOWN]


def write(folder: Path, count: int, tags: Sequence[str], theme: str = "alabaster") -> None:
    """Write both projects into *folder*: an index and *count* pages."""
    names = ["index", *(f"page{number:03}" for number in range(1, count + 1))]
    pages = [page(name, names) for name in names]
    ours, plain = folder / "ours", folder / "plain"
    for each in pages:
        for project in (ours, plain):
            _write(project / "docs" / f"{each.docname}.md", each.source)
    _write(plain / "docs" / "conf.py", PLAIN_CONF.format(theme=theme))
    _write(ours / "docs" / "site.toml", SITE + "".join(LANGUAGE.format(tag=tag) for tag in tags))
    for name in ("conf.py", "docutils.conf"):
        shutil.copy(HOME / name, ours / name)
    for tag in tags:
        theirs = plain / "locale" / sphinx_name(tag) / "LC_MESSAGES"
        _write_pages(pages, tag, (Project(ours).catalogs(languages.named(tag).folder), theirs))
        _write_interface(Project(ours), tag)


def _write_pages(pages: Sequence[Page], tag: str, folders: Sequence[Path]) -> None:
    for each in pages:
        text = _catalog(tag, f"docs/{each.docname}.md", each.messages(tag))
        for folder in folders:
            _write(folder / f"{each.docname}.po", text)


def _write_interface(project: Project, tag: str) -> None:
    """The theme's words, each about as long as in English; plain Sphinx has its own."""
    words = interface.words(project, settings.load(project.site))
    messages = {}
    for word in words:
        blanks = (each if "{" in each else "{1}" for each in word.msgid.split())
        chance = random.Random(f"{SEED} {tag} {word.msgid}")
        messages[word.msgid] = WORDINGS[tag].fill(" ".join(blanks), chance)
    path = project.catalog(languages.named(tag).folder, INTERFACE_DOMAIN)
    _write(path, _catalog(tag, "docs/site.toml", messages.items()))


def _catalog(tag: str, path: str, messages: Iterable[tuple[str, str]]) -> str:
    """A catalog in the form that ``waraq update`` gives it."""
    translations = dict(messages)
    catalog = template.catalog(
        Extracted(msgid, path, 3 * number + 1) for number, msgid in enumerate(translations)
    )
    for msgid, msgstr in translations.items():
        entry = catalog.get(msgid)
        assert entry is not None
        entry.string = msgstr
    return template.as_text(catalog, languages.named(tag).folder)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def main() -> None:
    """Write the workload, and say which of its languages Waraq does not know."""
    known, missing = available()
    parser = argparse.ArgumentParser(description="Write the workload of the benchmarks.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pages", type=int, default=12)
    parser.add_argument("--language", action="append", choices=known)
    parser.add_argument("--theme", default="alabaster", help="of the plain stack")
    arguments = parser.parse_args()
    write(arguments.folder, arguments.pages, arguments.language or known, arguments.theme)
    if missing:
        print(f"not known to Waraq: {' '.join(missing)}")


if __name__ == "__main__":
    main()
