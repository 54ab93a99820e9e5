"""Whatever a catalog holds, the gate answers with problems, soon, and never with a traceback.

The cases are drawn from a fixed seed: a failure comes again.
"""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from waraq import languages
from waraq.catalogs import rules
from waraq.catalogs.plain_text import LARGEST
from waraq.paths import Project
from waraq.problems import Problem
from waraq.translate.judging import complaints

SAMPLES = sorted((Path(__file__).parent.parent / "samples" / "catalogs").glob("*.po"))
HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
MSGIDS = ("The office wrote a report.", "See [the list](sanctions.md) of 2020.[^treasury]")
LONGEST = 1.5
"""Seconds of CPU for one file; the largest that may be read takes less than 1."""

LINES = (
    'msgid ""', 'msgstr ""', 'msgid "a"', 'msgstr "b"', '"c"', "", "# d", "#, fuzzy", "#~ msgid",
    '#| msgid "e"', "#: f:1", 'msgctxt "g"', 'msgid_plural "h"', 'msgstr[0] "i"', "msgid", '"',
    "# waraq: mute numbers", '"Content-Type: text/plain; charset=UTF-8\\n"', 'msgstr "\\\\"',
    f'msgid "{MSGIDS[0]}"', f'msgid "{MSGIDS[1]}"', "#, ,", "#~", "#=", "\t", '"Language: x\\n"',
)  # fmt: skip
MARKS = "*_`[](){}<>!&;:\\$#|~^-+=.,/@\"' \n\t"
LETTERS = "aZ9ئاۋгж法律٣五۱é\u0301\u200c\u200f\u2066\u2069\u202e\ufe0f\U000e0100\ud7ff\ufffd"


def judge(data: bytes, folder: Path) -> list[Problem]:
    project = Project(folder)
    path = project.catalog("ug", "page")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    start = time.process_time()
    _, problems = rules.page(project, languages.named("ug"), "page", MSGIDS)
    assert time.process_time() - start < LONGEST, data[-40:]
    assert all(str(problem).encode("utf-8") for problem in problems)
    return problems


def random_bytes(chance: random.Random) -> bytes:
    return chance.randbytes(chance.randrange(300))


def random_lines(chance: random.Random) -> bytes:
    head = HEADER if chance.random() < 0.7 else ""
    return (head + "\n".join(chance.choices(LINES, k=chance.randrange(30)))).encode()


def mutated_sample(chance: random.Random) -> bytes:
    data = bytearray(chance.choice(SAMPLES).read_bytes())
    for _ in range(chance.randrange(1, 8)):
        at = chance.randrange(len(data))
        match chance.randrange(4):
            case 0:
                data[at] = chance.randrange(256)
            case 1:
                del data[at : at + chance.randrange(40)]
            case 2:
                data[at:at] = chance.choice(LINES).encode() + b"\n"
            case 3:
                data[at:at] = data[at : at + chance.randrange(200)]
    return bytes(data)


@pytest.mark.parametrize("make", [random_bytes, random_lines, mutated_sample])
def test_any_file_ends_in_a_list_of_problems(make: object, tmp_path: Path) -> None:
    assert callable(make)
    chance = random.Random(8)
    for _ in range(150):
        judge(make(chance), tmp_path)


def floods() -> Iterator[str]:
    room = LARGEST - 2_000
    for piece in ("[", "`", "*", "*a **b ", "\\\\", "\\n", "![](", "<a ", "&#x202e;", "1,1", "一"):
        text = piece * (room // len(piece.encode()))
        yield HEADER + f'msgid "{MSGIDS[0]}"\nmsgstr "{text}"\n'
    yield HEADER + f'msgid "{MSGIDS[0]}"\nmsgstr ""\n' + '""\n' * (room // 3)
    yield HEADER + "#\n" * (room // 2)
    yield HEADER + "#, fuzzy\n" * (room // 9)
    yield HEADER + '#~ msgid "a"\n#~ msgstr "b"\n' * (room // 30)
    yield HEADER + "".join(f'msgid "{number}"\nmsgstr ""\n' for number in range(room // 30))
    yield HEADER.replace("\n\n", "\n") + '"X: ' + "(" * room + '\\n"\n'
    yield HEADER.replace("\n\n", "\n") + '"a: b\\n"\n' * (room // 12)
    yield "\n" * room
    yield '"' * room


def test_a_file_as_large_as_may_be_read_is_judged_soon(tmp_path: Path) -> None:
    for text in floods():
        judge(text.encode(), tmp_path)


@pytest.mark.parametrize("tag", ["ug", "zh-Hans", "ru", "ar", "ja", "de"])
def test_any_text_ends_in_a_list_of_complaints(tag: str) -> None:
    chance = random.Random(tag)
    language = languages.named(tag)
    everything = frozenset({"math", "substitution", "html"})
    long = MSGIDS[1] * 20
    for number in range(400):
        weights = [MARKS, LETTERS, MARKS + LETTERS][number % 3]
        text = "".join(chance.choices(weights, k=chance.randrange(400)))
        for syntax in (frozenset(), everything):
            for complaint in complaints(long, text, language, syntax=syntax):
                assert complaint.words
                assert complaint.words.isprintable()
