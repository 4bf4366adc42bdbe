"""Against OTB's Superimpose and BundleToPerfectSensor (Debian's otb-bin), on real pairs of sensors."""

from __future__ import annotations

import os
import shutil
import subprocess

import numpy as np
import pytest
import rasterio
from rasterio.windows import Window

from sr_core.raster.pansharpen import PansharpeningMethod
from sr_core.raster.pansharpened_raster import open_pansharpened
from sr_core.raster.raster_reader import open_raster

PAIRS = {
    "landsat_ethiopia": ("landsat/l8_ethiopia_ms_30m.tif", "landsat/l8_ethiopia_pan_15m.tif"),
    "worldview_rotterdam": ("worldview_sn6/ms2_1.0m.tif", "worldview_sn6/pan2_0.5m.tif"),
}
OTB_RADIUS = 3
"""Half the side of the window that BundleToPerfectSensor smooths PAN over; no option of it changes that."""

RELATIVE = 1e-6
"""OTB computes in float32."""


@pytest.fixture(params=PAIRS)
def pair(request, shared_data):
    return [shared_data / name for name in PAIRS[request.param]]


@pytest.fixture
def otb(tmp_path):
    """Runs an application of OTB and reads what it writes."""
    if not shutil.which("otbcli_BundleToPerfectSensor", path="/usr/bin"):
        pytest.skip("needs OTB: apt-get install otb-bin")

    def run(application, **options):
        arguments = [
            f"-{name}" if i == 0 else str(name) for pair in options.items() for i, name in enumerate(pair)
        ]
        subprocess.run(
            [f"/usr/bin/otbcli_{application}", *arguments, "-out", tmp_path / "otb.tif", "float"],
            check=True, capture_output=True, env={**os.environ, "PATH": "/usr/bin:/bin"}, timeout=120,
        )  # fmt: skip
        with rasterio.open(tmp_path / "otb.tif") as file:
            return file.read().astype(float)

    return run


def inner(pixels):
    """Without the outermost pixel: where PAN's centres lie just on XS' edge, OTB takes some of them for outside."""
    return pixels[:, 1:-1, 1:-1]


def test_superimposed_as_by_otb(pair, otb):
    xs, pan = pair
    expected = otb("Superimpose", inr=pan, inm=xs)
    with (
        open_raster(xs) as a,
        open_raster(pan) as b,
        open_pansharpened(a, b, PansharpeningMethod.load("rcs")) as source,
    ):
        values, valid = source.superimposed.read(Window(0, 0, *expected.shape[:0:-1]))
    assert valid.all()
    np.testing.assert_allclose(inner(values), inner(expected), rtol=RELATIVE, atol=RELATIVE * expected.max())


def test_pansharpened_as_by_otb(pair, otb):
    xs, pan = pair
    expected = otb("BundleToPerfectSensor", inp=pan, inxs=xs)
    with (
        open_raster(xs) as a,
        open_raster(pan) as b,
        open_pansharpened(a, b, PansharpeningMethod.load({"id": "rcs", "radius": OTB_RADIUS})) as source,
    ):
        whole = Window(0, 0, *expected.shape[:0:-1])
        values, valid = source.fuse(whole)
        pixels, _ = source.read(whole)
    assert valid.all()
    np.testing.assert_allclose(inner(values), inner(expected), rtol=RELATIVE, atol=RELATIVE * expected.max())
    if pixels.dtype.kind in "iu":
        assert np.abs(inner(pixels.astype(float)) - inner(expected)).max() <= 0.5 + RELATIVE * expected.max()
