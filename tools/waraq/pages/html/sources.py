"""Footnotes, which become source marks and one list of sources."""

from __future__ import annotations

import re
from collections import Counter
from urllib.parse import urlsplit

from docutils import nodes
from sphinx.builders.html import StandaloneHTMLBuilder

from waraq.pages.html.base import SettingTranslator
from waraq.pages.line_ends import NO_BREAK_SPACE
from waraq.pages.setting import Setting
from waraq.sphinx_ext.source_list import FURTHER
from waraq.sphinx_ext.translation import UNTRANSLATED

BACK, BACK_LABEL = "data-back", "data-back-label"
"""On paper, what a source says of the first mark for it: its name, and words for the way there."""


NUMBER_AT_END = re.compile(r"[0-9][^\w\s]*$")


class SourceTranslator(SettingTranslator):
    """Writes marks, sources, and paragraphs: a source's last one holds the way back."""

    def __init__(
        self, document: nodes.document, builder: StandaloneHTMLBuilder, setting: Setting
    ) -> None:
        super().__init__(document, builder, setting)
        self._marks: Counter[str] = Counter()

    def visit_footnote_reference(self, node: nodes.Element) -> None:
        """A source mark that a thumb can hit."""
        number = node.astext()
        self._marks[number] += 1
        classes = "more" if isinstance(node.previous_sibling(), nodes.footnote_reference) else ""
        if self._setting.language.direction == "rtl" and _is_beside_a_number(node):
            classes = f"{classes} beside".lstrip()
        self.body.append(self._mark(number, classes))
        raise nodes.SkipNode

    def _mark(self, number: str, classes: str) -> str:
        """A mark; the way back leads to the first of a source, so that others need no name."""
        times = self._marks[number]
        on_paper = self._setting.medium == "print"
        named = on_paper or times == 1
        name = f' id="{_name(number, times)}"' if named else ""
        link = f'role="doc-noteref"{name} href="#source-{number}">{number}</a>'
        if on_paper:
            return f'<a class="{f"mark {classes}".rstrip()}" {link}'
        attribute = f' class="{classes}"' if classes else ""
        return f"<sup{attribute}><a {link}</sup>"

    def visit_footnote(self, node: nodes.Element) -> None:
        """A source, in the one list of them."""
        if not isinstance(node.previous_sibling(), nodes.footnote):
            words = self._setting.interface("Sources")
            self.body.append(
                '<section class="sources" id="sources" role="doc-endnotes"'
                ' aria-labelledby="sources-title">\n'
                f'<h2 id="sources-title">{words}</h2>\n<ol>\n'
            )
        number = node[0].astext()
        self.body.append(f'<li id="source-{number}"{self._said_of_item(node, number)}>')

    def _said_of_item(self, node: nodes.Element, number: str) -> str:
        """The number, where browsers would count otherwise; on paper always, and where it is cited.

        Paper shows no arrow back: the number of a source leads to its first mark.
        """
        before = node.previous_sibling()
        expected = int(before[0].astext()) + 1 if isinstance(before, nodes.footnote) else 1
        if self._setting.medium == "screen":
            return "" if number == str(expected) else f' value="{number}"'
        further = ' class="further"' if FURTHER in node["classes"] else ""
        back = ""
        if self._marks[number]:
            back = f' {BACK}="{_name(number, 1)}" {BACK_LABEL}="{self._words_for_back()}"'
        return f' value="{number}"{further}{back}'

    def depart_footnote(self, node: nodes.Element) -> None:
        """Close the source, and the list after the last one."""
        self.body.append("</li>\n")
        if not isinstance(node.next_node(descend=False, siblings=True), nodes.footnote):
            self.body.append("</ol>\n</section>\n")

    def visit_label(self, node: nodes.Element) -> None:
        """The list numbers its items itself."""
        raise nodes.SkipNode

    def visit_paragraph(self, node: nodes.Element) -> None:
        """A paragraph, without docutils' classes."""
        if not self._fills_its_cell(node):
            self.body.append(self.starttag(node, "p", ""))

    def depart_paragraph(self, node: nodes.Element) -> None:
        """Close it; a source's last paragraph holds the way back."""
        if isinstance(node.parent, nodes.footnote) and node is node.parent[-1]:
            if self._setting.medium == "print":
                self._host(node)
            else:
                self._way_back(node.parent[0].astext())
        if not self._fills_its_cell(node):
            self.body.append("</p>\n")

    def _fills_its_cell(self, node: nodes.Element) -> bool:
        """Whether it is all that a cell or a source holds, and needs no tag."""
        if node["ids"] or node.get(UNTRANSLATED):
            return False
        parent = node.parent
        if isinstance(parent, nodes.footnote):
            return len(parent) == 2
        return isinstance(parent, nodes.entry) and len(parent) == 1 and not node["classes"]

    def _host(self, source: nodes.Element) -> None:
        """Whose site a source is on: paper has no room for the whole address, nor use for it."""
        for link in source.findall(nodes.reference):
            if host := urlsplit(link.get("refuri", "")).hostname:
                self.body.append(f" {self._isolated(host.removeprefix('www.'))}")
                return

    def _way_back(self, number: str) -> None:
        """To the first mark: one that is cited often would have more arrows than words."""
        if self._marks[number]:
            self.body.append(
                f'{NO_BREAK_SPACE}<a role="doc-backlink" aria-label="{self._words_for_back()}"'
                f' href="#{_name(number, 1)}">↑</a>'
            )

    def _words_for_back(self) -> str:
        return self._setting.interface("Back to the text")


def _is_beside_a_number(mark: nodes.Element) -> bool:
    """Whether a mark, or those that it goes on, follows a number: 540,826 and 14.

    From right to left, the mark would stand before the number, as its first digits.
    """
    siblings = mark.parent.children
    before = [
        each.astext()
        for each in siblings[: siblings.index(mark)]
        if not isinstance(each, nodes.footnote_reference)
    ]
    return bool(NUMBER_AT_END.search("".join(before[-2:])))


def _name(number: str, times: int) -> str:
    return f"mark-{number}" if times == 1 else f"mark-{number}-{times}"
