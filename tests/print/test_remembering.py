"""What is remembered while a sheet is set saves time and changes no byte."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from random import Random

import pytest
import weasyprint
from weasyprint import css
from weasyprint.layout import block, inline, percent
from weasyprint.text import line_break

from waraq.paths import FONT_PACKAGES
from waraq.sheets import fonts, remembering, rendering
from waraq.sheets.job import FONTS, STYLESHEET, Job
from waraq.sheets.rendering import Press

LETTERS = frozenset(fonts.CODES[name] for name in ("Latin", "Arabic", "Han"))
STYLES = """
html { font: 10pt "Sheet Latin" }
[lang="ug"] { font-family: "Sheet Arabic", "Sheet Latin" }
[lang="zh"] { font-family: "Sheet Latin", "Sheet Hans" }
ol { columns: 2 }
.wide { display: flex; gap: 3mm }
.grid { display: grid; grid-template-columns: 1fr 2fr }
em { padding-inline: 5%; margin: 0 2px }
.justified { text-align: justify; hyphens: auto; word-spacing: 1px }
table { font-variant-numeric: tabular-nums; border-collapse: collapse }
td { padding-inline-start: 2mm; border-block-end: 1px solid }
.round { border: 1px solid; border-radius: 2mm; float: left; width: 30mm }
.round em { text-decoration: underline }
.own-page { page: own; letter-spacing: 1px }
@page own { margin: 30mm }
@page { size: A5; @bottom-center { content: counter(page) "/" counter(pages) } }
"""
LATIN = "A passage of <em>some</em> words that runs over <em>several lines</em>, more or less. "
ARABIC = '<span lang="ug" dir="rtl">بۇ بىر جۈملە، <em>Latin</em> ھەرپلىرىمۇ بار.</span> '
CHINESE = '<span lang="zh">这是一句话，也有 Latin 字母（和标点）。</span> '
TABLE = f"""<table>
<tr><th>Words, one by one</th><td>{LATIN}</td><td>{ARABIC}</td></tr>
<tr><th>Soft\u00adhyphen 2019-2020 (and more)</th><td>{CHINESE}</td><td>{CHINESE * 3}</td></tr>
</table>"""


def job(direction: str) -> Job:
    items = "".join(
        f'<li id="item-{n}"><p><a href="#item-{n}">{n}</a> {LATIN * (1 + n % 5)}{ARABIC * (n % 3)}'
        for n in range(60)
    )
    few = "".join(f"<li><p>{LATIN}</p></li>" for _ in range(9))
    parts = "".join(
        f'<div class="{name}"><p>{LATIN * 3}</p><p>{ARABIC * 3}</p></div>'
        for name in ("wide", "grid", "justified", "round", "own-page")
    )
    html = (
        f'<!doctype html><html lang="en" dir="{direction}"><title>Sheet</title>'
        f"<style>{fonts.css(LETTERS, FONTS)}</style>"
        f'<link rel="stylesheet" href="{STYLESHEET}"><h1>Sheet</h1>{TABLE}{parts}'
        f"<ol>{items}</ol><ol>{few}</ol>"
    )
    return Job("en/a.pdf", "Sheet", html, STYLES, "https://x.example/", (), LETTERS)


@contextmanager
def forgetting() -> Iterator[None]:
    yield


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_the_bytes_are_those_of_weasyprint_alone(
    direction: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Press(FONT_PACKAGES) as press:
        remembered = [press.print(job(direction)) for _ in range(2)]
        monkeypatch.setattr(rendering, "remembering", forgetting)
        assert remembered == [press.print(job(direction))] * 2


def uneven(draft: int) -> Job:
    """A list in columns, of entries whose lines differ in number and height."""
    random = Random(draft)
    words = ["word" * random.randint(1, 3) for _ in range(30)]
    entries = "".join(
        f'<li style="line-height: {random.choice((1.1, 1.23, 1.37))}">'
        f"{' '.join(words[: random.randint(8, 30)])}</li>"
        for _ in range(random.randint(15, 45))
    )
    html = (
        '<!doctype html><html lang="en"><title>Sheet</title>'
        f"<style>{fonts.css(LETTERS, FONTS)}</style>"
        f'<link rel="stylesheet" href="{STYLESHEET}">'
        f"<p>{LATIN * random.randint(1, 25)}</p><ol>{entries}</ol>"
    )
    styles = f"{STYLES} ol {{ font-size: 8.5pt }} li {{ margin: 0 0 .35mm; break-inside: avoid }}"
    return Job("en/a.pdf", "Sheet", html, styles, "https://x.example/", (), LETTERS)


def test_entries_that_just_fit_stand_where_weasyprint_alone_puts_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """An entry was kept with its text where it had been in a try, and drawn so: the 21st draft."""
    jobs = [uneven(draft) for draft in (20, 21, 22)]
    with Press(FONT_PACKAGES) as press:
        remembered = [press.print(each) for each in jobs]
        monkeypatch.setattr(rendering, "remembering", forgetting)
        assert remembered == [press.print(each) for each in jobs]


@pytest.mark.parametrize(
    ("owner", "name"),
    [
        (line_break, "create_layout"),
        (block, "block_container_layout"),
        (inline, "split_inline_box"),
        (percent, "resolve_one_percentage"),
        (line_break.Layout, "get_first_line"),
        (css.ComputedStyle, "__init__"),
    ],
)
def test_work_is_done_less_often(owner: object, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[int] = []
    original = getattr(owner, name)

    def counted(*arguments: object, **options: object) -> object:
        calls[-1] += 1
        return original(*arguments, **options)

    monkeypatch.setattr(owner, name, counted)
    with Press(FONT_PACKAGES) as press:
        calls.append(0)
        press.print(job("ltr"))
        monkeypatch.setattr(rendering, "remembering", forgetting)
        calls.append(0)
        press.print(job("ltr"))
    assert 0 < calls[0] < 0.9 * calls[1]


def test_it_was_written_for_the_pinned_version() -> None:
    assert weasyprint.__version__ == remembering.WRITTEN_FOR


def test_weasyprint_is_left_as_it_was() -> None:
    def functions() -> list[object]:
        return [getattr(owner, name) for owner, name in places]

    places = [
        (owner, name) for stage in remembering.STAGES for owner, name, _ in stage.replacements()
    ]
    before = functions()
    with remembering.remembering():
        assert not set(map(id, before)) & set(map(id, functions()))
    assert functions() == before


def test_with_another_version_nothing_is_touched(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weasyprint, "__version__", "71.0")
    before = inline.split_first_line
    with remembering.remembering():
        assert inline.split_first_line is before
