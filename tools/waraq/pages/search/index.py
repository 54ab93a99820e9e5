"""The index of one language, as a script that the search page loads when it is needed.

It is the pages' own sentences, for these must be shown around what was found;
of so small a site, a list of all words beside them would be larger and no
faster to search. A script, not a file of data: from a folder on a stick, pages
may load scripts and nothing else.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

from waraq import languages
from waraq.languages import Language
from waraq.pages.direction import isolated, runs
from waraq.pages.search.folding import Folding
from waraq.pages.search.passages import Passage
from waraq.pages.search.words import Piece, Words

NAME = "waraqSearch"
LEFT_TO_RIGHT = re.compile("[0-9A-Za-z]")


def script(pages: Mapping[str, Sequence[Passage]], folding: Folding, language: Language) -> str:
    """The index as a global of the name :data:`NAME`.

    :param pages: the passages of each page, by its address from the search page
    """
    found = {
        "fold": folding.record(),
        "directions": {tag: languages.named(tag).direction for tag in sorted(_tags(pages))},
        "pages": [
            [address, [_passage(each, language) for each in passages]]
            for address, passages in pages.items()
        ],
    }
    text = json.dumps(found, ensure_ascii=False, separators=(",", ":"))
    # The two line ends that JSON allows in strings and JavaScript before 2019 does not.
    text = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"window.{NAME}={text}\n"


def _tags(pages: Mapping[str, Sequence[Passage]]) -> set[str]:
    return {
        piece.tag
        for passages in pages.values()
        for passage in passages
        for words in _said(passage)
        for piece in words.pieces
        if piece.tag
    }


def _passage(passage: Passage, language: Language) -> list[Any]:
    return [passage.anchor, *(_words(each, language) for each in _said(passage))]


def _said(passage: Passage) -> Sequence[Words]:
    return (passage.heading, *passage.sentences)


def _words(words: Words, page: Language) -> str | list[str]:
    """A text; where other languages than the page's are in it, pieces and tags by turns."""
    flat = [each for piece in words.pieces for each in (_isolated(piece, page), piece.tag)]
    return flat[0] if len(flat) == 2 and not flat[1] else flat


def _isolated(piece: Piece, page: Language) -> str:
    """The text; where it runs to the left, what runs to the right keeps its order."""
    language = languages.named(piece.tag) if piece.tag else page
    text = unicodedata.normalize("NFC", piece.text)
    if language.direction == "ltr" or not LEFT_TO_RIGHT.search(text):
        return text
    return "".join(isolated(part) if foreign else part for part, foreign in runs(text))
