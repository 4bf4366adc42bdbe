"""Finds out what an ONNX network is by running it: scale, bands, receptive field, alignment of tiles."""

from __future__ import annotations

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from ..errors import InputError
from ..inference.onnx import first_line, run_session
from ..package.onnx_model import OnnxGraph

REACHES = (32, 64, 128)
"""How far around a pixel its influence is looked for, in low-resolution pixels, nearest first."""
STEPS = (1, 2, 4, 8, 16, 32, 64)
"""By how many pixels an image is shifted to see whether its result is shifted and nothing else."""
IMPULSE = 1000.0
"""What a pixel is changed by to see how far that shows; images are random numbers from 0 to 1."""
TOLERANCE = 1e-4
"""Of the result's range: differences that come from the order of additions are smaller."""

Image = NDArray[np.float32]


def examine_onnx(session: onnxruntime.InferenceSession, bands: int | None) -> OnnxGraph:
    """Find out what a network is by running it.

    Args:
        session: Runs it.
        bands: Number of bands, for a network that takes any number.

    Raises:
        InputError: it is no super-resolution network: other inputs or outputs than one image each, or a result that
            is not larger by the same whole number on both sides, with the same bands.
    """
    channels, size = _input(session, bands)
    scale = _scale(session, _image(channels, size or (3 * STEPS[-1],) * 2))
    multiple_of = 1 if size else _multiple_of(session, channels, scale)
    found = (_halo(session, channels, scale, multiple_of, size, reach) for reach in REACHES)
    halo = next((halo for halo in found if halo is not None), None)
    # Of one that takes one size only, at least half of each side must be kept, or no end is to be seen.
    most = min(size) // 4 if size else REACHES[1]
    sees_all = halo is None or (size is not None and halo > most)
    return OnnxGraph(
        scale=scale,
        bands=channels,
        halo=most if halo is None or sees_all else halo,
        sees_all=sees_all,
        multiple_of=multiple_of,
        size=size,
    )


def _input(session: onnxruntime.InferenceSession, bands: int | None) -> tuple[int, tuple[int, int] | None]:
    """Return the bands and, if they are fixed, rows and columns."""
    inputs = session.get_inputs()
    if len(inputs) != 1 or inputs[0].type != "tensor(float)" or len(inputs[0].shape) != 4:
        raise _no_network("it takes something else than one image of single-precision numbers (NCHW)")
    channels, height, width = (
        side if isinstance(side, int) and side > 0 else None for side in inputs[0].shape[1:]
    )
    if channels and bands and channels != bands:
        raise InputError(
            "BANDS has {given} names and the ONNX model takes {bands}.", given=bands, bands=channels
        )
    return channels or bands or 3, (height, width) if height and width else None


def _scale(session: onnxruntime.InferenceSession, image: Image) -> int:
    try:
        result = run_session(session, image)
    except Exception as error:  # what ONNX Runtime raises has no common class
        raise _no_network(first_line(error)) from None
    if result.ndim != 4 or result.shape[:2] != image.shape[:2]:
        raise _no_network(f"from {image.shape[1]} bands it makes an array of shape {result.shape}")
    rows, cols = (out / into for out, into in zip(result.shape[2:], image.shape[2:], strict=True))
    if rows != cols or rows not in (1, 2, 3, 4, 8):
        raise _no_network(
            f"its result is {rows:g} × {cols:g} times as large, and can be 1, 2, 3, 4 or 8 times"
        )
    return int(rows)


def _multiple_of(session: onnxruntime.InferenceSession, channels: int, scale: int) -> int:
    """Return the least shift that only shifts the result; if none does, the least that the network takes."""
    taken = []
    for step in STEPS:
        side = step * (2 * STEPS[-1] // step + 1)  # an odd multiple: no coarser step fits too
        image = _image(channels, (side, side))
        whole, later = _result(session, image), _result(session, image[..., step:, step:])
        if whole is None or later is None:
            continue
        taken.append(step)
        shifted = whole[..., step * scale :, step * scale :]
        middle = slice(later.shape[-1] // 2 - 8 * scale, later.shape[-1] // 2 + 8 * scale)
        difference = np.abs(shifted[..., middle, middle] - later[..., middle, middle]).max()
        if difference <= TOLERANCE * np.ptp(whole):
            return step
    if not taken:
        raise _no_network("it can be run with no size of image that was tried")
    return taken[0]


def _result(session: onnxruntime.InferenceSession, image: Image) -> Image | None:
    """Return the result of an image; none if the network does not take this size."""
    try:
        return run_session(session, image)
    except Exception:  # what ONNX Runtime raises has no common class
        return None


def _halo(
    session: onnxruntime.InferenceSession,
    channels: int,
    scale: int,
    multiple_of: int,
    size: tuple[int, int] | None,
    reach: int,
) -> int | None:
    """Return how far a change of one pixel shows, in low-resolution pixels; none where it reaches the image's edge."""
    side = -(-(2 * reach + 2) // multiple_of) * multiple_of
    rows, cols = size or (side, side)
    image = _image(channels, (rows, cols))
    before = run_session(session, image)
    farthest = 0
    row, col = rows // 2, cols // 2
    for change in (IMPULSE, -IMPULSE):
        touched = image.copy()
        touched[..., row, col] += change
        changed = (run_session(session, touched) != before)[0].any(axis=0)
        at_rows, at_cols = (at // scale for at in changed.nonzero())
        if not len(at_rows):
            continue
        if {0, rows - 1} & set(at_rows.tolist()) or {0, cols - 1} & set(at_cols.tolist()):
            return None
        farthest = max(farthest, int(abs(at_rows - row).max()), int(abs(at_cols - col).max()))
    # Where pixels are taken in groups, another place in the group can see that much farther.
    return farthest + multiple_of - 1


def _image(channels: int, size: tuple[int, int]) -> Image:
    return np.random.default_rng(0).random((1, channels, *size), np.float32)


def _no_network(reason: str) -> InputError:
    return InputError(
        "The ONNX model is no super-resolution network that Finer can use: {reason}.", reason=reason
    )
