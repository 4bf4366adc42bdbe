"""Runs a job as `python -m sr_core tell JOB.json` does, for launchers that need the path of a script (`fabric run`)."""

import sys
from pathlib import Path

sys.path[:1] = [str(Path(__file__).resolve().parents[1])]

from sr_core.command_line import run  # noqa: E402  # which is found in the folder above

if __name__ == "__main__":
    sys.exit(run(sys.argv[1], told=True))
