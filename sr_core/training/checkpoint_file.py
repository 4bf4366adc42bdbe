"""A training put away in one file: a stored zip of numbers and tensors that runs no code when read.

checkpoint.json       what it is of, and its state with a reference in place of each tensor
tensors.safetensors   the tensors
"""

from __future__ import annotations

import json
import os
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import IO, Annotated, Any

import torch
from pydantic import Field, JsonValue, ValidationError
from safetensors import SafetensorError
from safetensors.torch import load as parse_tensors
from torch import Tensor

from ..atomic_write import atomic_write
from ..errors import BadInput
from ..schema import Config

FORMAT = 1
"""Raised when an older Finer could no longer make sense of a checkpoint."""

STATE, TENSORS = "checkpoint.json", "tensors.safetensors"
_NAMES = {
    torch.float64: "F64",
    torch.float32: "F32",
    torch.float16: "F16",
    torch.bfloat16: "BF16",
    torch.int64: "I64",
    torch.int32: "I32",
    torch.uint8: "U8",
    torch.bool: "BOOL",
}
"""What safetensors calls them."""


class Checkpoint(Config):
    """What a file holds, its tensors in memory."""

    format: Annotated[int, Field(ge=1, le=FORMAT)] = FORMAT
    """Version of the layout."""
    asked: dict[str, JsonValue]
    """What the training's result depends on, by the name under which users know it."""
    made_with: dict[str, str]
    """Versions and device."""
    state: dict[str, Any]
    """As the course of the training gave it."""


def write(path: Path, checkpoint: Checkpoint) -> None:
    """Put a training away; `path` holds it whole and on the disk itself, or still what was there before.

    Raises:
        OutputError: the folder is missing or cannot be written to.
        OSError: the disk is full.
    """
    tensors: dict[str, Tensor] = {}
    described = checkpoint.model_dump(exclude={"state"}) | {"state": _described(checkpoint.state, tensors)}
    with atomic_write(path) as file, file.open("wb") as stream:
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
            archive.writestr(STATE, json.dumps(described))
            with archive.open(TENSORS, "w", force_zip64=True) as member:
                _write_tensors(member, tensors)
        stream.flush()
        os.fsync(stream.fileno())  # else the new name may reach the disk before the content does
    if os.name == "posix":
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def read(path: Path) -> Checkpoint:
    """What was put away.

    Raises:
        BadInput: there is no such file, it is no checkpoint, damaged, or from a newer version.
    """
    if not path.is_file():
        raise BadInput("There is no checkpoint {path}: choose another RESUME, or leave it blank.", path=path)
    try:
        with zipfile.ZipFile(path) as archive:
            for member in archive.infolist():
                if member.compress_type != zipfile.ZIP_STORED:
                    raise zipfile.BadZipFile
            described, tensors = (
                archive.read(name) for name in (STATE, TENSORS)
            )  # compared with their checksums
        values = json.loads(described)
        if isinstance(values["format"], int) and values["format"] > FORMAT:
            raise BadInput(
                "The checkpoint {path} was made by a newer version of Finer: update the plugin.", path=path
            )
        return Checkpoint.model_validate(
            values | {"state": _restored(values["state"], parse_tensors(tensors))}
        )
    except (
        zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, KeyError, TypeError, RuntimeError,
        SafetensorError, ValidationError,
    ):  # fmt: skip
        raise BadInput(
            "{path} is not a whole checkpoint of a training: choose another RESUME, or leave it blank.",
            path=path,
        ) from None


def _described(value: Any, tensors: dict[str, Tensor]) -> JsonValue:
    """`value` as JSON that keeps what JSON would not: tuples, keys that are numbers, tensors (which go to `tensors`)."""
    if isinstance(value, Tensor):
        name = str(len(tensors))
        tensors[name] = value
        return {"tensor": name, "channels_last": _is_channels_last(value)}
    if isinstance(value, Mapping):
        return {"dict": [[key, _described(each, tensors)] for key, each in value.items()]}
    if isinstance(value, list | tuple):
        return {
            "tuple" if isinstance(value, tuple) else "list": [_described(each, tensors) for each in value]
        }
    if value is None or isinstance(value, bool | int | float | str):
        return value
    raise TypeError(f"a checkpoint cannot hold a {type(value).__name__}")


def _restored(value: Any, tensors: Mapping[str, Tensor]) -> Any:
    """The way back."""
    if not isinstance(value, dict):
        return value
    if "tensor" in value:
        kept = tensors[value["tensor"]]
        return kept.contiguous(memory_format=torch.channels_last) if value["channels_last"] else kept
    if "dict" in value:
        return {key: _restored(each, tensors) for key, each in value["dict"]}
    kind = tuple if "tuple" in value else list
    return kind(_restored(each, tensors) for each in value[kind.__name__])


def _is_channels_last(value: Tensor) -> bool:
    return (
        value.dim() == 4
        and value.is_contiguous(memory_format=torch.channels_last)
        and not value.is_contiguous()
    )


def _write_tensors(stream: IO[bytes], tensors: Mapping[str, Tensor]) -> None:
    """In the format of safetensors, one tensor after the other: its own writer would copy them all first."""
    header, end = {}, 0
    for name, tensor in tensors.items():
        start, end = end, end + tensor.nbytes
        header[name] = {
            "dtype": _NAMES[tensor.dtype],
            "shape": list(tensor.shape),
            "data_offsets": [start, end],
        }
    text = json.dumps(header).encode()
    stream.write(len(text).to_bytes(8, "little") + text)
    for tensor in tensors.values():
        plain = tensor.detach().cpu().contiguous().reshape(-1)
        stream.write(plain.view(torch.uint8).numpy().data)
