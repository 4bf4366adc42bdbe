"""What lies in the place of a file of weights gets its own sentence; what lies beside the weights does no harm."""

import argparse
import collections
import pathlib
import pickle
import subprocess
import types
import zipfile

import numpy as np
import pytest
import torch
from safetensors.torch import save_file
from torch import nn

from .test_weights import assert_same, imported, original, refusal, saved

LFS = b"version https://git-lfs.github.com/spec/v1\noid sha256:4d7a21\nsize 66957746\n"


def zipped(tmp_path, *names):
    with zipfile.ZipFile(tmp_path / "made.zip", "w") as archive:
        for name in names:
            archive.writestr(name, b"x")
    return (tmp_path / "made.zip").read_bytes()


@pytest.mark.parametrize("suffix", [".pth", ".safetensors", ".onnx", ".PT"])
@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"<!DOCTYPE html>\n<html><body>Sign in</body></html>", "is a web page"),
        (b"\xef\xbb\xbf\r\n  <HTML lang='en'>", "is a web page"),
        (b"<!-- saved -->\n<html>", "is a web page"),
        (LFS, "is a Git LFS pointer"),
        (b"../../.git/annex/objects/xx/SHA256E-s66--4d.pth", "is a Git LFS pointer"),
        (b"", "is empty"),
        (b"II*\x00\x08\x00\x00\x00", "is a raster (TIFF)"),
        (b"\x89PNG\r\n\x1a\n", "is a raster (PNG)"),
        (b"SQLite format 3\x00", "is a raster (GeoPackage"),
    ],
)
def test_pages_and_pointers_are_called_what_they_are(tmp_path, suffix, content, says):
    file = tmp_path / f"x{suffix}"
    file.write_bytes(content)
    said = refusal(tmp_path, file)
    assert says in said
    assert said.count(". ") == 0


@pytest.mark.parametrize("suffix", [".pth", ".safetensors"])
@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b'{"error": "Entry not found"}', "is a text file"),
        ("768 × 768 pixels in".encode(), "is a text file"),
        (b"x" * 1023 + "×".encode(), "is a text file"),  # cut off within the last letter
        ("Ergebnis".encode("utf-16"), "is a text file"),
        (b"\x1f\x8b\x08\x00rest", "gzip"),
        (b"\x89HDF\r\n\x1a\n\x00", "as Keras writes it"),
        (("a/weights.pth", "a/README"), "is a zip archive without weights"),
        (("schema.json", "weights.safetensors"), "is a model package already"),
    ],
)
def test_files_of_other_kinds_are_called_what_they_are(tmp_path, suffix, content, says):
    file = tmp_path / f"x{suffix}"
    file.write_bytes(content if isinstance(content, bytes) else zipped(tmp_path, *content))
    assert says in refusal(tmp_path, file)


def test_torchscript_is_called_what_it_is(tmp_path):
    net = torch.jit.trace(nn.Conv2d(3, 3, 3), torch.zeros(1, 3, 8, 8))
    torch.jit.save(net, tmp_path / "x.pt")
    assert "is a TorchScript archive" in refusal(tmp_path, tmp_path / "x.pt")


@pytest.mark.parametrize("name", ["X.SAFETENSORS", "x.SafeTensors", "x.safetensor", "x.pth", "x"])
def test_safetensors_are_known_by_their_content(tmp_path, name):
    weights, lr, sr = original("basicsr_rrdb", 4)
    save_file(weights, tmp_path / name)
    assert_same(imported(tmp_path, tmp_path / name)[0], "basicsr_rrdb", lr, sr)


@pytest.mark.parametrize("name", ["x.safetensors", "x.PTH", "x.bin", "x.ckpt"])
def test_so_is_what_torch_saves(tmp_path, name):
    weights, lr, sr = original("basicsr_rrdb", 4)
    assert_same(imported(tmp_path, saved(tmp_path, weights, name))[0], "basicsr_rrdb", lr, sr)


class Settings:
    def __init__(self):
        self.lr, self.path = 1e-4, pathlib.Path("x")


