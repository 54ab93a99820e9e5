"""What stands in for a function of WeasyPrint: whose it is, its name, and the function."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

Function = Callable[..., Any]

Replacements = Iterator[tuple[Any, str, Function]]
