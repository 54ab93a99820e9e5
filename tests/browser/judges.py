"""The judges take a view (see conftest) and yield what is wrong with the page, in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any
from urllib.parse import urlsplit

from waraq import languages, settings
from waraq.paths import HOME, Project

View = dict[str, Any]
Judge = Callable[[View], Iterator[str]]


def audited(view: View) -> Iterator[str]:
    """What axe-core found."""
    yield from (f"{each['rule']} at {each['element']}: {each['why']}" for each in view["audit"])


def sideways(view: View) -> Iterator[str]:
    """Whether the page must be scrolled sideways to be read."""
    if view["sideways"] > 0:
        yield f"{view['sideways']} px too wide; sticking out: {', '.join(view['sticksOut'])}"


def heard(view: View) -> Iterator[str]:
    """What the page wrote to the console, and what broke in it."""
    yield from view["console"]
    yield from view["errors"]


def strayed(view: View) -> Iterator[str]:
    """What the page asked of other hosts."""
    hosts = {urlsplit(view["requests"][0]["url"])[:2], ("data", "")}
    for each in view["requests"]:
        if urlsplit(each["url"])[:2] not in hosts:
            yield f"asks another host: {each['url']}"


def unanswered(view: View) -> Iterator[str]:
    """What the page asked for in vain."""
    for each in view["requests"]:
        status = each["status"] or 0
        if each["failure"] or status >= 400:
            yield f"asks in vain ({each['failure'] or status}): {each['url']}"


def mislabelled(view: View) -> Iterator[str]:
    """Whether html says another language or direction than the page's folder."""
    folder, slash, _ = view["page"].partition("/")
    source = settings.load(Project(HOME).site).source
    language = languages.named(folder) if slash else source
    expected = (language.tag, language.direction)
    if (view["lang"], view["dir"]) != expected:
        yield f"html says {(view['lang'], view['dir'])}, its folder says {expected}"


def wrong(views: Iterable[View], *judges: Judge) -> str:
    """All that the judges say, one line each with page, width and scheme; empty if all is well."""
    return "\n".join(
        f"{view['page']} at {view['width']} px, {view['scheme']}: {words}"
        for view in views
        for judge in judges
        for words in judge(view)
    )
