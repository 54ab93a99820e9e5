"""Archives and one-file copies in an edition."""

from __future__ import annotations

import base64
import hashlib
import io
import zipfile
from collections.abc import Callable

import pytest

Examine = Callable[..., list[str]]
STYLE = "main{margin:0}"
DIGEST = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
COPY = (
    '<!doctype html>\n<html lang="en" dir="ltr"><head><meta charset="utf-8">\n'
    '<meta http-equiv="Content-Security-Policy" content="default-src \'none\';'
    f" style-src 'sha256-{DIGEST}'\">\n<title>One</title>\n"
    '<meta name="robots" content="noindex">\n'
    f'<style>{STYLE}</style></head>\n<body class="copy"><main><h1>One</h1>'
    '<p><a href="https://little.example/en/index.html">More</a></p></main></body></html>'
)


def packed(files: dict[str, bytes], manifest: str | None = None) -> bytes:
    listed = "".join(
        f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in files.items()
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in {**files, "MANIFEST.sha256": (manifest or listed).encode()}.items():
            archive.writestr(f"little/{name}", data)
    return out.getvalue()


SCRIPT = {"_static/script.js": b"keepPlace()"}


@pytest.mark.parametrize(
    ("archive", "words"),
    [
        (b"no archive", "archive: it cannot be unpacked"),
        (packed({"_static/script.js": b"other()"}), "archive: _static/script.js is not the ed"),
        (packed(SCRIPT, "0  _static/script.js\n"), "archive: its manifest does not have _sta"),
        (packed(SCRIPT, "0  a.txt\n"), "archive: its manifest names a.txt, which is not in it"),
        (packed({"a.html": b'<a href="b.html">B</a>'}), "archive: a.html in it leads to b.html"),
    ],
)
def test_an_archive_that_is_not_what_it_should_be_is_found(
    archive: bytes, words: str, found: Examine
) -> None:
    problems = found(files={"en/little.zip": archive})
    assert any(each.startswith(words) for each in problems), problems


def test_a_sound_archive_and_a_sound_copy_are_found_sound(found: Examine) -> None:
    assert found(files={"en/little.zip": packed(SCRIPT), "en/little.html": COPY}) == []


def test_a_style_that_the_policy_does_not_name_is_found(found: Examine) -> None:
    [problem] = found(files={"en/little.html": COPY.replace("margin:0", "margin:1")})
    assert problem.startswith("inline-code: a <style> stands in the page")


def test_what_loads_later_has_a_limit_of_its_own(found: Examine) -> None:
    noise = "".join(hashlib.sha256(bytes([a, b])).hexdigest() for a in range(256) for b in range(8))
    [problem] = found(files={"en/index-of-words.js": noise})
    assert problem.startswith("weight: it is loaded later and weighs ")
