"""Which processor computes, and whether it truly can."""

from __future__ import annotations

import gc
import os
import platform
import re
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import rasterio
import torch

from . import __version__
from .errors import BadInput
from .i18n import say
from .progress import Log


def resolve(asked: str) -> torch.device:
    """The device that `asked` (auto, cpu, cuda, mps) means on this computer.

    Raises:
        BadInput: a graphics card is asked for and there is none that torch can use.
    """
    have = {"cpu": True, "cuda": torch.cuda.is_available(), "mps": torch.backends.mps.is_available()}
    if asked == "auto":
        return torch.device(next(name for name in ("cuda", "mps", "cpu") if have[name]))
    if not have[asked]:
        raise BadInput(
            'There is no {device} device that the SR engine can use here: set DEVICE to "auto" or "cpu".',
            device=asked,
        )
    return torch.device(asked)


def describe(device: torch.device) -> str:
    """What a person calls the device; the same in every language, see `in_words`."""
    if device.type == "cuda":
        memory = torch.cuda.get_device_properties(device).total_memory / 2**30
        return f"GPU: {torch.cuda.get_device_name(device)} ({memory:.0f} GiB)"
    return "GPU: Apple" if device.type == "mps" else f"CPU: {torch.get_num_threads()} threads"


def in_words(described: str) -> str:
    """What `describe` says, or a package has kept of it, in the reader's language."""
    found = re.fullmatch(r"CPU: (\d+) threads", described)
    return say("CPU: {count} threads", count=int(found[1])) if found else described


def device_info(asked: str) -> dict[str, str | None]:
    """What the log of a run begins with: the device that `asked` means here, and whether this torch could use a GPU.

    Raises:
        BadInput: a graphics card is asked for and there is none that torch can use.
    """
    device = resolve(asked)
    return {"device": device.type, "device_name": describe(device), "cuda": torch.version.cuda}


def hardware() -> dict[str, str]:
    """The computer, for those who compare times."""
    cores = os.cpu_count() or 1
    return {"processor": _processor(), "cores": str(cores), "system": platform.platform(terse=True)}


HARDWARE = {"processor": "Processor", "cores": "Cores", "system": "System"}
"""What people call the entries of `hardware`."""


def hardware_facts(found: Mapping[str, object]) -> dict[str, str]:
    """A computer, as `hardware` told or a package has kept it, for a table."""
    return {
        say(HARDWARE[name]) if name in HARDWARE else name.capitalize(): str(value)
        for name, value in found.items()
    }


def _processor() -> str:
    """What its maker calls it, where the system says so."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        lines = []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or platform.machine()


def used(asked: str, wanted: torch.device, found: torch.device) -> Log:
    """What the log says of the device on which a model computes: `found`, where `asked` meant `wanted`.

    Raises:
        BadInput: the user asked for a device, and this model cannot be computed on it.
    """
    if found.type == wanted.type:
        return Log("Computing on {device}.", device=in_words(describe(found)))
    if asked != "auto":
        raise BadInput(
            'ONNX Runtime cannot use {device} here, and this model is in ONNX: set DEVICE to "auto" or "cpu".',
            device=wanted.type,
        )
    return Log(
        "Computing on {device}: the model is in ONNX, and ONNX Runtime cannot use {better} here.",
        device=in_words(describe(found)),
        better=in_words(describe(wanted)),
    )


def prepare(net: torch.nn.Module, device: torch.device) -> torch.nn.Module:
    """`net` on the device, in the memory format that convolutions are fast in (measured: 1.6 × on a CPU)."""
    return net.to(device=device, memory_format=torch.channels_last)  # type: ignore[call-overload, no-any-return]


def verify(asked: str) -> dict[str, Any]:
    """Versions, places, and the outcome of a real convolution on the device: what set-up checks and status shows."""
    device = resolve(asked)
    image, kernel = torch.ones(1, 3, 8, 8, device=device), torch.ones(5, 3, 3, 3, device=device)
    centre = torch.nn.functional.conv2d(image, kernel, padding=1)[0, 0, 4, 4].item()
    if centre != 27:
        raise RuntimeError(f"a convolution on {device} gave {centre} where 27 is right")
    return {
        "finer": __version__,
        "python": platform.python_version(),
        "prefix": sys.prefix,
        "base_prefix": sys.base_prefix,
        "torch": torch.__version__,
        "torch_file": torch.__file__,
        "rasterio": rasterio.__version__,
        "gdal": rasterio.__gdal_version__,
        **device_info(asked),
    }


def reset() -> None:
    """Give back what a job has held, and let the next one in this process begin where it would in a process of its own."""
    gc.collect()
    if torch.cuda.is_available():
        torch.cuda.empty_cache()
    torch.seed()


@contextmanager
def repeatable() -> Iterator[None]:
    """A graphics card adds up in the same order each time, which its fastest ways do not."""
    before = torch.backends.cudnn.deterministic
    torch.backends.cudnn.deterministic = True
    try:
        yield
    finally:
        torch.backends.cudnn.deterministic = before


def fast_dtype(device: torch.device) -> torch.dtype:
    """What convolutions are computed in where the last digits do not matter: half precision on graphics cards that are
    fast at it. On a CPU bfloat16 was five times slower than float32."""
    if device.type != "cuda":
        return torch.float32
    if torch.cuda.is_bf16_supported(including_emulation=False):
        return torch.bfloat16
    return torch.float16 if torch.cuda.get_device_capability(device) >= (7, 0) else torch.float32


CPU_BYTES = 2**30
"""Of a computer's memory, whatever its size: QGIS and the system need the rest."""


def spare_memory(device: torch.device) -> int:
    """Bytes that may be taken for one purpose: a third of what a graphics card has free."""
    return torch.cuda.mem_get_info(device)[0] // 3 if device.type == "cuda" else CPU_BYTES
