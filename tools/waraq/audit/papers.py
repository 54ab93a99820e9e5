"""What a PDF says beside its pages: its title and language, not who made it; and its tags."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress

import pikepdf

from waraq.audit.finished import Finished, Found
from waraq.audit.privacy import E_MAIL, PLACE
from waraq.audit.tags import mistagged

TOLD_IN_INFO = frozenset({"/Subject", "/Title"})
TOLD_IN_XMP = frozenset(
    {"title", "description", "language", "part", "rev", "amd", "conformance", "schemas"}
)
"""What readers see of the page too (Dublin Core), and the standards that the file keeps to, with
the ``schemas`` of what PDF/A does not know."""


def pdf_tells(edition: Finished) -> Iterator[Found]:
    """PDFs that cannot be read, or whose metadata say more than that."""
    for name in edition.files:
        if not name.endswith(".pdf"):
            continue
        try:
            with pikepdf.open(edition.folder / name) as pdf:
                yield from (Found(name, 0, words) for words in told(pdf))
        except pikepdf.PdfError as error:
            yield Found(name, 0, f"it is no PDF that can be read: {error}")


def pdf_tags(edition: Finished) -> Iterator[Found]:
    """PDFs that a screen reader cannot read, or reads wrongly."""
    for name in edition.files:
        if name.endswith(".pdf"):
            with suppress(pikepdf.PdfError), pikepdf.open(edition.folder / name) as pdf:
                yield from (Found(name, 0, words) for words in mistagged(pdf))


def told(pdf: pikepdf.Pdf) -> Iterator[str]:
    """What a PDF lacks or tells, in words."""
    info = {str(key): str(value) for key, value in pdf.docinfo.items()}
    if not info.get("/Title", "").strip():
        yield "it has no title"
    for where, told, fine in (("Info", info, TOLD_IN_INFO), ("XMP", _xmp(pdf), TOLD_IN_XMP)):
        for key in sorted(told.keys() - fine):
            yield f"its {where} has {key}: {told[key][:60]}"
    for text in sorted(set(_strings(pdf))):
        if match := PLACE.search(text) or E_MAIL.search(text):
            yield f"it tells of a machine or a person: {match[0]}"


def _xmp(pdf: pikepdf.Pdf) -> dict[str, str]:
    metadata = pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False)
    return {str(key).rpartition("}")[2]: str(value) for key, value in metadata.items()}


def _strings(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Every string outside the text that is shown."""
    for each in pdf.objects:
        yield from _strings_in(each)


def _strings_in(value: object) -> Iterator[str]:
    children: Iterable[object] = ()
    if isinstance(value, pikepdf.String):
        yield str(value)
    elif isinstance(value, pikepdf.Dictionary | pikepdf.Stream):
        children = dict(value.items()).values()
    elif isinstance(value, pikepdf.Array):
        children = value
    for child in children:
        if not getattr(child, "is_indirect", False):  # it is met as an object of its own
            yield from _strings_in(child)
