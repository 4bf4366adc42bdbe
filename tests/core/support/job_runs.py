"""Running any job on small files, for the tests of which files it reads and writes."""

from __future__ import annotations

import os

from sr_core.jobs import Job, Log

from .small_packages import make_package


def load(name, **values):
    return Job.load({"id": name, **{key: _text(value) for key, value in values.items()}})


def _text(value):
    return str(value) if isinstance(value, os.PathLike) else value


def finish(job):
    """Run a job; return what it logs."""
    return [step.text.format(**step.values) for step in job.run() if isinstance(step, Log)]


def vrt(path, *sources, relative=False):
    """Write a VRT of one band with these sources."""
    each = "".join(
        f'<SimpleSource><SourceFilename relativeToVRT="{int(relative)}">{source}</SourceFilename></SimpleSource>'
        for source in sources
    )
    path.write_text(
        '<VRTDataset rasterXSize="56" rasterYSize="40"><GeoTransform>500000, 10, 0, 5000000, 0, -10</GeoTransform>'
        f'<VRTRasterBand dataType="UInt16" band="1">{each}</VRTRasterBand></VRTDataset>'
    )
    return path


def write_model(path):
    """Write a model of one band."""
    one = {"gain": (1e-4,), "offset": (0,)}
    make_package(bands=("red",), radiometry=one, mean=(0.1,), std=(0.2,)).save(path)
    return path
