"""Measures the effective halo: how far around a pixel other pixels change its result noticeably.

In a deep network that is less than its receptive field.
"""

from __future__ import annotations

import math
import time
from collections.abc import Generator
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from rasterio.windows import Window

from ..checksum import file_checksum
from ..host_memory import memory_budget
from ..measurement_file import MeasurementFile
from ..package.info import PackageInfo
from ..package.onnx_model import OnnxModel
from ..package.srpk import ModelPackage
from ..progress import Log, Progress
from .convolutional import ConvolutionalPredictor
from .memory_tiling import TiledNet, predict_pieces
from .predictor import DEFAULT, Predictor, PredictorOptions, build_predictor

TOLERANCE = 1e-4
"""Largest difference that does not count, as a share of the range of physical values; half a step of the pixel values
where that is less."""
MARGIN = 4
"""The image that is measured on must stay below `TOLERANCE / MARGIN`, as other images may have more contrast."""
SIDE = 64
"""Pixels of the part whose result is compared, along an axis; those at its border see what is missing."""
CONTRAST = 3.0
"""Standard deviations between the mean and what counts as the darkest or brightest pixel."""
LEAST = 16
"""Halo in low-resolution pixels up to which nothing is measured, because a smaller halo would gain little."""

SECONDS = 60.0
"""How long an import may take to measure it."""

KEPT: MeasurementFile[int] = MeasurementFile("effective_halos.json", int)

Image = NDArray[np.float32]


def measure_effective_halo(
    package: ModelPackage, options: PredictorOptions = DEFAULT
) -> Generator[Progress, None, ModelPackage]:
    """Return a package with the effective halo measured at the scale of its network.

    It is the least halo with which a part that is cut out of an image, as tiles are, gets the result that it has in the
    whole image, to `TOLERANCE` by a `MARGIN`. The image has more contrast than images of land have, so that those
    differ by less still: docs/performance.md has figures. The package comes back as it is if its network is one of diffusion, takes one size
    of image only, is known to see further than its halo, or does not fit the memory with all that it sees.

    Args:
        package: The model.
        options: What it is computed by.
    """
    predictor = _build_measurable(package, options)
    if predictor is None:
        return package
    halo = yield from find_effective_halo(predictor.net, package.info)
    return package if halo is None else with_effective_halo(package, halo)


def measure_every_scale(package: ModelPackage) -> Generator[Progress, None, ModelPackage]:
    """Return a package with the effective halo measured at each of its scales, by `measure_effective_halo`."""
    own = package.net.scale
    try:
        for scale in package.info.scales:
            package.net.set_scale(scale)
            package = yield from measure_effective_halo(package)
    finally:
        package.net.set_scale(own)
    return package


def measure_where_quick(package: ModelPackage) -> Generator[Progress | Log, None, ModelPackage]:
    """Return a package as `measure_every_scale` does, or as it is where that would take more than `SECONDS`.

    Then `measure_if_worth` measures it, as soon as a raster is large enough to gain by it.
    """
    predictor = _build_measurable(package, DEFAULT)
    if predictor:
        seconds = _forecast_seconds(predictor.net, package.info) * len(package.info.scales)
        if seconds > SECONDS:
            yield Log(
                "The network's receptive field reaches {pixels} pixels. Measuring how many of them matter would "
                "take about {minutes} minutes and is left to the first raster large enough to benefit.",
                pixels=predictor.net.halo,
                minutes=round(seconds / 60),
            )
            return package
    return (yield from measure_every_scale(package))


def _build_measurable(package: ModelPackage, options: PredictorOptions) -> ConvolutionalPredictor | None:
    """Return a model with its whole halo, if it is of use to measure how much of that matters; otherwise None."""
    if package.sampling or (
        isinstance(package.net, OnnxModel) and (package.net.graph.size or package.net.graph.sees_all)
    ):
        return None
    predictor = build_predictor(package, replace(options, exact=True), consistency="off")
    if not isinstance(predictor, ConvolutionalPredictor) or predictor.halo <= LEAST:
        return None
    return predictor


