"""Servers on loopback: a web server that holds files and can be made to fail, and a real STAC API (`rustac serve`)."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NamedTuple
from urllib.parse import SplitResult, urlsplit

import numpy as np
import rasterio
from affine import Affine
from rasterio.warp import transform_geom

from sr_core.jobs.find_scene import FindScene

from .small_trainings import log_lines, run_to_end

GRID = Affine(10, 0, 500_000, 0, -10, 5_000_000)
CRS = "EPSG:32633"
EXTENT = {"bounds": (500_400, 4_998_600, 501_600, 4_999_700), "crs": CRS}
"""120 × 110 pixels inside a scene; their upper left corner is column 40, row 30 of it."""
WINDOW = np.s_[:, 30:140, 40:160]
BANDS = {"B04": 10, "B03": 10, "B02": 10, "B08": 10, "B11": 20, "SCL": 20}


class Request(NamedTuple):
    """What the web server was asked."""

    method: str
    where: SplitResult
    """The path; of a proxy, the whole address."""
    range: str | None
    body: object
    time: float


class Web:
    """Serves files with range requests, in its own name or as the proxy of any other; notes what it was asked."""

    def __init__(self):
        self.files, self.answers, self.asked, self.scheme = {}, {}, [], "http"
        self.fault = lambda request: None
        """Of a request, the (status, headers) to answer in place of what is asked for, if any."""
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    @property
    def address(self):
        return f"{self.scheme}://127.0.0.1:{self.server.server_port}"

    def close(self):
        self.server.shutdown()
        self.server.server_close()

    def holds(self, path, name):
        """Serve a file; its address."""
        self.files[f"/{name}"] = Path(path).read_bytes()
        return f"{self.address}/{name}"

    def _handler(web):
        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                web.serve(self)

            do_HEAD = do_POST = do_GET

            def log_message(self, *_):
                pass

        return Handler

    def serve(self, handler):
        body = handler.rfile.read(int(handler.headers.get("Content-Length", 0)))
        request = Request(
            handler.command,
            urlsplit(handler.path),
            handler.headers.get("Range"),
            json.loads(body or "null"),
            time.monotonic(),
        )
        self.asked.append(request)
        status, headers, content = 404, {}, b""
        if fault := self.fault(request):
            status, headers = fault
        elif request.where.path in self.answers:
            content = self.answers[request.where.path](request)
            content = content if isinstance(content, bytes) else json.dumps(content).encode()
            status, headers = 200, {"Content-Type": "application/json"}
        elif request.where.path in self.files:
            status, headers, content = ranged(self.files[request.where.path], request.range)
        try:
            handler.send_response(status)
            for name, value in {**headers, "Content-Length": len(content)}.items():
                handler.send_header(name, str(value))
            handler.end_headers()
            if request.method != "HEAD":
                handler.wfile.write(content)
        except OSError:  # the client has given up waiting
            handler.close_connection = True

    def bytes_sent(self):
        """What was asked for in ranges, in bytes."""
        ends = [r.range.removeprefix("bytes=").split("-") for r in self.asked if r.range]
        return sum(int(last) - int(first) + 1 for first, last in ends)


def ranged(content, asked):
    if not asked:
        return 200, {"Accept-Ranges": "bytes"}, content
    first, last = asked.removeprefix("bytes=").split("-")
    first, last = int(first), min(int(last or len(content)), len(content) - 1)
    return 206, {"Content-Range": f"bytes {first}-{last}/{len(content)}"}, content[first : last + 1]


class StacApi:
    """`rustac serve` with items, in a process of its own."""

    def __init__(self, folder, items):
        path = folder / "items.json"
        path.write_text(json.dumps({"type": "FeatureCollection", "features": items}))
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.address = f"http://127.0.0.1:{port}"
        program = Path(sys.executable).with_name("rustac")
        command = [str(program), "serve", "--create-collections", "--addr", f"127.0.0.1:{port}", str(path)]
        self.log = (folder / "rustac.log").open("w")
        self.process = subprocess.Popen(command, stdout=self.log, stderr=self.log)
        for _ in range(200):
            try:
                urllib.request.build_opener(urllib.request.ProxyHandler({})).open(self.address, timeout=5)
                return
            except OSError:
                time.sleep(0.05)
        raise RuntimeError("rustac did not start")

    def close(self):
        self.process.terminate()
        self.process.wait()
        self.log.close()


def scene_pixels(name, size=240, seed=0):
    """A band of a scene: reflectance × 10,000 that varies from band to band, with a corner of nodata."""
    rng = np.random.default_rng([seed, *name.encode()])
    length = size * 10 // BANDS[name]
    rows, cols = np.mgrid[:length, :length] * BANDS[name] / 10
    pixels = 2000 + 1000 * np.sin(rows / 17) * np.cos(cols / 23) + rng.normal(0, 30, (length, length))
    if name == "SCL":
        pixels = 4 + (cols // 40) % 3
    pixels[: 60 * 10 // BANDS[name], : 60 * 10 // BANDS[name]] = 0
    return np.rint(pixels).astype("uint8" if name == "SCL" else "uint16")


def write_scene(folder, web, name, bands=("B04", "B03", "B02", "B08"), transform=GRID, pixels=scene_pixels):
    """Files of a scene with addresses, by band."""
    hrefs = {}
    for band in bands:
        values, size = pixels(band), BANDS[band] / 10
        path = folder / f"{name}_{band}.tif"
        with rasterio.open(
            path,
            "w",
            driver="GTiff",
            width=values.shape[1],
            height=values.shape[0],
            count=1,
            dtype=values.dtype,
            crs=CRS,
            transform=transform * Affine.scale(size),
            tiled=True,
            blockxsize=64,
            blockysize=64,
        ) as dataset:
            dataset.write(values, 1)
        hrefs[band] = web.holds(path, path.name)
    return hrefs


def item(
    id,
    hrefs,
    when="2021-06-20T10:00:00Z",
    cloud=5.0,
    bounds=(500_000, 4_997_600, 502_400, 5_000_000),
    **properties,
):
    """A STAC item as Planetary Computer writes it."""
    west, south, east, north = bounds
    ring = [[(west, south), (east, south), (east, north), (west, north), (west, south)]]
    geometry = transform_geom(CRS, "OGC:CRS84", {"type": "Polygon", "coordinates": ring})
    lon, lat = zip(*geometry["coordinates"][0], strict=True)
    return {
        "type": "Feature",
        "stac_version": "1.0.0",
        "id": id,
        "collection": "sentinel-2-l2a",
        "geometry": geometry,
        "bbox": [min(lon), min(lat), max(lon), max(lat)],
        "properties": {
            "datetime": when,
            "eo:cloud_cover": cloud,
            "s2:processing_baseline": "03.00",
            **properties,
        },
        "links": [],
        "assets": {
            band: {
                "href": href,
                "type": "image/tiff; application=geotiff; profile=cloud-optimized",
                "roles": ["data"],
            }
            for band, href in hrefs.items()
        },
    }


def find(api, tmp_path, **options):
    """Run the job; its result and its log."""
    values = {
        "stac_api": api,
        "extent": EXTENT,
        "date_range": "2021-05-01/2021-08-31",
        "timeout": 5,
        **options,
    }
    steps, result = run_to_end(FindScene.build(values).run())
    json.dumps([[step.text, step.values] for step in steps])  # raises unless all of it can travel
    assert not list(Path(tmp_path).glob(".finer-*"))
    return result, log_lines(steps)
