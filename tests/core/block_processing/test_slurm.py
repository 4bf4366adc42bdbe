"""Workers that SLURM starts; here it is two programs that start a job at once and end it."""

from __future__ import annotations

import os

import numpy as np
import pytest

from sr_core.command_line_options import read_options
from sr_core.errors import InputError, SrError
from sr_core.progress import run_to_end

pytest.importorskip(
    "dask_jobqueue", reason="an optional part of the engine: sr_core/requirements-cluster.txt"
)

SBATCH = """#!/bin/sh
cp "$1" "$0.script"
setsid sh "$0.script" >"$0.log" 2>&1 &
echo "Submitted batch job $!"
"""
SCANCEL = """#!/bin/sh
kill -- -"$1"
echo "$1" >>"$0.log"
"""
YAML = """
jobs: 1
cores: 3
memory: 2GB
walltime: "00:10:00"
interface: lo
"""


@pytest.fixture
def slurm(tmp_path, monkeypatch):
    """Programs in place of SLURM's, and a file of settings."""
    programs = tmp_path / "bin"
    programs.mkdir()
    for name, text in (("sbatch", SBATCH), ("scancel", SCANCEL)):
        (programs / name).write_text(text)
        (programs / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}{os.environ['PATH']}")
    (tmp_path / "cluster.yaml").write_text(YAML)
    return programs


def test_slurm_starts_the_workers_and_ends_them(job, slurm, tmp_path, pixels_of):
    run_to_end(job("whole.tif", block_size=None).run())
    asked = read_options(["--slurm", str(tmp_path / "cluster.yaml")])
    run_to_end(job(**asked).run())
    np.testing.assert_array_equal(pixels_of("sr.vrt"), pixels_of("whole.tif"))
    script = (slurm / "sbatch.script").read_text()
    assert "#SBATCH --cpus-per-task=3" in script and "--nthreads 1" in script and "tls://" in script
    assert "export FINER_WORKER_THREADS=3" in script  # else Dask lets each worker compute on one core
    assert (slurm / "scancel.log").read_text()


def test_a_file_that_says_too_little_is_refused(job, slurm, tmp_path):
    (tmp_path / "cluster.yaml").write_text("jobs: 2")
    with pytest.raises(InputError, match="should be a YAML file with jobs, cores, memory and walltime"):
        run_to_end(job(scheduler=f"slurm:{tmp_path / 'cluster.yaml'}").run())


def test_an_option_that_there_is_not_is_named(job, slurm, tmp_path):
    (tmp_path / "cluster.yaml").write_text(YAML + "quue: long")
    with pytest.raises(InputError, match=r"is not valid for dask-jobqueue: .*quue"):
        run_to_end(job(scheduler=f"slurm:{tmp_path / 'cluster.yaml'}").run())


def test_a_computer_without_slurm_is_one_sentence(job, slurm, tmp_path):
    (slurm / "sbatch").unlink()
    with pytest.raises(SrError, match="There is no SLURM here"):
        run_to_end(job(scheduler=f"slurm:{tmp_path / 'cluster.yaml'}").run())
