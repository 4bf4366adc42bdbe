"""Rasters in Planetary Computer's storage, whose signatures run out while blocks are computed."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import planetary_computer.sas
import pytest

from sr_core.block_processing.block_computer import BlockComputer
from sr_core.errors import InputError, SrError
from sr_core.inference import consistency_map
from sr_core.progress import run_to_end
from sr_core.raster import raster_reader
from sr_core.stac.sas_auth import renew_signature

from ..stac.test_server_faults import BLOB, azure  # noqa: F401

PLACE = f"http://{BLOB}/sentinel2-l2/in.tif"


@pytest.fixture
def signed(azure, values, monkeypatch):  # noqa: F811
    """The storage, which holds the raster of `values`."""
    monkeypatch.setattr("sr_core.stac.http.BACKOFF", 0.02)
    # As of a raster that is larger than what GDAL keeps of it.
    monkeypatch.setitem(raster_reader.GDAL_OPTIONS, "CPL_VSIL_CURL_NON_CACHED", "/vsicurl/")
    # rasterio holds Python's lock while GDAL looks for files beside a raster, which the server here is to answer.
    monkeypatch.setitem(raster_reader.GDAL_OPTIONS, "GDAL_DISABLE_READDIR_ON_OPEN", "EMPTY_DIR")
    azure.web.files["/sentinel2-l2/in.tif"] = Path(values()["input"]).read_bytes()
    return azure


@pytest.fixture
def whole(job, pixels_of):
    """The result of a run on this computer, without blocks."""
    run_to_end(job("whole.tif", block_size=None).run())
    return pixels_of("whole.tif")


def let_tokens_last(storage, seconds):
    """Let the storage give tokens that are written to last so long."""

    def give(request):
        storage.issued += 1
        token = f"se={storage.issued}&sig=s{storage.issued}"
        storage.good = {token}
        expiry = datetime.now(UTC) + timedelta(seconds=seconds)
        return {"msft:expiry": expiry.isoformat(), "token": token}

    storage.web.answers["/token/sentinel2l2a01/sentinel2-l2"] = give


@pytest.mark.parametrize("prefix", ["", "/vsicurl/"])
def test_each_block_has_a_token_of_its_own_where_tokens_run_out_at_once(
    signed, job, whole, pixels_of, tmp_path, prefix
):
    let_tokens_last(signed, 1)
    run_to_end(job(input=f"{prefix}{PLACE}").run())
    np.testing.assert_array_equal(pixels_of("sr.vrt"), whole)
    assert signed.issued >= 4
    ledger = (tmp_path / "sr.blocks" / "ledger.json").read_text()
    assert json.loads(ledger)["settings"]["input"] == f"{prefix}{PLACE}" and "sig=" not in ledger


def test_the_consistency_layer_has_a_token_of_its_own_when_that_of_the_beginning_has_run_out(
    signed, job, tmp_path, monkeypatch
):
    compare, opened = consistency_map.compare_degraded, []

    def comparing(result, source, *arguments):
        opened.append(source.dataset.name)
        return compare(result, source, *arguments)

    monkeypatch.setattr(consistency_map, "compare_degraded", comparing)
    let_tokens_last(signed, 1)
    run_to_end(job(input=PLACE, output_consistency=str(tmp_path / "consistency.tif")).run())
    (name,) = opened
    assert f"?se={signed.issued}&" in name


def test_one_token_is_enough_while_it_is_good(signed, job, whole, pixels_of):
    run_to_end(job(input=PLACE).run())
    np.testing.assert_array_equal(pixels_of("sr.vrt"), whole)
    assert signed.issued == 1


def test_a_token_that_ends_before_its_time_costs_one_attempt(signed, job, whole, pixels_of, monkeypatch):
    compute, ended = BlockComputer.compute, []

    def revoking(computer, block):
        if block.name == "r0000c0001" and not ended:
            ended.append(set(signed.good))
            signed.good.clear()
        return compute(computer, block)

    monkeypatch.setattr(BlockComputer, "compute", revoking)
    run_to_end(job(input=PLACE).run())
    np.testing.assert_array_equal(pixels_of("sr.vrt"), whole)
    assert ended and signed.issued == 2


def test_a_server_of_tokens_that_is_down_for_a_while(signed, job, whole, pixels_of):
    let_tokens_last(signed, 1)
    check, refused = signed.web.fault, []

    def busy(request):
        if "/token/" in request.where.path and len(refused) < 9:
            refused.append(request)
            return 503, {}
        return check(request)

    signed.web.fault = busy
    with pytest.raises(SrError, match=r"127\.0\.0\.1 reports an internal error \(HTTP 503\)"):
        run_to_end(job(input=PLACE).run())  # before its first block: five times is as often as it asks
    run_to_end(job(input=PLACE).run())
    np.testing.assert_array_equal(pixels_of("sr.vrt"), whole)
    assert len(refused) == 9


def test_an_address_that_was_signed_elsewhere_is_signed_again_when_that_has_run_out(signed, job):
    later = f"{datetime.now(UTC) + timedelta(hours=1):%Y-%m-%dT%H:%M:%SZ}"
    before = f"{datetime.now(UTC) - timedelta(hours=1):%Y-%m-%dT%H:%M:%SZ}"
    assert renew_signature(f"{PLACE}?se={later}&sig=a") == f"{PLACE}?se={later}&sig=a" and not signed.issued
    assert renew_signature(f"/vsicurl/{PLACE}?se={before}&sig=a") == f"/vsicurl/{PLACE}?se=1&sig=s%2F1"


def test_storage_of_others_and_other_names_are_left_as_they_are(signed):
    policy = f"{PLACE}?si=policy&sig=a"
    theirs = f"http://other.blob.core.windows.net/c/in.tif?se={datetime(2020, 1, 1).isoformat()}&sig=a"
    for name in (policy, theirs, "http://example.org/in.tif", "/vsis3/b/in.tif", "/data/in.tif", "C:/in.tif"):
        assert renew_signature(name) == name
    assert not signed.issued


def test_storage_that_takes_no_token_is_one_sentence(signed, job):
    signed.web.answers["/token/sentinel2l2a01/sentinel2-l2"] = lambda request: {
        "msft:expiry": (datetime.now(UTC) + timedelta(hours=1)).isoformat(),
        "token": "se=9&sig=secret",
    }
    with pytest.raises(InputError) as error:
        run_to_end(job(input=PLACE).run())
    assert "secret" not in str(error.value) and planetary_computer.sas.TOKEN_CACHE
