"""Small editions: a sound one of three pages and a handout, and what becomes of it when spoilt."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pikepdf
import pytest

from waraq import manifest
from waraq.audit import examine

ADDRESS = "https://little.example/"
POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'"

PAGE = f"""<!doctype html>
<html lang="{{tag}}" dir="{{direction}}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{POLICY}">
<title>{{title}}</title>
<meta name="description" content="{{title}}">
<link rel="stylesheet" href="../_static/style.css">
<script src="../_static/script.js" defer></script>
<link rel="canonical" href="{ADDRESS}{{tag}}/index.html">
<link rel="alternate" hreflang="en" href="{ADDRESS}en/index.html">
<link rel="alternate" hreflang="ug" href="{ADDRESS}ug/index.html">
</head>
<body>
<main id="text">
<h1>{{title}}</h1>
{{text}}
</main>
</body>
</html>
"""
SOUND = {
    "en/index.html": PAGE.format(tag="en", direction="ltr", title="One", text="<p>A text.</p>"),
    "ug/index.html": PAGE.format(tag="ug", direction="rtl", title="بىر", text="<p>تېكىست.</p>"),
    "_static/style.css": "main { margin: 0 }",
    "_static/script.js": "keepPlace()",
}

Examine = Callable[..., list[str]]


@pytest.fixture
def edition(tmp_path: Path) -> Callable[[Mapping[str, str | bytes]], Path]:
    """Write an edition, with its manifest."""

    def write(files: Mapping[str, str | bytes]) -> Path:
        folder = tmp_path / "edition"
        shutil.rmtree(folder, ignore_errors=True)
        for name, content in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
        (folder / manifest.MANIFEST).write_text(manifest.text(folder), encoding="utf-8")
        return folder

    return write


@pytest.fixture
def found(edition: Callable[..., Path]) -> Examine:
    """Put text and files into the sound edition; what is found, as "rule: words", notes aside.

    ``en`` and ``ug`` stand in place of the text of these pages; of ``swap``, the first stands in
    the English page and becomes the second; what is None in ``files`` is left out.
    """

    def found(
        en: str = "",
        ug: str = "",
        swap: tuple[str, str] = ("", ""),
        files: Mapping[str, str | bytes | None] | None = None,
    ) -> list[str]:
        pages = {**SOUND, **(files or {})}
        for name, old, new in (
            ("en/index.html", "<p>A text.</p>", en),
            ("ug/index.html", "<p>تېكىست.</p>", ug),
            ("en/index.html", *swap),
        ):
            page = pages[name]
            assert isinstance(page, str)
            assert old in page
            pages[name] = page.replace(old, new) if new or old in swap else page
        audit = examine(edition({name: text for name, text in pages.items() if text is not None}))
        return [
            f"{each.rule}: {each.message}" for each in audit.problems if each.severity != "note"
        ]

    return found


CONTENT = b"""/Artifact BMC 0 0 9 9 re f EMC
/Span <</MCID 0>> BDC 0 0 9 9 re f EMC /Span <</MCID 1>> BDC 0 0 9 9 re f EMC
/Span <</MCID 2>> BDC 0 0 9 9 re f EMC /Span <</MCID 3>> BDC 0 0 9 9 re f EMC"""


@pytest.fixture
def pdf(tmp_path: Path) -> Callable[[Callable[[pikepdf.Pdf], None]], bytes]:
    """A tagged PDF of one page with heading, picture, link and table, and what is done to it."""

    def make(spoil: Callable[[pikepdf.Pdf], None]) -> bytes:
        with pikepdf.new() as document:
            tag(document)
            spoil(document)
            document.save(tmp_path / "sheet.pdf")
        return (tmp_path / "sheet.pdf").read_bytes()

    return make


def tag(document: pikepdf.Pdf) -> None:
    """Make it a small sheet with tags."""
    page = document.add_blank_page()
    page.Contents = document.make_stream(CONTENT)
    page.Tabs = pikepdf.Name.S
    document.docinfo["/Title"] = "Little sheet"
    root = document.Root
    root.Lang = "en"
    root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
    root.MarkInfo = pikepdf.Dictionary(Marked=True)
    link = document.make_indirect(
        pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Contents="More")
    )
    page.Annots = pikepdf.Array([link])

    def element(role: str, *kids: object, **more: object) -> pikepdf.Object:
        made = pikepdf.Dictionary(S=pikepdf.Name(f"/{role}"), Pg=page.obj, K=pikepdf.Array(kids))
        for key, value in more.items():
            made[f"/{key}"] = value
        return document.make_indirect(made)

    head = element("TH", 2, ID="head", A=pikepdf.Dictionary(Scope=pikepdf.Name.Column))
    cell = element("TD", 3, A=pikepdf.Dictionary(Headers=pikepdf.Array(["head"])))
    area = pikepdf.Dictionary(BBox=pikepdf.Array([1, 1, 9, 9]))
    top = element(
        "Document",
        element("H1", 0, ActualText="Little"),
        element("Figure", 1, Alt="A square", A=area),
        element("Link", pikepdf.Dictionary(Type=pikepdf.Name.OBJR, Obj=link)),
        element("Table", element("TR", head), element("TR", cell)),
    )
    names = pikepdf.Dictionary(Names=pikepdf.Array(["head", head]))
    root.StructTreeRoot = document.make_indirect(pikepdf.Dictionary(K=top, IDTree=names))
