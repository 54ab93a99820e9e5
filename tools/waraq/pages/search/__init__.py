"""Finding words: a search page and an index from A to Z, for each language.

``passages`` knows what can be found on a page, ``words`` in which languages it
is; ``folding`` which letters count as the same, ``likeness`` what else a reader
may have meant; ``index`` what the search page's script is given; ``alphabet``
in which order a language has its words, ``entries`` what stands in the index
from A to Z. ``writing`` makes the files.
"""

from waraq.pages.own import A_TO_Z, OWN_PAGES, SEARCH

INDEX = "search.js"
"""The index of a language, which the search page loads when somebody begins to type."""

__all__ = ["A_TO_Z", "INDEX", "OWN_PAGES", "SEARCH"]
