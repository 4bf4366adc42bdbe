"""Reads JSON that others have written, of a size and depth that nothing chokes on."""

from __future__ import annotations

import json
import re
from typing import Any

MOST_BYTES = 64 * 2**20
"""A tile set of a million tiles takes less."""
MOST_DEPTH = 32
"""Lists and objects in each other; what Finer writes has six."""


def parse_json(text: bytes | str, most_bytes: int = MOST_BYTES) -> Any:
    """Return what JSON says.

    Raises:
        ValueError: it is none, too large, or too deep.
    """
    data = text.encode() if isinstance(text, str) else text
    if len(data) > most_bytes:
        raise ValueError(f"more than {most_bytes} bytes")
    try:
        values = json.loads(data)
    except RecursionError:
        raise ValueError("too deep") from None
    if re.search(rb"\\u[dD][89a-fA-F]", data):
        json.dumps(
            values, ensure_ascii=False
        ).encode()  # raises for half a character, which nothing can write
    level, depth = [values], 0
    while level := [child for value in level for child in _children(value)]:
        depth += 1
        if depth > MOST_DEPTH:
            raise ValueError(f"deeper than {MOST_DEPTH} levels")
    return values


def _children(value: Any) -> list[Any]:
    """Return the lists and objects in a list or an object, and in the outermost call the value's content."""
    content = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [child for child in content if isinstance(child, dict | list)]
