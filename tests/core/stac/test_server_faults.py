"""What servers do to those who ask: busy, broken, silent, gone, and signatures that run out."""

from __future__ import annotations

import json
import shutil
import ssl
import subprocess
import time
from datetime import UTC, datetime, timedelta

import numpy as np
import planetary_computer.sas
import pytest
import rasterio
from planetary_computer.settings import Settings

from sr_core.errors import InputError, NetworkError

from ..support.local_servers import WINDOW, find, item, scene_pixels, write_scene

BLOB = "sentinel2l2a01.blob.core.windows.net"


@pytest.fixture(autouse=True)
def hurried(monkeypatch):
    """Servers here need no time to recover."""
    monkeypatch.setattr("sr_core.stac.http.BACKOFF", 0.02)
    monkeypatch.setattr("sr_core.stac.remote_band.BACKOFF", 0.02)


@pytest.fixture
def api(tmp_path, web_server):
    """A catalogue of one scene, in answers that a fault can come before; its address."""
    hrefs = write_scene(tmp_path, web_server, "scene", bands=("B04", "B08"))
    web_server.answers |= answers(web_server, [item("one", hrefs)])
    return f"{web_server.address}/stac"


def answers(web, items):
    """The least that a client wants of a STAC API: the root and the search."""
    root = {
        "type": "Catalog", "id": "test", "description": "test", "stac_version": "1.0.0",
        "conformsTo": ["https://api.stacspec.org/v1.0.0/core", "https://api.stacspec.org/v1.0.0/item-search"],
        "links": [
            {"rel": "search", "href": f"{web.address}/stac/search", "type": "application/geo+json", "method": "POST"}
        ],
    }  # fmt: skip
    return {
        "/stac": lambda request: root,
        "/stac/search": lambda request: {"type": "FeatureCollection", "features": items, "links": []},
    }


def times(count, status, headers=None, where="", after=0):
    """A fault of so many requests that have `where` in their path, after as many that go well."""
    seen = []

    def fault(request):
        if where not in request.where.path:
            return None
        seen.append(request)
        return (status, headers or {}) if after < len(seen) <= after + count else None

    return fault


def refused(says, api, tmp_path, **options):
    with pytest.raises((NetworkError, InputError), match=says) as error:
        find(api, tmp_path, **options)
    assert "{" not in str(error.value) and str(error.value).count(". ") == 0  # one sentence
    assert not (tmp_path / "out.tif").exists() and not list(tmp_path.glob(".finer-*"))
    return str(error.value)


def fetch(api, tmp_path, **options):
    """Run the job with an output, and see that it is whole."""
    result = find(api, tmp_path, assets="B04,B08", output=str(tmp_path / "out.tif"), **options)
    expected = np.stack([scene_pixels(name) for name in ("B04", "B08")])[WINDOW]
    with rasterio.open(tmp_path / "out.tif") as out:
        np.testing.assert_array_equal(out.read(), expected)
    return result


def gaps(web, where):
    """Seconds between the requests for a path."""
    return np.diff([request.time for request in web.asked if where in request.where.path])


def test_a_busy_catalogue_is_asked_again_when_it_says(api, tmp_path, web_server):
    web_server.fault = times(1, 429, {"Retry-After": "1"}, "/search")
    assert find(api, tmp_path, assets="B04")[0].scene == "one"
    assert gaps(web_server, "/search")[0] >= 1


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_catalogue_that_stays_busy(api, tmp_path, web_server, status):
    web_server.fault = times(99, status, where="/search")
    says = {
        429: "too busy for this request",
        500: "reports an internal error",
        503: "reports an internal error",
    }
    refused(rf"127.0.0.1 .*{says[status]} \(HTTP {status}\), even after 4 more tries", api, tmp_path)
    asked = gaps(web_server, "/search")
    assert len(asked) == 4 and asked[-1] > 2 * asked[1]  # more and more slowly


def test_a_silent_catalogue(api, tmp_path, web_server):
    def stall(request):
        time.sleep(1)

    web_server.fault = stall
    refused("127.0.0.1 did not answer within 0.2 seconds: .* TIMEOUT", api, tmp_path, timeout=0.2)


