"""kill -9 of worker, scheduler and client at random moments: the same command then gives the result of one process to the bit.

Run by `script/bench crash_recovery`, in an engine with CLUSTER. A scheduler, two workers and a client run as processes of this computer
until `--kills` kills have hit one of them; what was killed is started again. It ends with an error if a result
differs, a file cannot be read, a process is left behind, or a run ends otherwise than it should.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import socket
import subprocess
import sys
import tempfile
import time
from collections import Counter
from contextlib import suppress
from pathlib import Path

import numpy as np
import psutil
import rasterio

from benchmarks._classify_pixels_run import model, raster
from benchmarks._result_tables import ROOT

SIDE, BANDS, SCALE = 400, 3, 2
NETWORK = {"id": "edsr", "n_feats": 16, "n_blocks": 4}
BLOCK = 256
VICTIMS = ("worker", "scheduler", "client", "client with workers of its own")
STUCK = 300
"""Seconds without a new block after which a run counts as stuck."""


class Cluster:
    """A scheduler and two workers, each a process, which are started again when they are killed."""

    def __init__(self, folder: Path, python: str) -> None:
        self.folder, self.python, self.scheduler = folder, python, None
        self.workers: list[subprocess.Popen[bytes]] = []
        self.address = ""

    def mend(self) -> None:
        """Start what is not there."""
        if self.scheduler is None or self.scheduler.poll() is not None:
            self.stop()
            with socket.socket() as free:
                free.bind(("127.0.0.1", 0))
                port = free.getsockname()[1]
            self.address = f"tcp://127.0.0.1:{port}"
            self.scheduler = self._start("scheduler", "--host", "127.0.0.1", "--port", str(port))
            self._await(port)
        self.workers = [each for each in self.workers if each.poll() is None]
        while len(self.workers) < 2:
            options = ("--nworkers", "1", "--nthreads", "1", "--no-nanny", "--memory-limit", "0")
            self.workers.append(self._start("worker", self.address, *options))

    def _await(self, port: int) -> None:
        """Wait until the scheduler answers."""
        began = time.monotonic()
        while time.monotonic() - began < STUCK:
            with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
                return
            time.sleep(0.1)
        sys.exit((self.folder / "scheduler.log").read_text())

    def stop(self) -> None:
        """End all of its processes."""
        for each in [*self.workers, *([self.scheduler] if self.scheduler else [])]:
            each.kill()
            each.wait()
        self.workers, self.scheduler = [], None

    def _start(self, what: str, *options: str) -> subprocess.Popen[bytes]:
        command = [self.python, "-m", f"distributed.cli.dask_{what}", *options, "--no-dashboard"]
        return start(self.folder, what, command)


def start(folder: Path, name: str, command: list[str]) -> subprocess.Popen[bytes]:
    """Start a process that writes into a log."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1"}
    with (folder / f"{name}.log").open("a") as log:
        return subprocess.Popen(
            command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log
        )


def run_job(folder: Path, output: str, *options: str, **fields: object) -> subprocess.Popen[bytes]:
    """Start the job."""
    files = {name: str(folder / file) for name, file in (("input", "in.tif"), ("model", "m.srpk"))}
    job = {"job": "classify_pixels", **files, "output": str(folder / output), "device": "cpu", **fields}
    path = folder / f"{output}.json"
    path.write_text(json.dumps({**job, "tile_size": 64, "threads": 1}))
    return start(folder, output, [sys.executable, "-m", "sr_core", "run", str(path), *options])


def blocks_of(folder: Path, output: str) -> list[Path]:
    """Return the files of blocks that have their names."""
    return list((folder / output).with_suffix(".blocks").glob("r*/c*"))


def main() -> None:
    """Kill, go on and compare."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=0)
    settings = parser.parse_args()
    chance, killed, finished = random.Random(settings.seed), Counter[str](), 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        raster(folder / "in.tif", SIDE, BANDS)
        model(folder / "m.srpk", NETWORK, BANDS, SCALE)
        require(run_job(folder, "whole.tif").wait() == 0, (folder / "whole.tif.log").read_text())
        whole = rasterio.open(folder / "whole.tif").read()
        cluster = Cluster(folder, sys.executable)
        try:
            while killed.total() < settings.kills:
                output = f"sr{finished}.vrt"
                while not run_until_kill(folder, output, cluster, chance, killed, settings.kills):
                    check_blocks(folder, output)
                require(
                    bool(np.array_equal(rasterio.open(folder / output).read(), whole)), f"{output} differs"
                )
                finished += 1
                print(f"{output}: equal to one process after {dict(killed)}", flush=True)
        finally:
            cluster.stop()
            left = psutil.Process().children(recursive=True)
            for each in left:
                each.kill()
        require(not left, f"left behind: {left}")
        require(not list(folder.rglob(".finer-*")), f"left: {list(folder.rglob('.finer-*'))}")
    print(f"{killed.total()} kills, {finished} results, all equal to the bit: {dict(killed)}")


def run_until_kill(
    folder: Path, output: str, cluster: Cluster, chance: random.Random, killed: Counter[str], most: int
) -> bool:
    """Run the job until something is killed; return whether it has finished before, or in spite of that."""
    victim = min(VICTIMS, key=lambda each: (killed[each], chance.random()))
    alone = victim == VICTIMS[-1]
    cluster.mend()
    options = ("--workers", "2") if alone else ("--scheduler", cluster.address)
    client = run_job(folder, output, *options, block_size=BLOCK)
    until = len(blocks_of(folder, output)) + chance.randint(0, 3)
    await_blocks(folder, output, client, until)
    time.sleep(0.5 * chance.random())
    if client.poll() is None and killed.total() < most:
        killed[victim] += 1
        children = psutil.Process(client.pid).children(recursive=True)
        {"worker": cluster.workers[0], "scheduler": cluster.scheduler}.get(victim, client).kill()
        print(f"{killed.total()}: {victim} after {len(blocks_of(folder, output))} blocks", flush=True)
        if victim.startswith("client"):
            client.wait()
            _, alive = psutil.wait_procs(children, timeout=30)
            require(not alive, f"left behind: {[each.cmdline() for each in alive]}")
            return False
        cluster.mend() if victim == "worker" else None
    try:
        code = client.wait(STUCK)
    except subprocess.TimeoutExpired:
        sys.exit(f"The run does not end: {(folder / f'{output}.log').read_text()[-2000:]}")
    log = (folder / f"{output}.log").read_text()
    if victim == "scheduler" and code:
        # The second one where it was killed before the client had reached it.
        said = any(text in log for text in ("scheduler is gone", "There is no Dask scheduler"))
        require(code == 2 and said, log[-2000:])
        return False
    require(code == 0, log[-2000:])
    return True


def await_blocks(folder: Path, output: str, client: subprocess.Popen[bytes], count: int) -> None:
    """Wait until there are so many blocks, or the client has ended."""
    began = time.monotonic()
    while client.poll() is None and len(blocks_of(folder, output)) < count:
        require(time.monotonic() - began < STUCK, "no new block")
        time.sleep(0.01)


def check_blocks(folder: Path, output: str) -> None:
    """Require that whatever has a block's name is whole."""
    for file in blocks_of(folder, output):
        if file.suffix == ".tif":
            with rasterio.open(file) as block:
                block.read()


def require(holds: bool, message: str) -> None:
    """End with a message unless something holds."""
    if not holds:
        sys.exit(message)


if __name__ == "__main__":
    main()
