"""Whether torch may find a graphics card is known without importing it."""

from __future__ import annotations

import ctypes
import platform
import sys

import pytest
import torch

from sr_core import device, torch_build

NVIDIA, AMD, INTEL, CPU = {"cuda": "13.0"}, {"hip": "7.0"}, {"xpu": "2026.1"}, {"__version__": "2.13.0+cpu"}


@pytest.fixture
def computer(monkeypatch):
    """`computer(facts, system, ...)` is one with this build of torch, and with what is named of drivers."""

    def make(facts, system="linux", machine="x86_64", libraries=(), devices=()):
        monkeypatch.setattr(torch_build, "_facts", lambda: facts)
        monkeypatch.setattr(sys, "platform", system)
        monkeypatch.setattr(platform, "machine", lambda: machine)

        def load(name):
            if name not in libraries:
                raise OSError(name)

        monkeypatch.setattr(ctypes, "CDLL", load)
        monkeypatch.setattr(torch_build.Path, "glob", lambda _, pattern: [d for d in devices if d == pattern])

    return make


@pytest.mark.parametrize(
    ("expected", "facts", "options"),
    [
        (False, {}, {}),
        (False, CPU, {"libraries": ["libcuda.so.1"]}),
        (False, NVIDIA, {}),
        (False, NVIDIA, {"devices": ["kfd", "dri/renderD*"]}),
        (True, NVIDIA, {"libraries": ["libcuda.so.1"]}),
        (False, NVIDIA, {"system": "win32"}),
        (True, NVIDIA, {"system": "win32", "libraries": ["nvcuda.dll"]}),
        (False, AMD, {}),
        (True, AMD, {"devices": ["kfd"]}),
        (False, INTEL, {}),
        (True, INTEL, {"devices": ["dri/renderD*"]}),
        (True, INTEL, {"system": "win32"}),
        (True, CPU, {"system": "darwin", "machine": "arm64"}),
        (False, CPU, {"system": "darwin"}),
        (False, {}, {"system": "darwin", "machine": "arm64"}),
    ],
)
def test_a_card_needs_a_build_and_a_driver(computer, expected, facts, options):
    computer(facts, **options)
    assert torch_build.can_use_graphics_card() == expected
    assert [device.may_use_torch_device(asked) for asked in ("auto", "cpu", "vulkan", "cuda", "mps")] == [
        expected, False, False, True, True,
    ]  # fmt: skip


def test_it_is_true_of_this_computer():
    can = torch.cuda.is_available() or torch.backends.mps.is_available() or torch.xpu.is_available()
    assert torch_build.can_use_graphics_card() >= can
    assert torch_build.torch_version() == torch.__version__
