"""The inline parser: what a message says, as words, emphasis and pieces.

A *piece* is whatever in a message is not words: a link, a role, code, an image,
a footnote mark. It has a key, by which source and translation are compared, and
may hold words of its own (those of a link).

Only the rules named in ``RULES`` are on: there is no HTML, no directive, no
substitution and no front matter here, whatever the text looks like.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.common.utils import isWhiteSpace
from markdown_it.helpers import parseLinkLabel
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Scanned
from markdown_it.token import Token
from markdown_it.utils import EnvType
from mdit_py_plugins.dollarmath import dollarmath_plugin
from mdit_py_plugins.myst_role import myst_role_plugin
from mdit_py_plugins.substitution import substitution_plugin

Syntax = frozenset[Literal["math", "substitution", "html"]]
"""Which of MyST's optional inline syntaxes the sources are written with."""

PLAIN: Syntax = frozenset()

RULES = ("newline", "escape", "backticks", "emphasis", "link", "image", "autolink", "entity")

EXPLICIT_TITLE = re.compile(r"^(?P<words>.+?)\s*(?<!\\)<(?P<key>[^<>]*)>$", re.DOTALL)
ABBREVIATION = re.compile(r"^(?P<words>.+?)\s*\((?P<expansion>.+)\)$", re.DOTALL)
MARKUP = re.compile(r"[\\`*_\[<&{$\n]")
"""Without one of these a text is nothing but words."""

UNCERTAIN = re.compile(r"\r\n?|\0")
"""What CommonMark has one mean before it is parsed (sections 2.1 and 2.3)."""

LABEL = re.compile(r"\[(?!\^)(?P<label>[^\[\]]*)\]")
FOOTNOTE_MARK = re.compile(r"\[\^(?P<label>[^\s\[\]]+)\]")

Key = tuple[str, ...]


@dataclass(frozen=True)
class Words:
    """Plain text, as the reader sees it."""

    text: str


@dataclass(frozen=True)
class Emphasis:
    """Emphasised content; the translation may add, drop and move it."""

    strong: bool
    content: tuple[Inline, ...]


@dataclass(frozen=True)
class Piece:
    """What is not words. ``content`` is None where a piece has no words."""

    key: Key
    content: tuple[Inline, ...] | None = None
    note: str = ""
    """Words that are not shown in the line: an abbreviation's expansion, alt text."""
    title: str = ""
    """What a browser shows when one points at a link or an image."""


Inline = Words | Emphasis | Piece


class _State(StateInline):
    """Delimiters flank by white space alone.

    CommonMark also looks at punctuation, so that ``**“人权”**问题`` and
    ``**«ئۇيغۇر»**لارنىڭ`` show their asterisks: languages that put no space
    after a closing quote, or a suffix on it, cannot follow its rule.
    """

    def scanDelims(self, start: int, canSplitWord: bool) -> Scanned:
        if not canSplitWord:
            return super().scanDelims(start, canSplitWord)
        marker = self.src[start]
        end = start
        while end < self.posMax and self.src[end] == marker:
            end += 1
        before = self.src[start - 1] if start else " "
        after = self.src[end] if end < self.posMax else " "
        return Scanned(not isWhiteSpace(ord(after)), not isWhiteSpace(ord(before)), end - start)