@pytest.mark.parametrize("address", ["http://127.0.0.1:1/stac", "http://nowhere.invalid/stac"])
def test_no_network(web_server, tmp_path, address):
    refused("cannot be reached: check the network connection and the proxy settings", address, tmp_path)


@pytest.fixture
def certificate(tmp_path, web_server):
    """Has the server speak TLS with a certificate that nobody knows; the file with it."""
    if not shutil.which("openssl"):
        pytest.skip("needs openssl")
    file, key = tmp_path / "cert.pem", tmp_path / "key.pem"
    command = [
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-days",
        "2",
        "-subj",
        "/CN=loopback",
    ]
    command += ["-addext", "subjectAltName=IP:127.0.0.1", "-keyout", str(key), "-out", str(file)]
    subprocess.run(command, check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file, key)
    web_server.server.socket = context.wrap_socket(
        web_server.server.socket, server_side=True, do_handshake_on_connect=False
    )
    web_server.scheme = "https"
    return file


def test_a_network_that_inspects_connections(tmp_path, certificate, api, monkeypatch):
    refused("certificate of 127.0.0.1 is not trusted: .* REQUESTS_CA_BUNDLE", api, tmp_path, assets="B04")
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(certificate))
    fetch(api, tmp_path)


@pytest.mark.parametrize("path", ["/nothing", "/page", "/item"])
def test_what_is_no_stac_api(api, tmp_path, web_server, path):
    web_server.answers["/page"] = lambda request: b"<html>"
    web_server.answers["/item"] = lambda request: {
        "type": "Catalog",
        "id": "static",
        "description": "",
        "links": [],
    }
    refused("does not answer as a STAC API", web_server.address + path, tmp_path)


def test_a_catalogue_that_wants_a_login(api, tmp_path, web_server):
    web_server.fault = times(99, 401)
    refused("refuses access .HTTP 401.: it requires a login", api, tmp_path)


def test_busy_files_are_asked_again_when_the_server_says(api, tmp_path, web_server):
    """GDAL itself does not wait as long as it is told to."""
    began = []

    def busy_for_a_second(request):
        if "B08.tif" not in request.where.path:
            return None
        began.append(request.time)
        return (429, {"Retry-After": "1"}) if request.time < began[0] + 0.9 else None

    web_server.fault = busy_for_a_second
    fetch(api, tmp_path)
    assert gaps(web_server, "B08.tif").max() >= 0.95
    assert sum(moment < began[0] + 0.9 for moment in began) < 5  # it was not pestered


@pytest.mark.parametrize("after", [0, 1, 2])
@pytest.mark.parametrize("status", [500, 503])
def test_a_fault_while_reading_passes(api, tmp_path, web_server, status, after):
    """At the first look at a file, or in the middle of it."""
    web_server.fault = times(2, status, where="B04.tif", after=after)
    fetch(api, tmp_path)


def test_files_that_stay_broken(api, tmp_path, web_server):
    web_server.fault = times(999, 503, where="B04.tif")
    refused(
        "reports an internal error .HTTP 503.", api, tmp_path, assets="B04", output=str(tmp_path / "out.tif")
    )


def test_files_that_are_gone(api, tmp_path, web_server):
    del web_server.files["/scene_B08.tif"]
    says = "127.0.0.1 does not have /scene_B08.tif .HTTP 404."
    refused(says, api, tmp_path, assets="B04,B08", output=str(tmp_path / "out.tif"))


def test_files_that_are_no_rasters(api, tmp_path, web_server):
    web_server.files["/scene_B08.tif"] = b"no raster" * 99
    says = "B08 of one cannot be read from 127.0.0.1"
    refused(says, api, tmp_path, assets="B04,B08", output=str(tmp_path / "out.tif"))


def test_files_that_stall(api, tmp_path, web_server):
    web_server.fault = lambda request: time.sleep(2.5) if "B08.tif" in request.where.path else None
    says = "127.0.0.1 did not answer within 1 seconds"
    refused(says, api, tmp_path, assets="B04,B08", output=str(tmp_path / "out.tif"), timeout=1)


