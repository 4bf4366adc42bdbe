"""Runs a job as `python -m sr_core tell JOB.json` does, for launchers that need the path of a script (`fabric run`)."""

import runpy
import sys
from pathlib import Path

sys.path[:1] = [str(Path(__file__).resolve().parents[1])]

if __name__ == "__main__":
    sys.argv[1:1] = ["tell"]
    runpy.run_module("sr_core", run_name="__main__")