class _Parser(ParserInline):
    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        state = _State(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


def _footnote_mark(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] != "[":
        return False
    match = FOOTNOTE_MARK.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        token = state.push("footnote_mark", "", 0)
        token.meta = {"label": match["label"]}
    state.pos = match.end()
    return True


def _link_by_label(state: StateInline, silent: bool) -> bool:
    """A link whose address stands elsewhere in the source: ``[words][label]``."""
    if state.src[state.pos] != "[" or "][" not in state.src:
        return False
    end = parseLinkLabel(state, state.pos, True)
    match = LABEL.match(state.src, end + 1, state.posMax) if end > 0 else None
    if match is None:
        return False
    words_start, words_end = state.pos + 1, end
    if not silent:
        label = match["label"] or state.src[words_start:words_end]
        state.pos, after = words_start, state.posMax
        state.posMax = words_end
        token = state.push("link_by_label_open", "a", 1)
        token.meta = {"label": " ".join(label.lower().split())}
        state.md.inline.tokenize(state)
        state.push("link_by_label_close", "a", -1)
        state.posMax = after
    state.pos = match.end()
    return True


@functools.cache
def _markdown(syntax: Syntax) -> MarkdownIt:
    markdown = MarkdownIt("zero", {"html": "html" in syntax})
    markdown.inline = _Parser()
    markdown.inline.ruler.enableOnly(["text", *RULES])
    markdown.inline.ruler2.enableOnly(["balance_pairs", "emphasis", "fragments_join"])
    myst_role_plugin(markdown)
    markdown.inline.ruler.enable("myst_role")
    markdown.inline.ruler.before("link", "footnote_mark", _footnote_mark)
    markdown.inline.ruler.enable("footnote_mark")
    markdown.inline.ruler.before("link", "link_by_label", _link_by_label)
    markdown.inline.ruler.enable("link_by_label")
    if "math" in syntax:
        dollarmath_plugin(markdown, double_inline=True)
        markdown.inline.ruler.enable("math_inline")
    if "substitution" in syntax:
        substitution_plugin(markdown)
        markdown.inline.ruler.enable("substitution_inline")
    if "html" in syntax:
        markdown.inline.ruler.enable("html_inline")
    # Every language has the links of its source.
    for name in ("normalizeLink", "validateLink"):
        setattr(markdown, name, functools.lru_cache(maxsize=2**12)(getattr(markdown, name)))
    return markdown


@functools.lru_cache(maxsize=2**14)
def parse(text: str, syntax: Syntax = PLAIN) -> tuple[Inline, ...]:
    """Parse one message; a line break in it is a space.

    The gate and the translator ask for the same messages, and every language
    for the same msgids, so the last 16 384 are kept.
    """
    if text and not MARKUP.search(text):
        return (Words(text),)
    markdown = _markdown(syntax)
    tokens: list[Token] = []
    markdown.inline.parse(UNCERTAIN.sub(_certain, text), markdown, {}, tokens)
    return tuple(_joined(_content(tokens)))


def _certain(match: re.Match[str]) -> str:
    return "\ufffd" if match[0] == "\0" else "\n"


def pieces(content: Sequence[Inline]) -> Iterator[Piece]:
    """Every piece in *content*, outer before inner, in the order of the text."""
    for each in content:
        if isinstance(each, Piece):
            yield each
        if isinstance(each, Piece | Emphasis):
            yield from pieces(each.content or ())


def words(content: Sequence[Inline]) -> str:
    """What a reader sees of *content*, without the pieces that have no words."""
    return "".join(
        each.text if isinstance(each, Words) else words(each.content or ()) for each in content
    )


def _joined(content: Iterator[Inline]) -> Iterator[Inline]:
    held = ""
    for each in content:
        if isinstance(each, Words):
            held += each.text
            continue
        if held:
            yield Words(held)
            held = ""
        yield each
    if held:
        yield Words(held)


def _content(tokens: Sequence[Token]) -> Iterator[Inline]:
    position = 0
    while position < len(tokens):
        token = tokens[position]
        if token.nesting == 1:
            end = _closing(tokens, position)
            yield _nested(token, tokens[position + 1 : end])
            position = end
        else:
            yield _single(token)
        position += 1


def _closing(tokens: Sequence[Token], opening: int) -> int:
    depth = 0
    for position in range(opening, len(tokens)):
        depth += tokens[position].nesting
        if depth == 0:
            return position
    return len(tokens)


def _nested(token: Token, inner: Sequence[Token]) -> Emphasis | Piece:
    content = tuple(_joined(_content(inner)))
    kinds: dict[str, Literal["em", "strong"]] = {"em_open": "em", "strong_open": "strong"}
    if token.type in kinds:
        return Emphasis(kinds[token.type] == "strong", content)
    if token.type == "link_by_label_open":
        return Piece(("link", f"[{token.meta['label']}]"), content)
    href, title = str(token.attrs.get("href", "")), str(token.attrs.get("title", ""))
    if token.info == "auto":
        return Piece(("link", href, "auto"))
    return Piece(("link", href), content, title=title)


def _single(token: Token) -> Words | Piece:
    match token.type:
        case "softbreak" | "hardbreak":
            return Words(" ")
        case "code_inline":
            return Piece(("code", token.content))
        case "math_inline" | "math_inline_double":
            return Piece(("math", token.content))
        case "substitution_inline":
            return Piece(("substitution", token.content.strip()))
        case "html_inline":
            return Piece(("html", token.content))
        case "footnote_mark":
            return Piece(("footnote", str(token.meta["label"])))
        case "image":
            attributes = {name: str(value) for name, value in token.attrs.items()}
            key = ("image", attributes.get("src", ""))
            return Piece(key, note=token.content, title=attributes.get("title", ""))
        case "myst_role":
            return _role(str(token.meta["name"]), token.content)
        case _:
            return Words(token.content)


def _role(name: str, content: str) -> Piece:
    if name == "abbr" and (match := ABBREVIATION.match(content)):
        return Piece(("role", name), (Words(match["words"]),), note=match["expansion"])
    if match := EXPLICIT_TITLE.match(content):
        return Piece(("role", name, match["key"]), (Words(match["words"]),))
    return Piece(("role", name, content))
