"""Whether what is installed is what the lock files name."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from waraq import locks

PROJECT = Path(__file__).resolve().parents[3]


def test_a_font_that_is_not_installed_is_named(root: Path) -> None:
    assert locks.absent_fonts(root) == ["@maker-fonts/plain 1.2.3"]


def test_a_font_of_another_version_is_named(
    root: Path, install_font: Callable[[str], Path]
) -> None:
    install_font("1.2.2")
    assert locks.absent_fonts(root) == ["@maker-fonts/plain 1.2.3"]


def test_a_font_of_the_locked_version_is_not_named(
    root: Path, install_font: Callable[[str], Path]
) -> None:
    install_font("1.2.3")
    assert locks.absent_fonts(root) == []


def test_a_font_package_without_its_files_is_named(
    root: Path, install_font: Callable[[str], Path]
) -> None:
    install_font("1.2.3").unlink()
    assert locks.absent_fonts(root) == ["@maker-fonts/plain 1.2.3"]


@pytest.fixture
def jars(root: Path) -> Path:
    """A lock for one jar, "verified.jar" with the text "good", and the folder for it."""
    lock = root / locks.VERAPDF_LOCK
    lock.parent.mkdir(parents=True)
    good = "770e607624d689265ca6c44884d0807d9b054d23c473c106c72be9de08b7376c"
    lock.write_text(f"{good}  verified.jar\n", encoding="utf-8")
    folder = root / locks.VERAPDF
    folder.mkdir(parents=True)
    return folder


def test_the_locked_jar_is_accepted(root: Path, jars: Path) -> None:
    (jars / "verified.jar").write_text("good", encoding="utf-8")
    assert locks.verapdf_is_current(root)


@pytest.mark.parametrize(
    "files",
    [{}, {"verified.jar": "bad"}, {"verified.jar": "good", "another.jar": "good"}],
    ids=["no jar", "another text", "one jar more"],
)
def test_other_jars_are_refused(files: dict[str, str], root: Path, jars: Path) -> None:
    for name, text in files.items():
        (jars / name).write_text(text, encoding="utf-8")
    assert not locks.verapdf_is_current(root)


def pins(name: str) -> dict[str, list[str]]:
    """The pinned packages of a lock file of this project, each with its hashes."""
    text = (PROJECT / name).read_text(encoding="utf-8")
    blocks = re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE)[1:]
    return {block.split()[0]: re.findall(r"sha256:[0-9a-f]{64}", block) for block in blocks}


def test_the_development_lock_holds_every_line_of_the_other_one() -> None:
    build, tests = pins("requirements.txt"), pins("requirements-dev.txt")
    assert build.items() <= tests.items()
    assert all(hashes for hashes in tests.values())


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt", "package-lock.json"])
def test_no_lock_names_an_address(name: str) -> None:
    text = (PROJECT / name).read_text(encoding="utf-8")
    assert not re.findall(r"://|--index|--find-links|--extra-index|\"resolved\"", text)
