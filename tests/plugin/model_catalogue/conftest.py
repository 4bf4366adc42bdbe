"""A server on this computer that serves files as servers do, and as they should not."""

import hashlib
import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest


class FileServer:
    """`files` by path; `broken` says what is wrong with one; `requests` are the paths and ranges that were asked for."""

    def __init__(self, address):
        self.address, self.files, self.broken, self.requests = address, {}, {}, []
        self.redirects, self.goes_on = {}, threading.Event()


@pytest.fixture
def server():
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *_):
            pass

        def do_GET(self):
            path, asked = self.path, self.headers.get("Range")
            served.requests.append((path, asked))
            path = path.removeprefix("http://models.invalid")  # as a proxy is asked
            if path in served.redirects:
                self.send_response(302)
                self.send_header("Location", served.redirects[path])
                self.send_header("Content-Length", "0")
                self.end_headers()
                return
            if path not in served.files:
                self.send_error(404)
                return
            data, wrong = served.files[path], served.broken.get(path)
            start = int(asked[6:-1]) if asked and wrong != "no ranges" else 0
            if asked and start >= len(data):
                self.send_error(416)
                return
            self.send_response(206 if start else 200)
            if start:
                self.send_header("Content-Range", f"bytes {start}-{len(data) - 1}/{len(data)}")
            self.send_header("Content-Length", str(len(data) - start))
            self.end_headers()
            sent = data[start:]
            if wrong in ("ends early", "stalls"):
                sent = sent[: len(sent) // 2]
                self.close_connection = True
            self.wfile.write(sent)
            if wrong == "stalls":
                served.goes_on.wait(10)

    http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    served = FileServer(f"http://127.0.0.1:{http.server_port}")
    thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield served
    served.goes_on.set()
    http.shutdown()
    http.server_close()
    thread.join()


def describe(data, **values):
    """An entry of a catalogue for a file with these bytes."""
    return {
        "id": "small_model",
        "name": "A small model",
        "purpose": "For tests",
        "bands": ["Red", "Green", "Blue"],
        "scales": [2],
        "licence": "CC-BY-NC-4.0",
        "non_commercial": True,
        "authors": "Nobody",
        "size": len(data),
        "url": "small.onnx",
        "digest": "sha256:" + hashlib.sha256(data).hexdigest(),
        **values,
    }


@pytest.fixture
def write_catalogue(tmp_path):
    """`write_catalogue(entry, ...)` writes a catalogue into the test's folder and returns its path."""

    def write(*entries, name="catalogue.json", **values):
        path = tmp_path / name
        path.write_text(json.dumps({"format": 1, "models": list(entries), **values}))
        return str(path)

    return write
