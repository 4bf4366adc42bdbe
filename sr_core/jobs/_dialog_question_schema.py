"""Questions that a job's dialog asks before its fields, where they are alternatives of which one run needs a few."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass(frozen=True)
class Answer:
    """An answer to a question, and what it asks for.

    Fields that another answer shows and this one does not are hidden, and what is in them counts for nothing.
    """

    title: str
    """What users choose."""
    shows: tuple[str, ...] = ()
    """Fields of the job that are shown with this answer; those that no answer of a question shows always are."""
    needs: tuple[str, ...] = ()
    """Fields that must then be set. Where the first is set, as by QGIS' history, this is the answer."""
    presets: Mapping[str, str] = field(default_factory=dict)
    """Values of fields that are blank when the answer is chosen."""


@dataclass(frozen=True)
class Question:
    """A question of a dialog; the first answer holds where no field that another one needs is set."""

    title: str
    answers: tuple[Answer, ...]

    def publish(self) -> dict[str, Any]:
        """Return the question as JSON values, for the schema."""
        answers = [{**asdict(each), "shows": [*each.shows], "needs": [*each.needs]} for each in self.answers]
        return {"title": self.title, "answers": answers}
