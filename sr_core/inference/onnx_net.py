"""Computes networks in ONNX with ONNX Runtime."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import replace

import numpy as np
import onnxruntime
import torch
from jaxtyping import Float
from numpy.typing import NDArray
from rasterio.windows import Window
from torch import Tensor

from ..device import describe
from ..errors import InputError, SrError
from ..package.onnx_model import OnnxForm, OnnxGraph, OnnxModel
from ..progress import Log
from ..raster.space_to_depth import unfold
from ..raster.tiling import plan_tiles, zoom_slices
from .backends.gpu_result_check import COARSE_DIFFERENCE, CheckedNet
from .memory_tiling import TiledNet
from .onnx_resource_limits import run_limited
from .onnx_session import CPU, describe_onnx_error, open_session
from .onnx_trial_run import TRIAL_SIDE, require_bounded

FLOATS = 128
"""Floats assumed to be held for each pixel of the result: two layers of 64 channels at the result's resolution."""


class OnnxNet:
    """A network in ONNX that takes and gives physical units (a `memory_tiling.TiledNet`).

    sr = run((lr − mean) / std) × std + mean

    Raises:
        InputError: ONNX Runtime cannot make sense of the model.
    """

    tail_activation_floats = 1
    """The tail is the whole network and gets whole tiles; `trunk_activation_floats` decides their size."""

    def __init__(
        self, model: OnnxModel, mean: Sequence[float], std: Sequence[float], outputs: Sequence[int]
    ) -> None:
        """Make a network ready to run.

        Args:
            model: The network.
            mean: Mean of each input channel, in physical units.
            std: Standard deviation of each input channel, in physical units.
            outputs: Places, among the input channels, of the bands that the network gives.
        """
        self.graph = graph = model.graph
        side = -(-TRIAL_SIDE // graph.multiple_of) * graph.multiple_of
        require_bounded(model.file, _input_shapes(graph, graph.size or (side, side)), graph.form.output)
        self.session = open_session(model.file, model.device)
        self.is_on_card = self.session.get_providers()[0] != CPU
        """Whether ONNX Runtime can use the graphics card that is asked for."""
        self.tags: dict[str, str] = {}
        self.notes: list[Log] = []
        self.device = torch.device("cpu")
        """Device of the tensors that the network takes and gives, wherever it computes."""
        self.scale, self.bands, self.inputs, self.outputs = graph.scale, len(outputs), len(mean), outputs
        self.halo, self.multiple_of = graph.halo, graph.multiple_of
        self.tail_halo = graph.halo + 2 * graph.multiple_of
        self.trunk_activation_floats = FLOATS * graph.scale**2
        self.mean, self.std = (np.array(v, np.float32).reshape(1, -1, 1, 1) for v in (mean, std))
        self.result_mean, self.result_std = (each[:, list(outputs)] for each in (self.mean, self.std))

    def trunk(self, lr: Float[Tensor, "b c h w"]) -> Float[Tensor, "b c h w"]:
        """Return `lr` as it is: where an ONNX network could be cut in two is not known."""
        return lr

    def tail(
        self, features: Float[Tensor, "b c h w"], lr: Float[Tensor, "b c h w"]
    ) -> Float[Tensor, "b c H W"]:
        """Return the result in physical units."""
        numbers = (lr.cpu().numpy() - self.mean) / self.std
        try:
            result = self._run(numbers)
        except SrError:
            raise
        except Exception as error:  # its errors have no common class that it publishes
            raise InputError(
                "The ONNX model cannot be run: {reason}.", reason=describe_onnx_error(error)
            ) from None
        return torch.from_numpy(result * self.result_std + self.result_mean)

    def _run(self, numbers: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return the result in the network's own numbers; an image of a size that it cannot take is continued."""
        height, width = numbers.shape[-2:]
        least = self.graph.size or (height + -height % self.multiple_of, width + -width % self.multiple_of)
        lacks = [(0, max(0, want - have)) for want, have in zip(least, (height, width), strict=True)]
        if any(lack for _, lack in lacks):
            numbers = np.pad(numbers, ((0, 0), (0, 0), *lacks), mode="edge")
        whole = (
            run_session(self.session, numbers, self.graph.form, self.scale)
            if self.graph.size is None
            else self._run_windows(numbers, least)
        )
        return whole[..., : height * self.scale, : width * self.scale]

    def _run_windows(self, numbers: NDArray[np.float32], size: tuple[int, int]) -> NDArray[np.float32]:
        """Return the result of a network that takes images of one size only."""
        shape = numbers.shape[-2:]
        whole = Window(0, 0, shape[1], shape[0])
        result = np.empty(
            (len(numbers), self.bands, shape[0] * self.scale, shape[1] * self.scale), np.float32
        )
        for tile in plan_tiles(whole, shape, min(size) - 2 * self.halo, self.halo):
            inner, starts = tile.inner, (tile.outer.row_off, tile.outer.col_off)
            top, left = (
                min(start, have - want) for start, have, want in zip(starts, shape, size, strict=True)
            )
            window = numbers[..., top : top + size[0], left : left + size[1]]
            part = run_session(self.session, window, self.graph.form, self.scale)
            within = Window(inner.col_off - left, inner.row_off - top, inner.width, inner.height)
            result[..., *zoom_slices(inner, self.scale)] = part[..., *zoom_slices(within, self.scale)]
        return result


def build_onnx_net(
    model: OnnxModel, mean: Sequence[float], std: Sequence[float], outputs: Sequence[int]
) -> TiledNet:
    """Return a network in ONNX, on the model's device if ONNX Runtime can use that, and then checked; else on the CPU.

    Args:
        model: The network.
        mean: Mean of each input channel, in physical units.
        std: Standard deviation of each input channel, in physical units.
        outputs: Places, among the input channels, of the bands that the network gives.
    """
    net = OnnxNet(model, mean, std, outputs)
    if not net.is_on_card:
        return net
    on_cpu = replace(model, device=torch.device("cpu"))
    described = describe(model.device)
    name = described.removeprefix("GPU: ")
    checked = CheckedNet(
        net, lambda: OnnxNet(on_cpu, mean, std, outputs), name, COARSE_DIFFERENCE, nullcontext
    )
    checked.tags = {"FINER_DEVICE": described}
    return checked


def _input_shapes(graph: OnnxGraph, size: tuple[int, int]) -> dict[str | None, tuple[int, int, int, int]]:
    """Return the shapes of the arrays in which a network gets an image of some rows and columns, and its guide."""
    form, rim = graph.form, -(-graph.form.lost // graph.scale)

    def shape(bands: int, times: int) -> tuple[int, int, int, int]:
        rows, cols = ((side + 2 * rim) * times for side in size)
        return (form.batch, rows, cols, bands) if form.channels_last else (form.batch, bands, rows, cols)

    shapes: dict[str | None, tuple[int, int, int, int]] = {None: shape(graph.bands, 1)}
    if form.guide:
        shapes[form.guide.name] = shape(form.guide.bands, form.guide.ratio)
    return shapes


PLAIN = OnnxForm()


def run_session(
    session: onnxruntime.InferenceSession,
    numbers: NDArray[np.float32],
    form: OnnxForm = PLAIN,
    scale: int = 1,
) -> NDArray[np.float32]:
    """Run a model on images one at a time, as many exported models know no batch.

    Args:
        session: The model.
        numbers: Images (b, n, h, w) in the model's own numbers, a guide folded into them after the bands.
        form: Layout of the arrays that the model takes.
        scale: Pixel size of the image over that of the result.

    Returns:
        The results (b, c, H, W); of a model that loses pixels at the edge, as if the image went on there.

    Raises:
        InputError: it takes too much memory or time.
    """
    rim = -(-form.lost // scale)  # pixels that are added around the image, so that nothing of it is lost
    if rim:
        numbers = np.pad(numbers, ((0, 0), (0, 0), (rim, rim), (rim, rim)), mode="edge")
    results = [run_one(session, image, form)[0] for image in numbers]
    result: NDArray[np.float32] = np.concatenate(results)
    if rim:
        cut = rim * scale - form.lost
        result = result[..., cut : result.shape[-2] - cut, cut : result.shape[-1] - cut]
    return result


def run_one(
    session: onnxruntime.InferenceSession, image: NDArray[np.float32], form: OnnxForm
) -> list[NDArray[np.float32]]:
    """Return what a model makes of an image (n, h, w), with a guide folded into it: arrays (1, c, H, W) if they are images.

    It is only the output that `form` names, or the first.

    Raises:
        InputError: it takes too much memory or time.
    """
    guide = form.guide
    images = {session.get_inputs()[0].name: image}
    if guide:
        bands = len(image) - guide.bands * guide.ratio**2
        images = {guide.image: image[:bands], guide.name: unfold(image[bands:], guide.ratio)}
    name = form.output or session.get_outputs()[0].name
    fed = {one: _to_model_layout(each, form) for one, each in images.items()}
    made = run_limited(session, fed, outputs=[name])
    return [_to_bands_first(np.asarray(each), form) for each in made]


def _to_model_layout(image: NDArray[np.float32], form: OnnxForm) -> NDArray[np.floating]:
    """Return an image (c, h, w) in the layout and type that a model takes."""
    fed = image[None].repeat(form.batch, 0)
    if form.channels_last:
        fed = fed.transpose(0, 2, 3, 1)
    return np.ascontiguousarray(fed, np.float16 if form.half else np.float32)


def _to_bands_first(result: NDArray[np.generic], form: OnnxForm) -> NDArray[np.float32]:
    if result.ndim != 4:
        return result.astype(np.float32)
    first = result[:1].transpose(0, 3, 1, 2) if form.channels_last else result[:1]
    return first.astype(np.float32)
