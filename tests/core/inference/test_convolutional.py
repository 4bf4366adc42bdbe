"""The promise of the raster engine: what comes out does not know how it was cut."""

import itertools
import threading

import numpy as np
import pytest
import rasterio
import torch
from rasterio.windows import Window

from sr_core.backbones import Backbone
from sr_core.errors import SrError
from sr_core.inference.back_projection import Consistency, hold_consistent
from sr_core.inference.convolutional import ConvolutionalPredictor
from sr_core.inference.memory_tiling import MAX_TILE, TRUNK_BYTES, choose_tile_size
from sr_core.raster.cog import CogWriter, cog_writer
from sr_core.raster.radiometry import Radiometry
from sr_core.raster.raster_reader import Raster, open_raster

from ..conftest import textured_pixels
from ..support.network_runs import lively, run


class Nearest:
    """Each pixel repeated: a network whose result is known."""

    device = torch.device("cpu")
    tags, notes = {}, ()
    multiple_of, halo, tail_halo, trunk_activation_floats, tail_activation_floats = 1, 3, 1, 4, 64

    def __init__(self, scale, bands=2):
        self.scale, self.bands, self.inputs, self.outputs = scale, bands, bands, range(bands)

    def trunk(self, lr):
        return lr

    def tail(self, features, lr):
        return features.repeat_interleave(self.scale, -1).repeat_interleave(self.scale, -2)


class NearestOfArrays(Nearest):
    """The same without torch."""

    takes_arrays = True

    def tail(self, features, lr):
        assert type(features) is type(lr) is np.ndarray and lr.dtype == np.float32
        return features.repeat(self.scale, -1).repeat(self.scale, -2)


@pytest.mark.parametrize("held_to", [None, {"id": "bicubic"}], ids=["as it is", "consistent"])
def test_a_network_may_compute_with_arrays(make_raster, tmp_path, held_to):
    consistency = held_to and Consistency.of(held_to, 2)
    path = make_raster(pixels=textured_pixels(2, 50, 61, "float32"))
    if not held_to:
        results = [
            run(path, tmp_path / f"{kind.__name__}.tif", kind(2)) for kind in (Nearest, NearestOfArrays)
        ]
        np.testing.assert_array_equal(*results)
    nets = [Nearest(2), NearestOfArrays(2)]
    for net in nets:
        net.bands = 2
    with rasterio.open(path) as source:
        lr = source.read()
    upscaled = [ConvolutionalPredictor(net, consistency, 16).upscale(lr) for net in nets]
    np.testing.assert_array_equal(*upscaled)


@pytest.mark.parametrize(
    ("dtype", "bands", "size"),
    [
        *itertools.product(["uint8", "uint16", "int16", "float32"], [1], [(1, 1), (7, 90), (40, 33)]),
        ("uint16", 16, (40, 33)),
        ("float32", 16, (7, 90)),
    ],
)
def test_an_identity_gives_back_the_input(make_raster, tmp_path, dtype, bands, size):
    path = make_raster(pixels=textured_pixels(bands, *size, dtype))
    with rasterio.open(path) as source:
        pixels = source.read()
    for scale in (1, 2, 3):
        result = run(path, tmp_path / "out.tif", Nearest(scale, bands))
        expected = pixels.repeat(scale, 1).repeat(scale, 2)
        np.testing.assert_allclose(result, expected, rtol=1e-6 if dtype == "float32" else 0)


@pytest.mark.parametrize("backbone", ["edsr", "otbtf_srresnet"])
@pytest.mark.parametrize("scale", [2, 4])
def test_tiled_equals_whole_whatever_the_tile_size(make_raster, tmp_path, monkeypatch, backbone, scale):
    config = Backbone.load({"id": backbone, "n_feats": 8, "n_blocks": 2})
    net = lively(config, 3, scale)
    path = make_raster(pixels=textured_pixels(3, 70, 61, "float32"))
    with rasterio.open(path) as source, torch.inference_mode():
        whole = net(torch.from_numpy(source.read())[None])[0].numpy()
    spread = whole.max() - whole.min()
    for tile_size, batch_size in ((1000, 1), (33, 1), (16, 4), (5, 3)):
        tiled = run(path, tmp_path / "out.tif", net, tile_size=tile_size, batch_size=batch_size)
        assert np.abs(tiled - whole).max() <= 1e-4 * spread
    with monkeypatch.context() as patch:  # the test can fail: with less context the tiles show
        patch.setattr(type(net), "halo", 3)
        too_little = run(path, tmp_path / "out.tif", net, tile_size=16)
    assert np.abs(too_little - whole).max() > 1e-4 * spread


