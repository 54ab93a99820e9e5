"""The Uyghur web font comes where a machine has no Uyghur letters, and nowhere else."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from waraq.paths import FONT_PACKAGES

from .conftest import FONTCONFIG, LOOK

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="the fonts are laid down by fontconfig: Linux only"
)
WAY = {"widths": [640], "schemes": ["light"], "prepare": "document.fonts.ready", "fonts": "main p"}


def seen(
    root: str, page: str, packages: list[str], where: Path, tools: dict[str, Any]
) -> dict[str, Any]:
    """A page in a browser on a machine with the fonts of these packages alone."""
    config = where / "fonts.conf"
    folders = "</dir><dir>".join(str(FONT_PACKAGES / each) for each in packages)
    config.write_text(FONTCONFIG.format(fonts=folders, cache=where / "cache"), encoding="utf-8")
    done = subprocess.run(
        [tools["node"], str(LOOK), str(tools["chromium"])],
        input=json.dumps({"root": root, "pages": [page], "ways": {"way": WAY}}),
        env={**tools["environment"], "FONTCONFIG_FILE": str(config)},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    [view] = json.loads(done.stdout)["way"]
    found: dict[str, Any] = view
    return found


@pytest.mark.parametrize(
    ("page", "packages", "asked"),
    [
        ("ug/index.html", ["noto-sans"], True),
        ("ug/index.html", ["noto-sans", "vazirmatn"], False),
        ("en/index.html", ["noto-sans"], False),
        ("index.html", ["noto-sans"], True),
    ],
)
def test_the_font_is_asked_for_only_where_letters_are_missing(
    page: str,
    packages: list[str],
    asked: bool,
    served: str,
    tmp_path: Path,
    node: str,
    chromium: Path,
    environment: dict[str, str],
) -> None:
    tools = {"node": node, "chromium": chromium, "environment": environment}
    view = seen(served, page, packages, tmp_path, tools)
    fonts = [each["url"] for each in view["requests"] if each["url"].endswith(".woff2")]
    assert bool(fonts) == asked
    assert view["console"] == view["errors"] == []
    if asked and page == "ug/index.html":
        assert "Vazirmatn" in view["fonts"], view["fonts"]
