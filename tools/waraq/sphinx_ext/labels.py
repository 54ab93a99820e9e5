"""The interface's words within pages: heads of generated tables, kinds, patterns.

A node ``label`` names one by its key; each language sets it. Where a pattern has
placeholders, the label holds a part for each, which the translation may move.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from docutils import nodes

from waraq.interface import Interface

PLACEHOLDER = re.compile(r"\{(\w+)\}")


def labels(interface: Interface) -> dict[str, str]:
    """The words of every label, by key."""
    return {
        "who": interface.plain("Who"),
        "list": interface.plain("List or rule"),
        "kept-by": interface.plain("Kept by"),
        "effect": interface.plain("What it does"),
        "limits": interface.plain("What it does not do"),
        "measures": interface.plain("Listed by whom, since when, on what ground"),
        "answer": interface.plain("Answer"),
        "answers": interface.plain("What they answer"),
        "what": interface.plain("What"),
        "figure": interface.plain("Figure"),
        "not-found": interface.plain("not found"),
        "not-settled": interface.plain("no settled form yet"),
        "listed-since": interface.plain("{authority}, since {date}: {ground}."),
        "listed-until": interface.plain("{authority}, from {date} to {until}: {ground}."),
        "from-to": interface.plain("{date} to {until}"),
        "event": interface.plain("{date}: {event}"),
        "answered": interface.plain("{names}: {answer}"),
        "checked": interface.plain("The facts on this page were last checked on {date}."),
        "name-with-original": interface.plain("{name} ({original})"),
    }


def kinds(interface: Interface) -> dict[str, str]:
    """What the kinds of statement are called in a list of sources."""
    return {
        "official": interface.plain("official statement"),
        "reported": interface.plain("report"),
        "estimate": interface.plain("estimate"),
        "allegation": interface.plain("allegation"),
        "denial": interface.plain("denial"),
    }


def source_types(interface: Interface) -> dict[str, str]:
    """What kinds of document sources are."""
    return {
        "law": interface.plain("Law."),
        "un-document": interface.plain("UN document."),
        "government": interface.plain("Government document."),
        "court": interface.plain("Court decision."),
        "research": interface.plain("Research."),
        "news": interface.plain("News report."),
    }


def readings(interface: Interface) -> dict[str, str]:
    """How much of a source was read, where that must be said beside it."""
    return {
        "excerpt": "",
        "elsewhere": interface.plain("Read as quoted elsewhere, not in the original."),
        "not-read": interface.plain("Not yet opened by us."),
    }


def filled(pattern: str, parts: Mapping[str, Sequence[nodes.Node]]) -> list[nodes.Node]:
    """The words of *pattern* with the nodes of *parts* in the places of their names."""
    found: list[nodes.Node] = []
    position = 0
    for match in PLACEHOLDER.finditer(pattern):
        if match.start() > position:
            found.append(nodes.Text(pattern[position : match.start()]))
        found += parts[match[1]]
        position = match.end()
    if position < len(pattern):
        found.append(nodes.Text(pattern[position:]))
    return found
