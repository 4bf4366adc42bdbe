"""Engine processes for tests, and one whose job does as it is told."""

from __future__ import annotations

import json
import os
import subprocess
import time
from pathlib import Path

ROOT = Path(__file__).parents[3]
DONE, FAILED, REFUSED, CANCELLED = 0, 1, 2, 130
WAIT = 120  # seconds; importing torch on a busy machine takes its time

# A job that does as it is told: behaviours that no real job has, but any could.
PUPPET = """
import subprocess, sys, time
import torch
from sr_core import __main__ as door
from sr_core.jobs import Job, Log, Progress
from sr_core.schema import Config
from sr_core.atomic_write import atomic_write

class Puppet(Job):
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


class Engine:
    """A worker process, and the events it has sent."""

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
        self.process.stdin.write(json.dumps(job) + "\n")
        self.process.stdin.flush()
        return self

    def until(self, name):
        """Events up to the first one of this name."""
        events = []
        for line in self.process.stdout:
            events.append(json.loads(line))
            if events[-1]["event"] == name:
                return events
        raise AssertionError(f"no {name!r} in {events}; {self.log.read_text()}")

    def end(self, close_stdin=False):
        """The events that are left, and the exit code."""
        if close_stdin:
            self.process.stdin.close()
        events = [json.loads(line) for line in self.process.stdout]
        return events, self.process.wait(WAIT)


def ended(pid):
    """Whether the process is gone within a few seconds, or is a corpse that nobody has collected."""
    for _ in range(100):
        try:
            state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
        except FileNotFoundError:
            return True
        if state == "Z":
            return True
        time.sleep(0.1)
    return False
