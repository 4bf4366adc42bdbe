"""What a user can ask for, one file each. A job is a generator: it yields how far it is and returns its result."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Generator, Mapping, Sequence
from typing import Any, ClassVar

from ..cpu_threads import on_limited_cores
from ..progress import Log, Progress
from ..raster.ground_resolution import FAR
from ..raster.wavelengths import published_wavelengths
from ..redaction import PATTERNS
from ..schema import Choice, Config, schema_of
from ._dialog_question_schema import Answer, Question
from ._file_guards import guard_files

__all__ = ["Answer", "Job", "Log", "Progress", "Question", "publish_schema"]


class Job(Choice):
    """Something a user can ask for. To cancel, stop iterating: `close()` runs every `finally`."""

    tags: ClassVar[tuple[str, ...]]
    """What people type when they look for this."""

    Result: ClassVar[type[Config]]
    """The numbers and sentences that a finished run hands back; its files are the job's own outputs."""

    complete_engine: ClassVar[bool] = False
    """Whether it takes packages that only the complete SR engine has, see requirements.txt."""

    replaces: ClassVar[Mapping[str, tuple[str, ...]]] = {}
    """Entries that the job replaces in an output folder, by the folder's field; where a field is not named, all entries."""

    questions: ClassVar[tuple[Question, ...]] = ()
    """What the dialog asks before it shows the fields that the answers need."""

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        if "run" in vars(cls):  # so that no job can forget it
            cls.run = guard_files(on_limited_cores(cls.run))  # type: ignore[method-assign, assignment]

    def side_files(self) -> Sequence[str]:
        """Return files that are written besides the outputs that the user names."""
        return ()

    def libraries(self) -> Sequence[str]:
        """Return modules that the work imports; they are imported before a thread reads standard input.

        On Windows torch hangs if it is imported beside such a thread.
        """
        return ()

    @abstractmethod
    def run(self) -> Generator[Progress | Log, None, Config]:
        """Do the work. Nothing half-written looks finished, however the run ends."""
        raise NotImplementedError


def publish_schema() -> dict[str, Any]:
    """Return the content of `schema.json` for QGIS: schemas of jobs, titles of cards, wavelengths, patterns of secrets."""
    from ..package.card import published_card  # with templates and networks, which no job needs for this

    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "jobs": {
            name: {
                **schema_of(job),
                "tags": list(job.tags),
                "complete_engine": job.complete_engine,
                "replaces": {field: list(entries) for field, entries in job.replaces.items()},
                "questions": [question.publish() for question in job.questions],
                "result": schema_of(job.Result)["properties"],
            }
            for name, job in Job.members.items()
        },
        "card": published_card(),
        "wavelengths": published_wavelengths(),
        "far_pixels": FAR,
        "secrets": [list(each) for each in PATTERNS],
    }


Job.discover(__name__, __path__)
