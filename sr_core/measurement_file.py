"""Keeps measurements of this computer between runs, in Finer's own folder."""

from __future__ import annotations

import contextlib
from typing import Any, Generic, TypeVar

from pydantic import TypeAdapter, ValidationError

from .atomic_write import atomic_write
from .errors import OutputError
from .home_folder import home_folder

T = TypeVar("T")


class MeasurementFile(Generic[T]):
    """A file of values by what they were measured on; what cannot be read counts as not measured."""

    def __init__(self, name: str, kind: Any) -> None:
        """Take the file's name, and the type of its values."""
        self.name = name
        self._adapter: TypeAdapter[dict[str, T]] = TypeAdapter(dict[str, kind])

    def load(self) -> dict[str, T]:
        """Return all values."""
        try:
            return self._adapter.validate_json((home_folder() / self.name).read_bytes())
        except (OSError, ValidationError):
            return {}

    def add(self, key: str, value: T) -> None:
        """Keep a value, if the folder can be written."""
        kept = {**self.load(), key: value}
        path = home_folder() / self.name
        with contextlib.suppress(OSError, OutputError):
            path.parent.mkdir(parents=True, exist_ok=True)
            with atomic_write(path) as file:
                file.write_bytes(self._adapter.dump_json(kept))
