"""Finds out what an ONNX network is by running it: scale, bands, receptive field, alignment of tiles."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from ..errors import InputError
from ..i18n import say
from ..inference.onnx_net import run_session
from ..package.onnx_model import OnnxForm, OnnxGraph
from ._onnx_alignment_check import SIDE, require_aligned
from ._onnx_inputs import NO_GUIDE, WantedGuide, find_inputs
from ._onnx_output import choose_output, no_network

REACHES = (32, 64, 128)
"""How far around a pixel its influence is looked for, in low-resolution pixels, nearest first."""
STEPS = (1, 2, 4, 8, 16, 32, 64)
"""By how many pixels an image is shifted to see whether its result is shifted and nothing else."""
IMPULSE = 1000.0
"""What a pixel is changed by to see how far that shows; images are random numbers from 0 to 1."""
TOLERANCE = 1e-4
"""Largest difference, as a share of the result's range; differences from the order of additions are smaller."""
HALF_TOLERANCE = 1e-2
"""Largest difference, as a share of the result's range, in half precision."""

Image = NDArray[np.float32]


def examine_onnx(
    session: onnxruntime.InferenceSession,
    bands: int | None,
    output: str | None = None,
    guide: WantedGuide = NO_GUIDE,
) -> tuple[OnnxGraph, int]:
    """Find out what a network is by running it.

    Args:
        session: Runs it.
        bands: Number of bands, for a network that takes any number.
        output: Name of the output that is the result, for a network that has several.
        guide: What the user says of the guide of a network that takes two images.

    Returns:
        What it is, and the number of bands that it gives.

    Raises:
        InputError: it is no super-resolution network: other inputs than one image, or an image and a guide, or no result
            that is larger by the same whole number on both sides, with the same bands or fewer; or several are; or the
            result differs from run to run, or is turned, mirrored or moved.
    """
    own, size, form = find_inputs(session, bands, guide)
    channels = own + (form.guide.bands * form.guide.ratio**2 if form.guide else 0)
    form, scale, results = choose_output(session, _images(channels, size), form, output, own)
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
    graph = OnnxGraph(
        scale=scale,
        bands=own,
        halo=most if halo is None or sees_all else halo,
        sees_all=sees_all,
        multiple_of=multiple_of,
        size=size,
        form=form,
    )
    return graph, results


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
        raise no_network(say("it could not be run with any of the image sizes tried"))
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
