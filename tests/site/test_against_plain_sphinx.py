"""On honest catalogs, what a reader gets is what plain Sphinx gives.

What is meant to be different is in ``test_losses``: there plain Sphinx loses
text, breaks it, or says nothing.
"""

from __future__ import annotations

import pytest
from tests.site.foreign import Foreign, Page

Both = tuple[dict[str, Page], dict[str, Page]]

SAME = {
    "prose": """# Title *here*

A paragraph with **strong**, *emphasis*, `code`, a [link](https://a.example/ "Hint") and <https://b.example/>.

- item one
- item [two](other.md)

1. first
2. second

> quoted words

Term
: Its meaning

:::{note}
A note with a [link](other.md#part-two).
:::

:::{admonition} Own title
Body.
:::
""",
    "marks": """# Marks

Said.[^a] Again.[^b] And once more.[^a]

[^a]: The first source, <https://a.example/>.
[^b]: The second.
""",
    "tables": """# Tables

| Head one | Head two |
|---|---|
| cell `a` | cell [b](other.md) |

```{list-table} A caption
:header-rows: 1
:stub-columns: 1

* - Row
  - Value
* - one
  - **1**
```
""",
    "roles": """(mark)=
# Roles

See {ref}`mark`, {ref}`these words <mark>`, {doc}`other`, {doc}`that page <other>`,
{abbr}`UN (United Nations)`,
{term}`leaf`, and {kbd}`x`.

```{glossary}
leaf
  A sheet of a book.
```
""",
    "other": """# Other page

## Part two

Text and a [link to a part](#part-two), [by name][name].

[name]: https://c.example/
""",
    "pictures": """# Pictures

```{figure} x.png
:alt: another picture

The caption

The legend.
```
""",
    "index": """# Start

```{toctree}
:caption: The pages

prose
marks
tables
roles
other
pictures
```
""",
}


def pseudo(msgid: str) -> str:
    """The same markup among Uyghur words."""
    return f"ئۇ {msgid} بۇ"


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Both:
    root = tmp_path_factory.mktemp("foreign")
    project = Foreign(root, SAME)
    picture = bytes.fromhex(
        "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
        "1f15c4890000000d49444154789c6360000002000001e221bc330000000049454e44ae426082"
    )
    (root / "src" / "x.png").write_bytes(picture)
    project.translate(pseudo)
    return project.build(with_waraq=False), project.build(with_waraq=True)


@pytest.mark.parametrize("docname", sorted(SAME))
def test_the_text_is_the_same(both: Both, docname: str) -> None:
    plain, ours = both
    assert ours[docname].text == plain[docname].text


@pytest.mark.parametrize("docname", sorted(SAME))
def test_the_links_are_the_same(both: Both, docname: str) -> None:
    plain, ours = both
    assert ours[docname].links == plain[docname].links
