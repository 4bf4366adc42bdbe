"""Reads the text of a VRT, and the names of the rasters that it consists of.

The engine has its own (sr_core/raster/vrt_parser.py), since neither half imports the other.
"""

from __future__ import annotations

import re
from html import unescape

HEAD = 1024
"""Bytes in which a VRT says that it is one."""

NAME = re.compile(r"<Source(?:Filename|Dataset)\b[^>]*>\s*([^<]+?)\s*</\w+>", re.IGNORECASE)


def read_vrt(path):
    """Return the text of a file that is a VRT, by its content or its name; "" of any other file.

    Raises:
        OSError: the file cannot be read.
    """
    with open(path, "rb") as stream:
        head = stream.read(HEAD)
        if b"<VRTDataset" not in head and not path.lower().endswith(".vrt"):
            return ""
        return (head + stream.read()).decode("utf-8", "replace")


def source_names(text):
    """Return the names of the rasters in the text of a VRT, as they are written there."""
    return [unescape(name) for name in NAME.findall(text)]
