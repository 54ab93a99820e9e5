"""Publishing: whole or not at all, and the same content has the same name."""

from __future__ import annotations

import multiprocessing
import os
from pathlib import Path

import pytest

from waraq.edition.publish import BUILDING, KEPT, publish, staging
from waraq.leftovers import A_DAY, own
from waraq.manifest import MANIFEST


def put(output: Path, text: str) -> Path:
    with staging(output) as site:
        (site / "en").mkdir()
        (site / "en" / "index.html").write_text(text, encoding="utf-8")
        return publish(site, output)


def test_current_points_to_the_new_edition(tmp_path: Path) -> None:
    put(tmp_path, "one")
    edition = put(tmp_path, "two")
    assert (tmp_path / "current").resolve() == edition.resolve()
    assert (tmp_path / "current" / "en" / "index.html").read_text(encoding="utf-8") == "two"


def test_the_same_content_gets_the_same_name(tmp_path: Path) -> None:
    assert put(tmp_path / "a", "one").name == put(tmp_path / "b", "one").name
    assert put(tmp_path / "a", "one") == put(tmp_path / "a", "one")


def test_the_manifest_names_every_file_with_its_hash(tmp_path: Path) -> None:
    edition = put(tmp_path, "one")
    assert (edition / MANIFEST).read_text(encoding="utf-8") == (
        "7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed  en/index.html\n"
    )


def test_a_failed_build_leaves_nothing_behind(tmp_path: Path) -> None:
    edition = put(tmp_path, "one")
    with pytest.raises(RuntimeError), staging(tmp_path) as site:
        (site / "half.html").write_text("half", encoding="utf-8")
        raise RuntimeError
    assert (tmp_path / "current").resolve() == edition.resolve()
    assert list((tmp_path / "editions").iterdir()) == [edition]


def test_what_a_killed_build_left_is_cleared_away_by_the_next(tmp_path: Path) -> None:
    process = multiprocessing.get_context("fork").Process(target=int)
    process.start()
    process.join()
    editions = tmp_path / "editions"
    gone, old, living = (
        editions / f"{BUILDING}{process.pid}-half",
        editions / f"{own(BUILDING)}old",
        editions / f"{own(BUILDING)}living",
    )
    for folder in (gone, old, living):
        (folder / "en").mkdir(parents=True)
    long_ago = living.stat().st_mtime - A_DAY - 60
    os.utime(old, (long_ago, long_ago))
    outside = tmp_path / "outside"
    outside.mkdir()
    link = editions / f"{BUILDING}{process.pid}-link"
    link.symlink_to(outside, target_is_directory=True)
    edition = put(tmp_path, "one")
    assert sorted(editions.iterdir()) == sorted([edition, living, link])
    assert outside.is_dir()


def test_only_a_few_old_editions_are_kept(tmp_path: Path) -> None:
    for number in range(KEPT + 4):
        edition = put(tmp_path, str(number))
    kept = list((tmp_path / "editions").iterdir())
    assert edition in kept
    assert len(kept) == KEPT + 1
