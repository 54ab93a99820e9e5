"""A catalog's header: the few fields that other programs act upon.

Babel, Poedit and Weblate stop, or read the rest differently, when one of these
is malformed; so each is an error with its line here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime

from waraq.catalogs.grammar import CatalogError, Entry

HINT = "take the header of another catalog of this language"
FIELD = re.compile(r"([A-Za-z][A-Za-z0-9\-]{0,60}):[ \t]*(.{0,1000})")
DATE = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d(?:[+-]\d{4})?")
NO_DATE = frozenset({"", "YEAR-MO-DA HO:MI+ZONE", "YEAR-MO-DA HO:MI"})

FORMS = {
    "content-type": re.compile(r"text/plain; ?charset=utf-8", re.IGNORECASE),
    "content-transfer-encoding": re.compile("8bit", re.IGNORECASE),
    "mime-version": re.compile(r"1\.0"),
    "language": re.compile(r"[A-Za-z0-9_@.\-]{0,40}"),
    "plural-forms": re.compile(
        r"nplurals ?= ?(?:\d{1,2}|INTEGER); ?"
        r"plural ?= ?(?:EXPRESSION|[n\d\s()%=!<>&|?:+*/\-]{1,300});?"
    ),
}


def fields(entries: list[Entry], text: str) -> Mapping[str, str]:
    """The header's fields by their names in small letters.

    :param text: the whole catalog, to find the lines in
    :raises CatalogError: if there is no header, or other programs could not read it
    """
    if not entries:
        message = "the catalog is empty, without even a header that declares charset=UTF-8"
        raise CatalogError(message, "take it from git; or remove it, and run: waraq update")
    if entries[0].msgid:
        message = "no header at the beginning declares charset=UTF-8"
        raise CatalogError(message, HINT, entries[0].line)
    found: dict[str, str] = {}
    for written in filter(None, entries[0].msgstr.split("\n")):
        match = FIELD.fullmatch(written)
        name = match[1].lower() if match else ""
        if match is None or name in found or not _is_well_formed(name, match[2].strip()):
            line = line_of(written, text, entries[0].line)
            raise CatalogError(f"the header's line {written[:60]!r} is broken", HINT, line)
        found[name] = match[2].strip()
    if "content-type" not in found:
        raise CatalogError("the header does not declare charset=UTF-8", HINT, entries[0].line)
    return found


def _is_well_formed(name: str, value: str) -> bool:
    if name in ("pot-creation-date", "po-revision-date"):
        return value in NO_DATE or _is_date(value)
    return name not in FORMS or FORMS[name].fullmatch(value) is not None


def _is_date(value: str) -> bool:
    if not DATE.fullmatch(value):
        return False
    try:
        moment = datetime.strptime(value[:16], "%Y-%m-%d %H:%M")
    except ValueError:
        return False
    return moment.year > 1 and (len(value) == 16 or int(value[-4:-2]) < 24 > int(value[-2:]) / 2.5)


def line_of(written: str, text: str, first: int) -> int:
    """The line of the file in which a header's line begins; *first* if it is not found."""
    start = re.split(r"[\"\\]", written)[0][:60]
    for number, line in enumerate(text.split("\n")[first - 1 : first + 100], start=first):
        if start and f'"{start}' in line:
            return number
    return first
