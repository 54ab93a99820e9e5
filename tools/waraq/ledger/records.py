"""The records of the ledger: what is known of a claim, a source, a person, a list.

Each is one table of a TOML file, and its ``id`` is the table's name. A text
that a record may lack is empty. To add a key, add a field here and, if it can
be wrong, a rule to ``waraq.ledger.soundness``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Literal, NamedTuple

import msgspec

Kind = Literal["official", "reported", "estimate", "allegation", "denial"]
Bound = Literal["about", "almost", "at-least", "at-most", "more-than"]
SourceType = Literal["law", "un-document", "government", "court", "research", "news"]
Read = Literal["excerpt", "elsewhere", "not-read"]
Sureness = Literal["high", "medium", "low"]
Part = Literal[
    "claims", "sources", "people", "organisations", "lists", "events", "terms", "wording", "figures"
]
"""A file of the ledger, without its ending; or the figures, which lie among the claims."""

Text = Annotated[str, msgspec.Meta(pattern=r"\S")]
"""Words for people: never blank where the key is there."""

Names = Mapping[str, Text]
"""What something is called: BCP 47 tag → words."""

NEAREST = {"zh-Hant": "zh-Hans", "zh-Hans": "zh-Hant"}
"""The language whose readers' script is the next best."""


def nearest(names: Names, tag: str, original: str = "en") -> str:
    """The tag of the name for readers of *tag*, or of the nearest that they may read.

    First the tag itself, then the tag without its last parts (``pt-BR``, ``pt``),
    then the other Chinese script, then English, then the original.
    """
    parts = tag.replace("_", "-").split("-")
    wanted = ["-".join(parts[:length]) for length in range(len(parts), 0, -1)]
    wanted += [NEAREST[each] for each in wanted if each in NEAREST]
    for each in (*wanted, "en", original):
        if each in names:
            return each
    return next(iter(names))


class Figure(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A number that a claim states: exact, bounded, or from ``value`` up to ``to``."""

    id: str
    value: int | float
    to: int | float | None = None
    unit: Text = ""
    """What is counted, for editors; readers get the page's own words."""
    currency: Text = ""
    """ISO 4217."""
    percent: bool = False
    bound: Bound | None = None
    """None where the source gives the number as exact."""


class Claim(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One thing that somebody said, with who, when, and where it can be read."""

    id: str
    statement: Text
    kind: Kind
    attributed_to: Text
    as_of: Text
    """The date until which it is known to hold."""
    sources: tuple[str, ...]
    verified: bool
    topic: Text
    date: Text = ""
    check: Text = ""
    """What an editor should look up, and with what caution to use it."""
    figures: tuple[Figure, ...] = ()
    settled: bool = False
    """Whether it tells of something that is over, and so cannot become outdated."""


class Source(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A document that claims rest on, and how much of it was read."""

    id: str
    title: Text
    publisher: Text
    address: Text
    accessed: Text
    language: Text
    type: SourceType
    read: Read
    author: Text = ""
    date: Text = ""
    archived: Text = ""
    """The address of a copy that somebody has seen."""
    title_language: Text = ""
    """The language of the title, where it is a translation of ours: else it is the document's."""
    note: Text = ""


class Measure(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What an authority decided about a person or an organisation."""

    list: str
    """The id of the list that it is on."""
    authority: Text
    basis: Text
    date: Text
    source: str
    until: Text = ""


class Named(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What people and organisations have in common."""

    id: str
    category: Text
    name: Names
    original: Text
    """The tag of the name that they bear themselves."""
    role: Text
    sure: Mapping[str, Sureness] = {}
    answer: Text = ""
    note: Text = ""
    """For editors; never published."""
    measures: tuple[Measure, ...] = ()

    def name_in(self, tag: str) -> str:
        """The name for readers of the language *tag*."""
        return self.name[self.language_for(tag)]

    def language_for(self, tag: str) -> str:
        """Of which language the name for readers of *tag* is."""
        return nearest(self.name, tag, self.original)

    @property
    def original_name(self) -> str:
        """The name as they write it themselves."""
        return self.name[self.original]


class Person(Named, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """An official or public figure, in that role."""


class Organisation(Named, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A company or a body, with its registered name where that differs."""

    full_name: Names = {}


class Listing(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A list or kind of measure: who keeps it, what it does and does not do."""

    id: str
    name: Text
    kept_by: Text
    effect: Text
    limits: Text
    """What being on it does not mean."""
    short: Text = ""
    claims: tuple[str, ...] = ()


class Event(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One line of a timeline; its statement may hold the roles of pages."""

    id: str
    date: Text
    statement: Text
    sources: tuple[str, ...]
    verified: bool
    claims: tuple[str, ...] = ()


class Term(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A word that readers may not know or that translators must choose with care."""

    id: str
    term: Names
    definition: Text
    sure: Mapping[str, Sureness] = {}
    sensitive: bool = False
    note: Text = ""

    def name_in(self, tag: str) -> str:
        """The term for readers of the language *tag*."""
        return self.term[self.language_for(tag)]

    def language_for(self, tag: str) -> str:
        """Of which language the term for readers of *tag* is."""
        return nearest(self.term, tag)


class Wording(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The words of the source language that the checks of prose look for."""

    estimate: tuple[Text, ...] = ()
    """Words by which readers see that a number is an estimate."""
    loaded: tuple[Text, ...] = ()
    """Words that take sides, and stand only in quotations."""
    attributed: tuple[Text, ...] = ()
    """Words of which a paragraph must say whose they are."""
    attributions: tuple[Text, ...] = ()
    """Words by which a paragraph says whose statement it is."""
    names_with_numbers: tuple[Text, ...] = ()
    """Names that hold digits and state no figure: “Executive Order 13818”."""
    names: tuple[Text, ...] = ()
    """Names in capitals that are no person's and have no record of their own."""


Record = Claim | Source | Person | Organisation | Listing | Event | Term


class Place(NamedTuple):
    """Where a record is written: a path from the project's root, and the line of its heading."""

    path: str
    line: int


@dataclass(frozen=True)
class Ledger:
    """Everything that a project's docs/ledger says, by id."""

    claims: Mapping[str, Claim] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    people: Mapping[str, Person] = field(default_factory=dict)
    organisations: Mapping[str, Organisation] = field(default_factory=dict)
    lists: Mapping[str, Listing] = field(default_factory=dict)
    events: Mapping[str, Event] = field(default_factory=dict)
    terms: Mapping[str, Term] = field(default_factory=dict)
    wording: Wording = field(default_factory=Wording)
    figures: Mapping[str, tuple[Claim, Figure]] = field(default_factory=dict)
    places: Mapping[tuple[Part, str], Place] = field(default_factory=dict)
    """Where each record is written, those that were left out as broken too."""
    unread: frozenset[Part] = frozenset()
    """The files that could not be read at all."""

    def names(self, part: Part, record: str) -> bool:
        """Whether the files name this record, broken or not; yes if its file cannot be read.

        A reference to what is only broken needs no complaint of its own.
        """
        file = "claims" if part == "figures" else part
        return (part, record) in self.places or file in self.unread
