"""Half precision for the trunk of a network, where that is faster here and its results stay close to the exact ones.

The tail and what it is added to stay in single precision: they hold pixels in physical units, whose last digits show.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Annotated, Literal

import numpy as np
from numpy.typing import NDArray
from pydantic import Field

from ...hardware import may_be_fast_at_bfloat16
from ...measurement_file import MeasurementFile
from ...parameter_types import advanced
from ...progress import Advice, Log
from ...schema import Config
from ..memory_tiling import TiledNet, to_array, to_device, without_gradients
from .timing import SIDE, measure_seconds

HalfPrecision = Literal["bf16", "fp16"]

Precision = Annotated[
    Literal["exact", "fast"],
    Field(
        title="Precision",
        description="fast: convolutional models run in half precision where this is measured to be faster on "
        "this computer; results differ by up to two 8-bit steps. Otherwise, and for ONNX, fast is "
        "the same as exact, as the log says. Diffusion models use half precision on NVIDIA cards in "
        "any case.",
    ),
    advanced,
]
"""Of a job that computes models; `precision_log` says what came of it."""

TAG = "FINER_PRECISION"
"""Tag of result files that names the half precision in which they were computed."""
FASTER = 0.9
"""Share of the exact network's time up to which half precision is used; a smaller gain could be chance."""
CLOSE = 2 / 255
"""Largest difference of a half-precision result, as a share of the exact result's range: two steps of 8 bits."""
HALF_DIFFERENCE = 5e-2
"""Largest difference between card and CPU (see `gpu_result_check.DIFFERENCE`) for a card that computes in half precision. It is a
share of the range of few pixels, which is less than that of an image."""


class HalfMeasurement(Config):
    """Seconds that a network takes for one image, in single and in half precision."""

    exact: float
    half: dict[HalfPrecision, float]
    """Seconds in each half precision whose results are close to the exact ones."""

    @property
    def chosen(self) -> HalfPrecision | None:
        """The fastest half precision that is fast enough (`FASTER`); None if none is."""
        fastest = min(self.half, key=self.half.__getitem__, default=None)
        return fastest if fastest and self.half[fastest] <= FASTER * self.exact else None


KEPT: MeasurementFile[HalfMeasurement] = MeasurementFile("precisions.json", HalfMeasurement)


def half_precisions() -> tuple[HalfPrecision, ...]:
    """Return what ncnn may be faster in on this processor, as far as its instructions tell."""
    import ncnn

    found: list[HalfPrecision] = ["bf16"] if may_be_fast_at_bfloat16() else []
    return (*found, "fp16") if ncnn.cpu_support_arm_asimdhp() else tuple(found)


def choose_half_precision(
    net: TiledNet,
    halved: Callable[[HalfPrecision], TiledNet],
    halves: Sequence[HalfPrecision],
    key: str,
    weights: Mapping[str, NDArray[np.float32]],
    statistics: tuple[Sequence[float], Sequence[float]],
) -> TiledNet:
    """Return a network on the CPU in the half precision that is faster here and close to it, or else itself.

    Args:
        net: The network.
        halved: Function that returns the network in a half precision.
        halves: The half precisions to be tried.
        key: Key of the measurement, beside the weights.
        weights: The network's weights, which decide how close the results are.
        statistics: Mean and standard deviation of each input channel, in physical units.
    """
    if not halves:
        return net
    digest = hashlib.sha256(key.encode())
    for name in sorted(weights):
        digest.update(name.encode() + weights[name].tobytes())
    key = digest.hexdigest()[:32]
    kept = KEPT.load().get(key)
    if not kept:
        kept = measure_half_precision(net, {half: halved(half) for half in halves}, statistics)
        KEPT.add(key, kept)
    return halved(kept.chosen) if kept.chosen and kept.chosen in halves else net


def measure_half_precision(
    net: TiledNet,
    halves: Mapping[HalfPrecision, TiledNet],
    statistics: tuple[Sequence[float], Sequence[float]],
) -> HalfMeasurement:
    """Return how long a network takes for a small image, and so in those half precisions whose results are close."""
    mean, std = (np.array(values, np.float32)[:, None, None] for values in statistics)
    noise = np.random.default_rng(0).standard_normal((1, net.inputs, SIDE, SIDE), np.float32)
    image = mean + std * noise
    right = _predict(net, image)
    most = CLOSE * np.ptp(right)
    close = {
        name: half for name, half in halves.items() if np.abs(_predict(half, image) - right).max() <= most
    }
    seconds = measure_seconds({"exact": net, **close})
    return HalfMeasurement(exact=seconds["exact"], half={name: seconds[name] for name in close})


def precision_log(asked: Literal["exact", "fast"], tags: Mapping[str, str]) -> Iterator[Log]:
    """Yield log lines on the precision that a job uses, from the tags of its predictor."""
    if asked == "exact":
        return
    if half := tags.get(TAG):
        yield Log("The network is computed in half precision ({format}).", format=half)
    else:
        yield Advice(
            ("precision",),
            "Half precision is not faster for this model here, or its results are not close enough: PRECISION "
            "exact is used.",
        )


def _predict(net: TiledNet, pixels: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the result of an image (1, inputs, h, w)."""
    image = to_device(net, pixels)
    with without_gradients(net):
        return to_array(net.tail(net.trunk(image), image))
