"""Rasters in a PostGIS database, of a PostgreSQL that is started for these tests; skipped where there is none."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from pathlib import Path

import pytest
from finer.processing_provider.errors import FinerError
from finer.processing_provider.layers.layer_source import LayerSource
from osgeo import gdal
from qgis.core import QgsProcessingFeedback, QgsRasterLayer, QgsRectangle

FOUND = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))
PROGRAMS = FOUND[-1] if FOUND else None
EXTENSION = (
    PROGRAMS
    and Path("/usr/share/postgresql", PROGRAMS.parent.name, "extension/postgis_raster.control").is_file()
)
pytestmark = pytest.mark.skipif(
    not EXTENSION, reason="no PostgreSQL with PostGIS (Debian: postgresql-15-postgis-3)"
)


def someone():
    """Who may run PostgreSQL, which refuses to be run by root: nobody in particular."""
    if os.getuid():
        return {}
    entry = pwd.getpwnam("nobody")
    return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}


class Database:
    """A database cluster of its own on loopback, with PostGIS in it."""

    def __init__(self, folder):
        self.folder, self.port = folder, None
        self._control("initdb", "-o", "-A trust -U finer --no-sync -E UTF8 --locale=C")
        self.start()
        self.sql("create extension postgis; create extension postgis_raster")

    def start(self):
        if not self.port:
            with socket.socket() as free:
                free.bind(("127.0.0.1", 0))
                self.port = free.getsockname()[1]
        options = f"-c listen_addresses=127.0.0.1 -c unix_socket_directories= -p {self.port} -F"
        self._control("start", "-w", "-l", f"{self.folder}/log", "-o", options)

    def stop(self):
        self._control("stop", "-m", "immediate")

    def sql(self, text):
        address = ["-h", "127.0.0.1", "-p", str(self.port), "-U", "finer", "-d", "postgres"]
        command = [PROGRAMS / "psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", *address]
        return subprocess.run(command, input=text, text=True, check=True, capture_output=True).stdout

    def load(self, table, path, tile=32, constraints=True, drop="", overview=""):
        """Put a raster into a table, in square tiles but those that `drop` says."""
        pixels = Path(path).read_bytes().hex()
        self.sql(
            f"set postgis.gdal_enabled_drivers = 'ENABLE_ALL';"
            f"create table {table} (rid serial primary key, rast raster);"
            f"insert into {table} (rast) select st_tile(st_fromgdalraster('\\x{pixels}'::bytea, 32630), {tile}, {tile});"
            + (f"delete from {table} where {drop};" if drop else "")
            + (f"select addrasterconstraints('{table}', 'rast');" if constraints else "")
            + (f"select st_createoverview('{table}', 'rast', {overview});" if overview else "")
        )

    def layer(self, table, **more):
        known = {
            "dbname": "postgres",
            "host": "127.0.0.1",
            "port": self.port,
            "user": "finer",
            "sslmode": "disable",
            "key": "rid",
        }
        words = " ".join(f"{name}='{value}'" for name, value in known.items())
        where = f" sql={more['sql']}" if more else ""
        made = QgsRasterLayer(f'{words} table="public"."{table}" (rast){where}', "a layer", "postgresraster")
        assert made.isValid(), made.error().message()
        return made

    def _control(self, *arguments):
        # Its output to nowhere: the server would keep a pipe open.
        command = [PROGRAMS / "pg_ctl", "-D", f"{self.folder}/data", "-s", *arguments]
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        subprocess.run(command, check=True, cwd=self.folder, **quiet, **someone())


@pytest.fixture(scope="module")
def cluster():
    # Not in pytest's folders, which only their owner may enter.
    folder = tempfile.mkdtemp(prefix="finer-postgis-")
    if someone():
        os.chown(folder, someone()["user"], someone()["group"])
    made = Database(folder)
    yield made
    made.stop()
    shutil.rmtree(folder)


@pytest.fixture
def database(cluster):
    """The database, in which a test finds no table of another's."""
    yield cluster
    cluster.sql("drop table if exists a, o_2_a cascade")


@pytest.fixture(autouse=True)
def impatient(monkeypatch):
    monkeypatch.setattr("finer.processing_provider.layers.layer_source.RETRY_PAUSES", (0, 0))


@pytest.fixture
def truth(make_raster, tmp_path):
    """`truth(kind, nodata)` writes a raster of 4 bands and 40 × 30 pixels and returns its path."""

    def make(kind=gdal.GDT_UInt16, nodata=1030, size=(40, 30)):
        path = str(tmp_path / "truth.tif")
        gdal.Translate(path, make_raster("plain.tif", size=size), outputType=kind, noData=nodata).FlushCache()
        return path

    return make


