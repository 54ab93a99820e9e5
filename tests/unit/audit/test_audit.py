"""An audit as a whole: a sound edition, the manifest, the report, and every rule with a test."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from waraq.audit import RULES, examine, report
from waraq.audit.finished import Finished, NoEdition
from waraq.audit.tree import parse
from waraq.cli import main
from waraq.manifest import MANIFEST

from .conftest import SOUND

Examine = Callable[..., list[str]]
Write = Callable[..., Path]


def test_nothing_is_found_in_a_sound_edition(found: Examine) -> None:
    assert found() == []


def test_every_rule_has_a_test_that_it_finds_something() -> None:
    tests = "".join(
        path.read_text(encoding="utf-8") for path in Path(__file__).parent.glob("test_*.py")
    )
    untested = {rule.name for rule in RULES} - set(re.findall(r'["\'`]([a-z-]+): ', tests))
    assert untested <= {"elsewhere", "part-unmarked"}, untested  # these are tested by other words


def test_a_file_that_the_manifest_does_not_name_or_knows_otherwise_is_found(
    edition: Write,
) -> None:
    folder = edition(SOUND)
    (folder / "en" / "more.txt").write_text("more", encoding="utf-8")
    (folder / "_static" / "script.js").write_text("other()", encoding="utf-8")
    (folder / "_static" / "style.css").unlink()
    words = {f"{each.rule}: {each.message}" for each in examine(folder).problems}
    assert {
        "manifest: the manifest does not name this file",
        "manifest: it is not the file that the manifest names",
        "manifest: it names _static/style.css, which is not there",
    } <= words


def test_an_edition_without_a_manifest_is_found(edition: Write) -> None:
    folder = edition(SOUND)
    (folder / MANIFEST).unlink()
    assert [each.rule for each in examine(folder).problems] == ["manifest"]


def test_the_folder_above_an_edition_will_do(edition: Write, tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "current").symlink_to(edition(SOUND))
    assert set(Finished(tmp_path / "site").pages) == {"en/index.html", "ug/index.html"}


def test_a_folder_without_pages_is_no_edition(tmp_path: Path) -> None:
    with pytest.raises(NoEdition, match="there is no page in it"):
        Finished(tmp_path)


def test_a_tree_knows_the_line_and_the_neighbours_of_its_elements() -> None:
    root = parse("<main>\n<p class='a'>One<br>two</p>\n<p>three</main>four")
    first, second = root.all("p")
    assert (first.line, first.text, str(first)) == (2, "Onetwo", '<p class="a">')
    assert [each.tag for each in second.up()] == ["p", "main", ""]
    assert root.text == "\nOnetwo\nthreefour"


def audit(folder: Path, *more: str) -> Result:
    return CliRunner().invoke(main, ["audit", str(folder), *more])


def spoilt(edition: Write) -> Path:
    lost = '<p><a href="lost.html">A</a> <a href="https://a.example/">B</a></p>'
    pages = {name: text.replace("<p>", f"{lost}<p>") for name, text in SOUND.items()}
    return edition(pages)


def test_the_audit_of_a_sound_edition_ends_with_0_and_a_table_of_figures(edition: Write) -> None:
    result = audit(edition(SOUND))
    assert result.exit_code == 0
    assert re.search(
        r"^heaviest pages +0\.\d KB +≤ 15\.0 KB  (en|ug)/index\.html$", result.stdout, re.M
    )
    assert re.search(r"^most requests +3 +≤ 4", result.stdout, re.M)
    assert result.stderr == "0 errors, 0 warnings, 0 notes\n"


def test_the_audit_of_a_spoilt_edition_ends_with_1_and_says_once_what_is_the_same(
    edition: Write,
) -> None:
    result = audit(spoilt(edition))
    assert result.exit_code == 1
    assert result.stdout.splitlines()[0] == (
        "en/index.html:17: error: a link leads to lost.html, which is not in the edition "
        "[link-lost] — lead it to what is there (1 more such places)"
    )
    assert re.search(r"^found by link-lost +2 +0$", result.stdout, re.M)
    assert re.search(r"^links elsewhere +2 +to 1 addresses on 1 hosts$", result.stdout, re.M)


def test_the_audit_as_json_is_one_list_with_every_place_and_every_link_elsewhere(
    edition: Write,
) -> None:
    result = audit(spoilt(edition), "--format", "json")
    problems = json.loads(result.stdout)
    assert result.exit_code == 1
    assert [(each["rule"], each["path"]) for each in problems if each["rule"] == "link-lost"] == [
        ("link-lost", "en/index.html"),
        ("link-lost", "ug/index.html"),
    ]
    [note] = [each for each in problems if each["severity"] == "note"]
    assert note["message"] == "leads elsewhere: https://a.example/"


def test_the_audit_of_no_edition_ends_with_2_and_one_sentence(tmp_path: Path) -> None:
    result = audit(tmp_path)
    assert result.exit_code == 2
    assert result.stderr.startswith(f"waraq: {tmp_path}: there is no page in it")


def test_the_table_names_the_heaviest_pages(edition: Write) -> None:
    rows = list(report.figures(examine(edition(SOUND))))
    assert rows[0] == ("pages", "2", "", "")
    assert [row[3] for row in rows[1:3]] == ["ug/index.html", "en/index.html"]
