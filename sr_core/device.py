"""The device that computes, what it is called, and whether it works."""

from __future__ import annotations

import gc
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, cast

from .cpu_threads import compute_threads
from .errors import IncompleteEngine, InputError
from .i18n import say
from .progress import Log
from .torch_build import can_use_graphics_card, torch_version
from .vulkan import crashed_last_time, require_card

if TYPE_CHECKING:
    import torch

# torch is imported where it is needed: it takes longer than many a job, and not every job needs it.


class Cpu:
    """The CPU where torch is not installed: what is asked of a `torch.device`."""

    type = "cpu"
    index = None

    def __str__(self) -> str:
        return self.type


def resolve(asked: str) -> torch.device:
    """Return the device that a job's DEVICE means on this computer.

    With "vulkan" torch computes on the CPU what ncnn does not.

    Args:
        asked: "auto", or a kind of device, perhaps with a number: "cuda:1".

    Raises:
        InputError: there is no such device that can be used here.
        IncompleteEngine: only torch could use it, which is not installed.
    """
    kind, _, number = asked.partition(":")
    if kind == "vulkan" and not crashed_last_time():
        require_card(asked)
    if torch_version() is None:
        if kind not in ("auto", "cpu", "vulkan"):
            raise IncompleteEngine(
                "DEVICE={device} needs PyTorch, which the light SR engine does not have: set DEVICE to auto, cpu "
                'or vulkan, or run "Set up SR engine" with PARTS set to complete.',
                device=asked,
            )
        return cast("torch.device", Cpu())
    import torch

    if kind == "vulkan":
        return torch.device("cpu")
    have = {
        "cuda": torch.cuda.is_available(),
        "mps": torch.backends.mps.is_available(),
        "xpu": torch.xpu.is_available(),
        "cpu": True,
    }
    if asked == "auto":
        return torch.device(next(name for name in have if have[name]))
    if not have[kind] or (number and int(number) >= getattr(torch, kind).device_count()):
        raise InputError(
            'There is no {device} device that the SR engine can use here: set DEVICE to "auto" or "cpu".',
            device=asked,
        )
    return torch.device(asked)


def describe(device: torch.device) -> str:
    """Return the name of a device for people, in English; `translate_description` translates it."""
    if device.type == "cpu":
        return f"CPU: {_threads()} threads"
    if device.type == "cuda":
        import torch

        memory = torch.cuda.get_device_properties(device).total_memory / 2**30
        return f"GPU: {torch.cuda.get_device_name(device)} ({memory:.0f} GiB)"
    if device.type == "xpu":
        import torch

        return f"GPU: {torch.xpu.get_device_name(device)}"
    return "GPU: Apple"


def _threads() -> int:
    """Return how many threads compute on the processor: torch's if it is loaded, else those that it or another would get."""
    torch = sys.modules.get("torch")
    return int(torch.get_num_threads()) if torch else compute_threads()


def translate_description(described: str) -> str:
    """Return the translation of a name by `describe`, which may come from a package."""
    threads = re.fullmatch(r"CPU: (\d+) threads", described)
    return say("CPU: {count} threads", count=int(threads[1])) if threads else described


def may_use_torch_device(asked: str) -> bool:
    """Return whether DEVICE may mean a graphics card that torch computes on; where not, torch need not be asked.

    Args:
        asked: What the user set.
    """
    return can_use_graphics_card() if asked == "auto" else asked != "cpu" and not asked.startswith("vulkan")


def vulkan_card(asked: str) -> str | None:
    """Return a job's DEVICE if that means a graphics card by Vulkan."""
    return asked if asked.startswith("vulkan") else None


def device_info(asked: str) -> dict[str, str | None]:
    """Return type and translated name of the device that `resolve` gives, and torch's CUDA version: a run's first event.

    Raises:
        InputError: torch can use no such device here.
    """
    if not asked.startswith("vulkan") and not may_use_torch_device(asked):
        name = translate_description(f"CPU: {_threads()} threads")
        return {"device": "cpu", "device_name": name, "cuda": None}
    if asked.startswith("vulkan") and not crashed_last_time():
        return {"device": "vulkan", "device_name": require_card(asked).described, "cuda": None}
    device = resolve(asked)
    name = translate_description(describe(device))
    if isinstance(device, Cpu):
        return {"device": device.type, "device_name": name, "cuda": None}
    import torch

    return {"device": device.type, "device_name": name, "cuda": torch.version.cuda}


def device_log(asked: str, wanted: torch.device, found: torch.device, name: str | None = None) -> Log:
    """Return the line of the log on the device that computes a model.

    Args:
        asked: what the user set.
        wanted: the device that this means here.
        found: the device that the model can use.
        name: what it is called, if it is none of torch's.

    Raises:
        InputError: the user asked for a device that this model cannot use.
    """
    if name:
        return Log("Computing on {device}.", device=name)
    if found.type == wanted.type:
        return Log("Computing on {device}.", device=translate_description(describe(found)))
    if asked != "auto":
        raise InputError(
            'ONNX Runtime cannot use {device} here, and this model is in ONNX: set DEVICE to "auto" or "cpu".',
            device=wanted.type,
        )
    return Log(
        "Computing on {device}: the model is in ONNX, and ONNX Runtime cannot use {better} here.",
        device=translate_description(describe(found)),
        better=translate_description(describe(wanted)),
    )


def prepare(net: torch.nn.Module, device: torch.device) -> torch.nn.Module:
    """Move `net` to the device, in the memory format that convolutions are fast in (measured: 1.6 × on a CPU)."""
    import torch

    return net.to(device=device, memory_format=torch.channels_last)  # type: ignore[call-overload, no-any-return]


def reset() -> None:
    """Free the memory of a job and seed torch anew, so that the next job in this process starts as in a new one."""
    gc.collect()
    torch = sys.modules.get("torch")
    if torch is None:
        return
    if torch.cuda.is_available():
        torch.cuda.empty_cache()
    torch.seed()


def empty_cache(device: torch.device) -> None:
    """Give back what torch keeps of a graphics card's memory for later: as a whole it may be enough for what did not fit."""
    if device.type != "cpu":
        import torch

        getattr(torch, device.type).empty_cache()


@contextmanager
def deterministic() -> Iterator[None]:
    """Let a graphics card add in the same order each time, which its fastest algorithms do not."""
    import torch

    before = torch.backends.cudnn.deterministic
    torch.backends.cudnn.deterministic = True
    try:
        yield
    finally:
        torch.backends.cudnn.deterministic = before


def fast_dtype(device: torch.device) -> torch.dtype:
    """Return the dtype for convolutions whose last digits do not matter: half precision on graphics cards fast at it.

    On a CPU bfloat16 was five times slower than float32.
    """
    import torch

    if device.type != "cuda":
        return torch.float32
    if torch.cuda.is_bf16_supported(including_emulation=False):
        return torch.bfloat16
    return torch.float16 if torch.cuda.get_device_capability(device) >= (7, 0) else torch.float32


CPU_BYTES = 2**30
"""Bytes that may be used of a computer's memory, whatever its size: QGIS and the system need the rest."""


def spare_memory(device: torch.device) -> int:
    """Return the bytes that one purpose may take: a third of a graphics card's free memory, else `CPU_BYTES`."""
    if device.type != "cuda":
        return CPU_BYTES
    import torch

    return torch.cuda.mem_get_info(device)[0] // 3
