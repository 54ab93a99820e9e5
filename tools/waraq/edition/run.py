"""Carrying out a plan: a worker for each language, then one published edition."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import partial
from pathlib import Path

from waraq.edition import workers
from waraq.edition.offline import copies_of, keep_only, needed
from waraq.edition.plan import Output, Plan, Request
from waraq.edition.plan import plan as make_plan
from waraq.edition.publish import publish, staging
from waraq.edition.setting import interface, language_pages, page_set
from waraq.pages import templates
from waraq.pages.offline.taking import write_take
from waraq.pages.offline.writing import write_copies
from waraq.pages.records import SheetLink
from waraq.pages.search import OWN_PAGES
from waraq.pages.search.writing import write_search
from waraq.pages.writing import write_language, write_shared
from waraq.paths import FONT_PACKAGES, HANDOUTS
from waraq.problems import Problem, WaraqError, as_text, in_order

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
    method: workers.Method = workers.METHOD,
) -> tuple[Path, list[Problem]]:
    """Build every language of *plan* and publish the edition below *output*.

    :param done: called with the tag of each language that is finished
    :returns: the edition's folder, and what could not be part of it
    :raises workers.WorkerError: if a language could not be built
    :raises ContentError: if only the setting of the pages showed an error
    """
    wanted, only = only, needed(only)
    printing = Output.HANDOUTS in only and _has_handouts(plan)
    _warm_up(printing)
    with staging(output) as site:
        jobs_by_tag = {
            each.tag: _job(plan, each.tag, site, only, method) for each in plan.published
        }
        found = workers.run(jobs_by_tag, jobs, done, method)
        problems = in_order(problem for each in found.values() for problem in each)
        if any(not problem.language for problem in problems):
            raise ContentError(problems)
        if Output.WEB in only:
            _write_shared(plan, site)
        if Output.OFFLINE in only:
            copies = {
                each.tag: partial(write_copies, copies_of(plan, each), site)
                for each in plan.published
            }
            workers.run(copies, jobs, method=method)
            keep_only(site, wanted, plan)
        return publish(site, output), problems


def _has_handouts(plan: Plan) -> bool:
    return any(docname.startswith(HANDOUTS) for docname in plan.reading.docnames)


def _warm_up(printing: bool) -> None:
    """Do before forking what each worker would do again.

    WeasyPrint takes longer to load than a sheet to print.
    """
    templates.compile_all()
    if not printing:
        return
    import waraq.sheets.printing  # noqa: F401 (only for its imports)


def _job(
    plan: Plan, tag: str, site: Path, only: Collection[Output], method: workers.Method
) -> Callable[[], list[Problem]]:
    if method == "fork":
        return partial(build_language, plan, tag, site, only)
    return partial(_build_afresh, plan.request, tag, site, only)


def _build_afresh(
    request: Request, tag: str, site: Path, only: Collection[Output]
) -> list[Problem]:
    """The same in a process that has read nothing yet."""
    plan = make_plan(request.project, request.tags, request.drafts)
    return build_language(plan, tag, site, only)


def build_language(plan: Plan, tag: str, site: Path, only: Collection[Output]) -> list[Problem]:
    """Write one language's share of the site. Uses up the plan's reading.

    :returns: what is wrong and only shows when the pages are set: with the
        sources, or with a sheet of this language
    """
    language = plan.settings.of(tag)
    pages = page_set(plan, language, language_pages(plan, language), searchable=True)
    sheets: list[SheetLink] = []
    problems: list[Problem] = []
    if Output.HANDOUTS in only and _has_handouts(plan):
        from waraq.sheets.printing import print_handouts

        sheets, problems = print_handouts(pages, site, FONT_PACKAGES)
    if Output.WEB in only:
        write_search(pages, site)
        write_language(pages, site, sheets)
        write_take(pages, site, sheets, copies=Output.OFFLINE in only)
    return [*problems, *plan.reading.problems()]


def _write_shared(plan: Plan, site: Path) -> None:
    interfaces = {each.tag: interface(plan, each) for each in plan.settings.languages}
    first = str(plan.reading.app.config.root_doc)
    docnames = [first, *(each for each in plan.reading.docnames if each != first), *OWN_PAGES]
    write_shared(plan.settings, plan.published, interfaces, docnames, site)
