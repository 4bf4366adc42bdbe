"""An object store on loopback that speaks as much of S3 as is asked for, and can be made to fail.

It is a process of its own: rasterio holds Python's lock while it waits for some answers, which a thread could never give.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import threading
import time
import urllib.request
from collections import Counter
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlsplit
from xml.sax.saxutils import escape

BUCKET, KEY, CONTROL = "finer", "loopback", "_control"


class ObjectServer:
    """Starts the store, and looks into it."""

    def __init__(self):
        command = [sys.executable, __file__]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.port = int(self.process.stdout.readline())

    @property
    def variables(self):
        """The environment in which GDAL and the engine find the bucket."""
        return {
            "AWS_ACCESS_KEY_ID": KEY,
            "AWS_SECRET_ACCESS_KEY": KEY,
            "AWS_S3_ENDPOINT": f"127.0.0.1:{self.port}",
            "AWS_HTTPS": "NO",
            "AWS_VIRTUAL_HOSTING": "FALSE",
            "AWS_REGION": "us-east-1",
        }

    def close(self):
        self.process.stdin.close()  # at which it ends
        self.process.wait()
        self.process.stdout.close()

    def hold(self, key, content):
        """Have an object in the store."""
        self._ask(f"hold/{key}", content)

    def fail(self, pattern="", first=(), after=""):
        """Let requests for keys of a pattern fail: each the first times, as these faults say, or always from a put on.

        Args:
            pattern: Regular expression of keys; "" is all.
            first: Statuses to answer, "cut" to end the connection halfway, or seconds to wait.
            after: Pattern of the key whose put begins it, in place of `first`.
        """
        self._ask("fail", json.dumps({"pattern": pattern, "first": first, "after": after}).encode())

    @property
    def put(self):
        """How often each object was put, by key."""
        return json.loads(self._ask("puts"))

    def names(self, prefix=""):
        return {key for key in json.loads(self._ask("names")) if key.startswith(prefix)}

    def _ask(self, what, content=b""):
        address = f"http://127.0.0.1:{self.port}/{CONTROL}/{what}"
        with urllib.request.urlopen(urllib.request.Request(address, content, method="POST")) as answer:
            return answer.read()


class Store:
    """Holds the objects of one bucket, and counts how often each was put."""

    def __init__(self):
        self.objects, self.put, self.seen = {}, Counter(), {}
        self.pattern, self.first, self.after = "", (), ""
        self.lock = threading.Lock()
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def fault(self, method, key):
        if not re.search(self.pattern, key):
            return None
        if self.after:
            return 503 if any(re.search(self.after, each) for each in self.put) else None
        left = self.seen.setdefault((method, key), list(self.first))
        return left.pop(0) if left else None

    def control(self, what, body):
        """Do what a test asks for."""
        if what.startswith("hold/"):
            self.objects[what.removeprefix("hold/")] = body
        elif what == "fail":
            asked = json.loads(body)
            self.pattern, self.first, self.after = asked["pattern"], asked["first"], asked["after"]
            self.seen = {}
        return json.dumps(self.put if what == "puts" else sorted(self.objects)).encode()

    def _handler(store):
        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                store.serve(self)

            do_HEAD = do_PUT = do_POST = do_GET

            def log_message(self, *_):
                pass

        return Handler

    def serve(self, handler):
        where, method = urlsplit(handler.path), handler.command
        bucket, _, key = unquote(where.path).lstrip("/").partition("/")
        asked = {name: values[0] for name, values in parse_qs(where.query).items()}
        size = int(handler.headers.get("Content-Length", 0))
        if bucket == CONTROL:
            with self.lock:
                answer(handler, 200, {}, self.control(key, handler.rfile.read(size)))
            return
        with self.lock:
            fault = self.fault(method, key)
        if fault == "cut":
            handler.rfile.read(size // 2)
            handler.close_connection = True
            handler.connection.close()
            return
        body = handler.rfile.read(size)
        if isinstance(fault, float):
            time.sleep(fault)
        signed = f"Credential={KEY}/" in handler.headers.get("Authorization", "")
        status, headers, content = 404, {}, b"<Error><Code>NoSuchKey</Code></Error>"
        with self.lock:
            if isinstance(fault, int):
                status, content = fault, b"<Error><Code>SlowDown</Code></Error>"
            elif not signed:
                status, content = 403, b"<Error><Code>AccessDenied</Code></Error>"
            elif bucket != BUCKET:
                content = b"<Error><Code>NoSuchBucket</Code></Error>"
            elif method == "PUT":
                if handler.headers.get("If-None-Match") == "*" and key in self.objects:
                    status = 412
                else:
                    self.objects[key], self.put[key] = body, self.put[key] + 1
                    status, headers, content = 200, {"ETag": '"1"'}, b""
            elif where.query == "delete":
                keys = re.findall(rb"<Key>(.*?)</Key>", body)
                for each in keys:
                    self.objects.pop(each.decode(), None)
                deleted = b"".join(b"<Deleted><Key>%s</Key></Deleted>" % each for each in keys)
                status, content = 200, b"<DeleteResult>%s</DeleteResult>" % deleted
            elif not key:
                status, content = 200, self._listing(asked)
            elif key in self.objects:
                status, headers, content = ranged(self.objects[key], handler.headers.get("Range"))
                headers = {**headers, "ETag": '"1"', "Last-Modified": "Mon, 30 Nov 2026 00:00:00 GMT"}
        answer(handler, status, headers, content)

    def _listing(self, asked):
        """List the objects of a prefix, two at a time, so that answers come in pages."""
        names = sorted(key for key in self.objects if key.startswith(asked.get("prefix", "")))
        last = asked.get("continuation-token") or asked.get(
            "marker", ""
        )  # of the second or first form of the request
        start = sum(name <= last for name in names)
        page, more = names[start : start + 2], start + 2 < len(names)
        entries = "".join(
            f"<Contents><Key>{escape(name)}</Key><LastModified>2026-11-30T00:00:00.000Z</LastModified>"
            f"<ETag>1</ETag><Size>{len(self.objects[name])}</Size></Contents>"
            for name in page
        )
        token = f"<NextContinuationToken>{escape(page[-1])}</NextContinuationToken>" if more else ""
        return (
            "<?xml version='1.0'?><ListBucketResult>"
            f"<Name>{BUCKET}</Name><Prefix>{escape(asked.get('prefix', ''))}</Prefix><KeyCount>{len(page)}</KeyCount>"
            f"<IsTruncated>{str(more).lower()}</IsTruncated>{token}{entries}</ListBucketResult>"
        ).encode()


def ranged(content, asked):
    """Return status, headers and body for a part of an object, or for all of it."""
    if not asked:
        return 200, {"Accept-Ranges": "bytes"}, content
    first, last = asked.removeprefix("bytes=").split("-")
    last = min(int(last or len(content)), len(content) - 1)
    where = {"Content-Range": f"bytes {first}-{last}/{len(content)}"}
    return 206, where, content[int(first) : last + 1]


def answer(handler, status, headers, content):
    handler.send_response(status)
    for name, value in {**headers, "Content-Length": len(content)}.items():
        handler.send_header(name, str(value))
    handler.end_headers()
    if handler.command != "HEAD":
        handler.wfile.write(content)


if __name__ == "__main__":
    print(Store().server.server_port, flush=True)
    sys.stdin.read()
