"""The rules for a finished edition: each yields what is wrong, in words.

To add a rule, write a generator over a :class:`~waraq.audit.finished.Finished` in the module that
it belongs to, add a ``Rule`` to ``RULES``, and to ``tests/unit/audit`` a page that breaks it and
one that does not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from waraq.audit import (
    copies,
    links,
    loading,
    papers,
    parts,
    pictures,
    policy,
    privacy,
    structure,
    weight,
    wholeness,
)
from waraq.audit.finished import Finished, Found
from waraq.problems import Problem, Severity, in_order


@dataclass(frozen=True)
class Rule:
    """One thing that an edition must keep to."""

    name: str
    check: Callable[[Finished], Iterator[Found]]
    hint: str
    """What is to be done about it."""
    severity: Severity = Severity.ERROR


RULES = (
    # Links
    Rule("link-lost", links.link_lost, "lead it to what is there"),
    Rule(
        "link-of-server",
        links.link_of_server,
        "write it relative, with the file's name, so that it works from a stick",
    ),
    Rule("canonical", links.canonical_wrong, "give the page's own address"),
    Rule("sitemap", links.sitemap_wrong, "list every page of each language, and nothing else"),
    Rule(
        "elsewhere",
        links.elsewhere,
        "nobody but you can see whether it still answers: open it",
        Severity.NOTE,
    ),
    # What loads with a page
    Rule("loads-elsewhere", loading.loads_elsewhere, "keep the file in the edition"),
    Rule("load-lost", loading.load_lost, "put the file there, and write its address relative"),
    Rule("inline-code", loading.inline_code, "put it into a file of its own"),
    Rule("policy", policy.policy_lacking, "let pages load from 'self' what they need, and no more"),
    Rule(
        "weight",
        weight.too_heavy,
        f"at most {weight.HEAVIEST // 1000} KB: shorten the page or make two of it",
    ),
    Rule(
        "requests",
        weight.too_many_requests,
        f"at most {weight.MOST_REQUESTS}: join its styles and scripts",
    ),
    # Languages
    Rule("page-language", structure.page_language, "say the language and direction in <html>"),
    Rule("lang-unknown", parts.language_unknown, "use a BCP 47 tag, such as en or zh-Hans"),
    Rule(
        "part-unmarked",
        parts.part_unmarked,
        "translate it, or give its element lang and, where lines run the other way, dir",
    ),
    Rule("part-turned", parts.part_turned, "give the element with lang this dir, too"),
    Rule(
        "hreflang",
        structure.translation_lost,
        "name each language's page of the same name, in its language",
    ),
    # Structure
    Rule("main", structure.main_missing, "put the text, and all of it, into one <main>"),
    Rule("title", structure.title_missing, "give the page one <title> and one <h1>"),
    Rule("heading", structure.heading_skipped, "go down one level at a time"),
    Rule("id", structure.id_wrong, "give each id once, and name only what is there"),
    Rule("nav", structure.navigation_unnamed, "give each <nav> an aria-label of its own"),
    Rule(
        "table",
        structure.table_unnamed,
        'give it a <caption>, and each <th> scope="col" or scope="row"',
    ),
    Rule("image", structure.image_unnamed, 'say in alt what it shows; alt="" if it shows nothing'),
    Rule("link-empty", structure.link_unnamed, "put words into it, or an aria-label"),
    Rule(
        "pdf-tags",
        papers.pdf_tags,
        "build the handouts anew; if it stays, it is a mistake of sheets/finishing",
    ),
    # Privacy
    Rule(
        "person",
        privacy.person_named,
        "take it out, or make it the contact of the site, which stands in the footer",
    ),
    Rule("maker", privacy.maker_named, "take it out"),
    Rule("machine", privacy.machine_named, "take it out"),
    Rule(
        "pdf-tells",
        papers.pdf_tells,
        "keep title, summary and language, and take out what else is told",
    ),
    Rule("picture-tells", pictures.picture_tells, "save the picture without its metadata"),
    # Wholeness
    Rule("manifest", wholeness.manifest_wrong, "publish the edition anew: waraq build"),
    Rule("archive", copies.archive_wrong, "publish the edition anew: waraq build"),
)


@dataclass(frozen=True)
class Audit:
    """What was found in an edition, and the edition."""

    edition: Finished
    problems: tuple[Problem, ...]


def examine(folder: Path) -> Audit:
    """Hold the edition in *folder* to every rule.

    :raises NoEdition: if there is none
    """
    edition = Finished(folder)
    found = (_problem(edition, rule, each) for rule in RULES for each in rule.check(edition))
    return Audit(edition, tuple(in_order(found)))


def _problem(edition: Finished, rule: Rule, found: Found) -> Problem:
    page = edition.pages.get(found.path)
    tag = page.language.tag if page and page.language else ""
    return Problem(found.path, found.line, tag, rule.name, rule.severity, found.words, rule.hint)
