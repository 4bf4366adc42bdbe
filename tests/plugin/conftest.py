"""Imports the repository root as a plugin package, whatever its folder is called, in one QGIS for all tests."""

import importlib.util
import json
import os
import subprocess
import sys
import tempfile
import uuid
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

if importlib.util.find_spec("qgis") is None:
    collect_ignore_glob = ["*"]  # the engine's Python has no QGIS; QGIS' Python runs these
else:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    spec = importlib.util.spec_from_file_location(
        "finer", ROOT / "__init__.py", submodule_search_locations=[str(ROOT)]
    )
    sys.modules["finer"] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(sys.modules["finer"])


@pytest.fixture(scope="session", autouse=True)
def qgis_app():
    """A QGIS with a profile of its own, without windows."""
    from qgis.core import QgsApplication

    with tempfile.TemporaryDirectory() as profile:
        os.environ["QGIS_CUSTOM_CONFIG_PATH"] = profile
        os.environ["XDG_CACHE_HOME"] = profile  # QGIS keeps pictures there by their address
        app = QgsApplication([], False)
        app.initQgis()
        yield app
        # No exitQgis(): it crashes when a failed test's traceback still holds an algorithm.


@pytest.fixture
def open_layer():
    """`open_layer(path, scale)` opens a raster file as QGIS does; skips the test where QGIS itself cannot."""
    from qgis.core import Qgis, QgsRasterLayer

    def make(path, scale):
        try:
            return QgsRasterLayer(path, "a layer", "gdal")
        except Exception as error:  # of C++, in QGIS 3.44.15
            if scale < 0:
                pytest.skip(f"QGIS {Qgis.version()} opens no raster with a negative scale: {error}")
            raise

    return make


@pytest.fixture
def delete_dead_slots(qgis_app):
    """`delete_dead_slots()` has Qt delete the Python slots of objects that are gone, such as an earlier run's feedback.

    PyQt finds slots by their object's address. Where another thread makes an object there before the main thread has
    deleted them, both delete them; so this comes before a run in the background.
    """
    from qgis.PyQt.QtCore import QEvent

    def delete():
        for _ in range(3):  # a slot is told of its object's end, asks for its deletion, and is deleted
            qgis_app.processEvents()
            qgis_app.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    return delete


@pytest.fixture(scope="session")
def provider(qgis_app):
    """The provider, registered as QGIS does it."""
    from finer.plugin import FinerPlugin
    from qgis.core import QgsApplication

    plugin = FinerPlugin(None)
    plugin.initProcessing()
    yield QgsApplication.processingRegistry().providerById("finer")
    plugin.unload()


@pytest.fixture(autouse=True)
def finer_home(tmp_path, monkeypatch):
    """A folder for Finer's files in place of the developer's own."""
    monkeypatch.setenv("FINER_HOME", str(tmp_path / "finer-home"))
    return tmp_path / "finer-home"


@pytest.fixture
def create_algorithm(provider):
    """`create_algorithm("export_tiles")` creates an algorithm, as for a run or a dialog."""
    made = []  # its parameters die with it

    def create(name):
        made.append(provider.algorithm(name).create())
        return made[-1]

    return create


@pytest.fixture
def context():
    from qgis.core import QgsProcessingContext

    return QgsProcessingContext()


@pytest.fixture
def make_raster(tmp_path):
    """`make_raster("a.tif", bands=4)` writes a small GeoTIFF of a smooth ramp and returns its path.

    Origin 500000 E, 4000000 N in UTM zone 30, 10 m pixels; band b holds b * 1000 + row * 10 + column.
    """
    import numpy as np
    from osgeo import gdal, osr

    gdal.UseExceptions()

    def write(name, bands=4, size=(40, 30), epsg=32630, names=(), pixel=10):
        path = str(tmp_path / name)
        dataset = gdal.GetDriverByName("GTiff").Create(path, size[0], size[1], bands, gdal.GDT_UInt16)
        dataset.SetGeoTransform((500_000, pixel, 0, 4_000_000, 0, -pixel))
        if epsg:
            crs = osr.SpatialReference()
            crs.ImportFromEPSG(epsg)
            dataset.SetProjection(crs.ExportToWkt())
        ramp = np.arange(size[1])[:, None] * 10 + np.arange(size[0])
        for band in range(1, bands + 1):
            dataset.GetRasterBand(band).WriteArray(band * 1000 + ramp)
        for band, text in enumerate(names, 1):
            dataset.GetRasterBand(band).SetDescription(text)
        dataset.FlushCache()
        return path

    return write


