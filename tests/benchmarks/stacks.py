"""The two stacks as commands: plain Sphinx with myst-parser, and Waraq, on the same sources."""

from __future__ import annotations

import importlib.util
import shutil
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from measure import Cost, run, together
from wording import sphinx_name

HERE = Path(__file__).parent
SOURCE = "en"
THEME = "furo" if importlib.util.find_spec("furo") else "alabaster"


class WrongPage(Exception):
    """A stack's page does not hold its translation, so its time means nothing."""


@dataclass(frozen=True)
class Site:
    """One generated workload in *folder*, which the stacks build with *jobs* processes."""

    folder: Path
    tags: tuple[str, ...]
    jobs: int

    def plain(self, tags: Sequence[str] = (), fresh: bool = True) -> tuple[Cost, list[Cost]]:
        """A loop of sphinx-build: the cost of all, and of each language.

        As many languages at once as ours builds, so that both meet the same neighbours.
        """
        output = self.folder / "plain-out"
        if fresh:
            shutil.rmtree(output, ignore_errors=True)
            for compiled in (self.folder / "plain" / "locale").rglob("*.mo"):
                compiled.unlink()
        begun = time.perf_counter()
        with ThreadPoolExecutor(self.jobs) as pool:
            each = list(pool.map(self._one_plain, tags or self.tags))
        return together(each, time.perf_counter() - begun), each

    def _one_plain(self, tag: str) -> Cost:
        command = [sys.executable, "-m", "sphinx", "-q", "-b", "html"]
        command += ["-D", f"language={sphinx_name(tag)}", "docs", f"../plain-out/{tag}"]
        return run(command, self.folder / "plain")

    def ours(self, tags: Sequence[str] = (), fresh: bool = True) -> Cost:
        """``waraq build``: every language, or the source and *tags*."""
        if fresh:
            self.forget()
        return run(self.our_command(tags), self.folder)

    def forget(self) -> None:
        """Remove our editions, and with them the record of what was built."""
        shutil.rmtree(self.folder / "ours-out", ignore_errors=True)

    def our_command(self, tags: Sequence[str] = ()) -> list[str | Path]:
        """What a person types, but for the paths; only the pages, which both stacks make."""
        waraq = Path(sys.executable).with_name("waraq")
        command: list[str | Path] = [waraq, "build", "--project", "ours", "--output", "ours-out"]
        command += ["--only", "web"]
        command += ["--jobs", str(self.jobs)]
        for tag in (SOURCE, *tags) if tags else ():
            command += ["--language", tag]
        return command

    def verify(self) -> None:
        """Both stacks show the translated titles: a fast build of nothing would be no feat.

        :raises WrongPage: naming the first page that does not
        """
        for tag in self.tags:
            for docname in ("index", "page001"):
                title = self._title(tag, docname)
                ours = self.folder / "ours-out" / "current" / tag / f"{docname}.html"
                plain = self.folder / "plain-out" / tag / f"{docname}.html"
                for page in (ours, plain):
                    if title not in page.read_text(encoding="utf-8"):
                        raise WrongPage(f"{page.relative_to(self.folder)} lacks {title!r}")

    def catalog(self, tag: str, docname: str) -> Path:
        """A page's catalog, as plain Sphinx reads it."""
        name = sphinx_name(tag)
        return self.folder / "plain" / "locale" / name / "LC_MESSAGES" / f"{docname}.po"

    def _title(self, tag: str, docname: str) -> str:
        """The page's title: the second message of its catalog, after the description."""
        entries = self.catalog(tag, docname).read_text(encoding="utf-8").split("\n\n")
        return entries[2].rpartition("msgstr ")[2].strip().strip('"')


def generate(folder: Path, pages: int, jobs: int, tags: Sequence[str] = ()) -> Site:
    """Write the workload, in another process, which may be large."""
    command: list[str | Path] = [sys.executable, HERE / "workload.py", folder]
    command += ["--pages", str(pages)]
    command += ["--theme", THEME]
    for tag in tags:
        command += ["--language", tag]
    run(command, HERE)
    site = (folder / "ours" / "docs" / "site.toml").read_text(encoding="utf-8")
    known = [line.split('"')[1] for line in site.splitlines() if line.startswith("tag = ")]
    return Site(folder, tuple(tag for tag in known if tag != SOURCE), jobs)
