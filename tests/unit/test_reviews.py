"""Who has read what: hashes, names, and the file that holds them."""

from __future__ import annotations

import datetime as dt
import random
import tomllib
from pathlib import Path

import pytest

from waraq import languages
from waraq.catalogs import review_file
from waraq.catalogs.review_file import ReviewsError, as_text, parse
from waraq.catalogs.reviews import LONGEST_NAME, Review, Reviews, fingerprint, reviewer
from waraq.paths import Project
from waraq.problems import Problem, Severity

UYGHUR = languages.named("ug")
DAY, LATER = dt.date(2026, 11, 23), dt.date(2026, 12, 1)
ONE, TWO = fingerprint("One", "بىر"), fingerprint("Two", "ئىككى")
GOOD = f'  {{ text = "{ONE}", by = "Tursun", on = 2026-11-23 }},'


@pytest.fixture
def project(tmp_path: Path) -> Project:
    project = Project(tmp_path)
    project.catalogs("ug").mkdir(parents=True)
    return project


def put(project: Project, *lines: str) -> Path:
    path = project.reviews("ug")
    path.write_text("\n".join(["reviews = [", *lines, "]", ""]), encoding="utf-8")
    return path


def load(project: Project) -> tuple[list[Review], list[Problem]]:
    found, problems = review_file.load(project, UYGHUR)
    return list(found), problems


def complaint(project: Project, *lines: str) -> Problem:
    put(project, *lines)
    _, (problem,) = load(project)
    assert problem.severity is Severity.ERROR
    assert (problem.path, problem.language) == ("locale/ug/reviews.toml", "ug")
    assert str(problem).isprintable()
    return problem


# What a review is of.


def test_a_changed_source_is_another_text() -> None:
    assert fingerprint("One.", "بىر") != ONE


def test_a_changed_translation_is_another_text() -> None:
    assert fingerprint("One", "بىر.") != ONE


def test_source_and_translation_cannot_run_into_each_other() -> None:
    assert fingerprint("ab", "c") != fingerprint("a", "bc")
    assert fingerprint("1:a", "b") != fingerprint("1", ":ab")


def test_the_hash_is_what_the_file_promises_to_other_programs() -> None:
    import hashlib

    whole = "3:Oneبىر".encode()
    assert hashlib.sha256(whole).hexdigest()[:32] == ONE


# Names.


@pytest.mark.parametrize(
    ("written", "recorded"),
    [
        ("Tursun", "Tursun"),
        ("  ئايگۈل   قاسىم ", "ئايگۈل قاسىم"),
        ("Tur\u202esun\u202c", "Tursun"),
        ("\u2067Tursun\u2069\u200f", "Tursun"),
        ("Tursun\nreviews = [", "Tursun reviews = ["),
        ("Tur\x00\x1b[2Jsun", "Tur[2Jsun"),
        ("Tursun\u2028\u3164\u200b", "Tursun"),
        ("على\u200cرضا", "على\u200cرضا"),
        ("Tursun\u200c\u200d \u200c", "Tursun"),
        ("Ame\u0301lie", "Amélie"),
        ("x" * 10_000, "x" * LONGEST_NAME),
        ("x" * (LONGEST_NAME - 1) + " y", "x" * (LONGEST_NAME - 1)),
        ("", ""),
        ("\u202e\u2069", ""),
        ("...", ""),
    ],
)
def test_a_name_is_one_short_line_with_nothing_hidden_in_it(written: str, recorded: str) -> None:
    assert reviewer(written) == recorded


def test_what_was_recorded_as_a_name_stays_as_it_is() -> None:
    signs = "aé\u0301\u0308ك\u200c\u200d\u202e \n\u3000\u212b\u1100\u1161\u0958-."
    chance = random.Random(1)
    for _ in range(5_000):
        name = reviewer("".join(chance.choices(signs, k=chance.randrange(2 * LONGEST_NAME))))
        assert reviewer(name) == name


# The file.


def test_without_a_file_there_are_no_reviews_and_no_problems(project: Project) -> None:
    assert load(project) == ([], [])


def test_what_was_written_is_read_again(project: Project) -> None:
    written = [
        Review(ONE, 'Ana "x" \\ ئانا', DAY),
        Review(ONE, "Tursun", LATER),
        Review(TWO, "Tursun", DAY),
    ]
    review_file.record(project, UYGHUR, written)
    assert load(project) == (sorted(written), [])


def test_any_reader_of_toml_reads_the_same(project: Project) -> None:
    written = [Review(ONE, 'Ana "x" \\ ئانا', DAY), Review(TWO, "Tursun", LATER)]
    review_file.record(project, UYGHUR, written)
    found = tomllib.loads(project.reviews("ug").read_text(encoding="utf-8"))
    assert [Review(**each) for each in found["reviews"]] == sorted(written)


