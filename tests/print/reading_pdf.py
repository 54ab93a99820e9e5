"""What a PDF says: its metadata, links and text. Each checker yields what is wrong, in words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise

import pikepdf
import pypdfium2

MILLIMETRE = 72 / 25.4
A4 = (595.28, 841.89)
"""Width and height in points (ISO 216)."""
PAPERS = {
    "letter": (612.0, 792.0),
    "poster": (841.89, 1190.55),
    "booklet": (419.53, 595.28),
    "booklet-print": (841.89, 595.28),
}
"""Those of the editions that are not on A4 upright."""

HIDDEN = re.compile("[\\s\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]+")
HYPHENS = re.compile("[-\u2010\ufffe\x02]")
"""PDFium reads a hyphen at the end of a line as U+FFFE or U+0002, a word's own hyphen too."""

WORD = re.compile(r"\d+|[\u3400-\u9fff]|[^\W\d_\u3400-\u9fff]+")
"""Letters or digits: what stands between the two does not always come out there.

Each Chinese character is a word: a line may break, and be turned round, before any.
"""

RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff]")

NAMELESS = re.compile("Author|[Cc]reator|Date|Producer")
MACHINE = ("file:", ".invalid", "localhost")
"""What would tell of the machine that printed, or of addresses that only a build knows."""


def metadata_problems(pdf: pikepdf.Pdf, tag: str, title: str) -> Iterator[str]:
    """Language and title as readers need them, nothing of who made the file, where or when."""
    if (language := str(pdf.Root.get("/Lang", ""))) != tag:
        yield f"its language is {language!r}, not {tag!r}"
    if (found := str(pdf.docinfo.get("/Title", ""))) != title:
        yield f"its title is {found!r}, not {title!r}"
    if pdf.Root.get("/ViewerPreferences", {}).get("/DisplayDocTitle") is not True:
        yield "a viewer shows the file's name, not its title (DisplayDocTitle)"
    yield from (f"Info holds {key}" for key in pdf.docinfo if NAMELESS.search(key))
    yield from (
        f"it holds the string {text!r}"
        for text in strings(pdf)
        if any(word in text for word in MACHINE)
    )


def xmp_tells(pdf: pikepdf.Pdf) -> list[str]:
    """The properties in XMP, the other place for metadata, that tell who made the file and when."""
    metadata = pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False)
    names = (str(key).rpartition("}")[2] for key in metadata)
    return sorted(name for name in names if NAMELESS.search(name))


