"""Blocks that have a look and a name of their own: in short, answers, notices, charts."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.builders.html import StandaloneHTMLBuilder

from waraq.interface import Interface
from waraq.pages.html.base import SettingTranslator
from waraq.pages.setting import Setting


class BlockTranslator(SettingTranslator):
    """Writes them, and lists."""

    def __init__(
        self, document: nodes.document, builder: StandaloneHTMLBuilder, setting: Setting
    ) -> None:
        super().__init__(document, builder, setting)
        self._notes = 0

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

    def visit_bullet_list(self, node: nodes.bullet_list) -> None:
        """A list, without docutils' classes."""
        self.body.append(self.starttag(node, "ul"))

    def depart_bullet_list(self, node: nodes.bullet_list) -> None:
        """Close it."""
        self.body.append("</ul>\n")

    def visit_raw(self, node: nodes.raw) -> None:
        """A bar of a chart; in print it is a box, which needs no words."""
        if "share" in node and self._setting.medium == "print":
            self.body.append(f'<span class="bar" style="width: {node["share"]:g}%"></span>')
            raise nodes.SkipNode
        super().visit_raw(node)


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
