"""A Sphinx + MyST project of somebody else: another layout, another theme.

Built with our extension and without it, which is the oracle: plain Sphinx.
"""

from __future__ import annotations

import contextlib
import io
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

from babel.messages.pofile import read_po, write_po
from sphinx.cmd.build import build_main

CONF = """
project = "Somebody else's"
extensions = ["myst_parser"{more}]
locale_dirs = ["../i18n"]
gettext_compact = False
html_theme = "alabaster"
myst_enable_extensions = ["colon_fence", "deflist", "dollarmath", "substitution"]
myst_heading_anchors = 3
myst_substitutions = {{"product": "the **Product**"}}
html_sidebars = {{"**": ["globaltoc.html"]}}
smartquotes = False
"""


@dataclass
class Page:
    """What a reader gets of a page: its texts and where its links lead."""

    text: str = ""
    links: list[str] = field(default_factory=list)
    html: str = ""


class Foreign:
    """One project in a folder of its own."""

    def __init__(self, root: Path, pages: Mapping[str, str]) -> None:
        self.root = root
        self.said = io.StringIO()
        """What Sphinx complained of in the last build."""
        for docname, text in pages.items():
            path = root / "src" / f"{docname}.md"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")

    def translate(self, translator: Callable[[str], str], language: str = "ug") -> None:
        """Fill a catalog for each page, by Sphinx's own extraction."""
        self._conf("")
        assert self._sphinx("gettext", self.root / "pot") == 0
        for template in sorted((self.root / "pot").rglob("*.pot")):
            with template.open("rb") as file:
                catalog = read_po(file)
            for message in catalog:
                if message.id:
                    message.string = translator(str(message.id))
                    message.flags.clear()
            domain = template.relative_to(self.root / "pot").with_suffix(".po")
            path = self.root / "i18n" / language / "LC_MESSAGES" / domain
            path.parent.mkdir(parents=True, exist_ok=True)
            out = io.BytesIO()
            write_po(out, catalog)
            path.write_bytes(out.getvalue())

    def catalog(self, docname: str, messages: Mapping[str, str], language: str = "ug") -> None:
        """Write a catalog by hand."""
        path = self.root / "i18n" / language / "LC_MESSAGES" / f"{docname}.po"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(po(messages), encoding="utf-8")

    def build(self, *, with_waraq: bool, language: str = "ug") -> dict[str, Page]:
        """Every page of one language, by docname."""
        self._conf(', "waraq.sphinx_ext"' if with_waraq else "")
        self.said = io.StringIO()
        out = self.root / ("ours" if with_waraq else "plain")
        shutil.rmtree(out, ignore_errors=True)
        assert self._sphinx("html", out, "-D", f"language={language}") == 0, self.said.getvalue()
        docnames = [
            path.relative_to(self.root / "src").with_suffix("").as_posix()
            for path in (self.root / "src").rglob("*.md")
        ]
        return {docname: _read(out / f"{docname}.html") for docname in sorted(docnames)}

    def _conf(self, more: str) -> None:
        conf = self.root / "settings" / "conf.py"
        conf.parent.mkdir(exist_ok=True)
        conf.write_text(CONF.format(more=more), encoding="utf-8")

    def _sphinx(self, builder: str, out: Path, *more: str) -> int:
        doctrees = self.root / f"doctrees-{out.name}"
        shutil.rmtree(doctrees, ignore_errors=True)
        arguments = ["-q", "-b", builder, "-c", str(self.root / "settings"), "-d", str(doctrees)]
        with contextlib.redirect_stderr(self.said):
            return build_main([*arguments, *more, str(self.root / "src"), str(out)])


def po(messages: Mapping[str, str]) -> str:
    """The text of a .po file."""

    def quoted(text: str) -> str:
        escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
        return f'"{escaped}"'

    header = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    entries = (f"msgid {quoted(a)}\nmsgstr {quoted(b)}\n" for a, b in messages.items())
    return "\n".join([header, *entries])


class _Reader(HTMLParser):
    """Collects text and links of the element with role="main"."""

    def __init__(self) -> None:
        super().__init__()
        self.page = Page()
        self._inside = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        if self._inside and tag not in {"img", "br", "hr", "meta", "link", "input", "col"}:
            self._inside += 1
        elif attributes.get("role") == "main":
            self._inside = 1
        if self._inside and "headerlink" not in (attributes.get("class") or ""):
            for name in ("href", "src", "alt", "title"):
                if attributes.get(name):
                    self.page.links.append(f"{name}={attributes[name]}")

    def handle_endtag(self, tag: str) -> None:
        if self._inside and tag not in {"img", "br", "hr", "meta", "link", "input", "col"}:
            self._inside -= 1

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.page.text += data


def _read(path: Path) -> Page:
    reader = _Reader()
    html = path.read_text(encoding="utf-8")
    reader.feed(html)
    reader.page.text = " ".join(reader.page.text.replace("¶", "").split())
    reader.page.html = html
    return reader.page
