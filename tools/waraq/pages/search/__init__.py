"""Finding words: a search page and an index from A to Z, for each language.

``passages`` knows what can be found on a page, ``words`` in which languages it
is; ``folding`` which letters count as the same, ``likeness`` what else a reader
may have meant; ``index`` what the search page's script is given; ``alphabet``
in which order a language has its words, ``entries`` what stands in the index
from A to Z. ``writing`` makes the files.
"""

SEARCH = "search"
"""The page where a reader types words; it needs scripts."""

A_TO_Z = "a-z"
"""The page where every title, heading, term and name stands in the order of the alphabet."""

INDEX = "search.js"
"""The index of a language, which the search page loads when somebody begins to type."""

OWN_PAGES = (SEARCH, A_TO_Z)
"""What a build writes beside the sources' pages; no source may have such a name."""
