"""The same sources give the same handouts, whoever builds them, where and when."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from waraq.paths import HOME

from .conftest import PROJECT
from .handouts import Handout


def test_a_handout_built_again_elsewhere_has_the_same_bytes(
    handouts: list[Handout], tmp_path: Path
) -> None:
    elsewhere, output = tmp_path / "somewhere else", tmp_path / "built"
    elsewhere.mkdir()
    for name in ("conf.py", "docutils.conf"):
        shutil.copy(HOME / name, elsewhere / name)
    shutil.copytree(PROJECT.docs, elsewhere / "docs")
    shutil.copytree(PROJECT.locale, elsewhere / "locale")
    # Another process with another time, language and order of sets must not be seen in the file.
    environment = os.environ | {"TZ": "Asia/Urumqi", "LC_ALL": "C", "PYTHONHASHSEED": "7"}
    waraq = str(Path(sys.executable).with_name("waraq"))
    folders = ["--project", str(elsewhere), "--output", str(output)]
    done = subprocess.run(
        [waraq, "build", "--only", "handouts", "--language", "ug", *folders],
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    for each in handouts:
        if each.language.tag != "ug":
            continue
        again = (output / "current" / each.name).read_bytes()
        assert again == each.data, f"{each.name}: its bytes differ from those built elsewhere"
