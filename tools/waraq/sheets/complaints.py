"""What the print engine complains of, as people say it, with what to do."""

from __future__ import annotations

import re

LETTER = re.compile(
    r"\.notdef glyph rendered for Unicode string unsupported by fonts: "
    r'(".+?" \(U\+[0-9A-F]+\))(?:; )?'
)
"""A line of WeasyPrint's log."""
WRITE_OTHERWISE = "write it with other letters, or mark the language that has them"
TAKE_OUT = "take what it complains of out of the text"


def in_words(complaint: str) -> tuple[str, str]:
    """What is wrong, and what to do; letters that no font has are named together."""
    letters = LETTER.findall(complaint)
    rest = LETTER.sub("", complaint).removesuffix("; ")
    if not letters:
        return complaint, TAKE_OUT
    lacking = f"the print fonts lack {', '.join(letters)}"
    return (f"{lacking}; {rest}", TAKE_OUT) if rest else (lacking, WRITE_OTHERWISE)
