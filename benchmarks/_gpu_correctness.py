"""Rows of script/gpu: whether the card computes what the CPU does, and the tests that need one."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator

import torch

from benchmarks._document import ROOT
from benchmarks._gpu_work import (
    ARITHMETIC,
    BANDS,
    EDSR,
    RRDB,
    RowSettings,
    build_net_on,
    eps,
    farthest,
    with_arithmetic,
)
from benchmarks._rows import Finding
from sr_core.backbones import Backbone, DiffusionBackbone

CLOSE = {"float32": 1e-4, "TF32": 3e-3, "half precision": 5e-2}
"""How far a result may be from the CPU's, as a share of its range: by the bits of the mantissa, and some layers' errors."""


def tests_row(asked: RowSettings) -> Iterator[Finding]:
    """tests/gpu, which is stopped in time to say how far it came."""
    command = [sys.executable, "-m", "pytest", "tests/gpu", "-v", "--tb=short", "-p", "no:cacheprovider"]
    deadline = time.monotonic() + asked.seconds - 8
    counts = dict.fromkeys(("PASSED", "FAILED", "ERROR", "SKIPPED"), 0)
    with tempfile.TemporaryFile("w+") as said:
        process = subprocess.Popen(command, cwd=ROOT, stdout=said, stderr=subprocess.STDOUT)
        while process.poll() is None and time.monotonic() < deadline:
            time.sleep(0.2)
        stopped = process.poll() is None
        process.kill()
        process.wait()
        said.seek(0)
        lines = said.read().splitlines()
    print("\n".join(lines), file=sys.stderr)
    for line in lines:
        name, _, rest = line.partition(" ")
        verdict = rest.split(" ")[0]
        if name.startswith("tests/gpu/") and verdict in counts:
            counts[verdict] += 1
            if verdict in ("FAILED", "ERROR"):
                yield Finding(name.removeprefix("tests/gpu/"), verdict.lower(), "passed", False)
    told = ", ".join(f"{count} {verdict.lower()}" for verdict, count in counts.items() if count) or "none ran"
    broken = counts["FAILED"] + counts["ERROR"] > 0 or (not stopped and process.returncode != 0)
    right = False if broken else None if stopped or not counts["PASSED"] else True
    yield Finding(
        "tests/gpu", told + (", then there was no more time" if stopped else ""), "all pass", right, counts
    )


def agreement_row(asked: RowSettings) -> Iterator[Finding]:
    """Every network's result against the CPU's, in each arithmetic."""
    device, cpu = asked.device, torch.device("cpu")
    image = torch.rand(1, BANDS, 48, 48, generator=torch.Generator().manual_seed(1))
    regression = {
        name: member for name, member in Backbone.members.items() if not issubclass(member, DiffusionBackbone)
    }
    nets = {f"{name}, small": {"id": name, **_few(member)} for name, member in regression.items()}
    if not asked.quick:
        nets |= {"EDSR baseline": EDSR, "RRDB-23": RRDB}
    for name, options in nets.items():
        there, here = build_net_on(options, cpu), build_net_on(options, device)
        right = with_arithmetic(cpu, "float32", lambda net=there: net(image))
        yield _agreement(name, {
            arithmetic: farthest(with_arithmetic(device, arithmetic, lambda net=here: net(image.to(device))), right)
            for arithmetic in ARITHMETIC
        })  # fmt: skip
    sr3 = {"id": "sr3", "preset": "small", "image_size": 64}
    there, here = build_net_on(sr3, cpu, 3), build_net_on(sr3, device, 3)
    right = with_arithmetic(cpu, "float32", lambda: eps(there, cpu, 64))
    yield _agreement("SR3, the noise found", {
        arithmetic: farthest(with_arithmetic(device, arithmetic, lambda: eps(here, device, 64)), right)
        for arithmetic in ARITHMETIC
    })  # fmt: skip


def _agreement(what: str, found: dict[str, float]) -> Finding:
    said = ", ".join(f"{name} {value:.1e}" for name, value in found.items())
    wanted = "≤ " + ", ".join(f"{limit:g}" for limit in CLOSE.values()) + " of the range"
    right = all(value <= CLOSE[name] for name, value in found.items())  # not true of what is no number
    return Finding(what, said, wanted, right, found)


def _few(member: type[Backbone]) -> dict[str, int]:
    """Options of a small one: whole numbers above 15 halved, so that a processor is not kept long."""
    fields = {
        name: field.default for name, field in member.model_fields.items() if name not in ("id", "tiny")
    }
    return {name: value // 2 for name, value in fields.items() if type(value) is int and value >= 16}
