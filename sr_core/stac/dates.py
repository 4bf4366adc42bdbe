"""Days of a search, as users write them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from ..errors import BadInput

AROUND = timedelta(days=365)
"""How far beyond the dates is looked when there is nothing within them."""


@dataclass(frozen=True)
class Dates:
    """Days from the first to the last, both included."""

    first: date
    last: date

    @classmethod
    def parsed(cls, text: str) -> Dates:
        """Of "2021-05-01/2021-08-31", or of one day.

        Raises:
            BadInput: no dates, or reversed.
        """
        ends = [part.strip() for part in text.split("/")]
        if len(ends) > 2:
            raise _no_date("DATE_RANGE", text)
        first, last = (day("DATE_RANGE", part) for part in (ends[0], ends[-1]))
        if last < first:
            raise BadInput(
                "DATE_RANGE ends on {last}, before it begins on {first}: put the earlier date first.",
                first=first,
                last=last,
            )
        return cls(first, last)

    @property
    def middle(self) -> date:
        return self.first + (self.last - self.first) / 2

    def wider(self) -> Dates:
        return Dates(self.first - AROUND, self.last + AROUND)

    def __str__(self) -> str:
        return f"{self.first:%Y-%m-%d}/{self.last:%Y-%m-%d}"


def day(name: str, text: str) -> date:
    """The day that the parameter `name` says.

    Raises:
        BadInput: it is none.
    """
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise _no_date(name, text) from None


def _no_date(name: str, text: str) -> BadInput:
    return BadInput(
        "{name} is {text}: write days as year-month-day, such as {example}.",
        name=name,
        text=repr(text),
        example="2021-05-01/2021-08-31" if name == "DATE_RANGE" else "2021-06-21",
    )
