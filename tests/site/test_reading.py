"""One read of the sources: the messages, the private calls, nothing left behind."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import sphinx
from docutils import nodes

from waraq import settings
from waraq.edition import plan
from waraq.edition.setting import language_pages
from waraq.paths import Project
from waraq.sphinx_ext.reading import read

MakeProject = Callable[..., Project]


def msgids(project: Project, docname: str = "index") -> list[str]:
    reading = read(project, settings.load(project.site))
    return [message.msgid for message in reading.messages(docname)]


def test_the_private_calls_were_written_for_this_version() -> None:
    assert sphinx.__version__ == "9.0.4"


def test_every_text_of_a_page_is_a_message(make_project: MakeProject) -> None:
    page = """---
myst:
  html_meta:
    description: What it is.
---
# Title

:::{in-short}
Short.[^a]
:::

- item with [link](https://a.example/)

:::{admonition} Careful
Body.
:::

```{list-table} Caption
:header-rows: 1
* - Head
* - Cell
```

Term
: Meaning

> Quoted

[^a]: Source.
"""
    assert msgids(make_project({"index": page})) == [
        "What it is.",
        "Title",
        "Short.[^a]",
        "item with [link](https://a.example/)",
        "Careful",
        "Body.",
        "Caption",
        "Head",
        "Cell",
        "Term",
        "Meaning",
        "Quoted",
        "Source.",
    ]


def test_a_broken_link_is_an_error_with_its_place(make_project: MakeProject) -> None:
    project = make_project({"index": "# One\n\n[gone](gone.md)\n"})
    found = plan.references(plan.plan(project))
    assert any(each.path == "docs/index.md" and "gone" in each.message for each in found)


def test_a_role_whose_translation_could_not_be_set_is_an_error(make_project: MakeProject) -> None:
    project = make_project({"index": "# One\n\nA {index}`word` here.\n"})
    found = [each for each in plan.plan(project).problems if each.rule == "untranslatable"]
    assert [(each.path, each.line) for each in found] == [("docs/index.md", 3)]


def test_reading_leaves_the_project_as_it_was(make_project: MakeProject) -> None:
    project = make_project({"index": "# One\n"}, {"index": {"One": "بىر"}})
    before = files(project.root)
    plan.plan(project)
    assert files(project.root) == before


def files(root: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in root.rglob("*") if path.is_file()}


OWN_TRANSFORM = """
from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform


class Boxed(SphinxPostTransform):
    default_priority = 20

    def run(self, **kwargs):
        for node in list(self.document.findall(nodes.paragraph)):
            node.replace_self(nodes.literal_block("", "boxed"))


def setup(app):
    app.add_post_transform(Boxed)
"""


def languages_of_code(project: Project) -> list[str]:
    """The languages that Sphinx's transform gives to the blocks of code of the start page."""
    made = plan.plan(project)
    pages = language_pages(made, made.settings.of("en"))
    blocks = pages.doctrees["index"].findall(nodes.literal_block)
    return [block.get("language", "none") for block in blocks]


def test_transforms_find_what_they_look_for(make_project: MakeProject) -> None:
    project = make_project({"index": "# Title\n\n```python\nx = 1\n```\n\n```\ny\n```\n"})
    assert languages_of_code(project) == ["python", "default"]


def test_a_transform_of_an_extension_finds_all_others_at_work(make_project: MakeProject) -> None:
    """It may make what they look for, so none is left out, though the page has no code."""
    project = make_project({"index": "# Title\n\nWords.\n"})
    conf = project.conf.read_text(encoding="utf-8")
    project.conf.write_text(f"{conf}\n{OWN_TRANSFORM}", encoding="utf-8")
    assert languages_of_code(project) == ["default"]
