"""Runs a model in ONNX once on small images, to check that it stays within limits of memory and time."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from ..errors import InputError
from .onnx_resource_limits import TRIAL_SECONDS, run_limited, within
from .onnx_session import CPU, create_session, session_settings

NUMBERS = {"tensor(float)": np.float32, "tensor(float16)": np.float16}
"""Number types that can be fed, by ONNX Runtime's name."""
TRIAL_SIDE = 64
"""Side in pixels of the first, small image."""
MOST_FIXED = 2**28
"""Most numbers of an image of fixed size: 1 GiB."""


def require_bounded(
    model: bytes,
    shapes: Mapping[str | None, tuple[int, int, int, int]] | None = None,
    output: str | None = None,
) -> None:
    """Run a model once on small images, within limits, before a session makes its constants without any.

    Args:
        model: The file.
        shapes: Of the image of each input by its name, or of the only one by None, as the model wants them; None takes
            what the model says, and sides of `TRIAL_SIDE` where it says none.
        output: The output that is the result; None runs all.

    Raises:
        InputError: it takes too much memory or time, or ONNX Runtime cannot make sense of it. That it does not take the
            image is no reason.
    """
    settings = session_settings()
    settings.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    settings.enable_cpu_mem_arena = settings.enable_mem_pattern = False
    trial = within(TRIAL_SECONDS, lambda: create_session(model, settings, [CPU]))
    inputs = trial.get_inputs()
    if len(inputs) > 2 or any(each.type not in NUMBERS or len(each.shape) != 4 for each in inputs):
        return  # whoever asks about it says so
    images: dict[str, NDArray[Any]] = {}
    for each in inputs:
        shape = shapes and (shapes.get(each.name) or shapes.get(None))
        sides = [side if isinstance(side, int) and side > 0 else None for side in each.shape]
        usual = shape or (1, 3, TRIAL_SIDE, TRIAL_SIDE)
        if shape is None and sides[1] is None and sides[3] is not None:  # bands last, as far as can be told
            usual = (1, TRIAL_SIDE, TRIAL_SIDE, 3)
        size = [own or other for own, other in zip(sides, usual, strict=True)]
        if math.prod(size) > MOST_FIXED:
            raise InputError(
                "The ONNX model needs images of {size} numbers, which is too large.", size=math.prod(size)
            )
        images[each.name] = np.random.default_rng(0).random(size, np.float32).astype(NUMBERS[each.type])
    try:
        run_limited(trial, images, TRIAL_SECONDS, [output] if output else None)
    except InputError:
        raise
    except (
        Exception
    ):  # ONNX Runtime's own: whoever runs it on an image that it should take says what is wrong
        return
