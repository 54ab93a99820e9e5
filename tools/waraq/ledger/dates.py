"""Dates as sources give them: a year, a month of a year, or a day."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from typing import Literal

Precision = Literal["year", "month", "day"]

WRITTEN = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


@dataclass(frozen=True, order=True)
class Day:
    """A date that is known to the year, to the month or to the day.

    ``month`` and ``day`` are 0 where they are not known, so that in order a
    year stands before its months and a month before its days.
    """

    year: int
    month: int = 0
    day: int = 0

    def __str__(self) -> str:
        return self.iso

    @property
    def iso(self) -> str:
        """ISO 8601, as precise as the date is known: ``2018-08``."""
        parts = [f"{self.year:04}"]
        parts += [f"{part:02}" for part in (self.month, self.day) if part]
        return "-".join(parts)

    @property
    def precision(self) -> Precision:
        """How far the date is known."""
        if self.day:
            return "day"
        return "month" if self.month else "year"

    @property
    def start(self) -> dt.date:
        """The first day that may be meant."""
        return dt.date(self.year, self.month or 1, self.day or 1)

    @property
    def end(self) -> dt.date:
        """The last day that may be meant."""
        month = self.month or 12
        return dt.date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def matches(self, other: Day) -> bool:
        """Whether both may mean the same day: 2018-08-29 and 2018-08 do."""
        return self.start <= other.end and other.start <= self.end


def parse_day(text: str) -> Day:
    """Read ``2018``, ``2018-08`` or ``2018-08-29``.

    :raises ValueError: if it is written otherwise, or if the calendar has no
        such date; its words are a sentence for editors.
    """
    match = WRITTEN.fullmatch(text)
    if match is None:
        raise ValueError(f"“{text}” is not a date like 2018, 2018-08 or 2018-08-29")
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    try:
        dt.date(year, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        raise ValueError(f"the calendar has no {text}") from None
    return Day(year, month or 0, day or 0)