class Azure:
    """Planetary Computer's storage: gives files to those who bring a token that is still good."""

    def __init__(self, web, monkeypatch):
        self.web, self.issued, self.good, self.answered = web, 0, set(), 0
        web.answers["/token/sentinel2l2a01/sentinel2-l2"] = self.token
        web.fault = self.check
        # The storage's name leads to the loopback server, which is its proxy; nothing of the client is replaced.
        monkeypatch.setenv("http_proxy", web.address)
        monkeypatch.setenv("no_proxy", "127.0.0.1")
        monkeypatch.setenv("PC_SDK_SAS_URL", f"{web.address}/token")

    def token(self, request):
        self.issued += 1
        self.good.add(f"se={self.issued}&sig=s%2F{self.issued}")
        expiry = datetime.now(UTC) + timedelta(minutes=45)
        return {"msft:expiry": expiry.isoformat(), "token": f"se={self.issued}&sig=s%2F{self.issued}"}

    def check(self, request):
        if request.where.hostname != BLOB:
            return None
        if request.where.query not in self.good:
            return 403, {}
        self.answered += 1
        return None


@pytest.fixture
def azure(tmp_path, web_server, monkeypatch):
    Settings.get.cache_clear()
    planetary_computer.sas.TOKEN_CACHE.clear()
    yield Azure(web_server, monkeypatch)
    Settings.get.cache_clear()
    planetary_computer.sas.TOKEN_CACHE.clear()


@pytest.fixture
def signed_api(api, azure, web_server):
    """The catalogue with its files in that storage."""
    for band in ("B04", "B08"):
        web_server.files[f"/sentinel2-l2/{band}.tif"] = web_server.files[f"/scene_{band}.tif"]
    hrefs = {band: f"http://{BLOB}/sentinel2-l2/{band}.tif" for band in ("B04", "B08")}
    web_server.answers |= answers(web_server, [item("one", hrefs)])
    return api


def test_addresses_are_signed(signed_api, tmp_path, azure):
    fetch(signed_api, tmp_path)
    assert azure.answered and azure.issued <= 2  # one token, but for threads that ask at the same time


@pytest.mark.parametrize("after", [1, 3, 4, 5, 6])
def test_an_expired_signature_is_made_again(signed_api, tmp_path, azure, web_server, after):
    """Tokens last 45 minutes, which a large extent may outlast; no block may come out empty for it."""
    check, expired = web_server.fault, []

    def expiring(request):
        if azure.answered >= after and not expired:
            expired.append(set(azure.good))
            azure.good.clear()
        return check(request)

    web_server.fault = expiring
    fetch(signed_api, tmp_path)
    assert expired and azure.good - expired[0]


def test_a_token_that_is_left_over_and_has_run_out(signed_api, tmp_path, azure):
    place = f"{azure.web.address}/token/sentinel2l2a01/sentinel2-l2"
    stale = planetary_computer.sas.SASToken(
        **{"msft:expiry": datetime.now(UTC) + timedelta(hours=1), "token": "se=0&sig=stale"}
    )
    planetary_computer.sas.TOKEN_CACHE[place] = stale
    fetch(signed_api, tmp_path)


def test_storage_that_takes_no_signature(signed_api, tmp_path, azure, web_server):
    azure.token = web_server.answers["/token/sentinel2l2a01/sentinel2-l2"] = lambda request: {
        "msft:expiry": (datetime.now(UTC) + timedelta(hours=1)).isoformat(),
        "token": "se=9&sig=secret",
    }
    said = refused(
        "refuses access to B04 of one, even with a new signature .HTTP 403.",
        signed_api,
        tmp_path,
        assets="B04",
        output=str(tmp_path / "out.tif"),
    )
    assert "secret" not in said


def test_tokens_that_cannot_be_had(signed_api, tmp_path, web_server):
    check = web_server.fault
    web_server.fault = lambda request: (503, {}) if "/token/" in request.where.path else check(request)
    options = {"assets": "B04", "output": str(tmp_path / "out.tif")}
    refused("127.0.0.1 reports an internal error .HTTP 503.", signed_api, tmp_path, **options)
    web_server.fault = lambda request: time.sleep(1) if "/token/" in request.where.path else check(request)
    refused("did not answer within 0.3 seconds", signed_api, tmp_path, timeout=0.3, **options)


def test_no_signature_is_in_the_result(signed_api, tmp_path, azure):
    result, log = fetch(signed_api, tmp_path)
    with rasterio.open(tmp_path / "out.tif") as out:
        said = json.dumps([result.model_dump(mode="json"), log, out.tags()])
    assert "sig=" not in said
