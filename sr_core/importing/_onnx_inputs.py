"""Finds out which inputs an ONNX network has: one image, or an image and a guide of finer or equal pixels."""

from __future__ import annotations

from typing import Any, NamedTuple, cast

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from ..errors import InputError
from ..i18n import say
from ..inference.onnx_net import run_one
from ..package.onnx_model import OnnxForm, OnnxGuide
from ..raster.space_to_depth import RATIOS
from ._onnx_output import SCALES, no_network

MOST_BANDS = 64
"""A last dimension of so many at most is the bands, where the second is not."""
SIDE = 48
"""Pixels along the side of the images that inputs are tried with: a multiple of what most networks gather."""


class WantedGuide(NamedTuple):
    """What the user says of the guide of a network."""

    bands: int | None = None
    """Their number."""
    ratio: int | None = None
    """Pixels of the guide along the side of one of the image."""


NO_GUIDE = WantedGuide()


class _ImageInput(NamedTuple):
    """An input that takes an image."""

    name: str
    bands: int
    size: tuple[int, int] | None
    """Rows and columns, if they are fixed."""
    form: OnnxForm


def find_inputs(
    session: onnxruntime.InferenceSession, bands: int | None, guide: WantedGuide
) -> tuple[int, tuple[int, int] | None, OnnxForm]:
    """Return the bands of the image, its rows and columns if they are fixed, and how images are fed.

    Raises:
        InputError: The inputs are no image, or image and guide, or it is not clear which.
    """
    inputs = session.get_inputs()
    if len(inputs) == 1:
        one = _read(inputs[0], bands)
        return one.bands, one.size, one.form
    if len(inputs) != 2:
        raise no_network(say("its inputs are not one or two images of four dimensions (NCHW or NHWC)"))
    found: list[tuple[int, tuple[int, int] | None, OnnxForm]] = []
    refused: list[InputError] = []
    for place, other in ((0, 1), (1, 0)):
        try:
            image, second = _read(inputs[place], bands), _read(inputs[other], guide.bands, "GUIDE_BANDS")
        except InputError as error:
            refused.append(error)
            continue
        for ratio in _ratios(image, second, guide.ratio):
            asked = OnnxGuide(name=second.name, image=image.name, bands=second.bands, ratio=ratio)
            form = image.form.model_copy(update={"guide": asked})
            if image.form == second.form and _takes(session, image, form):
                found.append((image.bands, image.size, form))
        if found:  # of two images as fine as each other the first is the image
            break
    if not found and refused:
        raise refused[0]
    if not found:
        raise no_network(say("it takes two images and runs with none of the pixel size ratios tried"))
    ratios = [form.guide.ratio for _, _, form in found if form.guide]
    if len(ratios) > 1:
        raise InputError(
            "The ONNX model accepts a guide of any of the ratios {ratios}: set GUIDE_RATIO to the one that it "
            "was trained with.",
            ratios=", ".join(map(str, ratios)),
        )
    return found[0]


def _ratios(image: _ImageInput, guide: _ImageInput, asked: int | None) -> list[int]:
    """Return the ratios that are tried."""
    if image.size and guide.size:
        rows, cols = (fine / coarse for fine, coarse in zip(guide.size, image.size, strict=True))
        return [int(rows)] if rows == cols and rows in RATIOS and asked in (None, rows) else []
    return [ratio for ratio in RATIOS if asked in (None, ratio)]


def _takes(session: onnxruntime.InferenceSession, image: _ImageInput, form: OnnxForm) -> bool:
    """Return whether a network can be run with a guide of this ratio, and gives something that a result can be."""
    guide = form.guide
    if guide is None:
        return False
    rows, cols = image.size or (SIDE, SIDE)
    shape = (image.bands + guide.bands * guide.ratio**2, rows, cols)
    image_of = np.random.default_rng(0).random(shape, np.float32)
    results = (_run(session, image_of, form, output.name) for output in session.get_outputs())
    return any(
        made is not None
        and made.ndim == 4
        and made.shape[1] <= image.bands
        and made.shape[2] / rows in SCALES
        for made in results
    )


def _run(
    session: onnxruntime.InferenceSession, image: NDArray[np.float32], form: OnnxForm, output: str
) -> NDArray[np.float32] | None:
    """Return an output for an image; none if the network does not take it."""
    try:
        return run_one(session, image, form.model_copy(update={"output": output}))[0]
    except InputError:  # a limit of memory or time
        raise
    except Exception:  # what ONNX Runtime raises has no common class
        return None


def _read(given: Any, bands: int | None, option: str = "BANDS") -> _ImageInput:
    """Return what an input of a session takes; `bands` is what the user says of it, as `option`."""
    if len(given.shape) != 4:
        raise no_network(say("its inputs are not one or two images of four dimensions (NCHW or NHWC)"))
    if given.type not in ("tensor(float)", "tensor(float16)"):
        kind = given.type.removeprefix("tensor(").removesuffix(")")
        raise no_network(
            say(
                "its input type is {kind}, and only float32 and float16 are supported: export it with one of "
                "these",
                kind=kind,
            )
        )
    batch, *sides = (side if isinstance(side, int) and side > 0 else None for side in given.shape)
    last = sides[2] is not None and sides[2] <= MOST_BANDS and (sides[0] is None or sides[0] > sides[2])
    # Where both could be bands, those that the user names decide.
    last = last and not (sides[0] is not None and sides[0] == bands)
    height, width = sides[:2] if last else sides[1:]
    channels = sides[2] if last else sides[0]
    if channels and bands and channels != bands:
        raise InputError(
            "{option} has {given} names and the ONNX model takes {bands}.",
            option=option,
            given=bands,
            bands=channels,
        )
    size = (height or width, width or height) if height or width else None
    form = OnnxForm(channels_last=bool(last), half="float16" in given.type, batch=batch or 1)
    return _ImageInput(given.name, channels or bands or 3, cast("tuple[int, int] | None", size), form)