def test_two_people_may_have_read_one_text(project: Project) -> None:
    review_file.record(project, UYGHUR, [Review(ONE, "Tursun", DAY)])
    review_file.record(project, UYGHUR, [Review(ONE, "Ana", LATER)])
    found, _ = review_file.load(project, UYGHUR)
    assert found.readers(ONE) == {"Tursun": DAY, "Ana": LATER}
    assert found.since("One", "بىر") == DAY


def test_who_reads_a_text_twice_has_read_it_since_the_first_day(project: Project) -> None:
    review_file.record(project, UYGHUR, [Review(ONE, "Tursun", DAY)])
    before = project.reviews("ug").read_bytes()
    review_file.record(project, UYGHUR, [Review(ONE, "Tursun", LATER)])
    assert project.reviews("ug").read_bytes() == before


def test_the_same_reviews_are_the_same_bytes_in_whatever_order_they_came() -> None:
    found = [Review(f"{number:032x}", by, DAY) for number in range(50) for by in ("Ana", "Tursun")]
    expected = as_text(Reviews.of(found))
    random.Random(1).shuffle(found)
    assert as_text(Reviews.of(found)) == expected
    lines = [line for line in expected.splitlines() if line.startswith("  ")]
    assert lines == sorted(lines)
    assert len(lines) == 100


def test_lines_that_git_took_from_both_sides_are_read_whatever_their_order(
    project: Project,
) -> None:
    other = f'  {{ text = "{TWO}", by = "Ana", on = 2026-12-01 }},'
    put(project, *sorted([GOOD, other], reverse=True), GOOD)
    assert load(project) == (sorted([Review(ONE, "Tursun", DAY), Review(TWO, "Ana", LATER)]), [])


def test_a_review_of_a_text_that_is_gone_has_lapsed_and_stays_until_it_is_removed(
    project: Project,
) -> None:
    written = [Review(ONE, "Tursun", DAY), Review(ONE, "Ana", DAY), Review(TWO, "Ana", DAY)]
    review_file.record(project, UYGHUR, written)
    found, _ = review_file.load(project, UYGHUR)
    lapsed = found.lapsed({TWO})
    assert len(lapsed) == 2
    assert len(load(project)[0]) == 3
    review_file.remove(project, UYGHUR, lapsed)
    assert load(project) == ([Review(TWO, "Ana", DAY)], [])


def test_nothing_but_the_list_is_left_in_the_folder(project: Project) -> None:
    review_file.record(project, UYGHUR, [Review(ONE, "Tursun", DAY)])
    names = {path.name for path in project.reviews("ug").parent.iterdir()}
    assert names == {"LC_MESSAGES", "reviews.toml"}


