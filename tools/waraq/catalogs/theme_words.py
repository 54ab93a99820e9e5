"""The labels that templates and code hold: found in them, or as they were last written down.

Taking the theme apart takes as long as reading three pages, and only developers
change it: ``make words`` writes the list, which a test compares with the theme.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from waraq.catalogs.template import Extracted

PACKAGE = Path(__file__).parent.parent
LIST = PACKAGE / "theme" / "words.json"
PLACES = (
    ("theme", "*.html", "jinja2"),
    ("pages", "*.py", "python"),
    ("sheets", "*.py", "python"),
    ("sphinx_ext", "*.py", "python"),
)
KEYWORDS: dict[str, None] = {"_": None, "interface": None, "plain": None}
CALL = re.compile(r"""(?:\b_|interface|plain)\(\s*['"]""")
"""Without one of these a file is not worth taking apart."""


def listed() -> Iterator[Extracted]:
    """The labels as they were last written down, each with the file that it stands in."""
    for place, words in json.loads(LIST.read_text(encoding="utf-8")):
        yield Extracted(words, place, 0)


def found() -> Iterator[Extracted]:
    """The labels as the theme and the code hold them now.

    Literal strings are found as first arguments of ``_(…)`` in templates and of
    ``interface(…)`` and ``interface.plain(…)`` in the code of the pages and sheets.
    """
    from babel.messages.extract import extract_from_file

    for folder, names, language in PLACES:
        for path in sorted((PACKAGE / folder).rglob(names)):
            if not CALL.search(path.read_text(encoding="utf-8")):
                continue
            place = path.relative_to(PACKAGE).as_posix()
            for message in extract_from_file(language, path, keywords=KEYWORDS):
                if isinstance(message[1], str):
                    yield Extracted(message[1], place, 0)


def as_text() -> str:
    """The list as its file holds it: a label a line, so that changes of it can be read."""
    lines = [json.dumps([each.path, each.msgid], ensure_ascii=False) for each in found()]
    return "[\n" + ",\n".join(lines) + "\n]\n"


if __name__ == "__main__":
    LIST.write_text(as_text(), encoding="utf-8")
