"""The checksum by which a file is known again."""

from __future__ import annotations

import hashlib
from pathlib import Path


def file_checksum(path: str | Path) -> str:
    """Return the SHA-256 of a file in hexadecimal digits."""
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
