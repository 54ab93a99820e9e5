"""A walk through a doctree for one writer, as docutils' own but without its running commentary.

``Node.walkabout`` composes two messages for a debugger at every node, and
Sphinx looks a method up by name each time; together a sixth of what a page takes.
"""

from __future__ import annotations

from collections.abc import Callable

from docutils import nodes
from docutils.nodes import SkipChildren, SkipDeparture, SkipNode, SkipSiblings, StopTraversal

Method = Callable[[nodes.Node], object]


def walk(doctree: nodes.Node, visitor: nodes.NodeVisitor) -> None:
    """Visit and leave every node, as :meth:`docutils.nodes.Node.walkabout` does."""
    _Walk(visitor).through(doctree)


class _Walk:
    def __init__(self, visitor: nodes.NodeVisitor) -> None:
        self._visitor = visitor
        self._methods: dict[type[nodes.Node], tuple[Method, Method]] = {}

    def through(self, node: nodes.Node) -> bool:
        """Go through *node*.

        :returns: whether to go no further
        """
        kind = type(node)
        if kind not in self._methods:
            visit = self._method("visit_", kind) or self._visitor.unknown_visit
            depart = self._method("depart_", kind) or self._visitor.unknown_departure
            self._methods[kind] = (visit, depart)
        visit, depart = self._methods[kind]
        stop = False
        try:
            visit(node)
            stop = self._through_children(node)
        except SkipNode:
            return False
        except SkipDeparture:
            return self._through_children(node)
        except SkipChildren:
            pass
        except StopTraversal:
            stop = True
        depart(node)
        return stop

    def _through_children(self, node: nodes.Node) -> bool:
        try:
            return any(map(self.through, list(node.children)))
        except SkipSiblings:
            return False

    def _method(self, prefix: str, kind: type[nodes.Node]) -> Method | None:
        """The visitor's method for the class or the nearest of its bases that has one."""
        for each in kind.__mro__:
            method: Method | None = getattr(self._visitor, f"{prefix}{each.__name__}", None)
            if method:
                return method
        return None
