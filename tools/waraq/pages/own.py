"""The pages that a build writes beside the sources' pages; no source may have such a name."""

from __future__ import annotations

SEARCH = "search"
"""The page where a reader types words; it needs scripts."""

A_TO_Z = "a-z"
"""The page where every title, heading, term and name stands in the order of the alphabet."""

TAKE = "take-it-with-you"
"""The page with all that can be printed or kept: handouts, offline copies."""

OWN_PAGES = (SEARCH, A_TO_Z, TAKE)
