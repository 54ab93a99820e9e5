"""From the HTML of a sheet to its PDF, with nothing but the build's own files.

WeasyPrint is given a made-up address for each file that a sheet may use and
can fetch no other: no network, no file of the machine. Whatever it logs is an
error, for a letter without a glyph is only logged.
"""

from __future__ import annotations

import io
import logging
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import segno
from weasyprint import HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from waraq.languages import Script
from waraq.problems import WaraqError
from waraq.sheets import finishing, fonts

FILES = "https://sheet.invalid/"
"""Where a sheet's own files seem to lie; .invalid can never be resolved (RFC 2606)."""

STYLESHEET, CODE, FONTS = f"{FILES}sheet.css", f"{FILES}code.svg", f"{FILES}fonts/"


class SheetError(WaraqError):
    """A sheet that cannot be printed as it should; the message says why."""


class _OwnFiles(URLFetcher):  # type: ignore[misc]
    """Serves the sheet's own files and refuses everything else."""

    def __init__(self, files: Mapping[str, tuple[str, bytes]]) -> None:
        super().__init__(allowed_protocols=(), allow_redirects=False)
        self._files = files

    def fetch(self, url: str, headers: Any = None) -> URLFetcherResponse:
        """The file that stands for *url*."""
        if url not in self._files:
            raise FatalURLFetchingError(f"a sheet may not load {url}")
        media_type, data = self._files[url]
        return URLFetcherResponse(url, body=data, headers={"Content-Type": media_type})


class Press:
    """Renders the sheets of one language; keeps its fonts between them."""

    def __init__(self, scripts: Iterable[Script], font_packages: Path, stylesheet: str) -> None:
        self._fonts = FontConfiguration()
        self._files = {STYLESHEET: ("text/css; charset=utf-8", stylesheet.encode("utf-8"))}
        for face in fonts.faces(scripts):
            data = (font_packages / face.file).read_bytes()
            self._files[f"{FONTS}{face.file.as_posix()}"] = ("font/ttf", data)

    def __enter__(self) -> Press:
        return self

    def __exit__(self, *raised: object) -> None:
        """Remove WeasyPrint's copies of the fonts; a forked worker's end would leave them."""
        self._fonts.__del__()

    def print(self, html: str, address: str, variant: finishing.Variant = "ua") -> bytes:
        """The PDF of one sheet.

        :param address: the web address of the page, to which the code on the
            sheet leads and its relative links belong
        :raises SheetError: if anything is missing: a file, a font, a glyph
        """
        files = self._files | {CODE: ("image/svg+xml", code(address))}
        with _logged() as lines:
            try:
                source = HTML(string=html, base_url=address, url_fetcher=_OwnFiles(files))
                pdf = finishing.finish(source.render(font_config=self._fonts), variant)
            except (FatalURLFetchingError, finishing.UntaggableError) as error:
                raise SheetError(str(error)) from None
        if lines:
            raise SheetError("; ".join(dict.fromkeys(lines)))
        return pdf


def code(address: str) -> bytes:
    """A QR code as SVG with its quiet zone of four modules (ISO/IEC 18004)."""
    out = io.BytesIO()
    segno.make(address, error="m", micro=False).save(
        out, kind="svg", border=4, xmldecl=False, svgns=True, nl=False
    )
    return out.getvalue()


@contextmanager
def _logged() -> Iterator[list[str]]:
    """Collect what WeasyPrint has to say."""
    lines: list[str] = []

    class Collector(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            lines.append(record.getMessage())

    collector = Collector(logging.WARNING)
    logger = logging.getLogger("weasyprint")
    former, logger.handlers = logger.handlers, [collector]
    try:
        yield lines
    finally:
        logger.handlers = former
