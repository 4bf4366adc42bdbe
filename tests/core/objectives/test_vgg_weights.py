"""VGG's weights: downloaded once and checked, or from a named file, and never made up."""

from __future__ import annotations

import hashlib
import io
import re
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
import torch

import sr_core.objectives._vgg_weights as weights
from sr_core.errors import InputError, OutputError, SrError
from sr_core.home_folder import home_folder

from ..support.fake_vgg import make_vgg_weights, write_vgg_weights
from ..support.small_trainings import train

LAYERS = ("relu1_2",)


@pytest.fixture(autouse=True)
def own_home(monkeypatch, tmp_path):
    monkeypatch.setenv("FINER_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("no_proxy", "127.0.0.1")


@pytest.fixture(scope="module")
def seeded():
    """A .pth file in the official layout, of weights that were never trained."""
    file = io.BytesIO()
    torch.save(make_vgg_weights("vgg16"), file)
    return file.getvalue()


@pytest.fixture
def serve(monkeypatch):
    """Serves bytes as the official file of VGG16, whose name ends in what `named` hashes to; counts requests."""
    servers = []

    def serve(content, named=None):
        class Handler(BaseHTTPRequestHandler):
            asked = 0

            def do_GET(self):
                Handler.asked += 1
                self.send_response(200)
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

            def log_message(self, *_):
                pass

        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        checksum = hashlib.sha256(named or content).hexdigest()
        monkeypatch.setattr(weights, "ADDRESS", f"http://127.0.0.1:{server.server_port}/")
        monkeypatch.setitem(weights.FILES, "vgg16", f"vgg16-{checksum[:8]}.pth")
        return Handler

    yield serve
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture
def offline(monkeypatch):
    monkeypatch.setattr(weights, "ADDRESS", "http://127.0.0.1:1/")


def kept():
    """Every file in the cache, hidden ones too."""
    folder = home_folder() / "weights"
    return [path.name for path in folder.rglob("*")] if folder.exists() else []


def test_the_official_addresses():
    assert weights.ADDRESS == "https://download.pytorch.org/models/"
    assert weights.FILES == {"vgg16": "vgg16-397923af.pth", "vgg19": "vgg19-dcbb9e9d.pth"}


def test_a_download_is_kept_and_not_repeated(serve, seeded):
    server = serve(seeded)
    steps = list(weights.fetch("vgg16"))
    assert [step.fraction for step in steps] == [0] * len(steps)
    lines = [step.text.format(**step.values) for step in steps]
    name, size = weights.FILES["vgg16"], len(seeded) // 10**6
    assert lines[0] == f"Downloading {name}: 1 of {size} MB"
    assert lines[-1] == f"Downloading {name}: {size} of {size} MB"
    assert list(weights.fetch("vgg16")) == [] and server.asked == 1
    assert kept() == [name]
    found = weights.load("vgg16", LAYERS, None).state_dict()
    expected = make_vgg_weights("vgg16")
    assert len(found) == 4
    assert all(torch.equal(value, expected[name]) for name, value in found.items())


def test_another_file_at_the_address_is_refused_and_not_kept(serve, seeded):
    serve(seeded[:-1], named=seeded)
    with pytest.raises(SrError, match=r"checksum differs\): try again, or .* vgg_weights=FILE"):
        list(weights.fetch("vgg16"))
    assert kept() == []


def test_a_stopped_download_leaves_nothing(serve, seeded):
    serve(seeded)
    work = weights.fetch("vgg16")
    next(work)
    assert any(name.startswith(".finer-") for name in kept())
    work.close()
    assert kept() == []


def test_offline_and_absent_is_one_sentence_with_both_ways_out(make_tileset, tmp_path, offline):
    for way in (
        lambda: list(weights.fetch("vgg19")),
        lambda: weights.load("vgg19", LAYERS, None),
        lambda: train(make_tileset(), tmp_path / "m.srpk", objective="perceptual"),
    ):
        with pytest.raises(InputError) as refusal:
            way()
        sentence = str(refusal.value)
        assert "connect to the internet and run again" in sentence and "vgg_weights=FILE" in sentence
        assert "http://127.0.0.1:1/vgg1" in sentence and "\n" not in sentence
    assert kept() == [] and not (tmp_path / "m.srpk").exists()


def test_a_home_that_cannot_be_made_is_said(monkeypatch, tmp_path):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("FINER_HOME", str(tmp_path / "file"))
    with pytest.raises(OutputError, match=r"cannot be kept in .*file.weights .*FINER_HOME, or a file"):
        list(weights.fetch("vgg16"))


@pytest.mark.parametrize("suffix", [".safetensors", ".pth"])
def test_a_named_file_needs_no_internet(tmp_path, offline, seeded, suffix):
    path = write_vgg_weights(tmp_path)
    if suffix == ".pth":
        path = tmp_path / "seeded_untrained_vgg16.pth"
        path.write_bytes(seeded)
    found = weights.load("vgg16", LAYERS, str(path)).state_dict()
    assert torch.equal(found["features.2.bias"], make_vgg_weights("vgg16")["features.2.bias"])


def test_a_named_file_that_is_not_there(tmp_path):
    with pytest.raises(InputError, match=r"There is no file .*nothing.pth: correct vgg_weights"):
        weights.load("vgg16", LAYERS, str(tmp_path / "nothing.pth"))


def other_weights(kind):
    given = make_vgg_weights("vgg19" if kind == "vgg19" else "vgg16")
    if kind == "narrow":
        given["features.0.weight"] = torch.zeros(64, 1, 3, 3)
    if kind == "incomplete":
        del given["features.28.bias"]
    return {"wrapped": {"state_dict": given}, "list": [1, 2], "net": torch.nn.Linear(2, 2)}.get(kind, given)


@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        ("vgg19", r"features.14.weight|features.16.bias is \(256,\) instead of absent"),
        ("narrow", r"features.0.weight is \(64, 1, 3, 3\) instead of \(64, 3, 3, 3\)"),
        ("incomplete", r"features.28.bias is absent instead of \(512,\)"),
        ("wrapped", "it contains no state_dict"),
        ("list", "it contains no state_dict"),
        ("net", "UnpicklingError"),  # a whole module would run code when read
        ("text", ""),
        ("cut", ""),
    ],
)
def test_a_file_that_is_not_vgg_is_refused(tmp_path, seeded, kind, reason):
    path = tmp_path / "given.pth"
    if kind in ("text", "cut"):
        path.write_bytes(b"<html>Not found</html>" if kind == "text" else seeded[: len(seeded) // 2])
    else:
        torch.save(other_weights(kind), path)
    with pytest.raises(InputError, match=r"given.pth does not hold the weights of vgg16 \(") as refusal:
        weights.load("vgg16", LAYERS, str(path))
    assert re.search(reason, str(refusal.value))
    assert "download https://download.pytorch.org/models/vgg16-397923af.pth" in str(refusal.value)


def test_a_safetensors_file_that_is_none_is_refused(tmp_path):
    (tmp_path / "given.safetensors").write_bytes(b"nothing")
    with pytest.raises(InputError, match="does not hold the weights of vgg16"):
        weights.load("vgg16", LAYERS, str(tmp_path / "given.safetensors"))


@pytest.mark.parametrize(
    ("platform", "variables", "folder"),
    [
        ("linux", {"FINER_HOME": "~/f"}, "/me/f"),
        ("linux", {}, "/me/.local/share/finer"),
        ("linux", {"XDG_DATA_HOME": "/data"}, "/data/finer"),
        ("darwin", {}, "/me/Library/Application Support/finer"),
        ("win32", {"LOCALAPPDATA": "/local"}, "/local/finer"),
    ],
)
def test_the_home_is_the_plugins(monkeypatch, platform, variables, folder):
    for name in ("FINER_HOME", "XDG_DATA_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    for name, value in {"HOME": "/me", **variables}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("sr_core.home_folder.sys.platform", platform)
    assert home_folder().as_posix() == folder
