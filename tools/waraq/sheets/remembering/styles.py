"""Styles: elements that the same rules set are styled once; what no rule sets is looked up.

WeasyPrint shares the style of siblings. Cousins have parents of their own, whose styles differ in
nothing but where links lead to: here they share one, too.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from typing import Any

from weasyprint import css

from waraq.sheets.remembering.replacement import Function, Replacements

COMPUTED_FROM_OTHERS = {"page", "position", "float", "display", *css.PHYSICAL_FUNCTIONS}
UNSET = {
    name
    for name in css.INITIAL_VALUES
    if name not in COMPUTED_FROM_OTHERS and not name.startswith("text_decoration_")
}
"""Properties that are, where no rule sets them, what they are by default or what the parent has."""

HANDED_ON = {name for name in css.INITIAL_VALUES if name.startswith("text_decoration_")}
"""Properties that are not inherited, but are, where no rule sets them, what the parent has."""

INHERITED = (UNSET & css.INHERITED) | HANDED_ON
INITIAL = UNSET - css.INHERITED - css.INITIAL_NOT_COMPUTED

OF_A_SIDE = frozenset(css.PHYSICAL_FUNCTIONS) - css.INITIAL_NOT_COMPUTED - css.INHERITED
"""Properties that rules may also set by another name, as that of the side where lines begin."""

SIDES_OF: dict[str, set[str]] = {}
"""The properties of which a rule sets one by the name, as that of the side where lines begin."""

for _name, _function in css.PHYSICAL_FUNCTIONS.items():
    for _direction in ("ltr", "rtl"):
        SIDES_OF.setdefault(_function(block="ttb", inline=_direction), set()).add(_name)

WIDTHS = {
    f"{line}_width": frozenset({f"{line}_width"})
    | {logical for logical, names in SIDES_OF.items() if f"{line}_width" in names}
    for line in ("border_top", "border_right", "border_bottom", "border_left", "outline")
}
"""Widths of lines that may not be drawn, each with the names by which rules set it."""

UNDRAWN = dict.fromkeys((*WIDTHS, "column_rule_width"), 0)
DRAWN = {name for name in css.INITIAL_VALUES if name.startswith(("border_", "outline_", "column_"))}
"""Names by which rules may draw a line: if they use none of them, no line has a width."""

PLACING = ("position", "float", "display")
UNPLACED = {name: css.INITIAL_VALUES[name] for name in PLACING}
"""Properties of which each is computed from those before it; all are these if no rule sets one."""

DEFAULTS = {name: css.INITIAL_VALUES[name] for name in INITIAL | OF_A_SIDE}
"""What a style has where no rule says otherwise."""

ANCHOR = "anchor"
"""An element's own property, from its ``id``: no rule sets it, nothing inherits it."""


def replacements() -> Replacements:
    """Share styles, look up what is not set, and read each attribute once."""
    models: dict[int, Any] = {}
    handed_on = _handed_on()
    for kind in (css.ComputedStyle, css.AnonymousStyle):
        yield kind, "__init__", _filled(kind.__init__, handed_on)
    yield css.ComputedStyle, "__missing__", _looked_up(css.ComputedStyle.__missing__, models)
    yield css.StyleFor, "set_computed_styles", _shared(css.StyleFor.set_computed_styles, models)
    declaration = css.tinycss2.parse_one_declaration
    yield css.tinycss2, "parse_one_declaration", functools.cache(declaration)


def _filled(function: Function, handed_on: Function) -> Function:
    """Begin a style with what no rule sets."""

    def initialized(style: Any, parent: Any, *given: Any) -> None:
        function(style, parent, *given)
        style.update(DEFAULTS)
        if parent is not None:
            style.update(handed_on(parent))
        rules = given[0].keys() if given else set()
        for name in set(_sides(rules)):
            style.pop(name, None)
        if rules.isdisjoint(DRAWN):
            style.update(UNDRAWN)
        if given and parent is not None and rules.isdisjoint(PLACING):
            style.specified.update(UNPLACED)
            style.update(UNPLACED)

    return initialized


def _handed_on() -> Function:
    """What children have of a style where no rule sets it; as long as the sheet."""
    known: dict[int, tuple[Any, dict[str, Any]]] = {}

    def handed_on(style: Any) -> dict[str, Any]:
        if id(style) not in known:
            known[id(style)] = style, {name: style[name] for name in INHERITED}
        return known[id(style)][1]

    return handed_on


def _sides(rules: Iterable[str]) -> Iterator[str]:
    """What rules set, by whichever name."""
    for name in rules:
        yield name
        yield from SIDES_OF.get(name, ())


def _looked_up(function: Function, models: dict[int, Any]) -> Function:
    def missing(style: Any, name: str) -> Any:
        if name == ANCHOR:
            return function(style, name)
        if id(style) in models:
            model = models[id(style)]
            value = model[name]
            style.update(model | style)
            return value
        rules = style.cascaded.keys()
        if name in rules or style.parent_style is None:
            return function(style, name)
        drawn = name not in WIDTHS or style[name.replace("width", "style")] != "none"
        if drawn or not rules.isdisjoint(WIDTHS[name]):
            return function(style, name)
        style[name] = 0
        return 0

    return missing


def _shared(function: Function, models: dict[int, Any]) -> Function:
    """Give an element the style that another has already, if none but its anchor is its own."""
    known: dict[tuple[object, ...], Any] = {}

    def set_computed_styles(
        self: Any,
        element: Any,
        parent: Any,
        root: Any = None,
        pseudo_type: str | None = None,
        base_url: str | None = None,
        target_collector: Any = None,
    ) -> None:
        given = element, parent, root, pseudo_type, base_url, target_collector
        if parent is None or not hasattr(element, "tag"):
            function(self, *given)
            return
        computed = self.get_computed_styles()
        around = computed[parent, None]
        cascaded = self.get_cascaded_styles().get((element, pseudo_type), {})
        key = (id(models.get(id(around), around)), pseudo_type, base_url, *_rules(cascaded))
        if key in known and ANCHOR not in cascaded and ANCHOR not in known[key].cascaded:
            computed[element, pseudo_type] = known[key]
            return
        function(self, *given)
        style = computed[element, pseudo_type]
        if key in known:
            models[id(style)] = known[key]
            style.specified = known[key].specified
            style.anonymous_style = known[key].anonymous_style
        else:
            known[key] = style

    return set_computed_styles


def _rules(cascaded: dict[str, Any]) -> Any:
    """What sets each property; values of rules last as long as their style sheet."""
    for name, (value, weight) in cascaded.items():
        if name != ANCHOR:
            yield name, value if isinstance(value, str) else id(value), weight
