"""SHA-256 of the files of a package, in the form that `sha256sum --check` reads."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping

SUMS = "SHA256SUMS"
"""The file of a package that holds them; older packages have none."""

_LINE = re.compile(r"([0-9a-f]{64})  (\S+)")


def format_sums(content: Mapping[str, bytes]) -> bytes:
    """Return the file of checksums of files by name."""
    return "".join(f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in content.items()).encode()


def matches(sums: bytes, name: str, data: bytes) -> bool:
    """Whether a file is the one that the checksums were taken of."""
    lines = (_LINE.fullmatch(line) for line in sums.decode("utf-8", "replace").splitlines())
    return (hashlib.sha256(data).hexdigest(), name) in {(line[1], line[2]) for line in lines if line}
