"""Days of a search, written as year-month-day, as months or years, or as a range with an open end."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

from ..errors import InputError

AROUND = timedelta(days=365)
"""How far beyond the dates to look when there is nothing within them."""

EARLIEST, LATEST = date(1900, 1, 1), date(2200, 1, 1)
"""Ends of an open range. Not every catalogue understands one without."""

OPEN = ("", "..")
"""How an open end is written."""


@dataclass(frozen=True)
class Dates:
    """Days from the first to the last, both included."""

    first: date
    last: date

    @classmethod
    def parse(cls, text: str) -> Dates:
        """Read "2021-05-01/2021-08-31", one day, "2021-07", "2021-05/2021-08", "2021", "2021-05-01/.." or "../2021".

        Raises:
            InputError: these are not dates, or they are reversed.
        """
        ends = [part.strip() for part in text.split("/")]
        if len(ends) > 2 or all(end in OPEN for end in ends):
            raise _no_date("DATE_RANGE", text)
        first = EARLIEST if ends[0] in OPEN else _parse_span("DATE_RANGE", ends[0])[0]
        last = LATEST if ends[-1] in OPEN else _parse_span("DATE_RANGE", ends[-1])[1]
        if last < first:
            raise InputError(
                "DATE_RANGE ends on {last}, before it begins on {first}: put the earlier date first.",
                first=first,
                last=last,
            )
        return cls(first, last)

    @property
    def middle(self) -> date:
        """The day halfway; of an open range the end that it has."""
        if self.first <= EARLIEST:
            return self.last
        return self.first if self.last >= LATEST else self.first + (self.last - self.first) / 2

    def widen(self) -> Dates:
        """Return these days and those up to `AROUND` before and after."""
        return Dates(
            EARLIEST if self.first <= EARLIEST else self.first - AROUND,
            LATEST if self.last >= LATEST else self.last + AROUND,
        )

    def __str__(self) -> str:
        first = ".." if self.first <= EARLIEST else f"{self.first:%Y-%m-%d}"
        return f"{first}/.." if self.last >= LATEST else f"{first}/{self.last:%Y-%m-%d}"


def parse_day(name: str, text: str) -> date:
    """Read the value of the parameter `name`; of a month or a year, the middle.

    Raises:
        InputError: it is not a date.
    """
    return Dates(*_parse_span(name, text.strip())).middle


def _parse_span(name: str, text: str) -> tuple[date, date]:
    """Return the first and the last day of a day, a month or a year."""
    try:
        if re.fullmatch(r"\d{4}", text):
            return date(int(text), 1, 1), date(int(text), 12, 31)
        if re.fullmatch(r"\d{4}-\d\d", text):
            year, month = map(int, text.split("-"))
            return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
        day = date.fromisoformat(re.sub(r"[T ]\d\d:\d\d.*", "", text))  # the time of a day does not matter
    except ValueError:  # of which IllegalMonthError is one
        raise _no_date(name, text) from None
    return day, day


def _no_date(name: str, text: str) -> InputError:
    return InputError(
        "{name} is {text}: write days as year-month-day, such as {example}.",
        name=name,
        text=repr(text),
        example="2021-05-01/2021-08-31" if name == "DATE_RANGE" else "2021-06-21",
    )
