"""The translations into one language as a reviewer meets them: what is to be read, and what was."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from waraq.catalogs import review_file, unread
from waraq.catalogs.reviews import Review
from waraq.catalogs.status import status
from waraq.catalogs.unread import Text
from waraq.edition.plan import Plan, UsageError
from waraq.problems import Problem, WaraqError, as_text, errors
from waraq.settings import LanguageSettings


class HiddenTextsError(WaraqError):
    """Errors that hide texts, so that nobody can say of which reviews the texts are gone."""


@dataclass(frozen=True)
class PageTexts:
    """What readers of one page see in translation, and how many texts they do not."""

    texts: list[Text]
    unread: list[Text]
    """Those of them that this person has not read."""
    untranslated: int


@dataclass(frozen=True)
class Desk:
    """One language of a plan, and the name of who reads it; empty if nobody said."""

    plan: Plan
    language: LanguageSettings
    name: str = ""

    @cached_property
    def texts(self) -> list[Text]:
        """All that readers get in translation."""
        return unread.texts(
            self.plan.project,
            self.language.language,
            self.plan.expected,
            self.plan.translations[self.language.tag],
            self.plan.reading.syntax,
        )

    def to_read(self, paths: Collection[Path] = (), *, again: bool = False) -> list[Text]:
        """What nobody has read.

        :param paths: only what stands in these catalogs, pages and folders
        :param again: also what others have read, but this person has not
        :raises UsageError: if one of the paths is none of these
        """
        pages = {page for path in paths for page in self._pages_at(path)}
        wanted = [text for text in self.texts if text.page in pages or not paths]
        reviews = self.plan.progress.reviews[self.language.tag]
        return unread.unread(wanted, reviews, self.name if again else "")

    def _pages_at(self, path: Path) -> list[str]:
        found = [
            domain
            for domain in self.plan.expected.messages
            if any(place.is_relative_to(path.resolve()) for place in self._places(domain))
        ]
        if not found:
            name = self.language.language.english_name
            raise UsageError(f"{path} is neither a catalog of {name} nor a page")
        return found

    def _places(self, domain: str) -> Iterator[Path]:
        root = self.plan.project.root
        yield root / self.plan.catalog_path(self.language, domain)
        if domain in self.plan.reading.doctrees:
            yield root / self.plan.source_path(domain)

    def page(self, page: str) -> PageTexts:
        """A page as its readers see it, with what it shows of the ledger; or one catalog.

        :raises UsageError: if there is no such page
        """
        plan, tag = self.plan, self.language.tag
        if page in plan.reading.doctrees:
            msgids, usable = plan.reading.msgids(page), plan.page_messages(tag, page)
        elif page in plan.expected.messages:
            msgids, usable = plan.expected.messages[page], plan.messages(tag, page)
        else:
            pages = ", ".join(plan.expected.domains)
            raise UsageError(f"there is no page {page!r}; there are {pages}")
        seen = {(msgid, usable[msgid]) for msgid in msgids if msgid in usable}
        texts = [text for text in self.texts if (text.msgid, text.msgstr) in seen]
        mine = unread.unread(texts, plan.progress.reviews[tag], self.name)
        return PageTexts(texts, mine, len(set(msgids)) - len(seen))

    def record(self, texts: Iterable[Text], day: dt.date) -> None:
        """Note down that this person has read these texts.

        :raises review_file.ReviewsError: if the list of reviews has mistakes
        """
        added = [Review(text.fingerprint, self.name, day) for text in texts]
        review_file.record(self.plan.project, self.language.language, added)

    def prune(self) -> int:
        """Remove the reviews of texts that there are no longer.

        :returns: how many there were
        :raises HiddenTextsError: if a page or a catalog cannot be read
        """
        plan, tag = self.plan, self.language.tag
        if wrong := [each for each in errors(plan.problems) if _hides_texts(each)]:
            raise HiddenTextsError(
                "nothing was removed: as long as these errors are there, nobody can say "
                f"which texts are gone\n{as_text(wrong)}"
            )
        judged = plan.translations[tag]
        lapsed = status(
            plan.project,
            self.language,
            plan.expected,
            judged,
            plan.reading.syntax,
            plan.progress.reviews[tag],
        ).lapsed
        if not lapsed:
            return 0
        review_file.remove(plan.project, self.language.language, lapsed)
        return len(lapsed)

    def said_of(self, text: Text) -> list[Problem]:
        """What the check has to say about a translation."""
        place = (text.path, text.line)
        return [each for each in self.plan.problems if (each.path, each.line) == place]

    @property
    def unreadable(self) -> list[Problem]:
        """Which catalogs there are, but cannot be read."""
        root = self.plan.project.root
        return [
            each
            for each in self.plan.problems
            if each.rule == "catalog" and os.path.lexists(root / each.path)
        ]


def _hides_texts(problem: Problem) -> bool:
    return not problem.language or problem.rule in ("catalog", "no-catalogs")
