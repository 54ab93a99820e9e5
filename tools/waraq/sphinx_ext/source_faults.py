"""What Sphinx takes from a source without a word, and no reader should get.

To add a fault, write a generator over a reading here and add it to ``FAULTS``.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from docutils import nodes

from waraq import languages
from waraq.problems import Problem, Severity
from waraq.sphinx_ext.lines import line_of
from waraq.sphinx_ext.messages import Message
from waraq.sphinx_ext.reading import Reading
from waraq.translate import characters

LEFT_OVER = re.compile(
    r"\{[A-Za-z][\w:.+-]*\}`?\S{0,30}|(?<!\w)`\S{1,30}|\[[^\[\]\n]{0,30}\]\(\S{0,30}"
)
"""What became text: a role, or the beginning of code, whose other half is missing; a link without
its end, or to what is no address of the web.

A backtick within a word or at its end is a letter in some languages.
"""

NOT_PROSE = (nodes.literal, nodes.math, nodes.raw, nodes.FixedTextElement)
"""Where braces and backticks are meant."""

UNSEEN = (nodes.Invisible, nodes.meta, nodes.docinfo, nodes.system_message)
"""What is no text of a page."""

OF_USE = "\u00ad\ufe0e\ufe0f"
"""Hidden characters that authors need: the soft hyphen, and what makes a sign a picture or not."""

ESCAPED = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8}))")
"""A character by its number, in TOML."""

RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


def faults(reading: Reading) -> Iterator[Problem]:
    """Every fault of every source."""
    for fault in FAULTS:
        yield from fault(reading)


def markup_as_text(reading: Reading) -> Iterator[Problem]:
    """Roles, code and links are whole."""
    for docname in reading.docnames:
        for message in reading.messages(docname):
            if not any(sign in message.msgid for sign in ("`", "{", "](")):
                continue
            for left_over, line in _left_over(message):
                words = f"“{left_over}” would be shown as it is typed"
                yield _problem(
                    _path_of(reading, docname, message),
                    0 if message.ledger else line,
                    "markup",
                    words,
                    "set the brace, bracket or backtick that is missing, and the whole address of "
                    "a link; what is to be shown so stands in backticks",
                )


def _left_over(message: Message) -> Iterator[tuple[str, int]]:
    """The remains of markup in a message, each with its line."""
    line = message.line
    for text in _texts(message):
        for match in LEFT_OVER.finditer(text):
            yield match[0], line + text.count("\n", 0, match.start())
        line += text.count("\n")


def _texts(message: Message) -> Iterator[str]:
    """What readers see of a message; code only as the lines that it takes."""
    if isinstance(message.node, nodes.meta):
        yield message.msgid
        return
    waiting: list[nodes.Node] = [message.node]
    while waiting:
        node = waiting.pop()
        if isinstance(node, nodes.Text):
            yield node.astext()
        elif isinstance(node, NOT_PROSE):
            yield "\n" * node.astext().count("\n")
        else:
            waiting += reversed(node.children)


def _path_of(reading: Reading, docname: str, message: Message) -> str:
    if message.ledger:
        return reading.project.relative(reading.project.docs / "ledger" / f"{message.ledger}.toml")
    return reading.source_path(docname)


def wordless_pictures(reading: Reading) -> Iterator[Problem]:
    """Who cannot see a picture is told what it shows."""
    with_pictures = {
        docname for docnames, _ in reading.app.env.images.values() for docname in docnames
    }
    for docname in sorted(with_pictures & reading.doctrees.keys()):
        for picture in reading.doctrees[docname].findall(nodes.image):
            if not picture.get("alt", "").strip():
                yield _problem(
                    reading.source_path(docname),
                    line_of(picture),
                    "picture",
                    f"the picture {picture['uri']} has no words for those who do not see it",
                    "write what it shows into the square brackets, or as :alt:",
                )


def empty_pages(reading: Reading) -> Iterator[Problem]:
    """A page has something to read."""
    for docname in reading.docnames:
        if all(isinstance(each, UNSEEN) for each in reading.doctrees[docname].children):
            yield _problem(
                reading.source_path(docname),
                0,
                "empty",
                "nothing stands on this page",
                "write it, or remove the file and what leads to it",
            )


def hidden_characters(reading: Reading) -> Iterator[Problem]:
    """Nothing stands in a source that its author cannot see, or that turns a line round."""
    own = languages.named(str(reading.app.config.language))
    arabic = languages.named("ug")
    for path in _sources(reading):
        text = path.read_text(encoding="utf-8-sig", errors="replace")
        if path.suffix == ".toml":
            text = ESCAPED.sub(_meant, text)
        if "&" not in text and characters.ORDINARY.fullmatch(text):
            continue
        for line, words in enumerate(text.split("\n"), start=1):
            # Words in Arabic letters need their joiners and marks of direction on any page.
            language = arabic if RIGHT_TO_LEFT.search(words) else own
            for complaint in characters.complaints(words, OF_USE, language):
                yield _problem(
                    reading.project.relative(path),
                    line,
                    "characters",
                    complaint,
                    "remove them: nobody sees them, and they change how a line reads",
                )


def _meant(escaped: re.Match[str]) -> str:
    number = int(escaped[1] or escaped[2], 16)
    return chr(number) if number <= sys.maxunicode else escaped[0]


def _sources(reading: Reading) -> Iterator[Path]:
    """The files that pages take their words from."""
    yield from (Path(reading.app.env.doc2path(docname)) for docname in reading.docnames)
    yield reading.project.site
    yield from sorted((reading.project.docs / "ledger").glob("*.toml"))


def _problem(path: str, line: int, rule: str, words: str, hint: str) -> Problem:
    return Problem(path, line, "", rule, Severity.ERROR, words, hint)


FAULTS = (markup_as_text, wordless_pictures, empty_pages, hidden_characters)
