"""All pages of a language as one HTML file that loads nothing: for phones and messengers."""

from __future__ import annotations

import base64
import hashlib
import mimetypes
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from pathlib import Path

from markupsafe import Markup

from waraq.catalogs.standing import Draft
from waraq.interface import Interface
from waraq.pages import shared, templates
from waraq.pages.offline.rewriting import target, within_one_file
from waraq.pages.pageset import date_in_words
from waraq.pages.records import Link
from waraq.settings import LanguageSettings, Settings

MAIN = re.compile(r"<main\b[^>]*>\n?(.*)</main>", re.DOTALL)
LEFT_OUT = re.compile(
    r'<nav class="next".*?</nav>\n?|<section class="take".*?</section>\n?'
    r'|<li[^>]*><a href="(?:#take|[^"]*\.pdf)".*?</li>\n?',
    re.DOTALL,
)
"""What leads from page to page, and to files that are not in the copy."""

PICTURE = re.compile(r'(<img\b[^>]* src=")([^"]*)(")')


TITLE = re.compile(r"<h1[^>]*>(.*?)</h1>", re.DOTALL)
LANGUAGE = re.compile(r'<h1[^>]* lang="([^"]*)"')
TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True)
class Copy:
    """What copy.html needs."""

    tag: str
    direction: str
    title: str
    policy: str
    style: Markup
    date: str
    address: str
    """Where the pages stand on the web."""
    draft: Draft
    contents: tuple[Link, ...]
    texts: tuple[Markup, ...]


def one_file(
    site: Path,
    paths: Sequence[str],
    settings: Settings,
    language: LanguageSettings,
    interface: Interface,
    draft: Draft,
) -> str:
    """The file for one language, made of the pages that were written below *site*.

    :param paths: the pages in reading order, the start page first
    :param draft: what the language as a whole is
    """
    prefixes = {path: f"{_name(path)}--" for path in paths}
    texts = dict(_texts(site, paths))
    style = shared.styles(language.tag, "COPY")
    copy = Copy(
        tag=language.tag,
        direction=language.language.direction,
        title=interface.plain(settings.title),
        policy=_policy(style),
        style=Markup(style),
        date=date_in_words(settings, language.language),
        address=f"{settings.address}{paths[0]}",
        draft=draft,
        contents=tuple(
            Link(_title(text), f"#{prefixes[path]}title", tag=_title_tag(text))
            for path, text in texts.items()
        ),
        texts=tuple(
            Markup(within_one_file(text, path, prefixes, settings.address))
            for path, text in texts.items()
        ),
    )
    return templates.render("copy.html", interface, copy=copy)


def _policy(style: str) -> str:
    """Nothing is loaded, and of styles only these very bytes are used."""
    digest = base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")
    return (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _title(text: str) -> str:
    found = TITLE.search(text)
    return unescape(TAG.sub("", found[1])) if found else ""


def _title_tag(text: str) -> str:
    """The language of a page's title, where it is not the page's."""
    found = TITLE.search(text)
    language = LANGUAGE.match(found[0]) if found else None
    return language[1] if language else ""


def _name(path: str) -> str:
    """A page's name in those of its places: its path below the language, without slashes."""
    return path.partition("/")[2].removesuffix(".html").replace("/", "-")


def _texts(site: Path, paths: Sequence[str]) -> Iterator[tuple[str, str]]:
    for path in paths:
        if found := MAIN.search((site / path).read_text(encoding="utf-8")):
            yield path, PICTURE.sub(_embedded(site, path), LEFT_OUT.sub("", found[1]))


def _embedded(site: Path, page: str) -> Callable[[re.Match[str]], str]:
    """What puts the picture that a tag names into the tag."""

    def picture(match: re.Match[str]) -> str:
        found = target(page, match[2])
        if found is None:
            return match[0]
        kind = mimetypes.guess_type(found[0])[0] or "application/octet-stream"
        data = base64.b64encode((site / found[0]).read_bytes()).decode("ascii")
        return f"{match[1]}data:{kind};base64,{data}{match[3]}"

    return picture
