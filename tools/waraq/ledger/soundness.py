"""The rules for one record by itself: each yields what is wrong, in words.

A record that breaks one is left out of the ledger, so that pages can rely on
what the others hold. To add a rule, write a generator over a record here, add
it to ``RULES``, and a test that breaks it.
"""

from __future__ import annotations

import functools
import math
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from waraq import languages
from waraq.ledger.dates import Day, parse_day
from waraq.ledger.records import (
    Claim,
    Event,
    Figure,
    Measure,
    Organisation,
    Person,
    Record,
    Source,
    Term,
)

ID = re.compile(r"[a-z0-9-]+")
TAG = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?")
"""Language, script and region as BCP 47 (RFC 5646, 2.1.1) recommends to write them."""
ADDRESS = re.compile(r"https?://[^\s/]+\S*")
HIGHEST = 10**15
"""No figure reaches this: what does is mistyped, and cannot be set in every language."""


@dataclass(frozen=True)
class Rule:
    """One thing that every record must keep to."""

    name: str
    hint: str
    """What the editor does about it."""
    check: Callable[[Record], Iterator[str]]


def ids(record: Record) -> Iterator[str]:
    """Ids are what addresses and roles can hold."""
    given = [record.id]
    if isinstance(record, Claim):
        given += [figure.id for figure in record.figures]
    yield from (f"“{each}” cannot be an id" for each in given if not ID.fullmatch(each))


def dates(record: Record) -> Iterator[str]:
    """Dates are in the calendar."""
    for key, text in _dates(record):
        try:
            parse_day(text)
        except ValueError as error:
            yield f"{key}: {error}"


def order(record: Record) -> Iterator[str]:
    """A measure ends after it began, and a source is read after it was written."""
    for key, measure in _measures(record):
        begun, ended = _day(measure.date), _day(measure.until)
        if begun and ended and ended.end < begun.start:
            yield f"{key}: until {ended} is before its date, {begun}"
    if isinstance(record, Source):
        written, read = _day(record.date), _day(record.accessed)
        if written and read and read.end < written.start:
            yield f"accessed, {read}, is before its date, {written}"


def ranges(record: Record) -> Iterator[str]:
    """A figure is a number, and a range goes up."""
    for key, figure in _figures(record):
        ends = (figure.value, figure.to)
        if any(isinstance(end, float) and not math.isfinite(end) for end in ends):
            yield f"{key}: inf and nan are no numbers that a source gives"
        elif figure.to is not None and figure.to <= figure.value:
            yield f"{key}: to, {figure.to}, is not above value, {figure.value}"


def sizes(record: Record) -> Iterator[str]:
    """A figure is no larger than what can be counted or paid."""
    for key, figure in _figures(record):
        ends = [end for end in (figure.value, figure.to) if end is not None and math.isfinite(end)]
        for end in ends:
            if abs(end) >= HIGHEST:
                yield f"{key}: {end:.6g} has more digits than any figure"


def units(record: Record) -> Iterator[str]:
    """A figure says what it counts."""
    for key, figure in _figures(record):
        if figure.currency and figure.percent:
            yield f"{key}: it is both an amount in {figure.currency} and per cent"
        elif not (figure.unit or figure.currency or figure.percent):
            yield f"{key}: it has no unit, no currency, and is not per cent"
        if figure.currency and figure.currency not in _currencies():
            yield f"{key}: currency: “{figure.currency}” is not a code of ISO 4217"


def tags(record: Record) -> Iterator[str]:
    """Languages are named by BCP 47 tags that we know."""
    given = {key: list(names) for key, names in _by_language(record)}
    if isinstance(record, Source):
        given["language"] = [record.language]
        given["title_language"] = [record.title_language] if record.title_language else []
    for key, each in given.items():
        yield from (f"{key}: the language “{tag}” is not known" for tag in each if not _known(tag))


