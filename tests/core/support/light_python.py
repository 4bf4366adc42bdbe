"""A Python that has the packages of the light engine and no others, made of those of the engine in use."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from importlib.metadata import distribution
from pathlib import Path

ROOT = Path(__file__).parents[3]
PINS = ROOT / "sr_core" / "requirements-light.txt"


def link_light_packages(folder: Path) -> None:
    """Make links in `folder` to all that the light engine's packages consist of."""
    for line in PINS.read_text(encoding="utf-8").splitlines():
        pin = re.match(r"([\w.-]+)==[^;#]+(?P<windows>;)?", line)
        if pin is None or pin["windows"]:
            continue
        found = distribution(pin[1])
        tops = {file.parts[0] for file in found.files or () if file.parts[0] not in ("..", "__pycache__")}
        for top in tops:
            source, link = Path(str(found.locate_file(top))), folder / top
            if source.is_dir() and link.exists():  # of a namespace
                continue
            if not link.exists():
                link.symlink_to(source)


def run_light(folder: Path, *arguments: str, given: str = "") -> subprocess.CompletedProcess[str]:
    """Run a Python with the packages in `folder` and `sr_core`."""
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join([str(folder), str(ROOT)]),
        "OMP_NUM_THREADS": "1",
    }
    command = [sys.executable, "-S", *arguments]
    return subprocess.run(command, input=given, env=environment, capture_output=True, text=True, check=False)
