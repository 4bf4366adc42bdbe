"""What the rows of script/gpu share: sizes, nets, arithmetics, peak rates, and limits of memory."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, NamedTuple

import torch
from torch import Tensor, nn

from benchmarks._classify_pixels_run import fill
from benchmarks._device_measurement import count_flops, peak_flops, time_work
from sr_core.backbones import Backbone, DiffusionNet, SrNet
from sr_core.device import fast_dtype, prepare

BANDS, SCALE = 4, 4
"""Bands and scale of the nets that are measured."""


class Sizes(NamedTuple):
    """Sizes of the work that is measured."""

    matmul: int
    """Rows and columns of the matrices whose product gives the peak rate."""
    image: int
    """Side, in low-resolution pixels, of the image on which convolutional nets are timed."""
    tile: int
    """Side, in low-resolution pixels, of the tile on which a net is timed alone."""
    raster: int
    """Side, in low-resolution pixels, of the raster of a whole job."""
    canvas: int
    """Largest side, in low-resolution pixels, of the canvas on which diffusion nets are timed."""
    image_size: int
    """Side, in high-resolution pixels, of a diffusion net's tile."""
    patch: int
    """Side, in low-resolution pixels, of a training patch."""
    batch: int
    """Patches in a training step."""
    steps: int
    """Training steps."""
    diffusion: tuple[str, str]
    """Names of the two diffusion nets in `benchmarks.diffusion_speed.NETS`: their channels."""
    edsr: dict[str, Any]
    """Options of the larger EDSR."""
    rrdb: dict[str, Any]
    """Options of the RRDB net."""


EDSR = {"id": "edsr"}
PAPER_EDSR = {"id": "edsr", "n_feats": 256, "n_blocks": 32, "res_scale": 0.1}
RRDB = {"id": "rrdn"}
FULL = Sizes(8192, 1024, 256, 2048, 2048, 256, 48, 16, 40, ("48", "64"), PAPER_EDSR, RRDB)
QUICK = Sizes(
    512, 64, 48, 128, 48, 64, 16, 4, 12, ("16", "32"),
    {"id": "edsr", "n_feats": 32, "n_blocks": 4}, {"id": "rrdn", "T": 2, "n_feats": 32},
)  # fmt: skip


@dataclass(frozen=True)
class RowSettings:
    """Device, sizes and time limit with which a row is measured."""

    device: torch.device
    quick: bool
    """Whether the small sizes are used, to try whether all rows run."""
    seconds: float
    """Time limit of the row."""

    @property
    def sizes(self) -> Sizes:
        return QUICK if self.quick else FULL

    @property
    def is_card(self) -> bool:
        """Whether the device is a graphics card, for which the wanted figures hold."""
        return self.device.type == "cuda"


def build_net_on(options: dict[str, Any], device: torch.device, bands: int = BANDS) -> Any:
    """Return a net with random weights, on the device."""
    torch.manual_seed(0)
    backbone = Backbone.load(options)
    scale = SCALE if SCALE in backbone.scales else backbone.scales[0]
    net = backbone.net(bands, scale, (0.4,) * bands, (0.2,) * bands).eval().requires_grad_(False)
    fill(net)
    return prepare(net, device)


def flops_per_pixel(net: SrNet, side: int = 32) -> float:
    """Return the FLOP of a convolutional net for one low-resolution pixel."""
    image = torch.zeros(1, net.bands, side, side, device=net.device)
    return count_flops(lambda: net(image)) / side**2


@contextmanager
def tensor_float(allowed: bool) -> Iterator[None]:
    """Allow or forbid TF32, which multiplies float32 with 10 bits of mantissa, within this context."""
    products, convolutions = torch.get_float32_matmul_precision(), torch.backends.cudnn.allow_tf32
    torch.set_float32_matmul_precision("high" if allowed else "highest")
    torch.backends.cudnn.allow_tf32 = allowed
    try:
        yield
    finally:
        torch.set_float32_matmul_precision(products)
        torch.backends.cudnn.allow_tf32 = convolutions


ARITHMETIC = {"float32": False, "TF32": True, "half precision": True}
"""The arithmetics by name, and whether TF32 is allowed in each."""


def half(device: torch.device) -> torch.dtype:
    """Return the type of half precision that is fast on the device."""
    fast = fast_dtype(device)
    return torch.bfloat16 if fast == torch.float32 else fast


def peaks(device: torch.device, side: int) -> dict[str, float]:
    """Measure the FLOP/s of a product of `side`² matrices; return it by arithmetic."""
    found = {}
    for name, allowed in ARITHMETIC.items():
        with tensor_float(allowed):
            found[name] = peak_flops(
                device, side, half(device) if name == "half precision" else torch.float32
            )
    return found


