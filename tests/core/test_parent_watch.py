"""A worker that is still loading ends with whoever started it."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PARENT = """
import os, subprocess, sys, time
environment = {**os.environ, "PYTHONPATH": sys.argv[1] + os.pathsep + sys.argv[2], "FINER_PARENT": str(os.getpid())}
command = [sys.executable, "-m", "sr_core", "serve"]
if sys.argv[3] == "launcher":
    command = ["sh", "-c", 'exec 3<&0; "$@" <&3 & echo $!; wait', "sh", *command]
worker = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment, text=True, start_new_session=True)
print(worker.stdout.readline().strip() if sys.argv[3] == "launcher" else worker.pid, flush=True)
time.sleep(600)
"""
SLOW_LIBRARY = "import time\nopen({!r}, 'w').close()\ntime.sleep(600)\n"


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
@pytest.mark.parametrize("way", ["directly", "launcher"])
def test_a_worker_that_is_loading_ends_within_three_seconds_of_its_parents_death(tmp_path, way):
    (tmp_path / "rasterio.py").write_text(SLOW_LIBRARY.format(str(tmp_path / "loading")))
    command = [sys.executable, "-c", PARENT, str(tmp_path), str(ROOT), way]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as parent:
        worker = int(parent.stdout.readline())
        wait_for((tmp_path / "loading").exists)
        assert is_running(worker)
        parent.kill()
    began = time.monotonic()
    wait_for(lambda: not is_running(worker))
    assert time.monotonic() - began < 3


def test_a_worker_whose_parent_lives_goes_on_loading(tmp_path):
    (tmp_path / "rasterio.py").write_text(SLOW_LIBRARY.format(str(tmp_path / "loading")))
    environment = {
        **os.environ,
        "PYTHONPATH": f"{tmp_path}{os.pathsep}{ROOT}",
        "FINER_PARENT": str(os.getpid()),
    }
    with subprocess.Popen(
        [sys.executable, "-m", "sr_core", "serve"], stdin=subprocess.PIPE, env=environment
    ) as worker:
        wait_for((tmp_path / "loading").exists)
        time.sleep(1.5)
        assert worker.poll() is None
        worker.send_signal(signal.SIGTERM)
        assert worker.wait(3) == -signal.SIGTERM


def wait_for(condition, seconds=60):
    """Wait until a condition holds."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.05)


def is_running(pid):
    """Whether a process runs, zombies not counted."""
    try:
        return "State:\tZ" not in Path(f"/proc/{pid}/status").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return False
