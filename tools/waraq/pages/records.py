"""What the templates are given: plain records, one for each kind of page."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from waraq.catalogs.standing import Draft


@dataclass(frozen=True)
class Link:
    """A page by its title; ``current`` where it is the page itself."""

    title: str
    href: str
    current: bool = False
    tag: str = ""
    """The language of the title, where it is not the page's."""


@dataclass(frozen=True)
class LanguageLink:
    """A language of the explainer and where the same page is in it.

    ``name`` is what its own readers call it, ``name_here`` what this page's do.
    """

    tag: str
    name: str
    english_name: str
    name_here: str
    direction: str
    href: str
    address: str
    """The same place as *href*, on the web."""
    current: bool
    draft: Draft
    partial: bool
    """Whether some of the page is still in the source language."""
    checked: bool
    """Whether a person has read all of the page."""


@dataclass(frozen=True)
class SheetLink:
    """A printable handout: ``href`` is the PDF, ``page_href`` its web page."""

    title: str
    title_tag: str
    """The language of the title, where it is not the page's."""
    href: str
    page_href: str
    edition: str
    kilobytes: int
    words: Markup
    """What the edition is called."""
    main: bool = True
    """Whether it is the one of several editions that other pages name."""
    of_handout: bool = True
    """Whether it is made for printing, and not an ordinary page on paper."""


@dataclass(frozen=True)
class Progress:
    """How much of a page is translated and how much a person has read, as shares in words."""

    translated: str
    reviewed: str
    since: str
    """The day since when so much has been read, in words; empty if nothing has."""
    behind: str
    """The day since when the source has been ahead, in words; empty where it is not known to be."""


@dataclass(frozen=True)
class Page:
    """One page in one language, as page.html and sheet.html need it."""

    docname: str
    title: str
    title_tag: str
    """The language of the title, where it is not the page's."""
    description: str
    description_tag: str
    """The same of the description."""
    body: Markup
    untranslated: bool
    site_title: str
    home: str
    search: str
    """The address of the search page; empty where there is none."""
    stylesheet: str
    special: str
    """The address of the styles that only the build's own pages need; empty for others."""
    script: str
    icon: str
    address: str
    """Where the page will be published; without the site's address, empty."""
    contents: tuple[Link, ...]
    """The sections of a long page."""
    language: LanguageLink
    source_language: LanguageLink
    languages: tuple[LanguageLink, ...]
    trail: tuple[Link, ...]
    menu: tuple[Link, ...]
    previous: Link | None
    next: Link | None
    draft: Draft
    progress: Progress | None
    """None in the source language, and where nobody has counted."""
    how_we_check: str
    sheets: tuple[SheetLink, ...]
    is_handout: bool
    minutes: int
    checked: str
    contact: str

    @property
    def source_href(self) -> str:
        """The same page in the source language; empty where the edition is without that."""
        tag = self.source_language.tag
        return next((each.href for each in self.languages if each.tag == tag), "")


@dataclass(frozen=True)
class Finding:
    """What search.html has beside its page: the addresses of what it loads and leads to."""

    script: str
    index: str
    """What the script loads when somebody begins to type."""
    a_to_z: str
    glossary: Link | None


@dataclass(frozen=True)
class Choice:
    """One language of the start page, with the explainer's title in it."""

    tag: str
    name: str
    english_name: str
    direction: str
    href: str
    address: str
    title: str
    summary: str
    draft: bool
    draft_words: str


@dataclass(frozen=True)
class Start:
    """The page at the root: choose a language."""

    site_title: str
    description: str
    stylesheet: str
    special: str
    icon: str
    address: str
    language: LanguageLink
    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class PartnerPart:
    """A part of a line in one script; ``boxed`` where it runs otherwise than the line."""

    words: str
    tag: str
    """Its language, if the sheet's lacks its letters."""
    boxed: bool


@dataclass(frozen=True)
class PartnerLine:
    """A line of a partner's own words; ``tag`` is the language of its first letters."""

    words: str
    parts: tuple[PartnerPart, ...]
    tag: str
    direction: str


@dataclass(frozen=True)
class Partner:
    """Who gives a sheet out; ``logo`` is the address of a picture, or empty."""

    name: PartnerLine
    contact: tuple[PartnerLine, ...]
    logo: str


@dataclass(frozen=True)
class Pair:
    """The same block of a page in its language and in the source's."""

    here: Markup
    source: Markup
    """Empty if *here* is in both languages."""
    wide: bool
    """Whether it needs the whole width, as tables do."""


@dataclass(frozen=True)
class Label:
    """A sticker that leads to the start page in one language."""

    language: LanguageLink
    title: str
    draft: str
    """The language's word for a draft; empty if it is none."""
    address: str
    qr: str


@dataclass(frozen=True)
class Sheet:
    """What a printed handout has beside its page; ``qr`` is the address of an SVG."""

    stylesheet: str
    qr: str
    address: str
    edition: str
    date: str
    code: str
    """By which a printed sheet can be compared with what was published."""
    partner: Partner | None = None
    partner_in_foot: bool = True
    """Or else at the end of the text."""
    tall_foot: bool = False
    """Whether the first foot holds more than most, as a long name of a partner."""
    pairs: tuple[Pair, ...] = ()
    sources: str | Markup = ""
    """The list of sources, where it does not stand in the text."""
    labels: tuple[Label, ...] = ()