def titles(record: Record) -> Iterator[str]:
    """A title in Latin letters of a document in others is a translation: of which language?"""
    if isinstance(record, Source) and not record.title_language and _known(record.language):
        script = languages.named(record.language).script
        if script != "Latin" and record.title.isascii():
            yield f"title: it is in Latin letters, but the document in “{record.language}” is not"


def originals(record: Record) -> Iterator[str]:
    """The original name is one of the names."""
    if isinstance(record, (Person, Organisation)) and record.original not in record.name:
        yield f"original: there is no name in “{record.original}”"
    if isinstance(record, Term) and not record.term:
        yield "term: there is no word in any language"


def sureness(record: Record) -> Iterator[str]:
    """How sure we are is said only of names that are there."""
    if isinstance(record, (Person, Organisation, Term)):
        names = record.term if isinstance(record, Term) else record.name
        without = [tag for tag in record.sure if tag not in names]
        yield from (f"sure: there is no name in “{tag}” to be sure of" for tag in without)


def addresses(record: Record) -> Iterator[str]:
    """Sources lie on the web."""
    if isinstance(record, Source):
        for key, address in (("address", record.address), ("archived", record.archived)):
            if address and not ADDRESS.fullmatch(address):
                yield f"{key}: “{address}” is not an address of the web"


def sourced(record: Record) -> Iterator[str]:
    """What we say rests on something."""
    if isinstance(record, (Claim, Event)) and not record.sources:
        yield "sources: it has none"


RULES = (
    Rule("ledger-id", "use only small letters a to z, digits and hyphens", ids),
    Rule("ledger-date", "write it as the source gives it: 2018, 2018-08 or 2018-08-29", dates),
    Rule("ledger-order", "look both dates up again", order),
    Rule("ledger-range", "give the lower number as value and the upper one as to", ranges),
    Rule("ledger-size", "write the number as the source gives it", sizes),
    Rule("ledger-unit", "give it a unit, a currency such as CNY, or percent = true", units),
    Rule("ledger-language", "use a tag such as ug, tr or zh-Hans", tags),
    Rule("ledger-title", 'give the title of the document, or add title_language = "en"', titles),
    Rule("ledger-original", "add the name, or correct the tag", originals),
    Rule("ledger-sure", "add the name, or remove it from sure", sureness),
    Rule("ledger-address", "copy the whole address, with https:// or http://", addresses),
    Rule("ledger-unsourced", "name the id of a source, or remove the record", sourced),
)


def _dates(record: Record) -> Iterator[tuple[str, str]]:
    for key in ("date", "as_of", "accessed"):
        if text := getattr(record, key, ""):
            yield key, text
    for key, measure in _measures(record):
        yield f"{key}: date", measure.date
        if measure.until:
            yield f"{key}: until", measure.until


def _measures(record: Record) -> Iterator[tuple[str, Measure]]:
    if isinstance(record, (Person, Organisation)):
        for measure in record.measures:
            yield f"the measure “{measure.list}”", measure


def _figures(record: Record) -> Iterator[tuple[str, Figure]]:
    if isinstance(record, Claim):
        for figure in record.figures:
            yield f"the figure “{figure.id}”", figure


def _by_language(record: Record) -> Iterator[tuple[str, Mapping[str, str]]]:
    for key in ("name", "full_name", "term", "sure"):
        names = getattr(record, key, None)
        if isinstance(names, Mapping):
            yield key, names


def _day(text: str) -> Day | None:
    try:
        return parse_day(text)
    except ValueError:
        return None


@functools.cache
def _known(tag: str) -> bool:
    """Whether we know the language and this is how its tag is written: not zh-hans, not eng."""
    try:
        language = languages.named(tag).locale.language
    except KeyError:
        return False
    return TAG.fullmatch(tag) is not None and tag.partition("-")[0] == language


@functools.cache
def _currencies() -> frozenset[str]:
    from babel.core import get_global

    return frozenset(get_global("all_currencies"))
