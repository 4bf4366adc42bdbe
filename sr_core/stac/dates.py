"""Days of a search, written as year-month-day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from ..errors import InputError

AROUND = timedelta(days=365)
"""How far beyond the dates to look when there is nothing within them."""


@dataclass(frozen=True)
class Dates:
    """Days from the first to the last, both included."""

    first: date
    last: date

    @classmethod
    def parse(cls, text: str) -> Dates:
        """Read "2021-05-01/2021-08-31", or one day.

        Raises:
            InputError: these are not dates, or they are reversed.
        """
        ends = [part.strip() for part in text.split("/")]
        if len(ends) > 2:
            raise _no_date("DATE_RANGE", text)
        first, last = (parse_day("DATE_RANGE", part) for part in (ends[0], ends[-1]))
        if last < first:
            raise InputError(
                "DATE_RANGE ends on {last}, before it begins on {first}: put the earlier date first.",
                first=first,
                last=last,
            )
        return cls(first, last)

    @property
    def middle(self) -> date:
        """The day halfway."""
        return self.first + (self.last - self.first) / 2

    def widen(self) -> Dates:
        """Return these days and those up to `AROUND` before and after."""
        return Dates(self.first - AROUND, self.last + AROUND)

    def __str__(self) -> str:
        return f"{self.first:%Y-%m-%d}/{self.last:%Y-%m-%d}"


def parse_day(name: str, text: str) -> date:
    """Read the value of the parameter `name`.

    Raises:
        InputError: it is not a date.
    """
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise _no_date(name, text) from None


def _no_date(name: str, text: str) -> InputError:
    return InputError(
        "{name} is {text}: write days as year-month-day, such as {example}.",
        name=name,
        text=repr(text),
        example="2021-05-01/2021-08-31" if name == "DATE_RANGE" else "2021-06-21",
    )
