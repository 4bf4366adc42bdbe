"""Blocks in an object store, which fails, is slow and cuts connections: each is put once, whole."""

from __future__ import annotations

import sys
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
import rasterio

from sr_core import object_store
from sr_core.errors import InputError, OutputError, SrError
from sr_core.progress import run_to_end
from sr_core.raster import raster_reader

from ..support.object_server import BUCKET, ObjectServer

pytest.importorskip("obstore", reason="an optional part of the engine: sr_core/requirements-cluster.txt")
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="not on Windows")
OUT = f"s3://{BUCKET}/out"


@pytest.fixture
def store(monkeypatch):
    """An object store that this process has the credentials of."""
    monkeypatch.setitem(raster_reader.GDAL_OPTIONS, "GDAL_HTTP_RETRY_DELAY", "0.05")
    server = ObjectServer()
    for name, value in server.variables.items():
        monkeypatch.setenv(name, value)
    yield server
    server.close()


@pytest.fixture
def remote(store, values):
    """The raster of `values` as an object."""
    store.hold("in.tif", Path(values()["input"]).read_bytes())
    return f"s3://{BUCKET}/in.tif"


@pytest.fixture
def whole(job, pixels_of):
    """The result of a run in one process, without blocks."""
    run_to_end(job("whole.tif", block_size=None).run())
    return pixels_of("whole.tif")


def pixels_at(name):
    with rasterio.Env(**raster_reader.GDAL_OPTIONS), rasterio.open(f"/vsis3/{BUCKET}/out/{name}") as dataset:
        return dataset.read()


def blocks_of(store):
    return {key.split("/", 3)[3]: key for key in store.names("out/sr.blocks/") if "/r0" in key}


def test_blocks_in_a_store_that_fails_are_the_single_run_to_the_bit(job, store, remote, whole):
    store.fail(r"in\.tif|/r0|ledger", first=[503, "cut", 0.2])
    run_to_end(job(input=remote, output=f"{OUT}/sr.vrt").run())
    assert set(blocks_of(store)) == {
        "r0000/c0000.tif",
        "r0000/c0001.empty",
        "r0001/c0000.tif",
        "r0001/c0001.tif",
    }
    written = {key: count for key, count in store.put.items() if key.startswith("out/")}
    assert set(written.values()) == {1} and {"out/sr.vrt", "out/sr.gti.gpkg"} <= set(written)
    for name in ("sr.vrt", "sr.gti.gpkg"):
        np.testing.assert_array_equal(pixels_at(name), whole)


def test_a_source_that_answers_503_beyond_all_patience_is_an_error_and_no_zeros(
    job, store, remote, monkeypatch
):
    monkeypatch.setitem(raster_reader.GDAL_OPTIONS, "GDAL_HTTP_MAX_RETRY", "1")
    store.fail("^in.tif", after="/r0.*tif$")
    with pytest.raises(SrError, match=r"of 4 blocks could not be computed.* are listed in"):
        run_to_end(job(input=remote, output=f"{OUT}/sr.vrt").run())
    assert "out/sr.blocks/failed.json" in store.names()
    store.fail()
    before = store.put
    run_to_end(job(input=remote, output=f"{OUT}/sr.vrt").run())
    assert "out/sr.blocks/failed.json" not in store.names()
    assert all(store.put[key] == count for key, count in before.items() if "/r0" in key)


def test_a_stopped_run_goes_on_in_a_store(job, store, whole):
    with closing(job(output=f"{OUT}/sr.vrt").run()) as work:
        while len(blocks_of(store)) < 2:
            next(work)
    assert "out/sr.vrt" not in store.names()
    run_to_end(job(output=f"{OUT}/sr.vrt").run())
    assert {store.put[key] for key in blocks_of(store).values()} == {1}
    np.testing.assert_array_equal(pixels_at("sr.vrt"), whole)


def test_parts_share_a_store(job, store, whole):
    for part in ("2/2", "1/2"):
        assert "out/sr.vrt" not in store.names()
        run_to_end(job(output=f"{OUT}/sr.vrt", part=part).run())
    np.testing.assert_array_equal(pixels_at("sr.vrt"), whole)


def test_other_settings_are_refused_in_a_store(job, store):
    run_to_end(job(output=f"{OUT}/sr.vrt").run())
    with pytest.raises(InputError, match=r"were made with other settings \(GAIN\): restore them to continue"):
        run_to_end(job(output=f"{OUT}/sr.vrt", gain=[2e-4]).run())


def test_one_file_is_put_whole(job, store, whole):
    run_to_end(job(output=f"{OUT}/one.tif", block_size=None).run())
    np.testing.assert_array_equal(pixels_at("one.tif"), whole)
    assert store.put["out/one.tif"] == 1
    with pytest.raises(InputError, match=r"not joined into one file: let OUTPUT end in \.vrt"):
        run_to_end(job(output=f"{OUT}/sr.tif").run())


def test_missing_credentials_are_one_sentence(job, store, remote, monkeypatch, tmp_path):
    monkeypatch.delenv("AWS_SECRET_ACCESS_KEY")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    monkeypatch.setenv("CPL_AWS_AUTODETECT_EC2", "NO")
    monkeypatch.setattr(object_store, "METADATA_SERVICE", ("127.0.0.1", 9))
    with pytest.raises(OutputError, match=r"^There are no credentials for s3://finer: set AWS_"):
        run_to_end(job(output=f"{OUT}/sr.vrt").run())
    with pytest.raises(
        InputError, match=r"cannot be opened: check its name and the credentials \(AWS_ACCESS"
    ):
        run_to_end(job(input=remote).run())
    (tmp_path / ".aws").mkdir()
    lines = ["[default]", "aws_access_key_id = loopback", "aws_secret_access_key = loopback"]
    (tmp_path / ".aws" / "credentials").write_text("\n".join(lines))
    run_to_end(job(output=f"{OUT}/sr.vrt").run())
    assert "out/sr.vrt" in store.names()


def test_a_store_that_refuses_is_one_sentence(job, store, monkeypatch):
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "another")
    with pytest.raises(
        OutputError, match=r"^The server refuses /vsis3/finer/out/sr\.vrt: check the credentials"
    ):
        run_to_end(job(output=f"{OUT}/sr.vrt").run())


def test_a_bucket_that_is_not_there_is_one_sentence(job, store):
    with pytest.raises(
        OutputError, match=r"^/vsis3/absent/sr\.vrt cannot be written or read .*check the name of the"
    ):
        run_to_end(job(output="s3://absent/sr.vrt").run())


def test_an_engine_without_the_package_says_so(job, store, monkeypatch):
    monkeypatch.setitem(sys.modules, "obstore", None)
    with pytest.raises(SrError, match="need the package obstore"):
        run_to_end(job(output=f"{OUT}/sr.vrt").run())
