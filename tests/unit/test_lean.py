"""Styles and scripts lose what only their authors read, and nothing else."""

from __future__ import annotations

from waraq.pages import lean


def test_comments_and_spaces_go() -> None:
    css = "/* Why. */\na,  b > c {\n  color: red;\n  margin: 0 auto\n}\n"
    assert lean.style(css) == "a,b>c{color:red;margin:0 auto}"


def test_what_stands_in_quotes_stays() -> None:
    css = """a::after { content: "; { } : ,  >" } b { font-family: 'A,  B' }"""
    assert lean.style(css) == """a::after{content:"; { } : ,  >"}b{font-family:'A,  B'}"""


def test_what_needs_its_spaces_keeps_them() -> None:
    css = (
        "a { inline-size: calc(1rem + 2 * var(--x)) }\n"
        "@media screen and (min-width: 1em) { b c { d: e } }"
    )
    assert lean.style(css) == (
        "a{inline-size:calc(1rem + 2 * var(--x))}@media screen and (min-width:1em){b c{d:e}}"
    )


def test_a_script_keeps_its_lines_and_loses_its_comments() -> None:
    script = "// Why.\nf()\n  /** How.\n   * More. */\n  g('// no comment')\n"
    assert lean.script(script) == "f()\ng('// no comment')\n"
