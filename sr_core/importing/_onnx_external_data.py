"""Reads a model in ONNX whole, with the weights that it keeps in files beside it, without a library for ONNX.

A file in ONNX is a Protocol Buffers message; only the few fields that lead to tensors are looked at, all others are
copied as they are (onnx.proto of the ONNX project: the numbers of fields).
"""

from __future__ import annotations

from pathlib import Path

from ..errors import InputError
from ..protobuf import BYTES, VARINT, MessageError, read_fields, write_bytes
from ._file_kind import require_network_file

NESTED = {
    "model": {7: "graph", 25: "function"},
    "graph": {1: "node", 5: "tensor", 15: "sparse"},
    "function": {7: "node"},
    "node": {5: "attribute"},
    "attribute": {5: "tensor", 6: "graph", 10: "tensor", 11: "graph", 22: "sparse", 23: "sparse"},
    "sparse": {1: "tensor", 2: "tensor"},
}
"""Kind of message -> the fields in which there may be tensors, and of which kind they are."""
RAW_DATA, EXTERNAL_DATA, DATA_LOCATION = 9, 13, 14
"""Fields of a tensor."""
LARGEST = 2**31 - 1
"""Bytes of a message, which Protocol Buffers limits."""


def read_onnx(path: Path) -> bytes:
    """Return a model with all its weights, as one file would hold it.

    Raises:
        InputError: a file is missing, not in the model's folder, or too short; or all are too large for one.
    """
    require_network_file(path)
    whole = path.read_bytes()
    try:
        changed = _with_weights(memoryview(whole), "model", path.parent)
    except MessageError:
        return whole  # ONNX Runtime says what is wrong
    if changed is None:
        return whole
    if len(changed) > LARGEST:
        raise InputError(
            "{path} and its weights are larger than 2 GB together, which is more than one ONNX model can hold: choose a "
            "smaller one.",
            path=path,
        )
    return changed


def _with_weights(message: memoryview, kind: str, folder: Path) -> bytes | None:
    """Return a message with the weights in it; none if they are there already."""
    if kind == "tensor":
        return _tensor(message, folder)
    parts: list[bytes | memoryview] = []
    changed = False
    for field, wire, whole, content in read_fields(message):
        inner = NESTED[kind].get(field) if wire == BYTES else None
        replaced = None if inner is None else _with_weights(content, inner, folder)
        if replaced is None:
            parts.append(whole)
        else:
            parts.append(write_bytes(field, replaced))
            changed = True
    return b"".join(parts) if changed else None


def _tensor(message: memoryview, folder: Path) -> bytes | None:
    """Return a tensor with its numbers; none if it has them."""
    kept: list[bytes | memoryview] = []
    where: dict[str, str] = {}
    outside = False
    for field, wire, whole, content in read_fields(message):
        if field == EXTERNAL_DATA and wire == BYTES:
            entry = {part.number: bytes(part.content) for part in read_fields(content)}
            where[entry.get(1, b"").decode()] = entry.get(2, b"").decode()
        elif field == DATA_LOCATION and wire == VARINT:
            outside = whole[-1] == 1
        else:
            kept.append(whole)
    if not outside:
        return None
    numbers = _external(where, folder)
    return b"".join((*kept, write_bytes(RAW_DATA, numbers)))


def _external(where: dict[str, str], folder: Path) -> bytes:
    """Return the numbers of a tensor from the file that it names."""
    location = where.get("location", "")
    file = folder / location.replace("\\", "/")
    inside = folder.resolve()
    if not location or not file.resolve().is_relative_to(inside) or ".." in file.parts[len(folder.parts) :]:
        raise InputError(
            "The ONNX model keeps its weights in {file}, which is not in its own folder, and only files there "
            "are read: save it again with the weights beside it.",
            file=location or "?",
        )
    if not file.is_file():
        raise InputError(
            "The ONNX model keeps its weights in a second file, {file}, which is missing: put it into the same folder.",
            file=location,
        )
    require_network_file(file)
    try:
        start = int(where.get("offset") or 0)
        length = int(where["length"]) if where.get("length") else file.stat().st_size - start
    except ValueError:
        raise MessageError from None
    if start < 0 or length < 0 or start + length > file.stat().st_size:
        raise InputError(
            "{file}, in which the ONNX model keeps its weights, is shorter than the model says: copy or download it "
            "again.",
            file=location,
        )
    with file.open("rb") as source:
        source.seek(start)
        return source.read(length)
