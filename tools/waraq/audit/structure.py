"""How a page is built: what a screen reader goes by, and what a browser cannot mend.

What the Nu checker and axe-core find is not asked again, but for what a fork should learn without
Java and a browser.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from waraq.audit.finished import Finished, Found, Page, known
from waraq.audit.tree import Element

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
NAMED_BY_CONTENT = frozenset({"a", "button", "label", "summary"})
REFERENCES = ("aria-controls", "aria-describedby", "aria-labelledby", "for", "headers")


def page_language(edition: Finished) -> Iterator[Found]:
    """Pages that say another language or direction than their folder is for, or none."""
    for page in edition.pages.values():
        said = page.html.get("lang"), page.html.get("dir")
        if page.language is None:
            yield page.at(page.html, f"<html> says lang={said[0]!r}, which is no language we know")
            continue
        wanted = page.language.tag, page.language.direction
        if (said[0], said[1] or "ltr") != wanted:
            words = f"<html> says lang and dir {said}, its folder asks for {wanted}"
            yield page.at(page.html, words)


def main_missing(edition: Finished) -> Iterator[Found]:
    """Pages with no ``<main>``, or with more."""
    for page in edition.pages.values():
        found = sum(each.tag == "main" or each.get("role") == "main" for each in page.elements)
        if found != 1:
            yield Found(page.path, 0, f"it has {found} <main>")


def title_missing(edition: Finished) -> Iterator[Found]:
    """Pages without a ``<title>``, or with no first heading, or more."""
    for page in edition.pages.values():
        head = next(page.root.all("head"), page.root)
        if not any(title.text.strip() for title in head.all("title")):
            yield Found(page.path, 0, "it has no <title>")
        if (found := sum(1 for _ in page.root.all("h1"))) != 1:
            yield Found(page.path, 0, f"it has {found} <h1>")


def heading_skipped(edition: Finished) -> Iterator[Found]:
    """Headings more than one level below the one before."""
    for page in edition.pages.values():
        before = 0
        for heading in page.root.all(*HEADINGS):
            level = int(heading.tag[1])
            if level > before + 1:
                after = f"<h{before}>" if before else "nothing"
                yield page.at(heading, f"<h{level}> “{heading.text.strip()}” comes after {after}")
            before = level


def id_wrong(edition: Finished) -> Iterator[Found]:
    """Two elements of one name, and references to a name that none has."""
    for page in edition.pages.values():
        times = Counter(each.get("id") for each in page.elements if "id" in each.attributes)
        for name in sorted(name for name, count in times.items() if count > 1):
            yield Found(page.path, 0, f"{times[name]} elements have id={name!r}")
        for element in page.elements:
            for attribute in REFERENCES:
                for name in element.words(attribute):
                    if name not in times:
                        words = f"{element} has {attribute}={name!r}, and nothing has this id"
                        yield page.at(element, words)


def name_of(page: Page, element: Element) -> str:
    """What an element is called aloud (shortened from "Accessible Name and Description", W3C)."""
    labels = element.words("aria-labelledby")
    if labels:
        named = (each for each in page.elements if each.get("id") in labels)
        return " ".join(each.text.strip() for each in named)
    if element.get("aria-label").strip():
        return element.get("aria-label").strip()
    if element.tag in {"img", "area"}:
        return element.get("alt").strip()
    inner = (
        child.strip() if isinstance(child, str) else name_of(page, child)
        for child in element.children
        if isinstance(child, str) or child.get("aria-hidden") != "true"
    )
    return " ".join(filter(None, inner)) or element.get("title").strip()


def navigation_unnamed(edition: Finished) -> Iterator[Found]:
    """Navigations that cannot be told apart by their names."""
    for page in edition.pages.values():
        names: set[str] = set()
        for nav in page.root.all("nav"):
            labelled = nav.get("aria-labelledby") or nav.get("aria-label")
            name = name_of(page, nav) if labelled else ""
            if not name:
                yield page.at(nav, f"{nav} has no name")
            elif name in names:
                yield page.at(nav, f"{nav} is a second navigation called “{name}”")
            names.add(name)


def table_unnamed(edition: Finished) -> Iterator[Found]:
    """Tables without a caption, and heading cells that do not say what they head."""
    for page in edition.pages.values():
        for table in page.root.all("table"):
            if not any(caption.text.strip() for caption in table.all("caption")):
                yield page.at(table, "a table has no caption")
            if not any(table.all("th")):
                yield page.at(table, "a table has no heading cell")
            for cell in table.all("th"):
                if cell.get("scope") not in {"col", "row", "colgroup", "rowgroup"}:
                    yield page.at(cell, f"the heading cell “{cell.text.strip()}” has no scope")


def image_unnamed(edition: Finished) -> Iterator[Found]:
    """Pictures of which a blind reader learns nothing, not even that they need not."""
    for page in edition.pages.values():
        for image in page.root.all("img", "area"):
            if "alt" not in image.attributes:
                yield page.at(image, f"the picture {image.get('src')} has no alt")
        for drawing in page.root.all("svg"):
            told = drawing.get("aria-hidden") == "true" or drawing.get("role") == "img"
            around = {each.tag for each in drawing.up() if each is not drawing}
            if not told and drawing.is_drawn and not around & {"svg", *NAMED_BY_CONTENT}:
                yield page.at(drawing, "a drawing is neither an img by its role nor aria-hidden")


def link_unnamed(edition: Finished) -> Iterator[Found]:
    """Links and buttons that have no words."""
    for page in edition.pages.values():
        for element in page.root.all("a", "button", "summary"):
            if (element.tag != "a" or "href" in element.attributes) and not name_of(page, element):
                where = f" to {element.get('href')}" if element.tag == "a" else ""
                yield page.at(element, f"{element}{where} has no words")


def translation_lost(edition: Finished) -> Iterator[Found]:
    """Pages that do not name all their translations, or name as one what is none.

    The page above the languages names each language's first page; nobody names it back.
    """
    for page in edition.pages.values():
        named: dict[str, str] = {}
        for element in page.root.all("a", "link"):
            tag = element.get("hreflang")
            path = edition.own(page, element.get("href")) if tag else None
            if path is None or tag == "x-default":
                continue
            if "alternate" in element.words("rel") and element.tag == "link":
                named[tag] = path
            other = edition.pages.get(path)
            if other is None or other.html.get("lang") != tag:
                yield page.at(element, f"{element.get('href')} is no page in {tag}")
        if named and page.folder:
            yield from _lost(edition, page, named)


def _lost(edition: Finished, page: Page, named: dict[str, str]) -> Iterator[Found]:
    for path, other in sorted(edition.pages.items()):
        same = path.removeprefix(other.folder) == page.path.removeprefix(page.folder)
        if other is page or not same or known(other.folder) is None:
            continue
        if named.get(other.folder) != path:
            yield Found(page.path, 0, f"no <link hreflang={other.folder!r}> leads to {path}")
