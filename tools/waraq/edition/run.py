"""Carrying out a plan: a worker for each language, then one published edition."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from waraq.edition import workers
from waraq.edition.plan import Output, Plan, Request
from waraq.edition.plan import plan as make_plan
from waraq.edition.publish import publish, staging
from waraq.edition.setting import interface, language_pages, page_set
from waraq.edition.workers import Ask, Service
from waraq.pages import templates
from waraq.pages.offline.taking import write_take
from waraq.pages.records import SheetLink
from waraq.pages.search import OWN_PAGES
from waraq.pages.search.writing import write_search
from waraq.pages.writing import write_language, write_shared
from waraq.paths import FONT_PACKAGES
from waraq.problems import Problem, WaraqError, as_text, in_order
from waraq.processes import METHOD, Crew, Method

if TYPE_CHECKING:
    from waraq.sheets.columns import Blocks
    from waraq.sheets.setting import Surroundings
    from waraq.sheets.works import SheetPress

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
    method: Method = METHOD,
) -> tuple[Path, list[Problem]]:
    """Build every language of *plan* and publish the edition below *output*.

    :param done: called with the tag of each language that is finished
    :returns: the edition's folder, and what could not be part of it
    :raises workers.WorkerError: if a language could not be built
    :raises ContentError: if only the setting of the pages showed an error
    :raises OSError: if there is no room to write
    """
    # Copies are copies of pages and handouts.
    wanted, only = only, EVERYTHING if Output.OFFLINE in only else only
    printing = Output.HANDOUTS in only and _has_sheets(plan)
    _warm_up(printing)
    beside = _source_blocks(plan, method) if printing else {}
    with staging(output) as site:
        jobs_by_tag = {
            each.tag: _job(plan, each.tag, site, only, method, beside) for each in plan.published
        }
        with Crew(method) as crew, _printers(site, output, crew, printing=printing) as printers:
            found = workers.run_asking(jobs_by_tag, jobs, crew, printers, done)
        problems = in_order(problem for each in found.values() for problem in each)
        if any(not problem.language for problem in problems):
            raise ContentError(problems)
        if Output.WEB in only:
            _write_shared(plan, site)
        if Output.OFFLINE in only:
            _write_copies(plan, site, jobs, method, wanted)
        return publish(site, output), problems


@contextmanager
def _printers(site: Path, output: Path, crew: Crew, *, printing: bool) -> Iterator[Service]:
    """What prints sheets, if any are wanted; sheets that no build uses any longer are forgotten."""
    if not printing:
        yield workers.NOBODY
        return
    from waraq.sheets.kept import FOLDER, Kept
    from waraq.sheets.works import Works

    kept = Kept(output / FOLDER, FONT_PACKAGES)
    with Works(site, kept, crew, press) as works:
        yield works
    kept.forget_old()


def _write_copies(
    plan: Plan, site: Path, jobs: int, method: Method, wanted: Collection[Output]
) -> None:
    from waraq.edition.offline import copies_of, keep_only
    from waraq.pages.offline.writing import write_copies

    copies = {
        each.tag: partial(write_copies, copies_of(plan, each), site) for each in plan.published
    }
    workers.run(copies, jobs, method=method)
    keep_only(site, wanted, plan)


def press() -> AbstractContextManager[SheetPress]:
    """What prints sheets, in a process of its own."""
    from waraq.sheets.rendering import Press

    return Press(FONT_PACKAGES)


def _has_sheets(plan: Plan) -> bool:
    return any(plan.settings.sheets_of(docname) for docname in plan.reading.docnames)


def _warm_up(printing: bool) -> None:
    """Do before forking what each worker would do again.

    WeasyPrint takes longer to load than a sheet to print.
    """
    templates.compile_all(printing=printing)
    if not printing:
        return
    import waraq.sheets.rendering  # noqa: F401 (only for its imports)


def _source_blocks(plan: Plan, method: Method) -> Mapping[str, Blocks]:
    """What handouts in two languages have beside each translation; set in a worker, once for all.

    Setting the pages of the source uses up the reading, which every language needs.
    """
    from waraq.sheets.columns import has_columns

    docnames = [each for each in plan.reading.docnames if has_columns(plan.settings, each)]
    if not docnames or all(each.translation == "source" for each in plan.published):
        return {}
    job = (
        partial(handout_blocks, plan)
        if method == "fork"
        else partial(_handout_blocks_afresh, plan.request)
    )
    return workers.run({plan.settings.source.tag: job}, 1, method=method)[plan.settings.source.tag]


def handout_blocks(plan: Plan) -> dict[str, Blocks]:
    """The blocks of the source's handouts. Uses up the plan's reading."""
    from waraq.sheets.columns import source_blocks

    source = plan.settings.of(plan.settings.source.tag)
    return source_blocks(page_set(plan, source, language_pages(plan, source)))


def _handout_blocks_afresh(request: Request) -> dict[str, Blocks]:
    return handout_blocks(_plan_again(request))


def _job(
    plan: Plan,
    tag: str,
    site: Path,
    only: Collection[Output],
    method: Method,
    beside: Mapping[str, Blocks],
) -> Callable[[Ask], list[Problem]]:
    if method == "fork":
        return partial(build_language, plan, tag, site, only, beside)
    return partial(_build_afresh, plan.request, tag, site, only, beside)


def _plan_again(request: Request) -> Plan:
    return make_plan(request.project, request.tags, request.drafts, partner=request.partner)


def _build_afresh(
    request: Request,
    tag: str,
    site: Path,
    only: Collection[Output],
    beside: Mapping[str, Blocks],
    ask: Ask,
) -> list[Problem]:
    """The same in a process that has read nothing yet."""
    return build_language(_plan_again(request), tag, site, only, beside, ask)


def build_language(
    plan: Plan,
    tag: str,
    site: Path,
    only: Collection[Output],
    beside: Mapping[str, Blocks],
    ask: Ask,
) -> list[Problem]:
    """Write one language's share of the site. Uses up the plan's reading.

    :param beside: the source's blocks, for handouts in two languages
    :param ask: has sheets printed
    :returns: what is wrong and only shows when the pages are set: with the
        sources, or with a sheet of this language
    """
    language = plan.settings.of(tag)
    pages = page_set(plan, language, language_pages(plan, language), searchable=True)
    sheets: list[SheetLink] = []
    problems: list[Problem] = []
    if Output.HANDOUTS in only and _has_sheets(plan):
        from waraq.sheets.printing import print_handouts

        sheets, problems = print_handouts(pages, surroundings(plan, beside), site, ask)
    if Output.WEB in only:
        write_search(pages, site)
        write_language(pages, site, sheets)
        write_take(pages, site, sheets, copies=Output.OFFLINE in only)
    return [*problems, *plan.reading.problems()]


def surroundings(plan: Plan, beside: Mapping[str, Blocks]) -> Surroundings:
    """What sheets need beside the pages of their own language."""
    from waraq.sheets.setting import Surroundings

    words = {each.tag: interface(plan, each) for each in plan.published}
    titles = {tag: of_language.plain(plan.settings.title) for tag, of_language in words.items()}
    drafts = {tag: of_language.plain("draft") for tag, of_language in words.items()}
    return Surroundings(beside, titles, drafts, plan.partner)


def _write_shared(plan: Plan, site: Path) -> None:
    interfaces = {each.tag: interface(plan, each) for each in plan.settings.languages}
    first = str(plan.reading.app.config.root_doc)
    docnames = [first, *(each for each in plan.reading.docnames if each != first), *OWN_PAGES]
    write_shared(plan.settings, plan.published, interfaces, docnames, site)
