"""The place of a worker among those that share its cores: what a run lets its workers know."""

from __future__ import annotations

from typing import NamedTuple


class WorkerSlot(NamedTuple):
    """Which of the workers that share the cores of a computer, or of a job on it, a worker is."""

    number: int
    """From 0; kept as long as the worker is there."""
    share: int
    """How many there are now."""
