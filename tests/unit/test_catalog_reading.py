"""Which .po files are taken apart, and why others are not."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from waraq.catalogs.grammar import CatalogError, Entry
from waraq.catalogs.plain_text import LARGEST, MOST_LINES
from waraq.catalogs.reading import read

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
        (HEADER + "\x00", "control character U+0000"),
        (HEADER + "# a\fb\n", "control character U+000C"),
        (HEADER + "# a\rb\n", "control character U+000D"),
        (HEADER + "# a\u2028b\n", "control character U+2028"),
        ("", "charset=UTF-8"),
        (
            HEADER.replace("Content-Type: text/plain; charset=UTF-8", "Language: ug"),
            "charset=UTF-8",
        ),
        (HEADER.replace("msgstr", '"\\n"\nmsgstr'), "charset=UTF-8"),
        (HEADER + "# x\n" * (MOST_LINES + 1), "lines"),
        (HEADER + "<<<<<<< mine\n", "unfinished merge"),
        (HEADER.replace("UTF-8", "utf-7"), "charset=utf-7"),
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


def test_the_words_of_translators_come_with_the_entry(tmp_path: Path) -> None:
    above = "# waraq: mute numbers\n#  and why\n#. not theirs\n#: a.md:1\n"
    (entry,) = read(put(tmp_path, HEADER + above + 'msgid "a"\nmsgstr "b"\n')).entries
    assert entry.comments == ("waraq: mute numbers", "and why")


def test_obsolete_entries_are_passed_over(tmp_path: Path) -> None:
    path = put(tmp_path, HEADER + 'msgid "a"\nmsgstr "b"\n\n#~ msgid "a"\n#~ msgstr "old"\n')
    assert [entry.msgstr for entry in read(path).entries] == ["b"]


def test_lines_may_end_as_on_windows(tmp_path: Path) -> None:
    path = put(tmp_path, (HEADER + 'msgid "a"\nmsgstr "b"\n').replace("\n", "\r\n"))
    assert read(path).entries == (Entry("a", "b", False, 5),)


@pytest.mark.parametrize(
    ("line", "good"),
    [
        ("PO-Revision-Date: 2026-11-23 09:00+0000", True),
        ("PO-Revision-Date: YEAR-MO-DA HO:MI+ZONE", True),
        ("PO-Revision-Date: yesterday", False),
        ("POT-Creation-Date: 2026-02-30 09:00+0000", False),
        ("POT-Creation-Date: 0001-01-01 00:00+0100", False),
        ("POT-Creation-Date: 2026-01-01 00:00+9999", False),
        ("Plural-Forms: nplurals=2; plural=(n != 1);", True),
        ("Plural-Forms: nplurals=2; plural=" + "(" * 5000 + ";", False),
        ("Plural-Forms: nplurals=x; plural=n;", False),
        ("Content-Transfer-Encoding: base64", False),
        ("Language: ../../evil", False),
        ("Language: zh_Hans", True),
        ("X-Generator: Poedit 3.4", True),
        ("no field", False),
        ("X-Twice: 1\\nX-Twice: 2", False),
    ],
)
def test_a_header_that_other_programs_stop_at_is_named_with_its_line(
    tmp_path: Path, line: str, good: bool
) -> None:
    path = put(tmp_path, HEADER.rstrip("\n") + f'\n"{line}\\n"\n\nmsgid "a"\nmsgstr "b"\n')
    if good:
        assert read(path).entries
    else:
        error = complaint(path)
        assert "header" in error.message
        assert error.line in (1, 4)


def test_the_header_tells_the_language(tmp_path: Path) -> None:
    assert (
        read(put(tmp_path, HEADER.replace('""\n"C', '""\n"Language: ug\\n"\n"C'))).language == "ug"
    )


def test_a_file_that_may_not_be_read_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    path = put(tmp_path, HEADER)
    monkeypatch.setattr(os, "open", refuse)
    assert complaint(path).message == "the catalog cannot be read: Permission denied"


def test_too_many_entries_are_not_compared(tmp_path: Path) -> None:
    many = "".join(f'msgid "{number}"\nmsgstr ""\n' for number in range(6000))
    assert "entries" in complaint(put(tmp_path, HEADER + many)).message


def test_a_huge_file_is_not_read(tmp_path: Path) -> None:
    assert "bytes" in complaint(put(tmp_path, HEADER + "#" * LARGEST)).message


def test_what_the_source_said_before_an_outdated_text_is_no_mistake(tmp_path: Path) -> None:
    path = put(tmp_path, HEADER + '#~| msgid "a"\n#~ msgid "b"\n#~ msgstr "c"\n')
    assert read(path, outdated=True).entries == ()


def test_damage_in_an_outdated_entry_is_named_where_the_file_is_to_be_written(
    tmp_path: Path,
) -> None:
    path = put(tmp_path, HEADER + '#~ msgid "a\n#~ msgstr "b"\n')
    assert read(path).entries == ()
    with pytest.raises(CatalogError, match="quotes") as caught:
        read(path, outdated=True)
    assert caught.value.line == 5


def test_what_only_another_program_cannot_read_is_named_with_its_line(tmp_path: Path) -> None:
    error = complaint(put(tmp_path, HEADER + "#: page.md:1\n\n#~ nonsense\n"))
    assert (error.message[:27], error.line) == ("another program cannot read", 7)
