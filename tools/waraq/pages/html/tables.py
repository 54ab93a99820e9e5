"""Tables: a region that scrolls by itself, a caption, and cells that say what they head."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.builders.html import StandaloneHTMLBuilder

from waraq.pages.html.base import SettingTranslator
from waraq.pages.setting import Setting


class TableTranslator(SettingTranslator):
    """Writes them."""

    def __init__(
        self, document: nodes.document, builder: StandaloneHTMLBuilder, setting: Setting
    ) -> None:
        super().__init__(document, builder, setting)
        self._captions = 0

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
        self._in_cell = True
        self.context.append(f"</{tag}>\n")

    def depart_entry(self, node: nodes.entry) -> None:
        """Close the cell."""
        super().depart_entry(node)
        self._in_cell = False
