"""Limits memory and time of graphs that other people made; ONNX Runtime itself has no limits."""

from __future__ import annotations

import atexit
import contextlib
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

import onnxruntime
from numpy.typing import NDArray

from ..errors import InputError
from ..host_memory import memory_budget

T = TypeVar("T")

TRIAL_SECONDS, RUN_SECONDS = 120.0, 1800.0
"""Most seconds for a first small image, and for a tile of any size."""
GRACE = 10.0
"""Seconds that ONNX Runtime gets to stop: it checks for a request to stop between two operations."""
LEAST = 2 * 2**30
"""Bytes that are always allowed, as address space that threads and libraries reserve counts as well."""


def run_limited(
    session: onnxruntime.InferenceSession,
    inputs: dict[str, NDArray[Any]],
    seconds: float = RUN_SECONDS,
    outputs: list[str] | None = None,
) -> list[NDArray[Any]]:
    """Return the results of a graph: those that `outputs` names, or all.

    Raises:
        InputError: it takes longer, or more memory than is free.
    """
    options = onnxruntime.RunOptions()
    options.log_severity_level = 4

    def stop() -> None:
        options.terminate = True

    try:
        with limited_memory():
            results: list[NDArray[Any]] = within(seconds, lambda: session.run(outputs, inputs, options), stop)
    except MemoryError:
        raise _too_much() from None
    except InputError:
        raise
    except Exception as error:  # its errors have no common class that it publishes
        if "bad_alloc" in str(error) or "allocate memory" in str(error).lower():
            raise _too_much() from None
        raise
    return results


def within(seconds: float, work: Callable[[], T], stop: Callable[[], None] = lambda: None) -> T:
    """Return what `work` returns in a thread of its own; call `stop` if it takes longer.

    Raises:
        InputError: it takes longer.
    """
    results: list[T] = []
    errors: list[BaseException] = []

    def compute() -> None:
        try:
            results.append(work())
        except BaseException as error:
            errors.append(error)

    thread = threading.Thread(target=compute, daemon=True)
    thread.start()
    thread.join(seconds)
    if thread.is_alive():
        stop()
        thread.join(GRACE)
        if thread.is_alive():  # which would keep this process from ending, or crash it then
            atexit.register(os._exit, 2)
        raise InputError(
            "The ONNX model was stopped: it took more than {seconds:.0f} seconds for one image; use another model, or a "
            "smaller TILE_SIZE.",
            seconds=seconds,
        )
    if errors:
        raise errors[0]
    return results[0]


@contextmanager
def limited_memory() -> Iterator[None]:
    """Let allocations beyond the free memory fail at once, where the system can: else it would end some process."""
    try:
        import resource  # not on Windows, where they fail anyway
    except ImportError:
        yield
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    most = _reserved_bytes() + max(LEAST, 2 * memory_budget())
    if soft != resource.RLIM_INFINITY:
        most = min(most, soft)
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (most, hard))
    try:
        yield
    finally:
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


def _reserved_bytes() -> int:
    """Return the bytes of address space that this process has."""
    try:
        with open("/proc/self/statm", encoding="ascii") as file:
            return int(file.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError):
        return 2**44  # not known: no limit to speak of


def _too_much() -> InputError:
    return InputError(
        "The ONNX model needs more memory than is free: use a smaller TILE_SIZE, or another model.",
    )
