"""Muting: a translator's comment that silences one warning for one entry.

Written above the entry as ``# waraq: mute numbers the law's own figure``. An
error cannot be muted, and what is muted is still listed, as a note.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from waraq.catalogs.grammar import Entry
from waraq.translate.rules import MUTABLE

MUTE = re.compile(r"waraq:\s*mute\b\s*([\w-]*)", re.IGNORECASE)


def muted(entry: Entry) -> list[str]:
    """The rules that an entry's comments name."""
    return [match[1] for comment in entry.comments if (match := MUTE.match(comment))]


def mistakes(entry: Entry, used: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Mutes that silence nothing: what is wrong, and what to do."""
    for rule in muted(entry):
        if rule not in MUTABLE:
            known = ", ".join(sorted(MUTABLE))
            yield f"there is no warning named {rule!r} to mute", f"write one of: {known}"
        elif rule not in used:
            yield f"the rule {rule} has nothing to say here", "remove the mute"
