"""Markup that readers would see: what the inline parser left in the words.

A mark is left over when the translation shows more of it than the source does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.entities import html5

from waraq.translate.skeleton import Message

TRIGGER = re.compile(r"[*_`\[\]{}<>&\\~#$]|:::|-->")

IN_THE_LINE = (
    (r"\*\*|__", "the marks of strong emphasis, {}"),
    (r"\*(?=[^\s*])|(?<=[^\s*])\*|(?<!_)_(?!_)", "the mark of emphasis, {}"),
    (r"`", "a backtick, {}"),
    (r"\]\s?[(\[（]|\[\[|\[\^|\]\{|^\[[ xX]?\]\s|\[\]", "the brackets of a link or mark, {}"),
    (r"\{\{|\}\}|\{%|%\}|\{#|#\}", "the braces of a template, {}"),
    (r"\{[\w:.#+\-]*\}?|\}", "a brace, {}"),
    (r"<[/!?]?[A-Za-z]|<!--|-->", "HTML, {}"),
    (r"&(?:#\w+|\w+);?", "a character reference, {}"),
    (r"\\", "a backslash, {}"),
    (r":::+|~~+|\$\$", "the fence of a block, {}"),
    (r"#\s?noqa", "an instruction to another program, {}"),
)
AT_THE_START = re.compile(
    r"\s*(?:(#{1,6}|>|[*+]|%%+|\+\+\+|---)(?=\s|$)|(\.\.)(?=\s\S+::)|(\|)(?=.*\|\s*$))", re.DOTALL
)
RULED_LINE = re.compile(
    r"^[ \t]*(-{3,}|={3,}|\*{3,}|_{3,}|\+{3,}|:{3,}.*|~{3,}.*)[ \t]*$", re.MULTILINE
)

PATTERNS = tuple((re.compile(pattern), words) for pattern, words in IN_THE_LINE)


def left_over(source: Message, translation: Message) -> Iterator[str]:
    """What readers of *translation* would see of markup, and of *source* not."""
    shown = translation.everything_shown
    if TRIGGER.search(shown):
        original = source.everything_shown
        for pattern, words in PATTERNS:
            found = [each for each in pattern.findall(shown) if _is_mark(each)]
            if len(found) > sum(map(_is_mark, pattern.findall(original))):
                yield f"readers would see {words.format(found[0])}"
                return
    yield from _at_the_beginning_of_lines(source, translation)


def _at_the_beginning_of_lines(source: Message, translation: Message) -> Iterator[str]:
    if translation.text[:1].isalnum() and "\n" not in translation.text:
        return
    start = AT_THE_START.match(translation.text)
    if start and not AT_THE_START.match(source.text):
        yield f"readers would see {start[0].strip()} at the beginning"
    elif (line := RULED_LINE.search(translation.text)) and not RULED_LINE.search(source.text):
        yield f"readers would see the line {line[1][:20]}"


def _is_mark(found: str) -> bool:
    """Whether it is one; of what looks like a character reference, only a known name."""
    if not found.startswith("&"):
        return True
    name = found[1:]
    return name.startswith("#") or (name.endswith(";") and name in html5)
