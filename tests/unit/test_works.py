"""The printing works: what is printed, what is kept, and what becomes of a sheet that runs wild."""

from __future__ import annotations

import dataclasses
import errno
import os
import signal
import tempfile
import time
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import cast

import pytest

from waraq.paths import FONT_PACKAGES
from waraq.processes import Crew
from waraq.sheets import kept as keeping
from waraq.sheets.job import Job, Picture
from waraq.sheets.kept import BUILDS, Kept
from waraq.sheets.limits import Limits
from waraq.sheets.rendering import SheetError
from waraq.sheets.works import Failed, Outcome, Printed, Setup, Works


class FakePress:
    """Does what the sheet says; a sheet that says nothing becomes its own text."""

    def __enter__(self) -> FakePress:
        return self

    def __exit__(self, *raised: object) -> None:
        pass

    def print(self, job: Job) -> bytes:
        match job.html.split():
            case ["compute"]:
                while True:
                    pass
            case ["spend"]:
                end = time.process_time() + 0.6
                while time.process_time() < end:
                    pass
            case ["sleep"]:
                time.sleep(600)
            case ["eat"]:
                bytearray(2**34)
            case ["die", number]:
                os.kill(os.getpid(), int(number))
            case ["err"]:
                raise SheetError("a letter is missing")
            case ["break"]:
                raise ValueError("a mistake of ours")
            case ["refused", number]:
                raise OSError(int(number), os.strerror(int(number)))
            case ["note", path]:
                with Path(path).open("a", encoding="utf-8") as file:
                    file.write(f"{job.title}\n")
        return job.html.encode("utf-8")


def sheet(html: str, path: str = "en/a.pdf", title: str = "") -> Job:
    return Job(path, title or path, html, "", "https://x.example/", (), frozenset())


QUICK = Limits(cpu=1, wall=20, memory=256)
Print = Callable[..., list[Outcome]]


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    return Kept(tmp_path / "kept", FONT_PACKAGES)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return tmp_path / "site"


@pytest.fixture
def printing(site: Path, kept: Kept) -> Print:
    def run(
        *jobs: Job,
        limits: Limits = QUICK,
        presses: int = 1,
        setup: Setup = FakePress,
    ) -> list[Outcome]:
        with Crew("fork") as crew, Works(site, kept, crew, setup, limits) as works:
            works.take("en", jobs)
            return dict(finished(works, presses))["en"]

    return run


def finished(works: Works, presses: int) -> Iterator[tuple[str, list[Outcome]]]:
    """Do what ``edition.workers`` does until an order is complete."""
    while True:
        if answers := list(works.answers()):
            yield from answers
            return
        works.work(presses - works.busy)
        for ready in wait(list(works.connections()), works.patience()):
            works.receive(cast(Connection, ready))


def test_sheets_lie_in_the_site_and_are_reported_in_order(printing: Print, site: Path) -> None:
    jobs = [sheet("one", "en/one.pdf"), sheet("three", "ug/three.pdf"), sheet("", "en/none.pdf")]
    assert printing(*jobs, presses=2) == [
        Printed("en/one.pdf", 3),
        Printed("ug/three.pdf", 5),
        Printed("en/none.pdf", 0),
    ]
    assert (site / "ug/three.pdf").read_bytes() == b"three"


def test_nothing_to_print_is_an_answer(printing: Print) -> None:
    assert printing() == []


def test_the_longest_comes_first(printing: Print, tmp_path: Path) -> None:
    notes = tmp_path / "notes"
    jobs = [sheet(f"note {notes}" + " " * length, title=str(length)) for length in (1, 30, 7)]
    printing(*jobs)
    assert notes.read_text(encoding="utf-8").split() == ["30", "7", "1"]


# Sheets that run wild.


WILD = [
    ("compute", "more than 1 seconds of processor time"),
    ("eat", "more than 256 MB of memory"),
    (f"die {signal.SIGKILL}", "killed from outside"),
    (f"die {signal.SIGTRAP}", "SIGTRAP"),
    ("break", "ended early (status 1)"),
    (f"refused {errno.ENOMEM}", "more than 256 MB of memory"),
]


@pytest.mark.parametrize(("html", "words"), WILD, ids=[html for html, _ in WILD])
def test_a_wild_sheet_is_named_and_the_others_are_printed(
    printing: Print, html: str, words: str, capfd: pytest.CaptureFixture[str]
) -> None:
    wild, *others = printing(
        sheet(html, "en/wild.pdf"), sheet("a", "en/a.pdf"), sheet("b", "en/b.pdf")
    )
    assert isinstance(wild, Failed)
    assert wild.path == "en/wild.pdf"
    assert words in wild.reason
    assert "shorter" in wild.hint
    assert others == [Printed("en/a.pdf", 1), Printed("en/b.pdf", 1)]
    assert ("a mistake of ours" in capfd.readouterr().err) == (html == "break")


def test_a_sheet_that_only_waits_is_stopped_by_the_clock(printing: Print) -> None:
    begun = time.monotonic()
    wild, other = printing(sheet("sleep"), sheet("a"), limits=Limits(wall=0.3))
    assert isinstance(wild, Failed)
    assert "within 0.3 seconds" in wild.reason
    assert isinstance(other, Printed)
    assert time.monotonic() - begun < 20


def test_time_is_counted_for_each_sheet_and_not_for_the_press(printing: Print) -> None:
    jobs = [sheet("spend", f"en/{number}.pdf") for number in range(4)]
    assert all(isinstance(each, Printed) for each in printing(*jobs))