def test_a_write_that_fails_leaves_the_old_list(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = put(project, GOOD)
    before = path.read_bytes()

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(review_file.os, "fsync", full)
    with pytest.raises(OSError):
        review_file.record(project, UYGHUR, [Review(TWO, "Ana", DAY)])
    assert path.read_bytes() == before
    assert [each.name for each in path.parent.iterdir() if each.name.startswith(".")] == []


# What hands can break.


def test_a_broken_line_is_no_review_and_the_others_count(project: Project) -> None:
    put(project, "  { text = 3 },", GOOD)
    found, problems = load(project)
    assert found == [Review(ONE, "Tursun", DAY)]
    assert {problem.line for problem in problems} == {2}


@pytest.mark.parametrize(
    ("line", "rule", "words"),
    [
        (GOOD.replace("by", "who"), "review-key", "review no. 2: the key “who” is unknown"),
        (GOOD.replace("on =", "am ="), "review-key", "review no. 2: the key “on” is missing"),
        (GOOD.replace(ONE, ONE[:-1]), "review-text", "review no. 2: text: this is no hash"),
        (GOOD.replace(ONE, "G" * 32), "review-text", "review no. 2: text: this is no hash"),
        (GOOD.replace(f'"{ONE}"', "7"), "review-text", "review no. 2: text: this is no hash"),
        (GOOD.replace("11-23", "02-30"), "review-day", "review no. 2: on: there is no such day"),
        (GOOD.replace("2026-11-23", '"2026-11-23"'), "review-day", "review no. 2: on: this is no"),
        (GOOD.replace("11-23", "11-23T10:00:00Z"), "review-day", "review no. 2: on: this is no"),
        (GOOD.replace("Tursun", ""), "review-name", "review no. 2: by: this is no name"),
        (GOOD.replace('"Tursun"', "1"), "review-name", "review no. 2: by: this is no name"),
        (GOOD.replace("Tursun", "x" * 61), "review-name", "review no. 2: by: this is no name"),
        (GOOD.replace("Tursun", "T\u202e"), "review-name", "review no. 2: by: this is no name"),
        (GOOD.replace("Tursun", "T\\nx"), "review-name", "review no. 2: by: this is no name"),
        (GOOD.rstrip(","), "review-line", "this line is no review: it does not end with a comma"),
        (GOOD.replace("}", ""), "review-line", "this line is no review:"),
        ("{" + "x" * 1_000, "review-line", "this line is no review: it has more than 1000"),
        ("{ a = " + "[" * 990 + ",", "review-line", "this line is no review:"),
        ("Tursun has read it", "review-line", "this line is no review: it does not begin with {"),
    ],
)
def test_a_mistake_is_named_with_its_review_its_key_and_its_line(
    project: Project, line: str, rule: str, words: str
) -> None:
    put(project, GOOD, "# a comment", "", line)
    found, problems = load(project)
    assert found == [Review(ONE, "Tursun", DAY)]
    assert (rule, 5) in {(problem.rule, problem.line) for problem in problems}
    assert any(problem.message.startswith(words) for problem in problems), problems


def test_the_hint_for_a_name_is_what_it_may_be(project: Project) -> None:
    problem = complaint(project, GOOD.replace("Tursun", "Tur\u202esun"))
    assert problem.hint == 'write by = "Tursun"'


def test_a_line_outside_of_the_list_is_named(project: Project) -> None:
    path = put(project, GOOD)
    path.write_text('by = "Ana"\n' + path.read_text(encoding="utf-8"), encoding="utf-8")
    found, (problem,) = load(project)
    assert (problem.rule, problem.line) == ("review-line", 1)
    assert found == [Review(ONE, "Tursun", DAY)]


def test_a_list_that_was_cut_off_is_named(project: Project) -> None:
    path = project.reviews("ug")
    path.write_text(f"reviews = [\n{GOOD}\n", encoding="utf-8")
    _, (problem,) = load(project)
    assert (problem.rule, problem.message) == ("review-line", "the list of reviews has no end")


@pytest.mark.parametrize("mark", ["<<<<<<< HEAD", "=======", ">>>>>>> theirs"])
def test_the_marks_of_a_merge_are_named_with_their_line_and_nothing_counts(
    project: Project, mark: str
) -> None:
    problem = complaint(project, GOOD, mark)
    assert (problem.rule, problem.line) == ("review-file", 3)
    assert "unfinished merge" in problem.message
    assert "both versions" in problem.hint
    assert load(project)[0] == []


def test_a_file_that_is_not_utf8_is_named_with_its_line(project: Project) -> None:
    put(project, GOOD).write_bytes(b"reviews = [\n\xff\n]\n")
    _, (problem,) = load(project)
    assert (problem.rule, problem.line) == ("review-file", 2)


def test_a_linked_list_is_neither_read_nor_written(project: Project, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere.toml"
    put(project, GOOD).rename(elsewhere)
    project.reviews("ug").symlink_to(elsewhere)
    before = elsewhere.read_bytes()
    assert [problem.rule for problem in load(project)[1]] == ["review-file"]
    with pytest.raises(ReviewsError):
        review_file.record(project, UYGHUR, [Review(TWO, "Ana", DAY)])
    assert elsewhere.read_bytes() == before
    assert project.reviews("ug").is_symlink()


def test_a_linked_folder_leads_nowhere(project: Project, tmp_path: Path) -> None:
    put(project, GOOD)
    (tmp_path / "locale" / "ug").rename(tmp_path / "ug")
    (tmp_path / "locale" / "ug").symlink_to(tmp_path / "ug")
    assert [problem.message for problem in load(project)[1]] == ["locale/ug is a link"]


def test_a_planted_link_in_place_of_the_new_file_is_not_followed(
    project: Project, tmp_path: Path
) -> None:
    import os

    victim = tmp_path / "victim"
    victim.write_text("precious", encoding="utf-8")
    (tmp_path / "locale" / "ug" / f".reviews.toml-{os.getpid()}").symlink_to(victim)
    review_file.record(project, UYGHUR, [Review(ONE, "Ana", DAY)])
    assert victim.read_text(encoding="utf-8") == "precious"
    assert not project.reviews("ug").is_symlink()


def test_a_list_with_mistakes_is_left_as_it_is(project: Project) -> None:
    path = put(project, GOOD, "  { text = 3 },")
    before = path.read_bytes()
    with pytest.raises(ReviewsError, match=r"locale/ug/reviews\.toml:3:"):
        review_file.record(project, UYGHUR, [Review(TWO, "Ana", DAY)])
    assert path.read_bytes() == before


def test_junk_ends_in_problems_and_never_in_a_crash() -> None:
    chance = random.Random(1)
    signs = '{}[]=,"\\ \n#textbyon0123456789abcdef-TZ:.'
    for _ in range(3_000):
        line = list(GOOD.strip())
        for _ in range(chance.randrange(1, 6)):
            line[chance.randrange(len(line))] = chance.choice(signs)
        found, complaints = parse("reviews = [\n" + "".join(line) + "\n]\n")
        assert complaints or as_text(Reviews.of(found))
