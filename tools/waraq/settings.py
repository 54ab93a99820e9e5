"""What docs/site.toml says: title, address, languages, editions, contact."""

from __future__ import annotations

import datetime as dt
import tomllib
from pathlib import Path
from typing import Annotated, Literal

import msgspec

from waraq import languages
from waraq.languages import Language
from waraq.problems import WaraqError

Translation = Literal["source", "machine-draft", "reviewed"]


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


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The explainer's settings, checked."""

    title: str
    summary: str
    address: str
    checked: dt.date
    how_we_check: str
    languages: tuple[LanguageSettings, ...]
    contact: str = ""
    sheets: tuple[Literal["a4"], ...] = ("a4",)
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
        settings = msgspec.convert(tomllib.loads(text), Settings)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise SettingsError(f"{path}: {error}") from None
    _check(path, settings)
    return settings


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
    if not settings.address.startswith("https://") or not settings.address.endswith("/"):
        raise SettingsError(f"{path}: address: must begin with https:// and end with /")
