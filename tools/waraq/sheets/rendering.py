"""From the HTML of a sheet to its PDF, with nothing but the build's own files.

WeasyPrint is given a made-up address for each file that a sheet may use and
can fetch no other: no network, no file of the machine. Whatever it logs is an
error, for a letter without a glyph is only logged.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from weasyprint import CSS
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from waraq.problems import WaraqError
from waraq.sheets import booklet, finishing, fonts
from waraq.sheets.job import FILES, FONTS, STYLESHEET, Job, SheetScript
from waraq.sheets.remembering import remembering
from waraq.sheets.source import Source

LINK = f'<link rel="stylesheet" href="{STYLESHEET}">'

NO_FONTS = Path(__file__).with_name("no-fonts.conf")


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
    """Prints one sheet after the other; keeps its fonts between them.

    Those of each set of scripts apart: what a sheet looks like must not depend on which sheets
    were printed before it.
    """

    def __init__(self, font_packages: Path) -> None:
        self._fonts: dict[frozenset[SheetScript], FontConfiguration] = {}
        self._packages = font_packages
        self._faces: dict[str, tuple[str, bytes]] = {}
        self._styles: dict[str, CSS] = {}

    def __enter__(self) -> Press:
        return self

    def __exit__(self, *raised: object) -> None:
        """Remove WeasyPrint's copies of the fonts; a forked worker's end would leave them."""
        for each in self._fonts.values():
            each.__del__()

    def print(self, job: Job) -> bytes:
        """The PDF of one sheet.

        :raises SheetError: if anything is missing: a file, a font, a glyph
        """
        with _logged() as lines, remembering():
            try:
                html = job.html.replace(LINK, "", 1)
                source = Source(html, job.address, _OwnFiles(self._files(job)))
                pdf = self._sheet(source, job)
            except (FatalURLFetchingError, finishing.UntaggableError) as error:
                raise SheetError(str(error)) from None
        if lines:
            raise SheetError("; ".join(dict.fromkeys(lines)))
        return pdf

    def _sheet(self, source: Source, job: Job) -> bytes:
        """The sheet; one to print and fold loses its tags, as its pages are out of order."""
        document = source.render(
            font_config=self._configuration(job), stylesheets=self._stylesheets(job)
        )
        pdf = finishing.finish(document, job.variant)
        return booklet.impose(pdf, job.folding) if job.folding else pdf

    def _stylesheets(self, job: Job) -> list[CSS]:
        """The sheet's own, parsed once for all sheets that share it."""
        if LINK not in job.html:
            return []
        if job.stylesheet not in self._styles:
            self._styles[job.stylesheet] = CSS(
                string=job.stylesheet, base_url=FILES, url_fetcher=_OwnFiles({})
            )
        return [self._styles[job.stylesheet]]

    def _configuration(self, job: Job) -> FontConfiguration:
        if job.scripts not in self._fonts:
            with _without_fonts_of_the_machine():
                self._fonts[job.scripts] = FontConfiguration()
        return self._fonts[job.scripts]

    def _files(self, job: Job) -> dict[str, tuple[str, bytes]]:
        """All that the sheet may load, by address."""
        files = {each.address: (each.media_type, each.data) for each in job.pictures}
        files[STYLESHEET] = ("text/css; charset=utf-8", job.stylesheet.encode("utf-8"))
        for face in fonts.faces(job.scripts):
            address = f"{FONTS}{face.file.as_posix()}"
            if address not in self._faces:
                data = (self._packages / face.file).read_bytes()
                self._faces[address] = ("font/ttf", data)
            files[address] = self._faces[address]
        return files


@contextmanager
def _without_fonts_of_the_machine() -> Iterator[None]:
    """A letter that the print fonts lack would come from whatever the machine has."""
    former = os.environ.get("FONTCONFIG_FILE")
    os.environ["FONTCONFIG_FILE"] = str(NO_FONTS)
    try:
        yield
    finally:
        del os.environ["FONTCONFIG_FILE"]
        if former is not None:
            os.environ["FONTCONFIG_FILE"] = former


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