def strings(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Every string outside the text that is shown, and XMP."""
    for each in pdf.objects:
        yield from _strings(each)
    if "/Metadata" in pdf.Root:
        yield pdf.Root.Metadata.read_bytes().decode("utf-8", "replace")


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, pikepdf.String):
        yield str(value)
    elif isinstance(value, pikepdf.Dictionary | pikepdf.Stream):
        for child in value.values():
            yield from _direct(child)
    elif isinstance(value, pikepdf.Array):
        for child in value:
            yield from _direct(child)


def _direct(child: object) -> Iterator[str]:
    """A child's strings, unless it is an object of its own and will be met as one."""
    if not getattr(child, "is_indirect", False):
        yield from _strings(child)


def links(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Dictionary]:
    """Every link annotation of every page."""
    for page in pdf.pages:
        yield from (each for each in page.get("/Annots", ()) if each.get("/Subtype") == "/Link")


def addresses(pdf: pikepdf.Pdf) -> list[str]:
    """The address of each link that leads out of the file."""
    return [str(link.A.URI) for link in links(pdf) if "/A" in link and "/URI" in link.A]


def link_problems(pdf: pikepdf.Pdf, site: str, elsewhere: Collection[str]) -> Iterator[str]:
    """Links lead into the site, to an address of the web page, or to a place in the file."""
    for address in sorted(set(addresses(pdf))):
        if not address.startswith(("https://", "http://")):
            yield f"a link leads to {address}, which is no web address"
        elif not address.startswith(site) and address not in elsewhere:
            yield f"a link leads to {address}, which its web page does not name"
    places = destinations(pdf)
    for link in links(pdf):
        if (place := _place(link)) is not None:
            if place not in places:
                yield f"a link leads to {place}, which is no place in the file"
        elif "/A" not in link or "/URI" not in link.A:
            yield f"a link on it leads nowhere: {sorted(link.keys())}"


def _place(link: pikepdf.Object) -> str | None:
    """The name of the place in the file that a link leads to."""
    return str(link.A.D) if "/A" in link and link.A.get("/S") == "/GoTo" else None


def destinations(pdf: pikepdf.Pdf) -> set[str]:
    """The names of the places that links in the file may lead to."""
    tree = pdf.Root.get("/Names", {}).get("/Dests")
    return set() if tree is None else {str(name) for name in pikepdf.NameTree(tree)}


def paper_problems(pdf: pikepdf.Pdf, most: int, paper: str = "a4") -> Iterator[str]:
    """The edition's paper, and no more pages than it may have; what is cut off does not count."""
    width, height = PAPERS.get(paper, A4)
    if not 0 < len(pdf.pages) <= most:
        yield f"it has {len(pdf.pages)} pages; a handout has at most {most}"
    for number, page in enumerate(pdf.pages, 1):
        left, bottom, right, top = map(float, page.trimbox)
        size = right - left, top - bottom
        if abs(size[0] - width) > 1 or abs(size[1] - height) > 1:
            wanted = f"{width:.0f} × {height:.0f}"
            yield f"page {number} is {size[0]:.0f} × {size[1]:.0f} points and not {wanted}"


def text_of_pages(pdf: bytes) -> list[str]:
    """The text of each page, as PDFium and with it Chrome finds it."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [_text(page) for page in document]


def text_of_feet(pdf: bytes, foot: int) -> list[str]:
    """The text of each page that stands less than *foot* millimetres from its lower edge."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [_text(page, foot * MILLIMETRE) for page in document]


def _text(page: pypdfium2.PdfPage, top: float | None = None) -> str:
    text = page.get_textpage()
    try:
        return str(text.get_text_bounded(top=top))
    finally:
        text.close()
        page.close()


def squeezed(text: str) -> str:
    """Text without what line breaks and direction put into it or take from it."""
    return HYPHENS.sub("", HIDDEN.sub("", text))


def passages_missing(pages: Sequence[str], passages: Iterable[str]) -> Iterator[str]:
    """Passages that are on no page, letter by letter, nor at the break between two."""
    found = [squeezed(page) for page in pages]
    for passage in passages:
        letters = squeezed(passage)
        if not any(letters in page for page in found) and not _is_broken(found, letters):
            yield f"not found: {' '.join(passage.split())}"


LEAST = 3
"""Letters on each side of a page break; a line or two of text always has more."""


def _is_broken(pages: Sequence[str], passage: str) -> bool:
    """Whether a page has the beginning of the passage and the next one has its end."""
    return any(
        passage[:cut] in page and passage[cut:] in following
        for page, following in pairwise(pages)
        for cut in range(LEAST, len(passage) - LEAST)
    )


def words(text: str) -> Counter[str]:
    """The words of a text, each with its letters in alphabetical order.

    Glyphs of right-to-left text are painted from left to right, and each reader
    of a PDF guesses the way back: lines and words come out in the order of the
    page or of speech, and a ligature comes out with its letters turned round
    (lam-alef as alef-lam). What no reader may lose or change is the letters of
    each word.
    """
    return Counter("".join(sorted(word)) for word in WORD.findall(HIDDEN.sub(_space, text)))


def _space(hidden: re.Match[str]) -> str:
    return " " if any(map(str.isspace, hidden[0])) else ""


def words_missing(pages: Sequence[str], passages: Iterable[str]) -> Iterator[str]:
    """Passages with words that are on no page, or not so often."""
    found = words(" ".join(pages))
    for passage in passages:
        needed = words(passage)
        if lost := needed - found:
            yield f"not found: {sorted(lost)}, of: {' '.join(passage.split())}"
        found -= needed


def missing(pages: Sequence[str], passages: Iterable[str], direction: str) -> Iterator[str]:
    """What a reader does not find who searches the PDF for these sentences.

    A sentence with words from right to left comes out in another order, on pages
    of either direction.
    """
    in_order, in_any_order = [], []
    for passage in passages:
        turned = direction == "rtl" or RIGHT_TO_LEFT.search(passage)
        (in_any_order if turned else in_order).append(passage)
    yield from passages_missing(pages, in_order)
    yield from words_missing(pages, in_any_order)
