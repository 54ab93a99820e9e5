"""The Nu HTML checker of the W3C, asked about whole folders: one Java for all, it starts slowly."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping
from pathlib import Path

from waraq import locks
from waraq.paths import HOME

CHECKER = HOME / locks.NU_CHECKER

STACK = "-Xss4m"
"""The checker's schema needs a deeper stack than Java gives on some machines."""

Finding = Mapping[str, str]


def judged(*folders: Path, checker: Path = CHECKER) -> list[Finding]:
    """What the checker finds in all files of these folders.

    :raises RuntimeError: if it came to no verdict
    """
    words = ["java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", STACK, "-jar"]
    words += [str(checker), "--format", "json", "--stdout", "--exit-zero-always"]
    words += ["--skip-non-html", "--also-check-css", "--also-check-svg"]
    done = subprocess.run(
        [*words, *map(str, folders)], capture_output=True, encoding="utf-8", check=False
    )
    try:
        findings: list[Finding] = json.loads(done.stdout)["messages"]
    except (ValueError, KeyError):
        raise RuntimeError(f"the checker gave no verdict: {done.stdout}{done.stderr}") from None
    return findings
