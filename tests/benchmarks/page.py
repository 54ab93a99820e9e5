"""One page of the workload: 46 messages, 740 words, with the markup of a real page.

A page holds what ours hold: links within and without, emphasis, code, source marks, a list, a
notice and a table. A message is a template of blanks (see ``wording``), so that a translation has
the markup of its source by construction.
"""

from __future__ import annotations

import random
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from wording import SOURCE, WORDINGS

SEED = 2026
MESSAGES = 46
WORDS = 740
NOTES = 4
CODE = ("site.toml", "--drafts", "list_1260H", "locale/", "msgid")

PARAGRAPHS = (
    "{9}{,} {7} [{3}](PAGE){,} {8}{.} {6}{.}",
    "{8} **{2}** {9}{.} {4} FROM{,} {9}{.}[^NOTE]",
    "{7} `CODE` {10}{,} {6} *{2}* {5}{.}",
    "{12}{.} {10} FROM–TO{,} {8}{.}[^NOTE]",
    "{6} [{2}](URL) {9}{.} {8}{,} {6}{.}",
    "{10} **{3}**{,} {9}{.} {9}{.}",
)
PARAGRAPHS_OF_SECTIONS = (4, 3, 3, 3, 3)
LIST_AFTER, TABLE_AFTER = 1, 2


@dataclass(frozen=True)
class Page:
    """One page: its source, and its messages as templates in the order of the source."""

    docname: str
    source: str
    templates: tuple[str, ...]

    def messages(self, tag: str) -> Iterator[tuple[str, str]]:
        """Every msgid of the page with its translation into *tag*."""
        for number, text in enumerate(self.templates):
            chance = random.Random(f"{SEED} {tag} {self.docname} {number}")
            yield _english(self.docname, number, text), WORDINGS[tag].fill(text, chance)


def page(docname: str, names: Sequence[str]) -> Page:
    """The page *docname*.

    :param names: every page of the site, the index first: pages link to each other
    """
    writer = _Writer(docname, names)
    source = "\n\n".join(writer.blocks()) + "\n"
    return Page(docname, source, tuple(writer.templates))


def _english(docname: str, number: int, text: str) -> str:
    return SOURCE.fill(text, random.Random(f"{SEED} {docname} {number}"))


@dataclass
class _Writer:
    docname: str
    names: Sequence[str]
    templates: list[str] = field(default_factory=list)
    paragraphs: int = 0

    def __post_init__(self) -> None:
        self.chance = random.Random(f"{SEED} {self.docname}")

    def blocks(self) -> Iterator[str]:
        """The page's blocks; what a block says is noted in ``templates``."""
        description = self.say("{14}{.}")
        yield f"---\nmyst:\n  html_meta:\n    description: {description}\n---"
        yield f"# {self.say('{4}')}"
        title, text = self.say("{4}"), self.say("{9}{,} {10}{.}")
        yield f":::{{admonition}} {title}\n:class: caution\n\n{_wrapped(text)}\n:::"
        for section, paragraphs in enumerate(PARAGRAPHS_OF_SECTIONS):
            yield f"## {self.say('{4}')}"
            yield from (self.paragraph() for _ in range(paragraphs))
            if section == LIST_AFTER:
                yield "\n".join(f"- {self.say('{8} **{2}**{,} {4}{.}')}" for _ in range(4))
            if section == TABLE_AFTER:
                yield "\n".join(self.table())
        if self.docname == self.names[0]:
            yield "\n".join(["```{toctree}", ":hidden:", "", *self.names[1:], "```"])
        for number in range(1, NOTES + 1):
            yield f"[^source-{number}]: {self.say(self.note())}"

    def say(self, text: str) -> str:
        """Note a template and fill it in English."""
        self.templates.append(text)
        return _english(self.docname, len(self.templates) - 1, text)

    def paragraph(self) -> str:
        """A paragraph with its links, code, years and source marks."""
        text = PARAGRAPHS[self.paragraphs % len(PARAGRAPHS)]
        year = self.chance.randint(1990, 2020)
        values = {
            "PAGE": f"{self.chance.choice(self.names)}.md",
            "URL": f"https://source.example/{self.chance.randrange(10**6)}.html",
            "CODE": self.chance.choice(CODE),
            "NOTE": f"source-{self.paragraphs // 2 % NOTES + 1}",
            "FROM": str(year),
            "TO": str(year + self.chance.randint(1, 6)),
        }
        for name, value in values.items():
            text = text.replace(name, value)
        self.paragraphs += 1
        return _wrapped(self.say(text))

    def table(self) -> Iterator[str]:
        """A table of four rows and three columns, its headings in the first of both."""
        yield f"```{{list-table}} {self.say('{8}')}"
        yield from (":header-rows: 1", ":stub-columns: 1", "")
        for row in range(4):
            for column in range(3):
                bullet = "  -" if column else "* -"
                yield f"{bullet} {self.say('{5}' if row else '{2}')}"
        yield "```"

    def note(self) -> str:
        """A source's template: its title stays in English, as in every edition of a page."""
        title = "\N{NO-BREAK SPACE}".join(self.chance.choices(SOURCE.vocabulary, k=7))
        address = f"https://source.example/{self.chance.randrange(10**9)}.html"
        day = self.chance.randint(1, 28)
        return f"{{3}}{{,}} [{title.capitalize()}]({address}){{,}} {day} {{1}}{{.}} {{2}}{{.}}"


def _wrapped(text: str) -> str:
    return textwrap.fill(text, 100, break_long_words=False, break_on_hyphens=False)
