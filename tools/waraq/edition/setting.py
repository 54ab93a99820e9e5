"""A plan's pages in one language, from the reading to what the templates need."""

from __future__ import annotations

from waraq.edition.plan import Plan
from waraq.interface import Interface
from waraq.pages.pageset import PageSet
from waraq.paths import INTERFACE_DOMAIN
from waraq.settings import LanguageSettings
from waraq.sphinx_ext.language import LanguagePages


def language_pages(plan: Plan, language: LanguageSettings) -> LanguagePages:
    """Translate and resolve every page. Uses up the plan's reading."""
    translated = language.translation != "source"
    return LanguagePages(
        plan.reading,
        language.language,
        (lambda docname: plan.page_messages(language.tag, docname)) if translated else None,
        interface(plan, language),
    )


def interface(plan: Plan, language: LanguageSettings) -> Interface:
    """The theme's words in *language*."""
    return Interface(plan.messages(language.tag, INTERFACE_DOMAIN))


def page_set(
    plan: Plan, language: LanguageSettings, pages: LanguagePages, *, searchable: bool = False
) -> PageSet:
    """The pages with all that surrounds their text.

    :param searchable: whether a search page will stand beside them
    """
    return PageSet(
        app=plan.reading.app,
        settings=plan.settings,
        published=plan.published,
        language=language,
        interface=interface(plan, language),
        doctrees=pages.doctrees,
        untranslated=frozenset(pages.untranslated),
        searchable=searchable,
        standing=plan.standing,
    )
