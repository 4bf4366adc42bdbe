"""Ways of pansharpening: closed forms, and what others compute."""

import numpy as np
import pytest
import rasterio
from affine import Affine
from rasterio.windows import Window

from sr_core.raster.pansharpen import PansharpeningMethod
from sr_core.raster.pansharpen.rcs import box
from sr_core.raster.pansharpened_raster import open_pansharpened
from sr_core.raster.raster_reader import open_raster

from ..support.pansharpening_pair import ORIGIN, maker

METHODS = sorted(PansharpeningMethod.members)


@pytest.fixture
def make_pair(make_raster):
    return maker(make_raster)


def fused(xs, pan, method):
    """Whole result as numbers, the superimposed bands, and which pixels are valid."""
    with (
        open_raster(xs) as a,
        open_raster(pan) as b,
        open_pansharpened(a, b, PansharpeningMethod.load(method)) as source,
    ):
        height, width = source.box.shape
        whole = Window(0, 0, width, height)
        for source in finished(source.gather_statistics(whole)):
            values, valid = source.fuse(whole)
            return values, source.superimposed.read(whole)[0], valid


def finished(work):
    while True:
        try:
            next(work)
        except StopIteration as end:
            return [end.value]


@pytest.mark.parametrize("method", METHODS)
def test_pan_that_shows_nothing_new_changes_nothing(make_pair, make_raster, method):
    """PAN = what the method takes for PAN already: a constant for RCS, the intensity, however scaled, for the others."""
    xs, pan = make_pair()
    before = fused(xs, pan, "rcs")[1]
    same = np.full((1, 40, 52), 77.0) if method == "rcs" else 3.0 * before.mean(axis=0, keepdims=True)
    grid = ORIGIN * Affine.scale(1 / 2)
    values, laid, _ = fused(xs, make_raster("same.tif", same, transform=grid), method)
    np.testing.assert_allclose(values, laid, rtol=1e-9)


def test_gaps_of_pan_do_not_darken_what_is_beside_them(make_pair):
    seen = np.full((1, 60, 78), 77, "uint16")
    seen[np.random.default_rng(0).random(seen.shape) < 0.3] = 0
    for radius in (None, 4):
        values, laid, valid = fused(
            *make_pair(ratio=3, pan=seen, pan_options={"nodata": 0}), {"id": "rcs", "radius": radius}
        )
        np.testing.assert_array_equal(valid, np.broadcast_to(seen != 0, valid.shape))
        np.testing.assert_allclose(values[valid], laid[valid], rtol=1e-9)


@pytest.mark.parametrize("method", ["brovey", "gram_schmidt"])
def test_a_band_that_pan_alone_sees_becomes_pan(make_pair, method):
    """With PAN's whole weight on one band, that band is PAN, with the mean (and spread) of the band."""
    xs, pan = make_pair()
    values, laid, _ = fused(xs, pan, {"id": method, "weights": [0, 1, 0]})
    with rasterio.open(pan) as file:
        seen = file.read(1).astype(float)
    gain = laid[1].std() / seen.std() if method == "gram_schmidt" else laid[1].mean() / seen.mean()
    np.testing.assert_allclose(values[1], (seen - seen.mean()) * gain + laid[1].mean(), rtol=1e-6)
    assert values[1].mean() == pytest.approx(laid[1].mean())


def test_gram_schmidt_is_the_transform_and_its_inverse(make_pair):
    """Step by step as Laben & Brower write it: equation by equation instead of by the closed form."""
    xs, pan = make_pair()
    values, laid, _ = fused(xs, pan, "gram_schmidt")
    bands = laid.reshape(3, -1)
    with rasterio.open(pan) as file:
        seen = file.read(1).ravel().astype(float)
    vectors = [bands.mean(axis=0)]  # the simulated PAN comes first
    means, coefficients = [vectors[0].mean()], []
    vectors[0] = vectors[0] - means[0]
    for band in bands:
        phi = [(band @ v) / (v @ v) if v @ v > 1e-6 else 0.0 for v in vectors]
        means.append(band.mean())
        coefficients.append(phi)
        vectors.append(band - means[-1] - sum(p * v for p, v in zip(phi, vectors)))
    vectors[0] = (seen - seen.mean()) / seen.std() * vectors[0].std()
    back = [
        vectors[i + 1] + means[i + 1] + sum(p * v for p, v in zip(phi, vectors))
        for i, phi in enumerate(coefficients)
    ]
    np.testing.assert_allclose(values, np.stack(back).reshape(values.shape), rtol=1e-6)


def test_brovey_is_gdals(make_pair, tmp_path):
    """GDAL's weighted Brovey, which does not scale PAN first; and uses its own cubic, so off the edge."""
    xs, pan = make_pair(size=(40, 44))
    weights = (0.5, 0.2, 0.3)
    spectral = "".join(
        f'<SpectralBand dstBand="{b}"><SourceFilename>{xs}</SourceFilename><SourceBand>{b}</SourceBand></SpectralBand>'
        for b in (1, 2, 3)
    )
    vrt = (
        '<VRTDataset subClass="VRTPansharpenedDataset"><PansharpeningOptions><Algorithm>WeightedBrovey</Algorithm>'
        f"<AlgorithmOptions><Weights>{','.join(map(str, weights))}</Weights></AlgorithmOptions>"
        f"<Resampling>Cubic</Resampling><PanchroBand><SourceFilename>{pan}</SourceFilename><SourceBand>1</SourceBand>"
        f"</PanchroBand>{spectral}</PansharpeningOptions></VRTDataset>"
    )
    (tmp_path / "brovey.vrt").write_text(vrt)
    with rasterio.open(tmp_path / "brovey.vrt") as file:
        expected = file.read().astype(float)
    values, laid, _ = fused(xs, pan, {"id": "brovey", "weights": weights})
    with rasterio.open(pan) as file:
        gain = np.tensordot(weights, laid, 1).mean() / file.read().mean()
    inner = (slice(None), slice(6, -6), slice(6, -6))
    # GDAL's cubic is rounded to whole numbers before, and its ratio, after.
    np.testing.assert_allclose(values[inner] / gain, expected[inner], atol=6)


def test_the_box_covers_a_multispectral_pixel():
    np.testing.assert_allclose(box(2), [0.25, 0.5, 0.25])
    np.testing.assert_allclose(box(3), np.full(3, 1 / 3))
    np.testing.assert_allclose(box(4), [0.125, 0.25, 0.25, 0.25, 0.125])
    np.testing.assert_allclose(box(2.5), [0.3, 0.4, 0.3])
    assert len(box(3.0000001)) == 3  # pixel sizes are never quite so even


def test_rcs_keeps_the_colours_at_the_resolution_they_have(make_pair):
    """Averaged over PAN's box, what is added to each band is little, and no band gets more than another."""
    xs, pan = make_pair(ratio=3)
    values, laid, _ = fused(xs, pan, "rcs")
    np.testing.assert_allclose(values[0] / laid[0], values[2] / laid[2], rtol=1e-9)
    assert values.mean() == pytest.approx(laid.mean(), rel=0.03)


def test_pan_that_is_dark_all_around_leaves_the_bands_as_they_are(make_pair):
    for method in METHODS:
        values, laid, valid = fused(*make_pair(pan=np.zeros((1, 40, 52), "uint16")), method)
        assert valid.all()
        np.testing.assert_array_equal(values, laid)
