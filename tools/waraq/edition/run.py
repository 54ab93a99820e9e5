"""Carrying out a plan: a worker for each language, then one published edition."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from pathlib import Path

from waraq.edition import workers
from waraq.edition.plan import Output, Plan
from waraq.edition.publish import publish, staging
from waraq.edition.setting import interface, language_pages, page_set
from waraq.pages.writing import write_language, write_shared
from waraq.paths import FONT_PACKAGES
from waraq.problems import Problem, WaraqError, as_text, in_order
from waraq.settings import LanguageSettings

EVERYTHING = frozenset(Output)


class ContentError(WaraqError):
    """The content has errors, so there is no edition of it."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(as_text(problems))
        self.problems = problems


def build(
    plan: Plan,
    output: Path,
    only: Collection[Output] = EVERYTHING,
    jobs: int = 2,
    done: Callable[[str], None] = lambda tag: None,
) -> Path:
    """Build every language of *plan* and publish the edition below *output*.

    :param done: called with the tag of each language that is finished
    :returns: the edition's folder
    :raises workers.WorkerError: if a language could not be built
    :raises ContentError: if only the setting of the pages showed an error
    """
    if Output.HANDOUTS in only:
        _warm_up()
    with staging(output) as site:
        found = workers.run(
            {each.tag: _job(plan, each, site, only) for each in plan.published}, jobs, done
        )
        problems = in_order(problem for each in found.values() for problem in each)
        if problems:
            raise ContentError(problems)
        if Output.WEB in only:
            _write_shared(plan, site)
        return publish(site, output)


def _warm_up() -> None:
    """Load WeasyPrint before forking: it takes longer than printing a sheet."""
    import waraq.sheets.printing  # noqa: F401 (only for its imports)


def _job(
    plan: Plan, language: LanguageSettings, site: Path, only: Collection[Output]
) -> Callable[[], list[Problem]]:
    return lambda: build_language(plan, language, site, only)


def build_language(
    plan: Plan, language: LanguageSettings, site: Path, only: Collection[Output]
) -> list[Problem]:
    """Write one language's share of the site. Uses up the plan's reading.

    :returns: what is wrong with the sources and only shows when they are set
    """
    pages = page_set(plan, language, language_pages(plan, language))
    sheets = []
    if Output.HANDOUTS in only:
        from waraq.sheets.printing import print_handouts

        sheets = print_handouts(pages, site, FONT_PACKAGES)
    if Output.WEB in only:
        write_language(pages, site, sheets)
    return plan.reading.problems()


def _write_shared(plan: Plan, site: Path) -> None:
    interfaces = {each.tag: interface(plan, each) for each in plan.settings.languages}
    root_doc = str(plan.reading.app.config.root_doc)
    write_shared(plan.settings, plan.published, interfaces, root_doc, site)
