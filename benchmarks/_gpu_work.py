"""What is measured on a graphics card: nets, peaks, and a card with too little memory."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, NamedTuple

import torch
from torch import Tensor, nn

from benchmarks._whole_job import fill
from benchmarks.diffusion import count_flops, peak, seconds
from sr_core.backbones import Backbone, DiffusionNet, SrNet
from sr_core.device import fast_dtype, prepare

BANDS, SCALE = 4, 4


class Sizes(NamedTuple):
    """How much is computed."""

    matmul: int
    image: int
    """Low-resolution pixels a side of what convolutional nets are timed on."""
    tile: int
    """Likewise, of what a net is timed alone on."""
    raster: int
    """Likewise, of the raster of a whole job."""
    canvas: int
    """Likewise, of what diffusion nets are timed on, at most."""
    image_size: int
    """High-resolution pixels a side of a diffusion net's tile."""
    patch: int
    """Low-resolution pixels a side of a patch that is learnt from."""
    batch: int
    """Patches of a step."""
    steps: int
    """Of a training."""
    diffusion: tuple[str, str]
    """Diffusion nets, by their channels."""
    edsr: dict[str, Any]
    rrdb: dict[str, Any]


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
    """What a row is measured with."""

    device: torch.device
    quick: bool
    seconds: float
    """That it may take."""

    @property
    def sizes(self) -> Sizes:
        return QUICK if self.quick else FULL

    @property
    def is_card(self) -> bool:
        """Whether it is what the figures are meant for."""
        return self.device.type == "cuda"


def build_net_on(options: dict[str, Any], device: torch.device, bands: int = BANDS) -> Any:
    """A net whose weights are random, on the device."""
    torch.manual_seed(0)
    backbone = Backbone.load(options)
    scale = SCALE if SCALE in backbone.scales else backbone.scales[0]
    net = backbone.net(bands, scale, (0.4,) * bands, (0.2,) * bands).eval().requires_grad_(False)
    fill(net)
    return prepare(net, device)


def flops_per_pixel(net: SrNet, side: int = 32) -> float:
    """FLOP of a convolutional net for each of its low-resolution pixels."""
    image = torch.zeros(1, net.bands, side, side, device=net.device)
    return count_flops(lambda: net(image)) / side**2


@contextmanager
def tensor_float(allowed: bool) -> Iterator[None]:
    """Whether cards multiply float32 with 10 bits of mantissa, which is far faster: in products and convolutions."""
    products, convolutions = torch.get_float32_matmul_precision(), torch.backends.cudnn.allow_tf32
    torch.set_float32_matmul_precision("high" if allowed else "highest")
    torch.backends.cudnn.allow_tf32 = allowed
    try:
        yield
    finally:
        torch.set_float32_matmul_precision(products)
        torch.backends.cudnn.allow_tf32 = convolutions


ARITHMETIC = {"float32": False, "TF32": True, "half precision": True}
"""By name, whether TF32 may be used."""


def half(device: torch.device) -> torch.dtype:
    """The type of half precision that the device is fast at."""
    fast = fast_dtype(device)
    return torch.bfloat16 if fast == torch.float32 else fast


def peaks(device: torch.device, side: int) -> dict[str, float]:
    """FLOP/s of a matrix product by arithmetic, as measured."""
    found = {}
    for name, allowed in ARITHMETIC.items():
        with tensor_float(allowed):
            found[name] = peak(device, side, half(device) if name == "half precision" else torch.float32)
    return found


def copy_rate(device: torch.device, count: int) -> float:
    """Bytes per second that are read and written when numbers are copied within the device's memory."""
    source = torch.rand(count, device=device)
    target = torch.empty_like(source)
    target.copy_(source)
    return 2 * 4 * count / min(seconds(device, lambda: target.copy_(source)) for _ in range(5))


def with_arithmetic(device: torch.device, name: str, work: Callable[[], Tensor]) -> Tensor:
    """What `work` gives in an arithmetic."""
    with (
        torch.inference_mode(),
        tensor_float(ARITHMETIC[name]),
        torch.autocast(device.type, half(device), enabled=name == "half precision"),
    ):
        return work()


def measure_seconds(device: torch.device, name: str, work: Callable[[], Tensor], most: float) -> float:
    """Seconds of `work` in an arithmetic: the best of several after a first one, as far as there is time."""
    with_arithmetic(device, name, work)
    taken: list[float] = []
    while not taken or (len(taken) < 10 and sum(taken) < most):
        taken.append(seconds(device, lambda: with_arithmetic(device, name, work)))
    return min(taken)


def error(found: Tensor, right: Tensor) -> float:
    """Root of the mean square, as a share of that of what is right."""
    difference = found.float().cpu() - right.float().cpu()
    return float(difference.square().mean().sqrt() / right.float().square().mean().sqrt())


def farthest(found: Tensor, right: Tensor) -> float:
    """The largest difference, as a share of the range of what is right; not a number if any is none."""
    difference = (found.float().cpu() - right.float().cpu()).abs().max()
    return float(difference / (right.max() - right.min()).cpu())


def largest_input(work: Callable[[], object]) -> int:
    """Bytes of the largest tensor that any layer is given in `work`."""
    found = [0]

    def note(module: nn.Module, inputs: tuple[Any, ...]) -> None:
        found[0] = max([found[0], *_bytes(inputs)])

    hook = nn.modules.module.register_module_forward_pre_hook(note)
    try:
        work()
    finally:
        hook.remove()
    return found[0]


@contextmanager
def little_memory(device: torch.device, spare: int) -> Iterator[Callable[[], int]]:
    """Let there be no more memory than `spare` bytes beside what is held; gives how often there was too little.

    On a processor that is simulated: layers that are given a larger tensor than that say that there is none.
    """
    if device.type == "cuda":
        torch.cuda.empty_cache()
        _, total = torch.cuda.mem_get_info(device)
        share = (torch.cuda.memory_reserved(device) + spare) / total
        torch.cuda.set_per_process_memory_fraction(min(1.0, share))
        before = _refused_by_card(device)
        try:
            yield lambda: _refused_by_card(device) - before
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


def _refused_by_card(device: torch.device) -> int:
    return int(torch.cuda.memory_stats(device).get("num_ooms", 0))


def _bytes(inputs: tuple[Any, ...]) -> list[int]:
    return [each.numel() * each.element_size() for each in inputs if isinstance(each, Tensor)]


def canvas_side(free: float, most: int, tile: int) -> int:
    """Low-resolution pixels a side of a canvas that a third of the free memory holds: whole tiles, one at least."""
    per_pixel = 4 * 7 * 3 * SCALE**2  # as sr_core/inference/diffusion.py counts for three bands
    return max(tile, min(most, math.isqrt(int(free / 3 / per_pixel))) // tile * tile)


def affordable_side(flop: float, highest: float, most: float) -> int:
    """Side of the square of which each pixel costs `flop` that takes `most` seconds at a quarter of the peak."""
    return math.isqrt(int(most * highest / 4 / flop))


def eps(net: DiffusionNet, device: torch.device, side: int) -> Tensor:
    """The noise that a diffusion net finds in a tile of fixed numbers."""
    generator = torch.Generator().manual_seed(0)
    noisy, known = (torch.randn(1, net.bands, side, side, generator=generator).to(device) for _ in range(2))
    found: Tensor = net(noisy, known, torch.full((1,), 0.5, device=device))
    return found
