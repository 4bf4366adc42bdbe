"""Finds out what an ONNX network is by running it: scale, bands, receptive field, alignment of tiles."""

from __future__ import annotations

from typing import NamedTuple, cast

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from ..errors import InputError
from ..i18n import say
from ..inference.onnx import run_session
from ..package.onnx_model import OnnxForm, OnnxGraph
from ._onnx_alignment import SIDE, require_aligned
from ._onnx_output import choose_output, no_network

REACHES = (32, 64, 128)
"""How far around a pixel its influence is looked for, in low-resolution pixels, nearest first."""
STEPS = (1, 2, 4, 8, 16, 32, 64)
"""By how many pixels an image is shifted to see whether its result is shifted and nothing else."""
IMPULSE = 1000.0
"""What a pixel is changed by to see how far that shows; images are random numbers from 0 to 1."""
TOLERANCE = 1e-4
"""Of the result's range: differences that come from the order of additions are smaller."""
HALF_TOLERANCE = 1e-2
"""Likewise, in half precision."""
MOST_BANDS = 64
"""A last dimension of so many at most is the bands, where the second is not."""

Image = NDArray[np.float32]


def examine_onnx(
    session: onnxruntime.InferenceSession, bands: int | None, output: str | None = None
) -> OnnxGraph:
    """Find out what a network is by running it.

    Args:
        session: Runs it.
        bands: Number of bands, for a network that takes any number.
        output: Name of the output that is the result, for a network that has several.

    Raises:
        InputError: it is no super-resolution network: other inputs than one image, or no result that is larger by the
            same whole number on both sides, with the same bands; or several are; or the result differs from run to run, or
            is turned, mirrored or moved.
    """
    channels, size, form = _input(session, bands)
    form, scale = choose_output(session, _images(channels, size), form, output)
    rim = -(-form.lost // scale)
    if size:
        size = (size[0] - 2 * rim, size[1] - 2 * rim)
    network = _Network(session, form, scale)
    multiple_of = 1 if size else _multiple_of(network, channels, scale)
    side = -(-SIDE // multiple_of) * multiple_of
    require_aligned(network.run, channels, size or (side, side), scale, network.tolerance)
    found = (_halo(network, channels, scale, multiple_of, size, reach) for reach in REACHES)
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
        form=form,
    )


class _Network(NamedTuple):
    """A network, and how it is run."""

    session: onnxruntime.InferenceSession
    form: OnnxForm
    scale: int

    def run(self, image: Image) -> Image:
        return run_session(self.session, image, self.form, self.scale)

    @property
    def tolerance(self) -> float:
        return HALF_TOLERANCE if self.form.half else TOLERANCE


def _input(
    session: onnxruntime.InferenceSession, bands: int | None
) -> tuple[int, tuple[int, int] | None, OnnxForm]:
    """Return the bands, rows and columns if they are fixed, and how images are fed."""
    inputs = session.get_inputs()
    if len(inputs) != 1 or len(inputs[0].shape) != 4:
        raise no_network(say("it takes something else than one image of four dimensions (NCHW or NHWC)"))
    if inputs[0].type not in ("tensor(float)", "tensor(float16)"):
        kind = inputs[0].type.removeprefix("tensor(").removesuffix(")")
        raise no_network(
            say(
                "it takes numbers of the type {kind}, and only float32 and float16 can be fed: export it with these",
                kind=kind,
            )
        )
    batch, *sides = (side if isinstance(side, int) and side > 0 else None for side in inputs[0].shape)
    last = sides[2] is not None and sides[2] <= MOST_BANDS and (sides[0] is None or sides[0] > sides[2])
    # Where both could be bands, those that the user names decide.
    last = last and not (sides[0] is not None and sides[0] == bands)
    height, width = sides[:2] if last else sides[1:]
    channels = sides[2] if last else sides[0]
    if channels and bands and channels != bands:
        raise InputError(
            "BANDS has {given} names and the ONNX model takes {bands}.", given=bands, bands=channels
        )
    size = (height or width, width or height) if height or width else None
    form = OnnxForm(channels_last=bool(last), half="float16" in inputs[0].type, batch=batch or 1)
    return channels or bands or 3, cast("tuple[int, int] | None", size), form


def _images(channels: int, size: tuple[int, int] | None) -> list[Image]:
    """Return images by whose results the scale can be told: two, if sizes are free."""
    sides = (size,) if size else ((3 * STEPS[-1],) * 2, (2 * STEPS[-1],) * 2)
    return [_image(channels, side) for side in sides]


def _multiple_of(network: _Network, channels: int, scale: int) -> int:
    """Return the least shift that only shifts the result; if none does, the least that the network takes."""
    taken = []
    for step in STEPS:
        side = step * (2 * STEPS[-1] // step + 1)  # an odd multiple: no coarser step fits too
        image = _image(channels, (side, side))
        whole, later = _result(network, image), _result(network, image[..., step:, step:])
        if whole is None or later is None:
            continue
        taken.append(step)
        shifted = whole[..., step * scale :, step * scale :]
        middle = slice(later.shape[-1] // 2 - 8 * scale, later.shape[-1] // 2 + 8 * scale)
        difference = np.abs(shifted[..., middle, middle] - later[..., middle, middle]).max()
        if difference <= network.tolerance * np.ptp(whole):
            return step
    if not taken:
        raise no_network(say("it can be run with no size of image that was tried"))
    return taken[0]


def _result(network: _Network, image: Image) -> Image | None:
    """Return the result of an image; none if the network does not take this size."""
    try:
        return network.run(image)
    except InputError:  # a limit of memory or time
        raise
    except Exception:  # what ONNX Runtime raises has no common class
        return None


def _halo(
    network: _Network,
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
    before = network.run(image)
    farthest = 0
    row, col = rows // 2, cols // 2
    for change in (IMPULSE, -IMPULSE):
        touched = image.copy()
        touched[..., row, col] += change
        changed = (network.run(touched) != before)[0].any(axis=0)
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