@pytest.mark.parametrize(
    ("kind", "nodata"),
    [(gdal.GDT_Byte, 7), (gdal.GDT_UInt16, 1030), (gdal.GDT_UInt16, None), (gdal.GDT_Int16, -9999),
     (gdal.GDT_Int32, None), (gdal.GDT_Float32, 1030), (gdal.GDT_Float64, -1e300)],
)  # fmt: skip
def test_a_table_gives_its_numbers(read_layer, assert_same_raster, database, truth, kind, nodata):
    path = truth(kind, nodata)
    database.load("a", path)
    assert_same_raster(read_layer(database.layer("a")), gdal.Open(path))


def test_a_table_without_constraints_gives_its_numbers(read_layer, assert_same_raster, database, truth):
    """Of which PostGIS knows neither extent nor types; QGIS finds them out."""
    database.load("a", truth(), constraints=False)
    assert_same_raster(read_layer(database.layer("a")), gdal.Open(truth()))


def test_a_whole_run_with_a_table(run_classify, assert_same_raster, database, truth):
    database.load("a", truth())
    extent = QgsRectangle(500_035, 3_999_880, 500_100, 3_999_945)
    part = gdal.Translate("", truth(), format="MEM", projWin=(500_030, 3_999_950, 500_100, 3_999_880))
    assert_same_raster(run_classify(database.layer("a"), EXTENT=extent), part)


def test_a_filter_of_the_layer_is_kept(read_layer, assert_same_raster, database, truth):
    database.load("a", truth(), tile=20, constraints=False)
    part = gdal.Translate("", truth(), format="MEM", srcWin=(20, 0, 20, 20))
    assert_same_raster(read_layer(database.layer("a", sql="rid = 2")), part)


GAP = "st_upperleftx(rast) between 510000 and 520500"


@pytest.mark.parametrize("constraints", [True, False])
def test_gaps_between_the_rasters_of_a_table_are_no_data(read_layer, database, truth, constraints):
    """Where QGIS reads zeros, or says that it could not read where a whole block lies in a gap."""
    path = truth(size=(2200, 1100))
    database.load("a", path, tile=100, drop=GAP, constraints=constraints)
    result, expected = read_layer(database.layer("a")).ReadAsArray(), gdal.Open(path).ReadAsArray()
    expected[:, :, 1000:2100] = 1030
    assert (result == expected).all()


def test_gaps_that_nothing_marks_are_an_error(read_layer, database, truth):
    path = truth(size=(2200, 1100), nodata=None)
    database.load("a", path, tile=100, drop=GAP)
    with pytest.raises(FinerError, match="a layer has gaps between its rasters that no nodata value marks"):
        read_layer(database.layer("a"))
    beside = QgsRectangle(500_000, 3_998_000, 510_000, 4_000_000)
    whole = gdal.Open(path).ReadAsArray()
    assert (read_layer(database.layer("a"), beside).ReadAsArray() == whole[:, :200, :1000]).all()


# What cannot be read


@pytest.fixture
def unread(database, truth):
    """A table's layer of which QGIS has read an overview only, to show it."""
    database.load("a", truth(size=(1400, 1200)), tile=256, overview=2)
    source = LayerSource("INPUT", database.layer("a"))
    source.detach()
    return source


def test_a_table_that_is_no_more_is_an_error(database, unread, tmp_path):
    database.sql("drop table a cascade")
    with pytest.raises(
        FinerError, match=r'1 parts of a layer could not be fetched .*"public.a" does not exist'
    ):
        unread.write(str(tmp_path / "out.tif"), QgsProcessingFeedback(False))


def test_a_database_that_stops_is_an_error_and_one_that_comes_back_is_waited_for(
    read_layer, assert_same_raster, database, truth, unread, tmp_path, monkeypatch
):
    database.stop()
    try:
        with pytest.raises(
            FinerError, match=r"1 parts of a layer could not be fetched from the server \(.*connect"
        ):
            unread.write(str(tmp_path / "out.tif"), QgsProcessingFeedback(False))
    finally:
        database.start()
    unread.write(str(tmp_path / "out.tif"), QgsProcessingFeedback(False))
    assert_same_raster(gdal.Open(str(tmp_path / "out.tif")), gdal.Open(truth(size=(1400, 1200))))
