"""Which .po files are taken apart, and why others are not."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from waraq.catalogs.grammar import CatalogError, Entry
from waraq.catalogs.reading import LARGEST, read

HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'


def put(folder: Path, text: str | bytes) -> Path:
    path = folder / "page.po"
    path.write_bytes(text.encode("utf-8") if isinstance(text, str) else text)
    return path


def complaint(path: Path) -> CatalogError:
    with pytest.raises(CatalogError) as caught:
        read(path)
    assert caught.value.hint
    return caught.value


def test_entries_come_with_their_lines_and_without_the_header(tmp_path: Path) -> None:
    path = put(tmp_path, HEADER + 'msgid "a"\nmsgstr "b"\n\n#, fuzzy\nmsgid "c"\nmsgstr "d"\n')
    assert read(path).entries == (Entry("a", "b", False, 5), Entry("c", "d", True, 9))


def test_a_fuzzy_or_empty_entry_is_not_usable() -> None:
    assert not Entry("a", "b", True, 1).usable
    assert not Entry("a", "  ", False, 1).usable


def test_a_missing_file_says_how_to_make_it(tmp_path: Path) -> None:
    assert complaint(tmp_path / "none.po").hint == "run: waraq update"


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    target = put(tmp_path, HEADER)
    link = tmp_path / "link.po"
    link.symlink_to(target)
    assert "plain file" in complaint(link).message


def test_a_pipe_does_not_hang_the_check(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.po"
    os.mkfifo(pipe)
    assert "plain file" in complaint(pipe).message


def test_bytes_that_are_not_utf8_are_named_with_their_line(tmp_path: Path) -> None:
    error = complaint(put(tmp_path, HEADER.encode() + b'msgid "a"\nmsgstr "\xff"\n'))
    assert (error.message, error.line) == ("the catalog is not UTF-8", 6)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("\ufeff" + HEADER, "byte order mark"),
        (HEADER + "\x00", "zero byte"),
        (HEADER + "<<<<<<< mine\n", "unfinished merge"),
        (HEADER.replace("UTF-8", "utf-7"), "charset=UTF-8"),
        ('msgid "a"\nmsgstr "b"\n', "charset=UTF-8"),
        (HEADER + 'msgid "a\nmsgstr "b"\n', "quotes"),
        (HEADER + 'msgid "a"\nmsgstr "b "c" d"\n', "quotes"),
        (HEADER + 'msgid "a"\nmsgstr "\\x3cscript"\n', "escape"),
        (HEADER + 'msgid "a"\nmsgstr "cut sh', "quotes"),
        (HEADER + "this is no catalog\n", "no part of a catalog"),
        (HEADER + 'msgid "a"\nmsgid "b"\nmsgstr "c"\n', "msgstr is expected"),
        (HEADER + 'msgid "a"\n\nmsgid "b"\nmsgstr "c"\n', "no msgstr"),
        (HEADER + 'msgid "a"\nmsgstr "b"\n\nmsgid "a"\nmsgstr "c"\n', "stands twice"),
        (HEADER + 'msgctxt "x"\nmsgid "a"\nmsgstr "b"\n', "no part of a catalog"),
        (HEADER + 'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\n', "no part of a catalog"),
        (HEADER + 'domain "x"\nmsgid "a"\nmsgstr "b"\n', "no part of a catalog"),
    ],
)
def test_what_readers_of_catalogs_disagree_on_is_refused(
    tmp_path: Path, text: str, words: str
) -> None:
    assert words in complaint(put(tmp_path, text)).message


def test_a_huge_file_is_not_read(tmp_path: Path) -> None:
    assert "bytes" in complaint(put(tmp_path, HEADER + "#" * LARGEST)).message
