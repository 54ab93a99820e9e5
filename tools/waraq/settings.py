"""What docs/site.toml says: title, address, languages, editions, contact."""

from __future__ import annotations

import datetime as dt
import tomllib
from pathlib import Path
from typing import Annotated, Any, Literal, get_args

import msgspec

from waraq import languages
from waraq.languages import Language
from waraq.paths import HANDOUTS
from waraq.problems import WaraqError

Translation = Literal["source", "machine-draft", "reviewed"]

EditionName = Literal[
    "a4", "letter", "large", "ink", "columns", "booklet", "poster", "cards", "press", "archive"
]
"""In which shapes a handout can be printed; ``sheets.editions`` knows what each is."""


class SettingsError(WaraqError):
    """docs/site.toml cannot be used; the message names the file and the key."""


class LanguageSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One language of the explainer and how far its translation has come."""

    tag: str
    translation: Translation
    publish: bool = True

    @property
    def language(self) -> Language:
        """What is known of the language itself."""
        return languages.named(self.tag)

    @property
    def draft(self) -> bool:
        """Whether no person has checked this translation yet."""
        return self.translation == "machine-draft"


class HandoutSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one handout has of its own."""

    sheets: tuple[EditionName, ...]


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The explainer's settings, checked."""

    title: str
    summary: str
    address: str
    checked: dt.date
    how_we_check: str
    languages: tuple[LanguageSettings, ...]
    contact: str = ""
    sheets: tuple[EditionName, ...] = ("a4",)
    """The editions of every handout that names none of its own; the first is the main one."""
    handouts: dict[str, HandoutSettings] = {}
    """By the handout's name, without its folder."""
    page_sheets: dict[str, tuple[EditionName, ...]] = {}
    """The editions of pages that are no handouts, by docname; others are not printed."""
    labels: bool = False
    """Whether there is a sheet of labels that lead to the start page in each language."""
    oldest_facts: Annotated[int, msgspec.Meta(gt=0)] = 400
    """How many days a claim that may change goes without being looked up."""
    broken_catalogs: Literal["mark", "hold"] = "mark"

    @property
    def source(self) -> Language:
        """The language that the pages are written in."""
        return next(each.language for each in self.languages if each.translation == "source")

    @property
    def translations(self) -> tuple[LanguageSettings, ...]:
        """Every language but the source."""
        return tuple(each for each in self.languages if each.translation != "source")

    def sheets_of(self, docname: str) -> tuple[EditionName, ...]:
        """The editions of one page: a handout has some, any other those that it names."""
        if not docname.startswith(HANDOUTS):
            return self.page_sheets.get(docname, ())
        own = self.handouts.get(docname.removeprefix(HANDOUTS))
        return own.sheets if own else self.sheets

    def of(self, tag: str) -> LanguageSettings:
        """The settings of one language.

        :raises KeyError: if the explainer does not have it.
        """
        wanted = tag.replace("_", "-")
        for each in self.languages:
            if each.tag == wanted:
                return each
        raise KeyError(tag)


def load(path: Path) -> Settings:
    """Read docs/site.toml.

    :raises SettingsError: if the file is missing, is no TOML, has an unknown
        key or an unknown language, or has not exactly one source language.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: cannot be read: {error}") from None
    try:
        found = tomllib.loads(text)
        _check_editions(path, found)
        settings = msgspec.convert(found, Settings)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise SettingsError(f"{path}: {error}") from None
    _check(path, settings)
    return settings


def _check_editions(path: Path, found: dict[str, Any]) -> None:
    """Name the editions there are where another is asked for, before all else is looked at."""
    named = {"sheets": found.get("sheets")}
    for name, own in _table(found.get("handouts")).items():
        named[f"handouts.{name}.sheets"] = _table(own).get("sheets")
    named |= {f"page_sheets.{name}": own for name, own in _table(found.get("page_sheets")).items()}
    known = get_args(EditionName)
    for place, names in named.items():
        for name in names if isinstance(names, list) else ():
            if name not in known:
                raise SettingsError(
                    f"{path}: {place}: there is no edition {name!r}; there are {', '.join(known)}"
                )


def _table(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _check(path: Path, settings: Settings) -> None:
    tags = [each.tag for each in settings.languages]
    for tag in tags:
        if tag not in languages.KNOWN:
            known = ", ".join(languages.KNOWN)
            raise SettingsError(f"{path}: languages: {tag!r} is not known; known are {known}")
        if tags.count(tag) > 1:
            raise SettingsError(f"{path}: languages: {tag!r} stands twice")
    if [each.translation for each in settings.languages].count("source") != 1:
        raise SettingsError(f'{path}: languages: exactly one must have translation = "source"')
    named = {f"handouts.{name}.sheets": own.sheets for name, own in settings.handouts.items()}
    named = {"sheets": settings.sheets, **named}
    named |= {f"page_sheets.{name}": names for name, names in settings.page_sheets.items()}
    for place, names in named.items():
        if twice := sorted(name for name in set(names) if names.count(name) > 1):
            raise SettingsError(f"{path}: {place}: {twice[0]!r} stands twice")
    if not settings.address.startswith("https://") or not settings.address.endswith("/"):
        raise SettingsError(f"{path}: address: must begin with https:// and end with /")
