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

ANOTHER_DAY = """
import time
for name in ("time", "gmtime", "localtime"):
    def moved(*given, now=time.time, function=getattr(time, name), name=name):
        if name == "time":
            return now() - 400 * 86400
        return function(*(given or (now() - 400 * 86400,)))
    setattr(time, name, moved)
time.time_ns = lambda: int(time.time() * 10**9)
"""


def test_a_handout_built_again_elsewhere_has_the_same_bytes(
    handouts: list[Handout], tmp_path: Path
) -> None:
    elsewhere, output = tmp_path / "somewhere else", tmp_path / "built"
    elsewhere.mkdir()
    for name in ("conf.py", "docutils.conf"):
        shutil.copy(HOME / name, elsewhere / name)
    shutil.copytree(PROJECT.docs, elsewhere / "docs")
    shutil.copytree(PROJECT.locale, elsewhere / "locale")
    # Another process, day, person, language and order of sets must not be seen in the file.
    away = tmp_path / "away"
    away.mkdir()
    (away / "sitecustomize.py").write_text(ANOTHER_DAY, encoding="utf-8")
    environment = os.environ | {"TZ": "Asia/Urumqi", "LC_ALL": "C", "PYTHONHASHSEED": "7"}
    environment |= {"HOME": str(away), "USER": "somebody", "LOGNAME": "somebody"}
    environment |= {"PYTHONPATH": str(away), "TMPDIR": str(away), "LANG": "de_DE.UTF-8"}
    environment.pop("SOURCE_DATE_EPOCH", None)
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
