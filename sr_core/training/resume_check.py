"""Checks that a checkpoint comes from a training with the same options."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import cast

from pydantic import JsonValue, ValidationError

from ..errors import InputError, SrError
from ..i18n import say
from ..redaction import redact_values
from .options import TrainingOptions

MAY_CHANGE = ("LEARNING_RATE",)
"""Options that may be changed when a run is continued, although they change its result: after a loss that was not finite,
a smaller learning rate helps."""


def result_options(options: TrainingOptions, tiles: JsonValue) -> dict[str, JsonValue]:
    """Return the options that the result depends on, by parameter id; files as their content or name, not their path."""
    values = options.model_dump(mode="json", include=set(TrainingOptions.model_fields) - {"tensorboard"})
    values |= {"tiles": tiles, "pretrained": options.pretrained and Path(options.pretrained).name}
    return cast(
        "dict[str, JsonValue]", redact_values({name.upper(): value for name, value in values.items()})
    )


def upgrade_options(asked: Mapping[str, JsonValue]) -> Mapping[str, JsonValue]:
    """Return the options of a checkpoint as this version writes them, with defaults for options that are newer."""
    values = {name.lower(): value for name, value in asked.items()}
    try:
        return result_options(TrainingOptions.model_validate({**values, "tiles": ""}), asked["TILES"])
    except (ValidationError, SrError, KeyError):
        return asked


def require_same_options(path: Path, before: Mapping[str, JsonValue], now: Mapping[str, JsonValue]) -> None:
    """Refuse to continue a training with other options.

    Raises:
        InputError: Options differ; the sentence names them.
    """
    names = dict.fromkeys([*now, *before])
    differences = [
        difference
        for name in names
        if name not in MAY_CHANGE
        for difference in _differences(name, before.get(name), now.get(name))
    ]
    if differences:
        raise InputError(
            "{path} is of a training with other settings ({differences}): set them as they were, or leave RESUME "
            "blank to start again.",
            path=path,
            differences="; ".join(differences),
        )


def _differences(name: str, before: JsonValue, now: JsonValue) -> Iterator[str]:
    """Yield in which respects two values differ; for the same choice with other options, the options that differ."""
    if before == now:
        return
    if isinstance(before, dict) and isinstance(now, dict):
        if before.get("id") == now.get("id"):
            for option in dict.fromkeys([*now, *before]):
                title = say("{option} of {name}", option=option, name=name)
                yield from _differences(title, before.get(option), now.get(option))
            return
        before, now = before.get("id"), now.get("id")
    yield say("{name} is {now} and was {before}", name=name, now=now, before=before)
