"""Fixtures that the tests of the engine share: rasters, tile sets, servers, languages, engine processes."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest
import rasterio
import torch
from affine import Affine
from hypothesis import settings
from odc.geo.geobox import GeoBox

from sr_core import i18n
from sr_core.datasets.statistics import BandStatistics
from sr_core.datasets.tile_io import TileFormat, write_tile
from sr_core.datasets.tileset import TileSet
from sr_core.datasets.tileset_info import TileSetInfo
from sr_core.degradations.bicubic import Bicubic
from sr_core.raster.radiometry import Radiometry

from .support.engine_processes import WAIT, EngineProcess
from .support.local_servers import Web

DATA = Path(__file__).parents[3] / "shared" / "data"
sys.path.insert(
    0, str(Path(__file__).parents[2] / "script")
)  # with the modules that read texts and translations

# Networks are tiny here: a second thread does not help, and on a busy machine makes training ten times slower.
torch.set_num_threads(1)
settings.register_profile("finer", deadline=None)  # the machines are small and noisy
settings.load_profile("finer")


@pytest.fixture(scope="session", autouse=True)
def finer_home(tmp_path_factory):
    """Finer's own files of this run, such as what was measured of networks: not those of the user."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FINER_HOME", str(tmp_path_factory.mktemp("finer_home")))
        yield


@pytest.fixture
def use_translations(monkeypatch):
    """`use_translations(path)` has the engine use the translations in a .ts file."""
    return lambda path: monkeypatch.setenv(i18n.VARIABLE, str(path))


@pytest.fixture
def german_translations(use_translations):
    """The German translations, which the engine uses."""
    import translations

    use_translations(translations.path_of("de"))
    return translations.read(translations.path_of("de"))


@pytest.fixture(scope="session")
def shown_texts():
    """All texts that users may be shown: the whole source is read for them."""
    import strings

    return strings.list_texts()


@pytest.fixture
def marked_translations(use_translations, tmp_path, shown_texts):
    """Has the engine use translations in which every text is enclosed in ⟦ ⟧."""
    import translations

    content = translations.format_ts("xx", {text: f"⟦{text}⟧" for text in shown_texts})
    (tmp_path / "marked.ts").write_text(content, encoding="utf-8")
    use_translations(tmp_path / "marked.ts")


@pytest.fixture
def shared_data():
    """The folder of real imagery beside the repository."""
    if not DATA.is_dir():
        pytest.skip("needs ../shared/data")
    return DATA


@pytest.fixture
def make_raster(tmp_path):
    """`make_raster(name, pixels)` writes a small raster: smooth texture unless pixels (b, h, w) are given."""

    def make(
        name="in.tif",
        pixels=None,
        *,
        bands=2,
        size=(40, 56),
        dtype="uint16",
        transform=None,
        mask=None,
        **profile,
    ):
        if pixels is None:
            pixels = textured_pixels(bands, *size, dtype)
        profile = {"driver": "GTiff", "crs": "EPSG:32633", **profile}
        with (
            rasterio.Env(GDAL_TIFF_INTERNAL_MASK=True),
            rasterio.open(
                tmp_path / name,
                "w",
                width=pixels.shape[2],
                height=pixels.shape[1],
                count=pixels.shape[0],
                dtype=pixels.dtype,
                transform=transform or Affine(10, 0, 500_000, 0, -10, 5_000_000),
                **profile,
            ) as dataset,
        ):
            dataset.write(pixels)
            if mask is not None:
                dataset.write_mask(mask)
        return tmp_path / name

    return make


def textured_pixels(bands, height, width, dtype="uint16", seed=0):
    """Return waves and noise over most of the type's range, the same for the same arguments."""
    rng = np.random.default_rng(seed)
    rows, cols = np.mgrid[:height, :width]
    waves = np.stack([np.sin(rows / (3 + b)) + np.cos(cols / (4 + b)) for b in range(bands)])
    unit = (waves + rng.normal(0, 0.2, waves.shape)) / 6 + 0.5
    top = {"uint8": 255, "int16": 10_000, "float32": 1, "float64": 1}.get(dtype, 12_000)
    return np.clip(unit * top, 1, top).astype(dtype) if top > 1 else unit.astype(dtype)


@pytest.fixture
def web_server(monkeypatch):
    """A web server on loopback, without the machine's proxies."""
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    server = Web()
    yield server
    server.close()


