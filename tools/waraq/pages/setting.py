"""In which language and for which medium a page is being set."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from waraq.languages import Language
from waraq.pages.interface import Interface


@dataclass(frozen=True)
class Setting:
    """What the HTML writer must know beside the doctree.

    ``isolates`` says how a left-to-right run is set apart in right-to-left
    text: by ``<bdi>`` for browsers, by U+2066 and U+2069 for WeasyPrint, which
    resolves direction inside each inline box alone (Kozea/WeasyPrint#106).
    """

    language: Language
    source: Language
    interface: Interface
    isolates: Literal["bdi", "characters"] = "bdi"
