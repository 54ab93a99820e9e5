"""What an audit found, for people: what is wrong, once for all pages, and a table of figures."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from statistics import median

from waraq.audit import links
from waraq.audit.rules import Audit
from waraq.audit.weight import HEAVIEST, MOST_REQUESTS, Weight, weigh
from waraq.problems import Problem, Severity

HEAVY = 3
"""How many of the heaviest pages the table names."""


def findings(audit: Audit) -> Iterator[str]:
    """A line for each thing that is wrong; what is the same on many pages stands there once."""
    same: dict[tuple[str, str], list[Problem]] = defaultdict(list)
    for problem in audit.problems:
        if problem.severity is not Severity.NOTE:
            same[problem.rule, problem.message].append(problem)
    for first, *others in same.values():
        more = f" ({len(others)} more such places)" if others else ""
        yield f"{first}{more}"


def figures(audit: Audit) -> Iterator[tuple[str, str, str, str]]:
    """The table: what, the figure, the most or least that is right, and where it is reached."""
    weights = sorted(weigh(audit.edition), key=lambda each: (-each.weight, each.path))
    yield "pages", str(len(weights)), "", ""
    for number, each in enumerate(weights[:HEAVY]):
        what = "heaviest pages" if number == 0 else ""
        yield what, _kilobytes(each.weight), f"≤ {_kilobytes(HEAVIEST)}", each.path
    over = sum(each.weight > HEAVIEST for each in weights)
    yield f"pages over {_kilobytes(HEAVIEST)}", str(over), "0", ""
    middle = round(median(each.weight for each in weights))
    yield "a page in the middle", _kilobytes(middle), "", ""
    most: Weight = max(weights, key=lambda each: each.requests)
    yield "most requests", str(most.requests), f"≤ {MOST_REQUESTS}", most.path
    yield from _links(audit)
    yield "parts in another language", str(_marked(audit)), "", ""
    yield "files", str(len(audit.edition.files)), "", ""
    times = Counter(each.rule for each in audit.problems if each.severity is not Severity.NOTE)
    for rule, count in sorted(times.items()):
        yield f"found by {rule}", str(count), "0", ""


def _links(audit: Audit) -> Iterator[tuple[str, str, str, str]]:
    addresses = [
        address for page in audit.edition.pages.values() for _, address in links.links(page)
    ]
    away = [address for address in addresses if links.is_elsewhere(address)]
    hosts = {address.split("/")[2] for address in away if address.count("/") > 1}
    yield "links within the edition", str(len(addresses) - len(away)), "", ""
    words = f"to {len(set(away))} addresses on {len(hosts)} hosts"
    yield "links elsewhere", str(len(away)), "", words


def _marked(audit: Audit) -> int:
    """Elements that say that they are in another language than what is around them."""
    return sum(
        element.get("lang") != element.parent.inherited("lang")
        for page in audit.edition.pages.values()
        for element in page.elements
        if "lang" in element.attributes and element.parent is not None and element.tag != "html"
    )


def as_table(rows: list[tuple[str, str, str, str]]) -> str:
    """Rows in columns, the figures flush right."""
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    return "\n".join(
        f"{what:<{widths[0]}}  {figure:>{widths[1]}}  {limit:<{widths[2]}}  {where}".rstrip()
        for what, figure, limit, where in rows
    )


def as_text(audit: Audit) -> str:
    """All of it."""
    lines = list(findings(audit))
    return "\n".join([*lines, *[""] * bool(lines), as_table(list(figures(audit)))])


def _kilobytes(weight: int) -> str:
    return f"{weight / 1000:.1f} KB"
