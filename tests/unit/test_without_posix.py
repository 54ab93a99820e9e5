"""Where the system has neither forks nor resource limits, languages are built all the same."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

SCRIPT = """
import os, signal, sys

sys.modules["resource"] = None
del os.getuid, signal.pthread_sigmask

from functools import partial
from pathlib import Path

from waraq.edition import run, workers
from waraq.edition.publish import staging

if __name__ == "__main__":
    with staging(Path(sys.argv[1])):
        print(workers.run({"one": partial(int, "3")}, 1, method="spawn"))
"""


def test_a_worker_starts_and_answers(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(SCRIPT, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, str(script), str(tmp_path / "site")],
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert done.stdout.strip() == "{'one': 3}", done.stderr
