"""Engine processes for tests, and a script for one with a job of the tests' own."""

from __future__ import annotations

import json
import os
import subprocess
import time
from pathlib import Path

ROOT = Path(__file__).parents[3]
DONE, FAILED, REFUSED, CANCELLED = 0, 1, 2, 130
WAIT = 120  # seconds; importing torch on a busy machine takes its time

# A job whose option says how it behaves: as no real job does, but any could.
TEST_JOB_SCRIPT = """
import subprocess, sys, time
from sr_core import command_line as door
from sr_core.jobs import Job, Log, Progress
from sr_core.schema import Config
from sr_core.atomic_write import atomic_write

class Puppet(Job):
    tags = ()
    Result = Config
    do: str
    out: str = ""

    def run(self):
        if self.do == "raise":
            raise ZeroDivisionError("division by zero")
        if self.do == "full":
            raise OSError(28, "No space left on device", "/some/where")
        if self.do == "fill":
            raise MemoryError
        if self.do == "listen":
            program = "import sys; print(len(sys.stdin.read()))"
            heard = subprocess.run([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True)
            yield Log("{heard}", heard=heard.stdout.strip())
            return Config()
        if self.do == "draw":
            import torch
            yield Log("{number}", number=torch.rand(()).item())
            torch.manual_seed(0)
            return Config()
        if self.do == "print":
            print("a stray line")
            yield Log("{n} {what}", n=3, what="ünits")
            yield Progress(0.5, "half")
            return Config()
        with atomic_write(self.out) as file:
            file.write_text("half-written")
            yield Progress(0.1, "busy")
            while True:
                time.sleep(3600 if self.do == "stick" else 0.05)
                yield Progress(0.2, "busy")

door.GRACE = 1
sys.exit(door.run())
"""


class EngineProcess:
    """A process of the engine, its events and its log."""

    def __init__(self, command, tmp_path):
        env = {**os.environ, "PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1"}
        self.log = tmp_path / "stderr"
        self.process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self.log.open("w"),
            env=env,
            encoding="utf-8",
            cwd=tmp_path,
        )

    def ask(self, **job):
        """Send a job; return the process itself."""
        self.process.stdin.write(json.dumps(job) + "\n")
        self.process.stdin.flush()
        return self

    def until(self, name):
        """Return the events up to the first one of a name."""
        events = []
        for line in self.process.stdout:
            events.append(json.loads(line))
            if events[-1]["event"] == name:
                return events
        raise AssertionError(f"no {name!r} in {events}; {self.log.read_text()}")

    def end(self, close_stdin=False):
        """Return the remaining events and the exit code."""
        if close_stdin:
            self.process.stdin.close()
        events = [json.loads(line) for line in self.process.stdout]
        return events, self.process.wait(WAIT)


def has_ended(pid):
    """Return whether a process ends within a few seconds; one whose parent has not noticed its end counts."""
    for _ in range(100):
        try:
            state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
        except FileNotFoundError:
            return True
        if state == "Z":
            return True
        time.sleep(0.1)
    return False
