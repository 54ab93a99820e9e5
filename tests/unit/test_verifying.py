"""What ``waraq verify`` finds in a copy of an edition, and whose a printed code is."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from waraq.cli import main
from waraq.edition.publish import publish, staging
from waraq.edition.verifying import normalised, verify
from waraq.manifest import MANIFEST

FILES = {
    "index.html": "start",
    "ug/index.html": "one",
    "ug/handouts/words-a4.pdf": "a sheet",
    "ug/handouts/codes.txt": "7Q2M-0XKD ug/handouts/words-a4.pdf\n",
    "en/handouts/codes.txt": "1111-0000 en/handouts/words-a4.pdf\n",
}


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    with staging(tmp_path) as site:
        for name, text in FILES.items():
            path = site / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return publish(site, tmp_path)


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["verify", *map(str, arguments)])


def test_a_whole_edition_is_fine(edition: Path) -> None:
    done = run(edition)
    assert (done.exit_code, done.output) == (0, "6 files, all as the manifest says\n")


def test_the_folder_with_editions_stands_for_the_current_one(edition: Path) -> None:
    (edition.parent.parent / "current" / "index.html").write_text("x", encoding="utf-8")
    done = run(edition.parent.parent)
    assert done.exit_code == 1
    assert done.output.startswith("index.html: error: it is not the file that the manifest names")
    assert " [manifest] — " in done.output


HARMS: dict[str, tuple[Callable[[Path], object], str]] = {
    "changed": (lambda folder: (folder / "index.html").write_text("strat"), "index.html"),
    "lost": (lambda folder: (folder / "ug/index.html").unlink(), MANIFEST),
    "added": (lambda folder: (folder / "ug/more.html").write_text("x"), "ug/more.html"),
    "hidden": (lambda folder: (folder / ".x").write_text("x"), ".x"),
    "a link to a file": (lambda folder: (folder / "link").symlink_to("index.html"), "link"),
    "a link to a folder": (lambda folder: (folder / "link").symlink_to("ug"), "link"),
    "a pipe": (lambda folder: os.mkfifo(folder / "pipe"), "pipe"),
}


@pytest.mark.parametrize("harm", list(HARMS))
def test_what_differs_is_named(edition: Path, harm: str) -> None:
    spoil, place = HARMS[harm]
    spoil(edition)
    found = verify(edition).problems
    assert {each.path for each in found} == {place}
    assert {each.rule for each in found} == {"manifest"}


def test_every_changed_byte_of_every_file_is_noticed(edition: Path) -> None:
    for name in FILES:
        path = edition / name
        data = path.read_bytes()
        for place in range(len(data)):
            path.write_bytes(data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :])
            assert [each.path for each in verify(edition).problems] == [name]
        path.write_bytes(data)
    assert not verify(edition).problems


def test_every_changed_byte_of_the_manifest_is_noticed(edition: Path) -> None:
    path = edition / MANIFEST
    data = path.read_bytes()
    for place in range(len(data)):
        path.write_bytes(data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :])
        assert verify(edition).problems, f"byte {place}"


@pytest.mark.parametrize("name", ["../secret", "/etc/hostname", "ug/../../secret"])
def test_a_manifest_that_leads_out_reads_nothing_there(edition: Path, name: str) -> None:
    (edition.parent / "secret").write_text("secret", encoding="utf-8")
    with (edition / MANIFEST).open("a", encoding="utf-8") as file:
        file.write(f"{'0' * 64}  {name}\n")
    assert "no place in an edition" in verify(edition).problems[0].message


def test_a_line_that_is_repeated_or_of_another_form_is_named(edition: Path) -> None:
    text = (edition / MANIFEST).read_text(encoding="utf-8")
    lines = len(text.splitlines())
    (edition / MANIFEST).write_text(f"{text}{text.splitlines()[0]}\nx\n", encoding="utf-8")
    found = [each for each in verify(edition).problems if "line" in each.message]
    assert [each.line for each in found] == [lines + 1, lines + 2]


def test_a_name_cannot_play_with_the_terminal(edition: Path) -> None:
    (edition / "\x1b[2J\u202egnp").write_text("x", encoding="utf-8")
    output = run(edition).output
    assert "\x1b" not in output
    assert "\u202e" not in output


def test_a_folder_without_a_manifest_is_wrong_usage(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "nowhere"):
        done = run(folder)
        assert done.exit_code == 2
        assert "name the folder of an edition" in done.output


def test_json_gives_the_same_problems(edition: Path) -> None:
    assert json.loads(run("--format", "json", edition).output) == []
    (edition / "index.html").unlink()
    done = run("--format", "json", edition)
    assert done.exit_code == 1
    assert [each["rule"] for each in json.loads(done.output)] == ["manifest"]


# Codes.


@pytest.mark.parametrize(
    "typed",
    [
        *(["7Q2M-0XKD"], ["7q2m 0xkd"], ["7q2mOxkd"], ["7Q2M–oXKD"], ["7 q2 m-0x kd"]),
        *(["7Q2M—0XKD."], ["７Ｑ２Ｍ－０ＸＫＤ"], ["7q2m", "0xkd"], ["Code", "7Q2M", "0XKD"]),
        *(["(7Q2M-0XKD)"], ["#7Q2M_0XKD"], ["7Q2M/0XKD"]),
        *(["Code 7Q2M-0XKD"], ["code:", "7Q2M-0XKD"], ["كود 7Q2M-0XKD"], ["校验码7Q2M-0XKD"]),
    ],
)
def test_a_code_is_found_however_it_is_typed(edition: Path, typed: list[str]) -> None:
    done = run(edition, *typed)
    assert done.exit_code == 0, done.output
    assert done.output.startswith("ug/handouts/words-a4.pdf: note: 7Q2M-0XKD is the code")


def test_each_of_several_codes_is_looked_up(edition: Path) -> None:
    done = run(edition, "1111", "0000", "7Q2M-0XKD", "7Q2M0XKD", "1111-0000")
    assert done.exit_code == 0
    assert done.output.count("7Q2M-0XKD is the code") == 1
    assert done.output.count("1111-0000 is the code") == 1


def test_both_files_of_a_booklet_are_named(edition: Path) -> None:
    listed = edition / "ug/handouts/codes.txt"
    listed.write_text(
        "7Q2M-0XKD ug/handouts/words-booklet.pdf\n7Q2M-0XKD ug/handouts/words-booklet-print.pdf\n",
        encoding="utf-8",
    )
    output = run(edition, "7Q2M-0XKD").output
    assert "ug/handouts/words-booklet.pdf: note: 7Q2M-0XKD is the code" in output
    assert "ug/handouts/words-booklet-print.pdf: note: 7Q2M-0XKD is the code" in output


def test_signs_that_look_alike_are_one(edition: Path) -> None:
    assert normalised("iLl1-oO0O") == "1111-0000"
    assert run(edition, "ILIL-OOOO").output.startswith("en/handouts/words-a4.pdf")


def test_a_code_of_another_edition_is_an_error_that_says_so(edition: Path) -> None:
    done = run(edition, "ZZZZ-ZZZZ", "7Q2M-0XKD")
    assert done.exit_code == 1
    assert "no sheet with the code ZZZZ-ZZZZ" in done.output
    assert "another edition" in done.output
    assert "7Q2M-0XKD is the code" in done.output


@pytest.mark.parametrize("code", ["", "7Q2M", "7Q2M-0XKDD", "7Q2M-0XKU", "../../etc", "ұ7Q2-0XKD"])
def test_what_is_no_code_is_said_to_be_none(edition: Path, code: str) -> None:
    done = run(edition, code)
    assert done.exit_code == 1
    assert "*/handouts/codes.txt: error: " in done.output
    assert "is no code of a sheet" in done.output