BESIDE = {
    "np.float64": np.float64(31.2),
    "np.int64": np.int64(3),
    "np.array": np.arange(4.0),
    "Namespace": argparse.Namespace(scale=4, best=np.float32(1.5), of=[1, {"a": 2}]),
    "SimpleNamespace": types.SimpleNamespace(scale=4),
    "path": pathlib.PurePosixPath("a/b"),
    "own class": Settings(),
    "defaultdict": collections.defaultdict(list, a=[1]),
    "loss": nn.L1Loss(),
    "dtype": np.dtype("float32"),
}


@pytest.mark.parametrize(
    ("beside", "zipped"),
    # In its old format torch saved the source of modules, too, which it will not read as weights.
    [(name, zipped) for name in BESIDE for zipped in (True, False) if zipped or name != "loss"],
)
def test_other_objects_beside_the_weights_are_left_out(tmp_path, beside, zipped):
    weights, lr, sr = original("basicsr_rrdb", 4)
    content = {"best": BESIDE[beside], "params": weights, "also": [BESIDE[beside]]}
    torch.save(content, tmp_path / "x.pth", _use_new_zipfile_serialization=zipped)
    assert_same(imported(tmp_path, tmp_path / "x.pth")[0], "basicsr_rrdb", lr, sr)


@pytest.mark.parametrize("run", [open, print, eval, subprocess.Popen, __import__])
@pytest.mark.parametrize("beside", [False, True])
def test_programs_are_refused_and_never_run(tmp_path, run, beside):
    class Program:
        def __reduce__(self):
            return (run, (f"open({str(tmp_path / 'ran')!r}, 'w')",))

    weights = original("basicsr_rrdb", 4)[0] if beside else {}
    said = refusal(tmp_path, saved(tmp_path, {"a": Program(), "params": weights}))
    assert "contains program code" in said
    assert not (tmp_path / "ran").exists()


@pytest.mark.parametrize("seed", range(20))
def test_random_bytes_are_no_program(tmp_path, seed):
    path = tmp_path / "x.pth"
    path.write_bytes(np.random.default_rng(seed).bytes(3000))
    said = refusal(tmp_path, path)
    assert "is not a weights file" in said and "program" not in said


def test_a_pickle_without_torch_that_names_a_program_is_one(tmp_path):
    (tmp_path / "x.pth").write_bytes(pickle.dumps([subprocess.Popen], protocol=2))
    assert "contains program code" in refusal(tmp_path, tmp_path / "x.pth")


def test_a_whole_network_is_a_program(tmp_path):
    assert "contains program code" in refusal(tmp_path, saved(tmp_path, nn.Sequential(nn.Conv2d(3, 3, 3))))


@pytest.mark.parametrize("value", [float("nan"), float("inf"), -float("inf")])
def test_weights_that_are_not_finite_are_refused(tmp_path, value):
    weights, _, _ = original("basicsr_rrdb", 4)
    weights["conv_hr.bias"][3] = value
    assert "not finite (conv_hr.bias)" in refusal(tmp_path, saved(tmp_path, weights))


def test_what_overflows_single_precision_is_refused(tmp_path):
    weights = {name: value.double() for name, value in original("basicsr_rrdb", 4)[0].items()}
    weights["conv_hr.bias"][3] = 1e300
    assert "not finite (conv_hr.bias)" in refusal(tmp_path, saved(tmp_path, weights))


@pytest.mark.parametrize("dtype", [torch.int8, torch.uint8, torch.int64, torch.bool, torch.complex64])
def test_weights_that_are_whole_numbers_are_refused(tmp_path, dtype):
    weights, _, _ = original("basicsr_rrdb", 4)
    weights["conv_hr.weight"] = weights["conv_hr.weight"].to(dtype)
    said = refusal(tmp_path, saved(tmp_path, weights))
    assert f"not floating-point numbers (conv_hr.weight is {str(dtype)[6:]})" in said


def test_what_is_no_onnx_model_is_said_to_be_none(tmp_path):
    (tmp_path / "x.onnx").write_bytes(bytes(range(1, 200)))
    assert "only a part of one, or no ONNX model" in refusal(tmp_path, tmp_path / "x.onnx")