def test_a_part_of_a_raster_comes_out_as_in_the_whole(make_raster, tmp_path):
    config = Backbone.load({"id": "edsr", "n_feats": 8, "n_blocks": 2})
    net = lively(config, 2, 2)
    path = make_raster(pixels=textured_pixels(2, 60, 70, "float32"))
    whole = run(path, tmp_path / "whole.tif", net, tile_size=25)
    part = run(path, tmp_path / "part.tif", net, window=Window(11, 7, 30, 21), tile_size=16)
    np.testing.assert_allclose(part, whole[:, 14:56, 22:82], atol=1e-5)
    with rasterio.open(tmp_path / "part.tif") as result, rasterio.open(path) as source:
        assert result.transform * (0, 0) == source.transform * (11, 7)


@pytest.mark.parametrize(
    ("dtype", "nodata"), [("uint16", 65535), ("int16", -9999), ("float32", np.nan), ("float32", -1e30)]
)
def test_nodata_stays_and_does_not_bleed(make_raster, tmp_path, dtype, nodata):
    config = Backbone.load({"id": "edsr", "n_feats": 8, "n_blocks": 2})
    net = lively(config, 2, 2)
    clean = np.full((2, 64, 64), 0.4 if dtype == "float32" else 4000, dtype)
    holed = clean.copy()
    holed[:, 20:33, 15:30] = nodata
    holed[1, 50, 50] = nodata  # of one band only
    holed[:, :, 60:] = nodata  # at the edge
    expected = run(make_raster("clean.tif", clean), tmp_path / "out.tif", net, tile_size=16)
    path = make_raster("holed.tif", holed, nodata=nodata)
    result = run(path, tmp_path / "out.tif", net, tile_size=16)
    blank = (
        (np.isnan(holed) if np.isnan(nodata) else holed == np.array(nodata, dtype)).repeat(2, 1).repeat(2, 2)
    )
    found = np.isnan(result) if np.isnan(nodata) else result == np.array(nodata, dtype)
    assert (found == blank).all()
    # On constant ground what fills the gaps is that constant, so beside them nothing may change.
    inland = np.s_[:, :, : 2 * (60 - net.halo)]
    np.testing.assert_allclose(result[inland][~blank[inland]], expected[inland][~blank[inland]], rtol=1e-4)


def test_gaps_do_not_show_how_the_raster_was_cut(make_raster, tmp_path):
    config = Backbone.load({"id": "edsr", "n_feats": 8, "n_blocks": 2})
    net = lively(config, 2, 2)
    pixels = textured_pixels(2, 80, 90, "float32")
    pixels[:, np.random.default_rng(0).random((80, 90)) < 0.1] = np.nan
    pixels[:, 30:60, 20:70] = np.nan
    path = make_raster(pixels=pixels)
    whole = run(path, tmp_path / "out.tif", net, tile_size=1000)
    for tile_size in (16, 37):
        tiled = run(path, tmp_path / "out.tif", net, tile_size=tile_size)
        np.testing.assert_allclose(tiled, whole, atol=1e-4 * np.nanmax(np.abs(whole)))


def test_a_mask_is_kept(make_raster, tmp_path):
    mask = np.ones((40, 56), bool)
    mask[9:20, 8:30] = False
    run(make_raster(mask=mask), tmp_path / "out.tif", Nearest(2))
    with open_raster(tmp_path / "out.tif") as raster:
        valid = raster.read(Window(0, 0, 112, 80))[1]
    assert (valid == mask.repeat(2, 0).repeat(2, 1)).all()


def test_bright_pixels_are_clipped_and_never_wrap(make_raster, tmp_path):
    class Brighter(Nearest):
        def tail(self, features, lr):
            return super().tail(features, lr) * torch.tensor([3.0, -3.0]).view(1, 2, 1, 1)

    result = run(make_raster(dtype="uint8"), tmp_path / "out.tif", Brighter(2))
    assert result[0].max() == 255
    assert (result[1] == 0).all()


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_a_result_that_is_no_number_ends_the_run_and_is_never_written_as_a_pixel(
    make_raster, tmp_path, value
):
    class Astray(Nearest):
        def tail(self, features, lr):
            sr = super().tail(features, lr)
            return torch.where(sr > 0.8, value, sr)

    pixels = np.full((1, 40, 56), 0.5, "float32")
    pixels[0, 21, 34] = 0.9
    path = make_raster(pixels=pixels)
    with pytest.raises(SrError, match="values that are not finite at row 21, column 34 of the raster: "):
        run(path, tmp_path / "out.tif", Astray(2, bands=1))
    assert [p.name for p in tmp_path.iterdir()] == ["in.tif"]


