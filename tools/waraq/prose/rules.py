"""The rules for what pages say: each yields what is wrong, in words.

To add a rule, write a generator over a :class:`~waraq.prose.book.Book` in the
module that it belongs to, add a ``Rule`` to ``RULES``, and a page that breaks
it to ``tests/samples/prose``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from docutils import nodes

from waraq.ledger import Ledger
from waraq.problems import Problem, Severity, in_order
from waraq.prose import ageing, citing, ease, names, typed, wording
from waraq.prose.book import Book, Found, book
from waraq.settings import Settings


@dataclass(frozen=True)
class Rule:
    """One thing that pages must keep to."""

    name: str
    severity: Severity
    hint: str
    """What the author does about it."""
    reason: str
    """Why it matters."""
    check: Callable[[Book], Iterator[Found]]
    slow: bool = False
    """Whether it takes longer than a build may wait."""


def check(
    doctrees: Mapping[str, nodes.document],
    paths: Mapping[str, str],
    ledger: Ledger,
    settings: Settings,
    *,
    quick: bool = False,
) -> list[Problem]:
    """What is wrong with what the pages say, in the order of their sources.

    A project without a ledger is not asked to cite one.

    :param doctrees: the pages as they were read, before any language has set them
    :param paths: where the source of each page lies, as problems name it
    :param quick: leave out the slow rules, none of which finds errors
    """
    if not ledger.claims:
        return []
    pages = book(doctrees, paths, ledger, settings)
    rules = [rule for rule in RULES if not (quick and rule.slow)]
    return in_order(_problem(rule, found) for rule in rules for found in rule.check(pages))


def _problem(rule: Rule, found: Found) -> Problem:
    hint = found.hint or rule.hint
    return Problem(found.path, found.line, "", rule.name, rule.severity, found.words, hint)


ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE

RULES = (
    Rule(
        "claim-missing",
        ERROR,
        "write {claim}`id` right behind the full stop, with a claim of docs/ledger/claims.toml",
        "readers must be able to look up every fact",
        citing.claim_missing,
    ),
    Rule(
        "fact-elsewhere",
        ERROR,
        "cite the figure's own claim, or set the figure of a claim that is cited",
        "a figure beside another claim's source is a false citation",
        citing.fact_elsewhere,
    ),
    Rule(
        "day-unsupported",
        WARNING,
        "cite the claim that has this date, or correct the date",
        "a mistyped date is a false statement",
        citing.day_unsupported,
    ),
    Rule(
        "answer-missing",
        ERROR,
        "add :::{answer} with what the accused say, and its claim",
        "fairness, and in several countries the law, asks for the other side on the same page",
        citing.answer_missing,
    ),
    Rule(
        "typed-figure",
        ERROR,
        "write {fact}`id` with a figure of docs/ledger/claims.toml, or say it without a number; "
        "a name that holds digits belongs in names_with_numbers of docs/ledger/wording.toml",
        "a figure is kept in one place, and each language writes it in its own way",
        typed.typed_figures,
    ),
    Rule(
        "typed-date",
        ERROR,
        "write {date}`2018-08-29`, {date}`2018-08` or {date}`2018`",
        "each language writes dates in its own way",
        typed.typed_dates,
    ),
    Rule(
        "claim-unverified",
        WARNING,
        "compare it with its source",
        "readers take what is printed for checked",
        ageing.unverified,
    ),
    Rule(
        "claim-old",
        WARNING,
        "see whether it still holds",
        "listings, posts and court cases change",
        ageing.old,
    ),
    Rule(
        "source-undated",
        WARNING,
        "add the date of the document",
        "readers must see how old a source is",
        ageing.undated,
    ),
    Rule(
        "source-unarchived",
        WARNING,
        "add the address of an archived copy",
        "pages change and disappear",
        ageing.unarchived,
    ),
    # Outside quotation marks an error: the list is short and exact, rewording or quoting is always
    # possible, and a name with such a word can be listed. One such word costs a page its trust.
    Rule(
        "loaded-word",
        ERROR,
        "say it in plain words, or quote who said it and cite the claim; "
        "a name that holds the word belongs in names of docs/ledger/wording.toml",
        "a word that takes a side makes every fact beside it doubtful",
        wording.loaded,
    ),
    # Inside them only a warning: a page may speak of the word itself.
    Rule(
        "loaded-word",
        WARNING,
        "write {claim}`id` behind the quotation",
        "a quotation without a source is our own word",
        wording.loaded_quotations,
    ),
    Rule(
        "attribution",
        WARNING,
        "say in the same paragraph who says so and when: “said”, “according to”",
        "what one side calls it is not what it is",
        wording.unattributed,
    ),
    Rule(
        "stranger",
        WARNING,
        "correct the spelling, or add it to the ledger; private persons are never named",
        "a name nobody has checked may be wrong, or may endanger somebody",
        names.strangers,
    ),
    Rule(
        "person-typed",
        WARNING,
        "write {person}`id`",
        "each language writes names in its own way, and shows the original beside them",
        names.typed_people,
    ),
    Rule(
        "reading-ease",
        WARNING,
        "make two sentences of a long one; take the shorter word",
        "many readers read in a second or third language",
        ease.hard,
        slow=True,
    ),
    Rule(
        "reading-ease",
        NOTE,
        "make two sentences of a long one; take the shorter word",
        "many readers read in a second or third language",
        ease.not_easy,
        slow=True,
    ),
    Rule(
        "length",
        NOTE,
        f"aim at {ease.SHORTEST} to {ease.LONGEST} words",
        "a page is read at one sitting, and printed on a sheet or two",
        ease.length,
    ),
)
"""Every rule; one name may stand twice, with a severity for the worse and for the lesser case."""
