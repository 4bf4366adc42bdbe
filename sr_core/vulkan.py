"""The graphics cards that Vulkan knows, which ncnn computes on: NVIDIA, AMD, Intel and Apple alike."""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import NamedTuple

from .atomic_write import atomic_write
from .errors import InputError, OutputError
from .home_folder import home_folder

SOFTWARE = 3
"""ncnn's number for a driver that computes on the CPU."""
FILE = "vulkan.json"
"""Says which process has begun to use a driver and has not got a first result yet."""


class VulkanCard(NamedTuple):
    """A graphics card."""

    number: int
    name: str
    is_software: bool

    @property
    def described(self) -> str:
        """Its name for people, as those by `device.describe`."""
        return f"GPU: {self.name} (Vulkan)"


def vulkan_cards() -> list[VulkanCard]:
    """Return the cards; none where there is no driver, no loader of drivers, or no ncnn."""
    try:
        import ncnn
    except ImportError:
        return []
    found = []
    with first_result():  # asking for them runs their drivers
        for number in range(ncnn.get_gpu_count()):
            info = ncnn.get_gpu_info(number)
            found.append(VulkanCard(number, info.device_name(), info.type() == SOFTWARE))
    return found


def require_card(asked: str = "vulkan") -> VulkanCard:
    """Return the card that computes: the first that is one, or a driver that computes on the CPU.

    Args:
        asked: As a job's DEVICE; with a number, "vulkan:1", it is the card of this number.

    Raises:
        InputError: there is none.
    """
    cards = vulkan_cards()
    if not cards:
        raise InputError(
            "Vulkan finds no graphics card here that the SR engine can use: install or update the graphics driver, or "
            'set DEVICE to "auto" or "cpu".'
        )
    number = asked.partition(":")[2]
    if number:
        chosen = [card for card in cards if card.number == int(number)]
        if not chosen:
            raise InputError(
                "There is no {device} here. Vulkan finds {cards}: choose one of them, or vulkan alone.",
                device=asked,
                cards=", ".join(f"vulkan:{card.number} ({card.name})" for card in cards),
            )
        return chosen[0]
    return min(cards, key=lambda card: (card.is_software, card.number))


@cache
def crashed_last_time() -> bool:
    """Return whether the process that used a driver last died before it had a first result.

    This process is then to do without, and says so; the next one tries again, perhaps with another driver.
    """
    path = home_folder() / FILE
    try:
        before = int(json.loads(path.read_bytes())["process"])
    except (OSError, ValueError, TypeError, KeyError):
        return False
    if before == os.getpid() or _is_running(before):
        return False
    with contextlib.suppress(OSError):
        path.unlink()
    return True


@contextmanager
def first_result() -> Iterator[None]:
    """Remember, while a driver is used for the first time in this process, that it has not crashed yet.

    If it does, `crashed_last_time` says so to the next process.
    """
    crashed_last_time()  # before what it reads is overwritten
    path = home_folder() / FILE
    with contextlib.suppress(OSError, OutputError):
        path.parent.mkdir(parents=True, exist_ok=True)
        with atomic_write(path) as file:
            file.write_text(json.dumps({"process": os.getpid()}), encoding="utf-8")
    try:
        yield
    finally:
        with contextlib.suppress(OSError):
            path.unlink()


def _is_running(process: int) -> bool:
    """Return whether there is a process of this number, which may be another one by now."""
    if os.name == "nt":  # where asking for a process by signal would end it
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        pass
    return True
