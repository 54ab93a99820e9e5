"""Text, links and other parts of a line: what has another direction or language says so."""

from __future__ import annotations

import re
import unicodedata
from html import unescape
from typing import Any

from docutils import nodes
from sphinx.builders.html import StandaloneHTMLBuilder

from waraq import languages
from waraq.pages.direction import runs
from waraq.pages.html.base import SettingTranslator
from waraq.pages.line_ends import (
    CLAUSES,
    DAY,
    PARTS_OF_A_DAY,
    SHORT_CLAUSE,
    WHOLE,
    WHOLE_ON_SCREENS,
    WORD_JOINER,
    held,
)
from waraq.pages.setting import Setting
from waraq.sphinx_ext.marking import IN_LANGUAGE
from waraq.sphinx_ext.translation import UNTRANSLATED

NOT_ON_PAPER = frozenset({"type"})
"""Classes of what sheets have no room for: kinds of sources."""

UNSPACED = ("Han", "Japanese")
"""Scripts without spaces between words."""

LATIN_WORD = re.compile(r"[a-z]{3}")
"""What words have, and initials and units have not."""

ADDRESS = re.compile(r"[\w-][.@][\w-]|://")

SHORT_NAME = 5
"""The most characters of a name without spaces that a narrow cell does not break."""

BOXES = (nodes.strong, nodes.emphasis, nodes.reference, nodes.literal, nodes.abbreviation)


class TextTranslator(SettingTranslator):
    """Writes what stands in a line."""

    def __init__(
        self, document: nodes.document, builder: StandaloneHTMLBuilder, setting: Setting
    ) -> None:
        super().__init__(document, builder, setting)
        self._owed_space = ""
        self._left_to_right: dict[nodes.Node, bool] = {}

    def visit_Text(self, node: nodes.Text) -> None:
        """Text, with isolates where its direction would disturb the line."""
        text = self._owed_space + node.astext()
        self._owed_space = ""
        if text.endswith(" ") and self._owes_a_space(node):
            text, self._owed_space = text[:-1], " "
        to_the_right = self._setting.language.direction == "rtl"
        is_plain = not to_the_right and not self._may_have_other_words(text)
        if is_plain or self._in_left_to_right(node):
            self.body.append(self._kept_together(self._whole(self.encode(text)), node.parent))
            return
        for part, foreign in runs(text):
            encoded = self._whole(self.encode(part))
            if foreign and self._has_other_words(part):
                self.body.append(self._in_source_language(encoded))
            elif to_the_right:
                self.body.append(self._isolated(encoded) if foreign else encoded)
            else:
                self.body.append(self._kept_together(encoded, node.parent))

    def _may_have_other_words(self, text: str) -> bool:
        other = self._setting.language.script != "Latin" == self._setting.source.script
        return other and bool(LATIN_WORD.search(text))

    def _has_other_words(self, run: str) -> bool:
        """Whether *run* is in the source's language: Latin words on a page in another script."""
        return self._may_have_other_words(run) and not ADDRESS.search(run)

    def _in_source_language(self, encoded: str) -> str:
        """Words that a translation leaves in the source's language, as "Entity List"."""
        source = self._setting.source
        if self._setting.language.direction == "ltr":
            return f'<span lang="{source.tag}">{encoded}</span>'
        tag = "bdi" if self._setting.medium == "screen" else "span"
        return f'<{tag} dir="{source.direction}" lang="{source.tag}">{encoded}</{tag}>'

    def _whole(self, encoded: str) -> str:
        """The text with short hyphenated words, and dates, kept on one line."""
        hyphened = "-" in encoded
        if self._setting.medium == "screen":
            days = DAY.sub(_kept_whole, encoded)
            return WHOLE_ON_SCREENS.sub(_kept_whole, days) if hyphened else days
        if hyphened:
            encoded = WHOLE.sub(lambda match: match[0].replace("-", f"-{WORD_JOINER}"), encoded)
        return held(encoded, self._setting.language, narrow=self._in_cell)

    def _kept_together(self, encoded: str, parent: nodes.Element | None) -> str:
        """Where any two characters may part: dates of cells and short clauses of titles do not."""
        if self._setting.medium != "screen" or self._setting.language.script not in UNSPACED:
            return encoded
        if self._in_cell:
            return PARTS_OF_A_DAY.sub(r'<span class="whole">\g<0></span>', encoded)
        if isinstance(parent, nodes.title) and "<" not in encoded:
            clauses = CLAUSES.findall(encoded)
            return "".join(map(_clause, clauses)) if len(clauses) > 1 else encoded
        return encoded

    def _owes_a_space(self, node: nodes.Text) -> bool:
        if self._setting.medium == "screen":
            return False
        following = node.next_node(descend=False, siblings=True)
        if isinstance(following, nodes.reference) and self._is_foreign(following):
            return self._setting.language.direction == "ltr"
        return isinstance(following, BOXES)

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

    def visit_literal(self, node: nodes.Element) -> None:
        """Code in a line, without docutils' classes."""
        self.body.append(self.starttag(node, "code", ""))

    def depart_literal(self, node: nodes.Element) -> None:
        """Close it."""
        self.body.append("</code>")

    def visit_inline(self, node: nodes.Element) -> None:
        """A tag only where it says a language; nothing of what paper has no room for."""
        if self._setting.medium == "print" and NOT_ON_PAPER.intersection(node["classes"]):
            raise nodes.SkipNode
        on_paper = self._in_cell and self._setting.medium == "print"
        node["classes"] = [keeping] if on_paper and (keeping := _keeping(node)) else []
        if _says_language(node):
            self.body.append(self.starttag(node, "span", ""))

    def depart_inline(self, node: nodes.Element) -> None:
        """Close it."""
        if _says_language(node):
            self.body.append("</span>")


def _says_language(node: nodes.Element) -> bool:
    return bool(node.get(UNTRANSLATED) or node.get(IN_LANGUAGE))


def _keeping(node: nodes.Element) -> str:
    """The class of a name without spaces in a cell of a sheet: how its column may break it.

    ``whole``, as it is no wider than a word; ``together``, on a line of its own sooner than in
    two, as other words stand beside it; ``""`` where it has the cell for itself.
    """
    tag = node.get(IN_LANGUAGE)
    if not tag or languages.named(tag).script not in UNSPACED:
        return ""
    if len(node.astext()) <= SHORT_NAME:
        return "whole"
    return "" if node.parent.astext() == node.astext() else "together"


def _leads_elsewhere(node: nodes.Element) -> bool:
    """Whether it is a link out of the site, whose words may be a title in another language."""
    return isinstance(node, nodes.reference) and not node.get("internal") and "refuri" in node


def _clause(encoded: str) -> str:
    short = len(unescape(encoded)) <= SHORT_CLAUSE
    return f'<span class="clause">{encoded}</span>' if short else encoded


def _kept_whole(match: re.Match[str]) -> str:
    """A short word with a hyphen, or a date; a narrow window may part the date at its space."""
    return f'<span class="whole">{match[0].replace(" ", " <wbr>")}</span>'