@pytest.fixture
def make_tileset(tmp_path):
    """`make_tileset(name)` writes a tile set of synthetic land, which a network learns to sharpen quickly."""

    def make(
        name="tiles",
        *,
        train=6,
        val=2,
        test=2,
        bands=("red", "green", "nir"),
        scale=2,
        tile_size=48,
        dtype="uint8",
        nodata=None,
        gap=None,
    ):
        counts = {"train": train, "val": val, "test": test}
        splits = {split: tuple(f"{split}_{i}" for i in range(count)) for split, count in counts.items()}
        radiometry = Radiometry.default(dtype, len(bands))
        unknown = dict.fromkeys(("mean", "std", "minimum", "maximum"), (0.0,) * len(bands))
        info = TileSetInfo(
            bands=bands,
            dtype=dtype,
            nodata=nodata,
            scale=scale,
            tile_size=tile_size,
            stride=tile_size,
            radiometry=radiometry,
            data_range=1.0,
            statistics=BandStatistics(**unknown),
            degradation=Bicubic(),
            splits=splits,
            sources=(),
        )
        tileset, seen = TileSet(tmp_path / name, info), []
        for seed, (split, tile) in enumerate((split, tile) for split in splits for tile in splits[split]):
            hr = synthetic_land(len(bands), tile_size, dtype, seed)
            valid = np.ones(hr.shape, bool)
            if gap:
                valid[gap] = False
            lr, lr_valid = Bicubic().apply(hr, valid, scale, nodata)
            for side, pixels, known, size in (("hr", hr, valid, 1), ("lr", lr, lr_valid, scale)):
                path = tileset.path(split, side, tile)
                path.parent.mkdir(parents=True, exist_ok=True)
                box = GeoBox(pixels.shape[1:], Affine(size, 0, 5e5, 0, -size, 5e6), "EPSG:32633")
                write_tile(path, pixels, known, box, TileFormat(dtype, nodata=nodata, descriptions=bands))
            if split == "train":
                seen.append(radiometry.to_physical(hr))
        if seen:
            moments = {name: getattr(np, of)(seen, (0, 2, 3)) for name, of in MOMENTS.items()}
            known = BandStatistics(**{name: tuple(values.tolist()) for name, values in moments.items()})
            tileset = TileSet(tileset.folder, info.model_copy(update={"statistics": known}))
        tileset.write_info()
        return tileset

    return make


MOMENTS = {"mean": "mean", "std": "std", "minimum": "min", "maximum": "max"}


def synthetic_land(bands, size, dtype="uint8", seed=0):
    """Return synthetic land, (b, size, size): noise with amplitude 1 / frequency, as in natural images."""
    rng = np.random.default_rng(seed)
    frequency = np.hypot(*np.meshgrid(*[np.fft.fftfreq(size)] * 2)) + 1 / size
    shared = rng.normal(size=(1, size, size)) + 0.3 * rng.normal(size=(bands, size, size))
    image = np.fft.ifft2(np.fft.fft2(shared) / frequency).real
    image = 0.5 + 0.15 * (image - image.mean()) / image.std()
    whole = {"uint8": 255, "uint16": 10_000, "float32": 1}[dtype]
    return (image.clip(0.01, 0.99) * whole).astype(dtype)


@pytest.fixture
def raster_folder(tmp_path, make_raster):
    """A folder of 12 adjacent rasters with different kinds of names, and of files that are no rasters."""
    place = tmp_path / "rasters"
    place.mkdir()
    for i in range(12):
        path = make_raster(
            "x.tif",
            size=(40, 40),
            transform=Affine(10, 0, 500_000, 0, -10, 5_000_000) * Affine.translation(40 * i, 0),
        )
        path.rename(place / (f"site {i:02d}" + (".tif", ".TIF", ".tiff")[i % 3]))
    (place / "notes.txt").write_text("not a raster")
    (place / "deeper").mkdir()
    return place


@pytest.fixture
def start_engine(tmp_path):
    """`start_engine("run")` starts a process of the engine; `start_engine(script=...)` one that runs a script."""
    started = []

    def start(*arguments, script=None):
        command = [sys.executable, "-c", script] if script else [sys.executable, "-m", "sr_core", *arguments]
        started.append(EngineProcess(command, tmp_path))
        return started[-1]

    yield start
    for each in started:
        if each.process.poll() is None:
            each.process.kill()
        each.process.wait(WAIT)
        each.process.stdin.close()
        each.process.stdout.close()