def test_what_a_sheet_lacks_is_said_and_the_press_goes_on(printing: Print) -> None:
    lacking, other = printing(sheet("err"), sheet("a"))
    assert isinstance(lacking, Failed)
    assert lacking.reason == "a letter is missing"
    assert "out of the text" in lacking.hint
    assert isinstance(other, Printed)


def test_a_full_disk_is_no_fault_of_a_sheet(printing: Print) -> None:
    jobs = [sheet("a", "en/a.pdf"), sheet(f"refused {errno.ENOSPC}"), sheet("b", "en/b.pdf")]
    with pytest.raises(OSError, match="No space left on device") as raised:
        printing(*jobs, presses=2)
    assert (raised.value.errno, raised.value.filename) == (errno.ENOSPC, tempfile.gettempdir())


def test_what_failed_is_not_kept(printing: Print, kept: Kept) -> None:
    printing(sheet("err"))
    assert kept.get(kept.key(sheet("err"))) is None


def test_scratch_files_of_a_killed_press_do_not_stay(
    printing: Print, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Littering(FakePress):
        def print(self, job: Job) -> bytes:
            import tempfile

            tempfile.mkdtemp()
            os.kill(os.getpid(), signal.SIGKILL)
            return b""

    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    assert isinstance(printing(sheet(""), setup=Littering)[0], Failed)
    assert list(temporary.iterdir()) == []


# What was printed before.


class NoPress(FakePress):
    """One that must not be needed."""

    def print(self, job: Job) -> bytes:
        raise SheetError("it was printed again")


def test_what_was_printed_before_is_not_printed_again(printing: Print, site: Path) -> None:
    first = printing(sheet("a"))
    (site / "en/a.pdf").unlink()
    assert printing(sheet("a"), setup=NoPress) == first
    assert (site / "en/a.pdf").read_bytes() == b"a"


CHANGES: dict[str, object] = {
    "path": "en/b.pdf",
    "title": "b",
    "html": "b",
    "stylesheet": "b",
    "address": "b",
    "pictures": (Picture("b", "image/png", b"b"),),
    "scripts": frozenset({"Arab"}),
    "variant": "archive",
    "folding": "left",
}


@pytest.mark.parametrize("name", [field.name for field in dataclasses.fields(Job)])
def test_whatever_is_different_in_a_job_it_is_printed_again(kept: Kept, name: str) -> None:
    before, after = sheet("a"), dataclasses.replace(sheet("a"), **{name: CHANGES[name]})  # type: ignore[arg-type]
    assert kept.key(before) != kept.key(after)


def test_a_changed_font_prints_again(tmp_path: Path) -> None:
    packages = tmp_path / "fonts"
    for face in keeping.fonts.FACES:
        path = packages / face.file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"a font")
    before = Kept(tmp_path, packages).key(sheet("a"))
    assert Kept(tmp_path, packages).key(sheet("a")) == before
    (packages / keeping.fonts.faces([])[0].file).write_bytes(b"another")
    assert Kept(tmp_path, packages).key(sheet("a")) != before


@pytest.mark.parametrize("name", ["_own_code", "_libraries"])
def test_another_program_prints_again(
    kept: Kept, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "program"
    program.write_text("another", encoding="utf-8")
    found, before = getattr(keeping, name)(), kept.key(sheet("a"))
    assert found
    monkeypatch.setattr(keeping, name, lambda: [*found, program])
    assert Kept(tmp_path, FONT_PACKAGES).key(sheet("a")) != before


def test_another_version_prints_again(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    before = kept.key(sheet("a"))
    monkeypatch.setattr(keeping, "version", lambda name: f"{name} of tomorrow")
    assert Kept(Path(), FONT_PACKAGES).key(sheet("a")) != before


@pytest.mark.parametrize("harm", [b"", b"short", b"x" * 33])
def test_a_damaged_sheet_is_printed_again(printing: Print, kept: Kept, harm: bytes) -> None:
    printing(sheet("a"))
    path = next(each for each in kept.folder.iterdir() if each.name == kept.key(sheet("a")))
    path.write_bytes(harm)
    assert printing(sheet("a")) == [Printed("en/a.pdf", 1)]
    assert kept.get(kept.key(sheet("a"))) == b"a"


def test_a_single_changed_bit_is_noticed(kept: Kept) -> None:
    kept.put("key", b"a sheet")
    path = kept.folder / "key"
    data = path.read_bytes()
    for place in range(len(data)):
        path.write_bytes(data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :])
        assert kept.get("key") is None


def test_what_the_last_builds_have_not_used_is_forgotten(tmp_path: Path) -> None:
    def build(*keys: str) -> set[str]:
        kept = Kept(tmp_path, FONT_PACKAGES)
        for key in keys:
            if kept.get(key) is None:
                kept.put(key, b"a sheet")
        kept.forget_old()
        return {each.name for each in tmp_path.iterdir()} - {keeping.USES}

    assert build("old", "new") == {"old", "new"}
    for _ in range(BUILDS - 1):
        assert build("new") == {"old", "new"}
    assert build("new") == {"new"}


def test_a_damaged_list_of_uses_is_no_reason_to_fail(tmp_path: Path) -> None:
    kept = Kept(tmp_path, FONT_PACKAGES)
    kept.get("key")
    kept.put("key", b"a sheet")
    for harm in ("{", '{"a": 1}', "[1]", '[["x"], 2]'):
        (tmp_path / keeping.USES).write_text(harm, encoding="utf-8")
        kept.forget_old()
        assert kept.get("key") == b"a sheet"
