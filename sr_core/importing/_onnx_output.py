"""Finds which output of an ONNX network is its result, how much finer that is, and what it loses at the edge."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from ..errors import InputError
from ..i18n import say
from ..inference.onnx_net import run_one
from ..inference.onnx_session import describe_onnx_error
from ..package.onnx_model import OnnxForm

SCALES = (1, 2, 3, 4, 8)
Image = NDArray[np.float32]


def choose_output(
    session: onnxruntime.InferenceSession,
    images: Sequence[Image],
    form: OnnxForm,
    asked: str | None,
    bands: int,
) -> tuple[OnnxForm, int, int]:
    """Return how the network gives its result, the scale of that, and its number of bands.

    Args:
        session: The network.
        images: What it is tried on: one, or two of different sizes.
        form: How it wants them.
        bands: Of the images, without those of a guide; the result has as many, or fewer.
        asked: The output that the user names.

    Raises:
        InputError: there is no such output, none is a result, or several are.
    """
    names = [output.name for output in session.get_outputs()]
    if asked is not None and asked not in names:
        raise InputError(
            "The ONNX model has no output {asked}: it has {known}.", asked=asked, known=", ".join(names)
        )
    found: dict[str, tuple[OnnxForm, int, int]] = {}
    refused: list[InputError] = []
    for name in [asked] if asked else names:
        # The first is what an older package takes without a name.
        named = form if name == names[0] else form.model_copy(update={"output": name})
        try:
            found[name] = _read(session, images, named, bands)
        except InputError as error:
            refused.append(error)
    # Features of the input's size are no result where there is a finer one.
    finer = {name: each for name, each in found.items() if each[1] > 1} or found
    # Nor are fewer bands where there are all.
    finer = {name: each for name, each in finer.items() if each[2] == bands} or finer
    if len(finer) > 1:
        raise InputError(
            "The ONNX model has several outputs that can be the result: set OUTPUT_NAME to one of {known}.",
            known=", ".join(f"{name} (×{scale})" for name, (_, scale, _) in finer.items()),
        )
    if not finer:
        raise refused[0]
    return next(iter(finer.values()))


def _read(
    session: onnxruntime.InferenceSession, images: Sequence[Image], form: OnnxForm, bands: int
) -> tuple[OnnxForm, int, int]:
    """Return form, scale and number of bands of an output."""
    shapes: list[tuple[tuple[int, ...], tuple[int, ...]]] = []
    for image in images:
        try:
            result = run_one(session, image[0], form)[0]
        except InputError:  # a limit of memory or time
            raise
        except Exception as error:  # what ONNX Runtime raises has no common class
            if shapes:  # the first size was taken, which must do
                continue
            raise no_network(describe_onnx_error(error)) from None
        if result.ndim != 4 or not 1 <= result.shape[1] <= bands:
            raise no_network(
                say(
                    "from {bands} bands it produces an array of shape {shape}",
                    bands=bands,
                    shape=result.shape,
                )
            )
        if not np.isfinite(result).all():
            raise no_network(say("its result is not finite, for example because weights are NaN"))
        shapes.append((image.shape[2:], result.shape[2:]))
    scale = _scale(shapes)
    lost = {scale * into - out for sides in shapes for into, out in zip(*sides, strict=True)}
    (first, *more) = lost
    if more or first < 0 or first % 2:
        (rows, cols), (high, wide) = shapes[0]
        raise no_network(
            say(
                "from {rows} × {cols} pixels it produces {high} × {wide}, and only a network that loses the same "
                "number of pixels on every side can be used",
                rows=rows,
                cols=cols,
                high=high,
                wide=wide,
            )
        )
    return form.model_copy(update={"lost": first // 2}), scale, result.shape[1]


def _scale(shapes: Sequence[tuple[tuple[int, ...], tuple[int, ...]]]) -> int:
    """Return the scale: by how much the result grows as the image does, or of one image what comes next above."""
    (into, out), *more = shapes
    rows, cols = (made / given for made, given in zip(out, into, strict=True))
    if more:
        (less, fewer), *_ = more
        rows, cols = ((a - b) / (c - d) for a, b, c, d in zip(out, fewer, into, less, strict=True))
    elif rows not in SCALES or cols not in SCALES:  # of a fixed size
        larger = [
            s
            for s in SCALES
            if all(s * a - b == s * into[0] - out[0] >= 0 for a, b in zip(into, out, strict=True))
        ]
        if larger and max(rows, cols) > larger[0] / 2:
            return larger[0]
    if more and not (rows and cols):
        raise no_network(
            say(
                "its result always has {high} × {wide} pixels, but must grow with the image",
                high=out[0],
                wide=out[1],
            )
        )
    if rows != cols or rows not in SCALES:
        raise no_network(
            say(
                "its result is {rows:g} × {cols:g} times as large, and can be 1, 2, 3, 4 or 8 times",
                rows=rows,
                cols=cols,
            )
        )
    return int(rows)


def no_network(reason: str) -> InputError:
    """Return the sentence for a model that is something else."""
    return InputError(
        "The ONNX model is not a super-resolution network that Finer can use: {reason}.", reason=reason
    )
