"""What stands in for something of WeasyPrint: whose it is, its name, and the new one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

Function = Callable[..., Any]

Replacements = Iterator[tuple[Any, str, Any]]
