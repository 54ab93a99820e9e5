"""What the Nu HTML checker finds in the pages, the style sheet and the drawings: nothing.

It opens no browser and asks no network.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from waraq import machine
from waraq.paths import HOME

from .conftest import missing
from .nu_checker import CHECKER, Finding, judged

LEFT_ASIDE = {
    re.compile(r"violates Content Security Policy.* “\.*/?[\w./-]*” blocked by"): (
        "The checker reads pages from a folder, where 'self' is no host; browsers take what lies "
        "beside a page for its own there (test_offline), and `waraq audit` holds each policy to "
        "what its page loads."
    ),
}
"""What the checker says and we know better, each with the reason. It is asked for all else."""

NOBODY = "nobody looks whether the pages are valid"

SPOILT = {
    "spoilt.html": "<!doctype html><html lang=en><title>Spoilt</title><p id=a><ul id=a></p></ul>",
    "spoilt.css": "p { colour: red }",
    "spoilt.svg": "<svg xmlns='http://www.w3.org/2000/svg'>\n<paths/>\n</svg>\n",
}


@pytest.fixture(scope="session")
def spoilt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a page, a style sheet and a drawing that are not valid."""
    folder = tmp_path_factory.mktemp("spoilt")
    for name, text in SPOILT.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def findings(edition: Path, spoilt: Path) -> list[Finding]:
    """What the checker finds in the edition and in the spoilt folder."""
    if not machine.answers("java", "-version")(HOME):
        missing("Java", NOBODY)
    if not CHECKER.is_file():
        missing("The Nu HTML checker", NOBODY)
    return judged(edition.resolve(), spoilt.resolve())


def below(folder: Path, findings: Iterable[Finding]) -> Iterator[str]:
    """What was found in one folder, a line each, but for what is left aside."""
    for each in findings:
        path = Path(unquote(urlsplit(each["url"]).path))
        known = any(pattern.search(each["message"]) for pattern in LEFT_ASIDE)
        if path.is_relative_to(folder.resolve()) and not known:
            place = f"{path.relative_to(folder.resolve())}:{each.get('lastLine', 1)}"
            yield f"{place}: {each['type']}: {each['message']}"


def test_the_checker_finds_nothing_in_the_edition(findings: list[Finding], edition: Path) -> None:
    found = list(below(edition, findings))
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("spoilt.html", "error: Duplicate ID “a”"),
        ("spoilt.html", "error: No “p” element in scope"),
        ("spoilt.css", "error: CSS: “colour”"),
        ("spoilt.svg", "error: Element “paths” not allowed"),
    ],
)
def test_what_is_not_valid_is_found(
    name: str, words: str, findings: list[Finding], spoilt: Path
) -> None:
    found = list(below(spoilt, findings))
    assert any(line.startswith(f"{name}:") and words in line for line in found), "\n".join(found)


def test_what_is_left_aside_is_still_said_of_the_edition(findings: list[Finding]) -> None:
    for pattern, reason in LEFT_ASIDE.items():
        assert any(pattern.search(each["message"]) for each in findings), f"no longer: {reason}"


def test_a_verdict_that_does_not_come_is_an_error_and_not_a_pass(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="no verdict"):
        judged(tmp_path, checker=tmp_path / "none.jar")
