"""A build leaves nothing behind but its edition."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from waraq.paths import Project

MakeProject = Callable[..., Project]


def test_no_temporary_folder_outlives_a_build(make_project: MakeProject, tmp_path: Path) -> None:
    project = make_project(
        {
            "index": "# One\n\n```{toctree}\n:hidden:\nhandouts/sheet\n```\n",
            "handouts/sheet": "# Sheet\n\nText.\n",
        },
        {"index": {"One": "بىر"}},
    )
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    code = "from waraq.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", code, "build", "--project", str(project.root)],
        env={**os.environ, "TMPDIR": str(temporary)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (project.output / "current" / "en" / "handouts" / "sheet-a4.pdf").is_file(), done.stderr
    assert list(temporary.iterdir()) == []
