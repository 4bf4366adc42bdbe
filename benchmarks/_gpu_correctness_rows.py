"""Rows of script/gpu: whether a card's results agree with the CPU's, and the tests that need a card."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator

import torch

from benchmarks._gpu_measurement import (
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
from benchmarks._result_tables import ROOT
from benchmarks._subprocess_rows import Finding
from sr_core.backbones import Backbone, DiffusionBackbone

CLOSE = {"float32": 1e-4, "TF32": 3e-3, "half precision": 5e-2}
"""Largest distance of a card's result from the CPU's, as a share of the result's range, by arithmetic: from the bits of the
mantissa, with room for errors that layers add up."""


def tests_row(settings: RowSettings) -> Iterator[Finding]:
    """Run tests/gpu; stop it before the row's time is over, to report the tests that were run."""
    command = [sys.executable, "-m", "pytest", "tests/gpu", "-v", "--tb=short", "-p", "no:cacheprovider"]
    deadline = time.monotonic() + settings.seconds - 8
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


def agreement_row(settings: RowSettings) -> Iterator[Finding]:
    """Compare the result of every network on the card with the CPU's, in each arithmetic."""
    device, cpu = settings.device, torch.device("cpu")
    image = torch.rand(1, BANDS, 48, 48, generator=torch.Generator().manual_seed(1))
    regression = {
        name: member for name, member in Backbone.members.items() if not issubclass(member, DiffusionBackbone)
    }
    nets = {f"{name}, small": {"id": name, **_few(member)} for name, member in regression.items()}
    if not settings.quick:
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


def _agreement(network: str, distances: dict[str, float]) -> Finding:
    """Return the finding about a network, given by arithmetic how far its result is from the CPU's."""
    said = ", ".join(f"{name} {value:.1e}" for name, value in distances.items())
    wanted = "≤ " + ", ".join(f"{limit:g}" for limit in CLOSE.values()) + " of the range"
    right = all(value <= CLOSE[name] for name, value in distances.items())  # False for NaN
    return Finding(network, said, wanted, right, distances)


def _few(member: type[Backbone]) -> dict[str, int]:
    """Return options of a small network: whole numbers above 15 halved, so that the CPU is quick."""
    fields = {
        name: field.default for name, field in member.model_fields.items() if name not in ("id", "tiny")
    }
    return {name: value // 2 for name, value in fields.items() if type(value) is int and value >= 16}