def _forecast_seconds(net: TiledNet, info: PackageInfo) -> float:
    """Return about how long the network takes for the image that it is measured on, from a small one."""
    side = SIDE + -SIDE % net.multiple_of
    image = np.tile(np.array(info.input_mean, np.float32)[:, None, None], (1, side, side))
    seconds = math.inf
    for _ in range(2):  # the first time a network prepares itself
        began = time.perf_counter()
        _predict(net, image, Window(0, 0, side, side))
        seconds = min(seconds, time.perf_counter() - began)
    return seconds * (_image_side(net) / side) ** 2


def recall_effective_halo(package: ModelPackage, path: str) -> ModelPackage:
    """Return the package at `path` with the effective halo that it states, or else that was measured here before."""
    scale = package.net.scale
    if package.sampling or scale in package.info.effective_halo:
        return package
    halo = KEPT.load().get(_key(path, scale))
    return package if halo is None else with_effective_halo(package, halo)


def measure_if_worth(
    package: ModelPackage, path: str, predictor: Predictor, window: Window, shape: tuple[int, int],
    options: PredictorOptions,
) -> Generator[Progress, None, ModelPackage]:  # fmt: skip
    """Measure the effective halo of a package that does not say it, if that takes less than it can save, and keep it.

    Args:
        package: The model.
        path: Its file.
        predictor: The model as it would be run without.
        window: What it is to be run on.
        shape: Rows and columns of the raster.
        options: What it is computed by.
    """
    if predictor.scale in package.info.effective_halo or not isinstance(predictor, ConvolutionalPredictor):
        return package
    # About as much as the image that it is measured on; the search in parts of it takes little more.
    if predictor.count_surroundings(window, shape) < _image_side(predictor.net) ** 2:
        return package
    measured = yield from measure_effective_halo(package, replace(options, fast=False))
    if predictor.scale in measured.info.effective_halo:
        KEPT.add(_key(path, predictor.scale), measured.info.effective_halo[predictor.scale])
    return measured


def with_effective_halo(package: ModelPackage, halo: int | None) -> ModelPackage:
    """Return a package that states an effective halo for the scale of its network; None states that it is not known."""
    scale = package.net.scale
    others = {known: value for known, value in package.info.effective_halo.items() if known != scale}
    found = others if halo is None else {**others, scale: halo}
    return replace(package, info=package.info.model_copy(update={"effective_halo": found}))


def _key(path: str, scale: int) -> str:
    """Return the key under which a measurement is kept: the file and the scale."""
    return f"{file_checksum(path)[:32]} {scale}"


def find_effective_halo(net: TiledNet, info: PackageInfo) -> Generator[Progress, None, int | None]:
    """Find the least halo with which a part of an image gets the result that it has in the whole.

    Args:
        net: The network, whose halo is its whole receptive field.
        info: The model's description, with the range of its pixel values.

    Returns:
        The halo in low-resolution pixels; None where the memory does not suffice to measure it.
    """
    side = _image_side(net)
    if 4 * net.trunk_activation_floats * side**2 > memory_budget():
        return None
    text = "Measuring the effective receptive field"
    yield Progress(0, text)
    image = _contrasting_image(info, side)
    step = (
        min(map(abs, info.radiometry.gain)) if info.dtype and np.dtype(info.dtype).kind in "iu" else math.inf
    )
    most = min(TOLERANCE * info.data_range, step / 2) / MARGIN
    whole = _predict(net, image, Window(0, 0, side, side))
    too_little, enough = 0, net.halo
    steps = 0
    while enough - too_little > 1:
        steps += 1
        yield Progress(steps / (steps + 2), text)
        halo = max(too_little + 1, math.isqrt(too_little * enough))
        kept = _middle_part(net, halo)
        around = Window(
            kept.col_off - halo, kept.row_off - halo, kept.width + 2 * halo, kept.height + 2 * halo
        )
        part = _predict(net, image[:, *around.toslices()], Window(halo, halo, kept.width, kept.height))
        rows, cols = (slice(net.scale * at.start, net.scale * at.stop) for at in kept.toslices())
        if np.abs(part - whole[:, rows, cols]).max() <= most:
            enough = halo
        else:
            too_little = halo
    return enough