@pytest.fixture(scope="session")
def tile_server(tmp_path_factory, qgis_app):
    """URL of an XYZ server, in a process of its own, whose zoom-4 tiles are coloured (16 x, 16 y, 100)."""
    from qgis.PyQt.QtGui import QColor, QImage

    folder = tmp_path_factory.mktemp("tiles")
    for x in range(16):
        (folder / f"4/{x}").mkdir(parents=True)
        for y in range(16):
            image = QImage(256, 256, QImage.Format.Format_RGB32)
            image.fill(QColor(16 * x, 16 * y, 100))
            image.save(str(folder / f"4/{x}/{y}.png"))
    command = [
        sys.executable,
        "-u",
        "-m",
        "http.server",
        "0",
        "--bind",
        "127.0.0.1",
        "--directory",
        str(folder),
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        port = server.stdout.readline().split("port ")[1].split()[0]
        yield f"http://127.0.0.1:{port}"
        server.kill()


@pytest.fixture
def make_xyz_layer(tile_server):
    """`make_xyz_layer()` is a layer of those tiles, 9784 m to the pixel; `make_xyz_layer(url)` one of another server."""
    from qgis.core import QgsRasterLayer

    def layer(url=tile_server):
        # QGIS keeps tiles by their address, and a port may have been that of another test's server.
        address = f"{url}/{{z}}/{{x}}/{{y}}.png?{uuid.uuid4()}"
        made = QgsRasterLayer(f"type=xyz&url={address}&zmin=4&zmax=4", "a layer", "wms")
        assert made.isValid()
        return made

    return layer


@pytest.fixture
def fake_engine(monkeypatch):
    """A fake engine: `fake_engine.jobs` are the jobs it was given, `fake_engine.script(job)` yields its events."""

    class Engine:
        def __init__(self):
            self.jobs = []

        @staticmethod
        def script(job):
            yield {"event": "done", "result": {}}

        def run_job(self, job, is_cancelled):
            self.jobs.append(json.loads(json.dumps(job)))
            yield from self.script(job)

    from finer.processing_provider.engine import worker

    fake = Engine()
    monkeypatch.setattr(worker, "run_job", fake.run_job)
    return fake


@pytest.fixture
def run_algorithm(create_algorithm, context):
    """`run_algorithm(name, **parameters)` runs an algorithm to its end and returns its results; errors are raised."""
    from qgis.core import QgsProcessingFeedback

    def run(name, feedback=None, **parameters):
        results, fine = create_algorithm(name).run(
            parameters, context, feedback or QgsProcessingFeedback(), catchExceptions=False
        )
        assert fine
        return results

    return run


@pytest.fixture
def feedback_class():
    """A class of feedback that keeps what Processing would show."""
    from qgis.core import QgsProcessingFeedback

    class Listener(QgsProcessingFeedback):
        def __init__(self):
            super().__init__(False)
            self.info, self.debug, self.texts, self.percents = [], [], [], []
            self.warnings, self.errors = [], []
            self.progressChanged.connect(self.percents.append)

        def pushInfo(self, text):
            self.info.append(text)

        def pushDebugInfo(self, text):
            self.debug.append(text)

        def pushWarning(self, text):
            self.warnings.append(text)

        def setProgressText(self, text):
            self.texts.append(text)

        def reportError(self, text, fatal=False):
            self.errors.append(text)

    return Listener
