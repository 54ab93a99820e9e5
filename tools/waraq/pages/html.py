"""The HTML of a page's text: what the theme's styles and screen readers expect.

Differs from Sphinx's own writer in the language and direction of parts, in
tables (scopes, a caption, a region that scrolls), and in footnotes, which
become source marks and one list of sources.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import Any
from urllib.parse import urlsplit

from docutils import nodes
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.writers.html5 import HTML5Translator

from waraq import languages
from waraq.interface import Interface
from waraq.pages.direction import DAY, WHOLE, WHOLE_ON_SCREENS, runs
from waraq.pages.setting import Setting
from waraq.sphinx_ext.marking import IN_LANGUAGE, MarksParts
from waraq.sphinx_ext.source_list import FURTHER
from waraq.sphinx_ext.translation import UNTRANSLATED

LEFT_TO_RIGHT_ISOLATE, POP_ISOLATE, WORD_JOINER = "\u2066", "\u2069", "\u2060"
NO_BREAK_SPACE = "\u00a0"
SPECIAL = re.compile('[&<>"@]')
OWN_CLASSES = {"screen": frozenset[str](), "print": frozenset({"kind", "type"})}
"""What our styles know of inline parts, by medium."""

BOXES = (nodes.strong, nodes.emphasis, nodes.reference, nodes.literal, nodes.abbreviation)


class PageTranslator(MarksParts, HTML5Translator):
    """Writes one doctree for one :class:`Setting`."""

    def __init__(
        self, document: nodes.document, builder: StandaloneHTMLBuilder, setting: Setting
    ) -> None:
        super().__init__(document, builder)
        self._setting = setting
        self._marks: Counter[str] = Counter()
        self._captions = 0
        self._notes = 0
        self._owed_space = ""
        self._left_to_right: dict[nodes.Node, bool] = {}

    def encode(self, text: object) -> str:
        """The text with HTML's own signs escaped; most texts have none."""
        text = str(text)
        return text.translate(self.special_characters) if SPECIAL.search(text) else text

    # Language and direction of parts

    def visit_Text(self, node: nodes.Text) -> None:
        """Text, with isolates where its direction would disturb the line."""
        text = self._owed_space + node.astext()
        self._owed_space = ""
        if text.endswith(" ") and self._owes_a_space(node):
            text, self._owed_space = text[:-1], " "
        if self._setting.language.direction == "ltr" or self._in_left_to_right(node):
            self.body.append(self._whole(self.encode(text)))
            return
        for part, foreign in runs(text):
            encoded = self._whole(self.encode(part))
            self.body.append(self._isolated(encoded) if foreign else encoded)

    def _whole(self, encoded: str) -> str:
        """The text with short hyphenated words, and dates, kept on one line."""
        if self._setting.medium == "screen":
            days = DAY.sub(_kept_whole, encoded)
            return WHOLE_ON_SCREENS.sub(_kept_whole, days) if "-" in encoded else days
        if "-" not in encoded:
            return encoded
        return WHOLE.sub(lambda match: match[0].replace("-", f"-{WORD_JOINER}"), encoded)

    def _owes_a_space(self, node: nodes.Text) -> bool:
        if self._setting.medium == "screen":
            return False
        following = node.next_node(descend=False, siblings=True)
        if isinstance(following, nodes.reference) and self._is_foreign(following):
            return self._setting.language.direction == "ltr"
        return isinstance(following, BOXES)

    def _isolated(self, text: str) -> str:
        if self._setting.medium == "screen":
            return f'<bdi dir="ltr">{text}</bdi>'
        return f"{LEFT_TO_RIGHT_ISOLATE}{text}{POP_ISOLATE}"

    def _in_left_to_right(self, node: nodes.Node) -> bool:
        parent = node.parent
        if parent is None:
            return False
        if parent not in self._left_to_right:
            self._left_to_right[parent] = self._is_left_to_right(parent)
        return self._left_to_right[parent]

    def _is_left_to_right(self, node: nodes.Element) -> bool:
        """Whether *node*, or what it stands in, has a direction other than the page's."""
        if node.get(UNTRANSLATED) or isinstance(node, nodes.literal):
            return True
        if node.get(IN_LANGUAGE):
            return languages.named(node[IN_LANGUAGE]).direction == "ltr"
        if _leads_elsewhere(node) and self._is_foreign(node):
            return True
        return self._in_left_to_right(node)

    def _is_foreign(self, node: nodes.Element) -> bool:
        """Whether most letters of *node* are Latin on a page in another script."""
        if self._setting.language.script == "Latin":
            return False
        letters = [character for character in node.astext() if character.isalpha()]
        latin = sum("LATIN" in unicodedata.name(character, "") for character in letters)
        return latin * 2 > len(letters)

    def visit_reference(self, node: nodes.Element) -> None:
        """A link; a title in the source's language is marked as such."""
        external = _leads_elsewhere(node)
        attributes: dict[str, Any] = {}
        if "reftitle" in node:
            attributes["title"] = node["reftitle"]
        if external and IN_LANGUAGE not in node and self._is_foreign(node):
            attributes |= {"lang": self._setting.source.tag, "dir": self._setting.source.direction}
        # The address last: what is the same in each tag compresses best in one piece.
        address = self.attval(node.get("refuri") or f"#{node.get('refid', '')}")
        self.body.append(f'{self.starttag(node, "a", "", **attributes)[:-1]} href="{address}">')

    # Blocks of our own

    def visit_in_short(self, node: nodes.Element) -> None:
        """The page in three sentences, under a heading of its own."""
        words = self._setting.interface("In short")
        self.body.append(
            '<section class="in-short" aria-labelledby="in-short">\n'
            f'<h2 id="in-short">{words}</h2>\n'
        )

    def depart_in_short(self, node: nodes.Element) -> None:
        """Close it."""
        self.body.append("</section>\n")

    def visit_answer(self, node: nodes.Element) -> None:
        """What the accused party says."""
        self.body.append(self.starttag(node, "div", CLASS="answer"))

    def depart_answer(self, node: nodes.Element) -> None:
        """Close it."""
        self.body.append("</div>\n")

    def visit_admonition(self, node: nodes.Element, name: str = "") -> None:
        """A notice with a title of its own; Sphinx's titles have no Uyghur."""
        self._notes += 1
        identifier = f"note-{self._notes}"
        note: dict[str, Any] = {"role": "note", "aria-labelledby": identifier}
        if name:
            node.insert(0, nodes.title("", admonition_titles(self._setting.interface)[name]))
        title = node[0]
        if isinstance(title, nodes.title):
            title["ids"] = [identifier]
        node["classes"] = [each for each in node["classes"] if not each.startswith("admonition-")]
        self.body.append(
            self.starttag(
                node,
                "div",
                CLASS=f"admonition {name}",
                **note,
            )
        )
        self.context.append("</div>\n")

    # Tables

    def visit_table(self, node: nodes.table) -> None:
        """A table in a region that scrolls by itself and says what it is."""
        self._table_row_indices.append(0)
        self._captions += 1
        identifier = f"table-{self._captions}"
        words = self._setting.interface("Table")
        name = f'aria-label="{words}"'
        for title in node.findall(nodes.title):
            title["ids"] = [identifier]
            name = f'aria-labelledby="{identifier}"'
        self.body.append(f'<div class="table-scroll" role="region" tabindex="0" {name}>\n')
        self.body.append(self.starttag(node, "table"))
        if self._setting.medium == "print" and "colwidths-given" in node["classes"]:
            self._column_widths(node)

    def _column_widths(self, node: nodes.table) -> None:
        """The widths that the page asks for; screens choose their own."""
        widths = [column["colwidth"] for column in node.findall(nodes.colspec)]
        columns = "".join(f'<col style="width: {width / sum(widths):.0%}">' for width in widths)
        self.body.append(f"<colgroup>{columns}</colgroup>\n")

    def depart_table(self, node: nodes.table) -> None:
        """Close both."""
        super().depart_table(node)
        self.body.append("</div>\n")

    def visit_row(self, node: nodes.Element) -> None:
        """A row, without classes for stripes."""
        self.body.append("<tr>\n")
        node.column = 0  # type: ignore[attr-defined]

    def visit_colspec(self, node: nodes.Element) -> None:
        """Columns are as wide as they need; docutils' writer needs to know the stubs."""
        group: Any = node.parent
        group.stubs.append(node.attributes.get("stub"))

    def depart_colspec(self, node: nodes.Element) -> None:
        """Nothing was opened."""

    def visit_entry(self, node: nodes.Element) -> None:
        """A cell; heading cells say what they head."""
        row: Any = node.parent
        stub = row.parent.parent.stubs[row.column]
        attributes: dict[str, Any] = {}
        if isinstance(row.parent, nodes.thead):
            attributes["scope"] = "col"
        elif stub:
            attributes["scope"] = "row"
        row.column += 1
        for name, attribute in (("morerows", "rowspan"), ("morecols", "colspan")):
            if name in node:
                attributes[attribute] = node[name] + 1
        row.column += node.get("morecols", 0)
        tag = "th" if attributes.get("scope") else "td"
        self.body.append(self.starttag(node, tag, "", **attributes))
        self.context.append(f"</{tag}>\n")

    # Sources

    def visit_footnote_reference(self, node: nodes.Element) -> None:
        """A source mark that a thumb can hit."""
        number = node.astext()
        self._marks[number] += 1
        more = isinstance(node.previous_sibling(), nodes.footnote_reference)
        self.body.append(self._mark(number, more))
        raise nodes.SkipNode

    def _mark(self, number: str, more: bool) -> str:
        """A mark; the way back leads to the first of a source, so that others need no name."""
        times = self._marks[number]
        if self._setting.medium == "print":
            name = f' id="{_name(number, times)}"'
            classes = ' class="mark more"' if more else ' class="mark"'
        else:
            name = f' id="{_name(number, 1)}"' if times == 1 else ""
            classes = ' class="more"' if more else ""
        return (
            f'<sup{classes}><a role="doc-noteref"{name} href="#source-{number}">{number}</a></sup>'
        )

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
        """The number, where browsers would count otherwise; on paper, whether it is further."""
        before = node.previous_sibling()
        expected = int(before[0].astext()) + 1 if isinstance(before, nodes.footnote) else 1
        if self._setting.medium == "screen":
            return "" if number == str(expected) else f' value="{number}"'
        further = ' class="further"' if FURTHER in node["classes"] else ""
        return f' value="{number}"{further}'

    def depart_footnote(self, node: nodes.Element) -> None:
        """Close the source, and the list after the last one."""
        self.body.append("</li>\n")
        if not isinstance(node.next_node(descend=False, siblings=True), nodes.footnote):
            self.body.append("</ol>\n</section>\n")

    def visit_label(self, node: nodes.Element) -> None:
        """The list numbers its items itself."""
        raise nodes.SkipNode

    # Lean tags

    def visit_paragraph(self, node: nodes.Element) -> None:
        """A paragraph, without docutils' classes."""
        if not self._fills_its_cell(node):
            self.body.append(self.starttag(node, "p", ""))

    def depart_paragraph(self, node: nodes.Element) -> None:
        """Close it; a source's last paragraph holds the way back."""
        if isinstance(node.parent, nodes.footnote) and node is node.parent[-1]:
            if self._setting.medium == "print":
                self._host(node)
            self._way_back(node.parent[0].astext())
        if not self._fills_its_cell(node):
            self.body.append("</p>\n")

    def _fills_its_cell(self, node: nodes.Element) -> bool:
        """Whether it is all that a cell or a source holds, and needs no tag on the screen."""
        if self._setting.medium == "print" or node["ids"] or node.get(UNTRANSLATED):
            return False
        parent = node.parent
        if isinstance(parent, nodes.footnote):
            return len(parent) == 2
        return isinstance(parent, nodes.entry) and len(parent) == 1 and not node["classes"]

    def _host(self, source: nodes.Element) -> None:
        """Whose site a source is on: paper has no room for the whole address, nor use for it."""
        for link in source.findall(nodes.reference):
            if host := urlsplit(link.get("refuri", "")).hostname:
                short = self._isolated(host.removeprefix("www."))
                self.body.append(f' <span class="host">{short}</span>')
                return

    def _way_back(self, number: str) -> None:
        """To the first mark: one that is cited often would have more arrows than words."""
        if self._marks[number]:
            label = self._setting.interface("Back to the text")
            self.body.append(
                f'{NO_BREAK_SPACE}<a role="doc-backlink" aria-label="{label}"'
                f' href="#{_name(number, 1)}">↑</a>'
            )

    def visit_bullet_list(self, node: nodes.bullet_list) -> None:
        """A list, without docutils' classes."""
        self.body.append(self.starttag(node, "ul"))

    def depart_bullet_list(self, node: nodes.bullet_list) -> None:
        """Close it."""
        self.body.append("</ul>\n")

    def visit_literal(self, node: nodes.Element) -> None:
        """Code in a line, without docutils' classes."""
        self.body.append(self.starttag(node, "code", ""))

    def depart_literal(self, node: nodes.Element) -> None:
        """Close it."""
        self.body.append("</code>")

    def visit_inline(self, node: nodes.Element) -> None:
        """A tag only where it says something: a language, a kind of statement."""
        says_something = self._says_something(node)
        own = OWN_CLASSES[self._setting.medium]
        node["classes"] = [each for each in node["classes"] if each in own]
        if says_something:
            self.body.append(self.starttag(node, "span", ""))

    def depart_inline(self, node: nodes.Element) -> None:
        """Close it."""
        if self._says_something(node):
            self.body.append("</span>")

    def _says_something(self, node: nodes.Element) -> bool:
        own = OWN_CLASSES[self._setting.medium].intersection(node["classes"])
        return bool(own or node.get(UNTRANSLATED) or node.get(IN_LANGUAGE))

    def visit_raw(self, node: nodes.raw) -> None:
        """A bar of a chart; in print it is a box, which needs no words."""
        if "share" in node and self._setting.medium == "print":
            self.body.append(f'<span class="bar" style="width: {node["share"]:g}%"></span>')
            raise nodes.SkipNode
        super().visit_raw(node)


def _kept_whole(match: re.Match[str]) -> str:
    """A short word with a hyphen, or a date; a narrow window may part the date at its space."""
    return f'<span class="whole">{match[0].replace(" ", " <wbr>")}</span>'


def _leads_elsewhere(node: nodes.Element) -> bool:
    """Whether it is a link out of the site, whose words may be a title in another language."""
    return isinstance(node, nodes.reference) and not node.get("internal") and "refuri" in node


def admonition_titles(interface: Interface) -> dict[str, str]:
    """The titles of admonitions without one of their own; Sphinx has them in no Uyghur."""
    return {
        "attention": interface.plain("Attention"),
        "caution": interface.plain("Caution"),
        "danger": interface.plain("Danger"),
        "error": interface.plain("Error"),
        "hint": interface.plain("Hint"),
        "important": interface.plain("Important"),
        "note": interface.plain("Note"),
        "seealso": interface.plain("See also"),
        "tip": interface.plain("Tip"),
        "warning": interface.plain("Warning"),
    }


def _name(number: str, times: int) -> str:
    return f"mark-{number}" if times == 1 else f"mark-{number}-{times}"
