"""GDAL's settings under which QGIS reads a layer for the engine: those by which damage is an error, and not pixels."""

from __future__ import annotations

import os
import re
from contextlib import contextmanager
from pathlib import Path

STRICT = {
    "GDAL_NUM_THREADS": "1",  # several leave zeros in blocks of a JPEG 2000 file that they cannot decode
    "GDAL_PNG_WHOLE_IMAGE_OPTIM": "NO",  # else one that is cut off is taken for a whole one
    "GDAL_ERROR_ON_LIBJPEG_WARNING": "TRUE",
}
"""GDAL looks at the environment for what is not set otherwise."""

ELSEWHERE = (".vrt", ".xml", ".wms")
"""Endings of files whose pixels may lie on a server."""

ON_SERVER = re.compile(
    r"https?://|/vsi(curl|s3|gs|az|adls|oss|swift|webhdfs|hdfs)|[a-z]{2,}:\S*(host|dbname)=", re.I
)
"""Pattern of an address in such a file, where its pixels lie on a server."""


@contextmanager
def strict_reads():
    """Have GDAL report damage as errors while the block runs; what the user has set stays."""
    added = [name for name in STRICT if name not in os.environ]
    os.environ.update({name: STRICT[name] for name in added})
    try:
        yield
    finally:
        for name in added:
            os.environ.pop(name, None)


def is_local_file(source):
    """Return whether a layer's source is a file on this computer with its pixels: asking again is of no use."""
    if not os.path.isfile(source):
        return False
    if not source.lower().endswith(ELSEWHERE):
        return True
    return not ON_SERVER.search(Path(source).read_text("utf-8", "replace"))
