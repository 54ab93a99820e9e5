"""Offline copies as a part of an edition: what they are made of, and what stays beside them."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from waraq import manifest
from waraq.catalogs.standing import draft
from waraq.edition.plan import Output, Plan
from waraq.edition.setting import interface
from waraq.pages.offline import addresses
from waraq.pages.offline.writing import Copies
from waraq.pages.pageset import reading_order
from waraq.pages.writing import first_page
from waraq.settings import LanguageSettings


def copies_of(plan: Plan, language: LanguageSettings) -> Copies:
    """What the copies of a language are made with."""
    words = interface(plan, language)
    order = reading_order(plan.reading.app)
    alone = plan.settings.of(plan.settings.source.tag)
    words_of = {language.tag: words, alone.tag: words}
    return Copies(
        plan.settings,
        language,
        words,
        draft(language, plan.standing(language.tag)),
        tuple(order),
        first_page(plan.settings, [language], words_of, order[0]),
    )


def keep_only(site: Path, wanted: Collection[Output], plan: Plan) -> None:
    """Remove what the copies were made of and nobody asked for."""
    copies = {
        path for each in plan.published for path in addresses(plan.settings.address, each.tag)
    }
    for path in manifest.files(site):
        name = path.relative_to(site).as_posix()
        if _kind(name, copies) not in wanted:
            path.unlink()
    for folder in sorted(site.rglob("*"), reverse=True):
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()


def _kind(name: str, copies: Collection[str]) -> Output:
    if name in copies:
        return Output.OFFLINE
    return Output.HANDOUTS if name.endswith(".pdf") else Output.WEB
