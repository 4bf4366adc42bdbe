"""Messages of Protocol Buffers, in which ONNX is written: their fields, without a library for them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

VARINT, FIXED64, BYTES, FIXED32 = 0, 1, 2, 5
"""Wire types of a field."""


class MessageError(ValueError):
    """It is no message of Protocol Buffers."""


class MessageField(NamedTuple):
    """A field of a message."""

    number: int
    wire: int
    """Wire type of the field."""
    whole: memoryview
    """The field as it is."""
    content: memoryview
    """Content of the field; empty for a number."""


def read_fields(message: memoryview) -> Iterator[MessageField]:
    """Yield the fields of a message.

    Raises:
        MessageError: it is none.
    """
    at, end = 0, len(message)
    while at < end:
        start = at
        tag, at = _read_varint(message, at)
        content = at
        wire = tag & 7
        if wire == VARINT:
            _, at = _read_varint(message, at)
        elif wire in (FIXED64, FIXED32):
            at += 8 if wire == FIXED64 else 4
        elif wire == BYTES:
            length, content = _read_varint(message, at)
            at = content + length
        else:
            raise MessageError
        if at > end:
            raise MessageError
        yield MessageField(tag >> 3, wire, message[start:at], message[content:at])


def write_bytes(number: int, content: bytes | memoryview) -> bytes:
    """Return a field that holds bytes, a text in UTF-8 or another message."""
    return b"".join((_write_varint(number << 3 | BYTES), _write_varint(len(content)), content))


def write_number(number: int, value: int) -> bytes:
    """Return a field that holds a whole number, not below 0."""
    return _write_varint(number << 3 | VARINT) + _write_varint(value)


def _read_varint(message: memoryview, at: int) -> tuple[int, int]:
    """Return a number of variable length, and where what follows begins."""
    number = 0
    for shift in range(0, 70, 7):
        if at >= len(message):
            break
        byte = message[at]
        at += 1
        number |= (byte & 127) << shift
        if byte < 128:
            return number, at
    raise MessageError


def _write_varint(number: int) -> bytes:
    """Return a number as a message holds it."""
    written = bytearray()
    while number > 127:
        written.append(number & 127 | 128)
        number >>= 7
    return bytes((*written, number))
