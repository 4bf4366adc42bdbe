"""Fields of a job that the command line sets in place of the job's file."""

from __future__ import annotations

from collections.abc import Sequence

OPTIONS = ("--workers", "--scheduler", "--slurm", "--part")
SLURM = "slurm:"
"""How a scheduler is named that SLURM starts workers for."""


def read_options(arguments: Sequence[str]) -> dict[str, str] | None:
    """Return the values of fields by name; None where the arguments are no pairs of an option and its value."""
    names, values = arguments[::2], arguments[1::2]
    if len(names) != len(values) or not set(names) <= set(OPTIONS):
        return None
    found = {name.removeprefix("--"): value for name, value in zip(names, values, strict=True)}
    if file := found.pop("slurm", None):
        found["scheduler"] = SLURM + file
    return found