def _image_side(net: TiledNet) -> int:
    """Return the side of the image: whatever is kept of it has all that the network sees around it."""
    wide = 2 * net.halo + SIDE + 4 * net.multiple_of
    return wide + -wide % net.multiple_of


def _middle_part(net: TiledNet, halo: int) -> Window:
    """Return a part in the middle which with so much around it begins and ends at multiples, as tiles do."""
    low = net.halo + (halo - net.halo) % net.multiple_of
    side = SIDE + -(SIDE + 2 * halo) % net.multiple_of
    return Window(low, low, side, side)


def _predict(net: TiledNet, image: Image, kept: Window) -> Image:
    """Return the result (b, H, W) of a part of an image."""
    scale = net.scale
    result = np.empty((net.bands, kept.height * scale, kept.width * scale), np.float32)
    for _, place, pixels in predict_pieces(net, np.ascontiguousarray(image)[None], [kept.toslices()]):
        top, left = (place.row_off - kept.row_off) * scale, (place.col_off - kept.col_off) * scale
        result[:, top : top + pixels.shape[1], left : left + pixels.shape[2]] = pixels
    return result


def _contrasting_image(info: PackageInfo, side: int) -> Image:
    """Return an image (n, side, side) in physical units whose quarters are as unlike as rasters and parts of them are.

    They are land (a spectrum that falls with the frequency, bands that go together), the same with strong contrast and
    rectangles at the ends of the range, pixels that are as dark or as bright as can be at random, and a bright plain.
    They meet in the middle, where what is kept lies.
    """
    generator = np.random.default_rng(0)
    bands = len(info.input_mean)
    if (
        info.data
    ):  # else mean and standard deviation are what the network takes for numbers, not those of images
        mean, std = (np.array(values)[:, None, None] for values in (info.input_mean, info.input_std))
    else:
        mean = np.full((bands, 1, 1), info.data_range / 2)
        std = mean / CONTRAST
    land = 0.9 * _fractal(generator, 1, side) + math.sqrt(1 - 0.9**2) * _fractal(generator, bands, side)
    built = 3 * land
    for _ in range(side**2 // 128):
        (row, col), (height, width) = generator.integers(0, side, 2), generator.integers(2, 24, 2)
        built[:, row : row + height, col : col + width] = generator.choice([-CONTRAST, 0, CONTRAST])
    noise = CONTRAST * generator.choice([-1.0, 1.0], (bands, side, side))
    middle = side // 2
    image = np.full((bands, side, side), CONTRAST)
    image[:, :middle, :middle] = land[:, :middle, :middle]
    image[:, :middle, middle:] = built[:, :middle, middle:]
    image[:, middle:, :middle] = noise[:, middle:, :middle]
    physical: Image = (mean + std * image.clip(-CONTRAST, CONTRAST)).astype(np.float32)
    return physical


def _fractal(generator: np.random.Generator, bands: int, side: int) -> NDArray[np.float64]:
    """Return noise (bands, side, side) whose amplitude is 1/f, with standard deviation 1."""
    frequency = np.hypot(np.fft.fftfreq(side)[:, None], np.fft.rfftfreq(side))
    frequency[0, 0] = math.inf
    spectrum = np.fft.rfft2(generator.normal(size=(bands, side, side))) / frequency
    noise: NDArray[np.float64] = np.fft.irfft2(spectrum, (side, side))
    noise /= noise.std(axis=(1, 2), keepdims=True)
    return noise