def copy_rate(device: torch.device, count: int) -> float:
    """Measure the bytes per second that are read and written when `count` numbers are copied in the device's memory."""
    source = torch.rand(count, device=device)
    target = torch.empty_like(source)
    target.copy_(source)
    return 2 * 4 * count / min(time_work(device, lambda: target.copy_(source)) for _ in range(5))


def with_arithmetic(device: torch.device, name: str, work: Callable[[], Tensor]) -> Tensor:
    """Return the result of `work`, computed in an arithmetic."""
    with (
        torch.inference_mode(),
        tensor_float(ARITHMETIC[name]),
        torch.autocast(device.type, half(device), enabled=name == "half precision"),
    ):
        return work()


def measure_seconds(device: torch.device, name: str, work: Callable[[], Tensor], most: float) -> float:
    """Return the least seconds that `work` takes in an arithmetic, of up to ten runs in `most` seconds, after a first run."""
    with_arithmetic(device, name, work)
    taken: list[float] = []
    while not taken or (len(taken) < 10 and sum(taken) < most):
        taken.append(time_work(device, lambda: with_arithmetic(device, name, work)))
    return min(taken)


def error(result: Tensor, right: Tensor) -> float:
    """Return the root mean square of a result's error, as a share of the root mean square of the right result."""
    difference = result.float().cpu() - right.float().cpu()
    return float(difference.square().mean().sqrt() / right.float().square().mean().sqrt())


def farthest(result: Tensor, right: Tensor) -> float:
    """Return the largest error of a result, as a share of the right result's range; NaN if an element is NaN."""
    difference = (result.float().cpu() - right.float().cpu()).abs().max()
    return float(difference / (right.max() - right.min()).cpu())


def largest_input(work: Callable[[], object]) -> int:
    """Return the bytes of the largest tensor that any layer receives during `work`."""
    largest = [0]

    def note(module: nn.Module, inputs: tuple[Any, ...]) -> None:
        largest[0] = max([largest[0], *_bytes(inputs)])

    hook = nn.modules.module.register_module_forward_pre_hook(note)
    try:
        work()
    finally:
        hook.remove()
    return largest[0]


@contextmanager
def little_memory(device: torch.device, spare: int) -> Iterator[Callable[[], int]]:
    """Limit free memory to `spare` bytes within this context; yield a function that returns how often it did not suffice.

    On the CPU the limit is simulated: a layer that receives a tensor larger than `spare` raises OutOfMemoryError.
    """
    if device.type == "cuda":
        torch.cuda.empty_cache()
        _, total = torch.cuda.mem_get_info(device)
        share = (torch.cuda.memory_reserved(device) + spare) / total
        torch.cuda.set_per_process_memory_fraction(min(1.0, share))
        before = _count_refusals(device)
        try:
            yield lambda: _count_refusals(device) - before
        finally:
            torch.cuda.set_per_process_memory_fraction(1.0)
            torch.cuda.empty_cache()
        return

    refused: list[nn.Module] = []

    def refuse(module: nn.Module, inputs: tuple[Any, ...]) -> None:
        if any(size > spare for size in _bytes(inputs)):
            refused.append(module)
            raise torch.OutOfMemoryError("simulated: there is no more memory")

    hook = nn.modules.module.register_module_forward_pre_hook(refuse)
    try:
        yield lambda: len(refused)
    finally:
        hook.remove()


def _count_refusals(device: torch.device) -> int:
    return int(torch.cuda.memory_stats(device).get("num_ooms", 0))


def _bytes(inputs: tuple[Any, ...]) -> list[int]:
    return [each.numel() * each.element_size() for each in inputs if isinstance(each, Tensor)]


def canvas_side(free: float, most: int, tile: int) -> int:
    """Return the side, in low-resolution pixels, of a canvas of whole tiles that fits into a third of the free memory."""
    per_pixel = 4 * 7 * 3 * SCALE**2  # as sr_core/inference/diffusion.py counts for three bands
    return max(tile, min(most, math.isqrt(int(free / 3 / per_pixel))) // tile * tile)


def affordable_side(flop: float, highest: float, most: float) -> int:
    """Return the side in pixels of the square that takes `most` seconds at a quarter of the peak, at `flop` a pixel."""
    return math.isqrt(int(most * highest / 4 / flop))


def eps(net: DiffusionNet, device: torch.device, side: int) -> Tensor:
    """Return the noise that a diffusion net predicts in a tile of fixed random numbers."""
    generator = torch.Generator().manual_seed(0)
    noisy, known = (torch.randn(1, net.bands, side, side, generator=generator).to(device) for _ in range(2))
    found: Tensor = net(noisy, known, torch.full((1,), 0.5, device=device))
    return found
