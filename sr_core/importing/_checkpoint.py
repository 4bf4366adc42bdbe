"""Reads files of weights: the tables of tensors in them, whatever they are wrapped in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import torch
from safetensors.torch import load_file

from ..errors import InputError
from ._file_kind import weights_kind
from ._safe_unpickling import ForeignProgramError, load_inert
from ._weight_layout import Weights

AVERAGED_FIRST = ("params_ema", "ema", "generator_ema", "model_ema", "ema_state")
"""Where a file has weights twice, the averaged ones (exponential moving average) are those that are published."""
DEPTH = 4
"""How deep tables within tables are looked through."""


def find_weights(path: Path) -> Iterator[Weights]:
    """Yield every table of tensors in a file that may be a network: the most likely first, names without prefixes last.

    Raises:
        InputError: the file holds no weights, or weights that only running foreign code could read.
    """
    content, has_more = _read(path)
    found = False
    for table in _unwrap(content, DEPTH):
        found = True
        yield Weights(table)
    if not found and has_more:
        raise _program(path)
    if not found:
        raise InputError(
            "{path} contains no weights (state_dict): choose the file of weights from the page where the model "
            "is published, or ask its author to save only the network's state_dict(), or to export it to ONNX.",
            path=path,
        )


def _read(path: Path) -> tuple[object, bool]:
    """Return the content of a file, and whether it holds other objects as well, which are left out."""
    kind = weights_kind(path)
    try:
        return (load_file(path), False) if kind == "safetensors" else load_inert(path)
    except ForeignProgramError:
        raise _program(path) from None
    except Exception as error:  # a file that is no weights can be wrong in any way
        raise InputError(
            "{path} is not a weights file (.pth, .pt, .safetensors) or is damaged: {reason}.",
            path=path,
            reason=type(error).__name__,
        ) from None


def _program(path: Path) -> InputError:
    return InputError(
        "{path} contains program code and not only weights, and loading it would run that code: choose another "
        "file from the page where the model is published, or ask its author to save only the network's "
        "state_dict(), or to export it to ONNX.",
        path=path,
    )


def _unwrap(value: object, depth: int) -> Iterator[Mapping[str, torch.Tensor]]:
    """Yield tables of tensors within tables, and within tables whose names all begin alike."""
    if not isinstance(value, Mapping) or depth == 0:
        return
    if isinstance(averaged := value.get("shadow_params"), Mapping):
        # opensr-srgan keeps averaged weights apart from what normalises.
        rest = value.get("shadow_buffers")
        value = {**averaged, **(rest if isinstance(rest, Mapping) else {})}
    table = {
        name: part for name, part in value.items() if isinstance(name, str) and isinstance(part, torch.Tensor)
    }
    if table:
        yield table
        groups: dict[str, dict[str, torch.Tensor]] = {}
        for name, tensor in table.items():
            first, _, rest = name.partition(".")
            if rest:
                groups.setdefault(first, {})[rest] = tensor
        for name in _sort_groups(groups):
            yield from _unwrap(groups[name], depth - 1)
    inner = {
        name: part for name, part in value.items() if isinstance(name, str) and isinstance(part, Mapping)
    }
    for name in _sort_groups(inner):
        yield from _unwrap(inner[name], depth - 1)


def _sort_groups(names: Mapping[str, object]) -> list[str]:
    """Return the names, those of averaged weights first."""
    return sorted(names, key=lambda name: name not in AVERAGED_FIRST)
