"""Back-projection of degradations that blur each band in its own way, or do more than blur."""

from __future__ import annotations

import numpy as np
import rasterio
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from sr_core.backbones import Backbone
from sr_core.degradations import Degradation
from sr_core.inference import back_projection as module
from sr_core.inference.back_projection import Consistency, ConsistentNet

from ..conftest import textured_pixels
from ..support.network_runs import lively, run

KINDS = (
    {"id": "bilinear"},
    {"id": "area"},
    {"id": "mtf", "mtf": (0.24, 0.38)},
    {"id": "mtf", "mtf": (0.22, 0.3), "noise": (0.1,), "jpeg": 50},
)


def noise_like(scale, rows, cols, seed=0):
    return np.random.default_rng(seed).random((2, rows * scale, cols * scale), dtype=np.float32)


def everywhere(pixels):
    return np.ones(pixels.shape, bool)


def held(consistency, sr, lr):
    return consistency(torch.from_numpy(sr)[None], torch.from_numpy(lr)[None])[0].numpy()


@settings(max_examples=40)
@given(
    st.sampled_from(KINDS), st.sampled_from((2, 3, 4, 8)), st.integers(1, 19), st.integers(1, 19),
    st.integers(0, 99),
)  # fmt: skip
def test_results_can_be_held_to_it_up_to_the_edge(kind, scale, rows, cols, seed):
    """With noise and JPEG too: to the blur alone."""
    chosen = Degradation.load(kind)
    sr, lr = noise_like(scale, rows, cols, seed), noise_like(1, rows, cols, seed + 1)
    consistency = Consistency.of(chosen.dump(), scale)
    corrected = held(consistency, sr, lr)
    assert np.abs(chosen.downsample(corrected, everywhere(corrected), scale)[0] - lr).max() < 1e-5
    left = consistency.residual(torch.from_numpy(sr)[None], torch.from_numpy(lr)[None])[0].numpy()
    assert np.abs(left - (chosen.downsample(sr, everywhere(sr), scale)[0] - lr)).max() < 2e-6


def test_each_band_is_corrected_as_if_it_were_alone():
    sr, lr = noise_like(4, 9, 11), noise_like(1, 9, 11, 1)
    both = Consistency.of({"id": "mtf", "mtf": (0.24, 0.38)}, 4)
    corrected = held(both, sr, lr)
    for band, mtf in enumerate((0.24, 0.38)):
        alone = held(
            Consistency.of({"id": "mtf", "mtf": (mtf,)}, 4), sr[band : band + 1], lr[band : band + 1]
        )
        assert np.abs(corrected[band] - alone[0]).max() < 2e-6


def test_bands_must_not_change_places():
    """The tests above can fail: with the kernels of the bands exchanged something is left."""
    sr, lr = noise_like(4, 9, 9), noise_like(1, 9, 9, 1)
    corrected = held(Consistency.of({"id": "mtf", "mtf": (0.38, 0.24)}, 4), sr, lr)
    again, _ = Degradation.load({"id": "mtf", "mtf": (0.24, 0.38)}).downsample(
        corrected, everywhere(corrected), 4
    )
    assert np.abs(again - lr).max() > 0.01


def test_blocks_do_not_show(monkeypatch):
    sr, lr = noise_like(3, 130, 61), noise_like(1, 130, 61, 1)
    consistency = Consistency.of({"id": "mtf", "mtf": (0.24, 0.38)}, 3)
    whole = held(consistency, sr, lr)
    monkeypatch.setattr(module, "BLOCK", 23)
    assert np.abs(held(consistency, sr, lr) - whole).max() < 5e-6
    consistency.halo = 4  # the test can fail: with less context the blocks show
    assert np.abs(held(consistency, sr, lr) - whole).max() > 1e-4


def test_tiles_equal_the_whole(make_raster, tmp_path):
    plain = lively(Backbone.load({"id": "edsr", "n_feats": 8, "n_blocks": 2}), 2, 3)
    net = ConsistentNet(plain, Consistency.of({"id": "mtf", "mtf": (0.24, 0.38)}, 3))
    path = make_raster(pixels=textured_pixels(2, 81, 97, "float32"))
    with rasterio.open(path) as source, torch.inference_mode():
        lr = torch.from_numpy(source.read())[None]
        whole = net.consistency(plain(lr), lr)[0].numpy()
    again, _ = Degradation.load({"id": "mtf", "mtf": (0.24, 0.38)}).downsample(whole, everywhere(whole), 3)
    spread = np.ptp(whole)
    assert np.abs(again - lr[0].numpy()).max() < 1e-5 * spread
    for tile_size in (1000, 40):
        assert np.abs(run(path, tmp_path / "out.tif", net, tile_size=tile_size) - whole).max() < 1e-5 * spread


def test_a_sensor_whose_bands_are_not_decided_is_nothing_to_be_consistent_with():
    assert Consistency.of({"id": "mtf", "sensor": "landsat_oli"}, 4) is None
