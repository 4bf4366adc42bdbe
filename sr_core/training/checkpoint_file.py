"""The file of a checkpoint: a stored zip of numbers and tensors that runs no code when read.

checkpoint.json       the options of the training, and its state with a reference in place of each tensor
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
from ..errors import InputError
from ..schema import Config

FORMAT = 1
"""Version of the layout; increased when an older Finer could no longer read a checkpoint."""

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
"""Name of each tensor type in the format safetensors."""


class Checkpoint(Config):
    """Content of a checkpoint file, its tensors in memory."""

    format: Annotated[int, Field(ge=1, le=FORMAT)] = FORMAT
    asked: dict[str, JsonValue]
    """Options of the training that its result depends on, by parameter id."""
    made_with: dict[str, str]
    """Versions and device, on which the last digits of the result may depend."""
    state: dict[str, Any]
    """State of the training, as `TrainingState.state` returns it."""


def write(path: Path, checkpoint: Checkpoint) -> None:
    """Write a checkpoint; however this ends, `path` holds all of it, synced to the disk, or what was there before.

    Raises:
        OutputError: The folder is missing or cannot be written to, or the disk is full.
    """
    tensors: dict[str, Tensor] = {}
    content = checkpoint.model_dump(exclude={"state"}) | {"state": _to_json(checkpoint.state, tensors)}
    with atomic_write(path) as file, file.open("wb") as stream:
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
            archive.writestr(STATE, json.dumps(content))
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
    """Read a checkpoint.

    Raises:
        InputError: There is no such file, it is no checkpoint, damaged, or from a newer version.
    """
    if not path.is_file():
        raise InputError(
            "There is no checkpoint {path}: choose another RESUME, or leave it blank.", path=path
        )
    try:
        with zipfile.ZipFile(path) as archive:
            for member in archive.infolist():
                if member.compress_type != zipfile.ZIP_STORED:
                    raise zipfile.BadZipFile
            # Reading compares with the checksums.
            content, tensors = (archive.read(name) for name in (STATE, TENSORS))
        values = json.loads(content)
        if isinstance(values["format"], int) and values["format"] > FORMAT:
            raise InputError(
                "The checkpoint {path} was made by a newer version of Finer: update the plugin.", path=path
            )
        return Checkpoint.model_validate(
            values | {"state": _from_json(values["state"], parse_tensors(tensors))}
        )
    except (
        zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, KeyError, TypeError, RuntimeError,
        SafetensorError, ValidationError,
    ):  # fmt: skip
        raise InputError(
            "{path} is not a complete training checkpoint: choose another RESUME, or leave it blank.",
            path=path,
        ) from None


def _to_json(value: Any, tensors: dict[str, Tensor]) -> JsonValue:
    """Return `value` as JSON that also keeps tuples, keys that are numbers, and tensors, which are added to `tensors`."""
    if isinstance(value, Tensor):
        name = str(len(tensors))
        tensors[name] = value
        return {"tensor": name, "channels_last": _is_channels_last(value)}
    if isinstance(value, Mapping):
        return {"dict": [[key, _to_json(each, tensors)] for key, each in value.items()]}
    if isinstance(value, list | tuple):
        return {"tuple" if isinstance(value, tuple) else "list": [_to_json(each, tensors) for each in value]}
    if value is None or isinstance(value, bool | int | float | str):
        return value
    raise TypeError(f"a checkpoint cannot hold a {type(value).__name__}")


def _from_json(value: Any, tensors: Mapping[str, Tensor]) -> Any:
    """Return the value of which `_to_json` made this JSON."""
    if not isinstance(value, dict):
        return value
    if "tensor" in value:
        kept = tensors[value["tensor"]]
        return kept.contiguous(memory_format=torch.channels_last) if value["channels_last"] else kept
    if "dict" in value:
        return {key: _from_json(each, tensors) for key, each in value["dict"]}
    kind = tuple if "tuple" in value else list
    return kind(_from_json(each, tensors) for each in value[kind.__name__])


def _is_channels_last(value: Tensor) -> bool:
    return (
        value.dim() == 4
        and value.is_contiguous(memory_format=torch.channels_last)
        and not value.is_contiguous()
    )


def _write_tensors(stream: IO[bytes], tensors: Mapping[str, Tensor]) -> None:
    """Write the format of safetensors, one tensor after the other: its own writer would copy all of them first."""
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