def test_one_thread_alone_reads_and_writes(make_raster, tmp_path, monkeypatch):
    """GDAL's block cache is common to all datasets: with a thread for each, a block was lost once in 600 runs."""
    users = []
    for owner, name in ((Raster, "read"), (CogWriter, "write")):
        usual = getattr(owner, name)
        monkeypatch.setattr(
            owner, name, lambda *a, usual=usual: (users.append(threading.get_ident()), usual(*a))[1]
        )
    run(make_raster(), tmp_path / "out.tif", Nearest(2), tile_size=8)
    assert len(users) > 2 and len(set(users)) == 1


class Together(NearestOfArrays):
    """It computes a tile only while two others are being computed."""

    tiles_at_once = 3

    def __init__(self, scale):
        super().__init__(scale)
        self.barrier, self.threads = threading.Barrier(3, timeout=20), set()

    def trunk(self, lr):
        self.barrier.wait()
        self.threads.add(threading.current_thread().name)
        return lr


@pytest.mark.parametrize("held_to", [None, {"id": "bicubic"}], ids=["as it is", "consistent"])
def test_as_many_tiles_are_computed_at_once_as_the_network_likes(make_raster, tmp_path, held_to):
    path = make_raster(pixels=textured_pixels(2, 96, 96, "uint8"))
    together = Together(2)
    results = [
        run(
            path,
            tmp_path / f"{type(net).__name__}.tif",
            hold_consistent(net, Consistency.of(held_to, 2)) if held_to else net,
            tile_size=32,
        )
        for net in (NearestOfArrays(2), together)
    ]
    np.testing.assert_array_equal(*results)
    assert len(together.threads) == 3 and together.threads <= {f"tiles_{n}" for n in range(3)}


def test_an_error_in_one_of_several_tiles_at_once_ends_the_run(make_raster, tmp_path):
    class Failing(NearestOfArrays):
        tiles_at_once = 2

        def trunk(self, lr):
            raise SrError("no")

    with pytest.raises(SrError, match="no"):
        run(make_raster(pixels=textured_pixels(2, 96, 96, "uint8")), tmp_path / "sr.tif", Failing(2))
    assert not any(thread.name.startswith("tiles") for thread in threading.enumerate())
    assert [each.name for each in tmp_path.iterdir() if "sr.tif" in each.name] == []


def test_stopping_in_the_middle_ends_the_threads_and_leaves_nothing(make_raster, tmp_path):
    with open_raster(make_raster()) as raster:
        profile, radiometry = raster.profile.zoom(2), Radiometry.default("uint16", 2)
        predictor = ConvolutionalPredictor(Nearest(2), tile_size=8)
        with pytest.raises(GeneratorExit), cog_writer(tmp_path / "out.tif", profile) as writer:
            work = predictor.run(raster, radiometry, Window(0, 0, 56, 40), writer)
            next(work)
            work.close()
            raise GeneratorExit
    assert [p.name for p in tmp_path.iterdir()] == ["in.tif"]


def test_pieces_of_the_tail_do_not_show(monkeypatch):
    net = lively(Backbone.load({"id": "edsr", "n_feats": 8, "n_blocks": 2}), 2, 4)
    lr = textured_pixels(2, 50, 60, "float32")
    with torch.inference_mode():
        whole = net(torch.from_numpy(lr)[None])[0].numpy()
    monkeypatch.setattr("sr_core.inference.memory_tiling.TAIL_BYTES", 4 * net.tail_activation_floats * 20**2)
    monkeypatch.setattr(
        "sr_core.inference.memory_tiling.TRUNK_BYTES", 4 * net.trunk_activation_floats * 40**2
    )
    np.testing.assert_allclose(ConvolutionalPredictor(net).upscale(lr), whole, atol=1e-4 * np.ptp(whole))


def test_tiles_fit_the_memory_and_deep_networks_still_get_sensible_ones():
    net = Nearest(2)
    net.trunk_activation_floats, net.halo = 1000, 10
    assert (
        4 * 1000 * (choose_tile_size(net) + 20) ** 2
        <= TRUNK_BYTES
        < 4 * 1000 * (choose_tile_size(net) + 21) ** 2
    )
    net.multiple_of = 16  # beginning and ending at multiples takes up to 15 pixels each
    assert (
        4 * 1000 * (choose_tile_size(net) + 20 + 30) ** 2
        <= TRUNK_BYTES
        < 4 * 1000 * (choose_tile_size(net) + 51) ** 2
    )
    net.trunk_activation_floats = 1
    assert choose_tile_size(net) == MAX_TILE
    net.trunk_activation_floats, net.halo = 1000, 500
    assert choose_tile_size(net) == 500
