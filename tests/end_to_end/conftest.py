"""The real qgis_process, as script/setup prepares it, and a small scene, its tiles and a model to work on."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SCENE_PIXELS = 384


@dataclass(frozen=True)
class Outcome:
    """How a run of qgis_process ended."""

    code: int
    said: str
    """All that it wrote."""
    results: dict[str, str] = field(init=False)
    """What stands under "Results", by the output's name."""

    def __post_init__(self) -> None:
        _, _, tail = self.said.partition("\nResults\n")
        pairs = (line.split(":\t", 1) for line in tail.splitlines() if ":\t" in line)
        object.__setattr__(self, "results", {name: value for name, value in pairs})

    @property
    def refusal(self) -> str:
        """The sentence that says why it failed."""
        assert self.code != 0, f"it succeeded:\n{self.said}"
        assert "Traceback" not in self.said, self.said
        sentences = [line for line in self.said.splitlines() if line.startswith("ERROR:\t")]
        assert len(sentences) == 1, self.said
        lines = self.said.splitlines()
        # What QGIS finds while it checks parameters stands one line further down.
        (at,) = (i for i, line in enumerate(lines) if line.startswith("ERROR:\t"))
        return " ".join(lines[at:][:2]).removeprefix("ERROR:\t")


def start(algorithm: str, environment: dict[str, str] | None = None, **parameters: object) -> subprocess.Popen[str]:
    """`qgis_process run finer:ALGORITHM` under way, in a process group of its own, as in a terminal."""
    asked = [f"{name}={value}" for name, value in parameters.items()]
    variables = {**os.environ, "PATH": "/usr/bin:/bin", "PYTHONWARNINGS": "ignore", **(environment or {})}
    return subprocess.Popen(
        [os.environ["QGIS_PROCESS"], "run", f"finer:{algorithm}", "--", *asked],
        env=variables, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        text=True, errors="replace", start_new_session=True,
    )  # fmt: skip


def run(algorithm: str, environment: dict[str, str] | None = None, **parameters: object) -> Outcome:
    """`qgis_process run finer:ALGORITHM` to its end."""
    process = start(algorithm, environment, **parameters)
    said, _ = process.communicate(timeout=300)
    return Outcome(process.returncode, said)


@pytest.fixture(scope="session", autouse=True)
def prepared() -> None:
    if "QGIS_PROCESS" not in os.environ or not (Path(os.environ.get("FINER_HOME", "")) / "engine").is_dir():
        pytest.skip("needs QGIS, the plugin and the engine set up: run script/test end_to_end")


@pytest.fixture(scope="session")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four bands of uint16 reflectance, 384 × 384 pixels of 2.5 m."""
    path = tmp_path_factory.mktemp("scene") / "scene.tif"
    command = [sys.executable, ROOT / "script" / "sample_scene.py", path, "--size", str(SCENE_PIXELS)]
    subprocess.run(command, check=True)
    return path


@pytest.fixture(scope="session")
def exported(scene: Path, tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    """The run that cut the scene into tiles."""
    folder = tmp_path_factory.mktemp("exported") / "tiles"
    return run("export_tiles", INPUT=scene, SCALE=4, TILE_SIZE=64, STRIDE=32, SPLIT="70,15,15", OUTPUT=folder)


@pytest.fixture(scope="session")
def tiles(exported: Outcome) -> Path:
    assert exported.code == 0, exported.said
    return Path(exported.results["OUTPUT"])


@pytest.fixture(scope="session")
def trained(tiles: Path, tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    """The run that trained a very small model."""
    return run(
        "train_model", TILES=tiles, BACKBONE_OPTIONS="n_feats=8, n_blocks=1", EPOCHS=2, PATCH_SIZE=16,
        DEVICE="cpu", OUTPUT=tmp_path_factory.mktemp("trained") / "small.srpk",
    )  # fmt: skip


@pytest.fixture(scope="session")
def model(trained: Outcome) -> Path:
    assert trained.code == 0, trained.said
    return Path(trained.results["OUTPUT"])


@pytest.fixture
def unharmed(tmp_path: Path) -> Callable[[], None]:
    """Says whether the test's folder is as it was when this fixture was made."""
    before = contents(tmp_path)

    def check() -> None:
        assert contents(tmp_path) == before

    return check


def contents(folder: Path) -> dict[str, bytes | None]:
    """Every file and folder under `folder`, hidden ones too, with the files' bytes; not what GDAL notes beside rasters."""
    found = sorted(path for path in folder.rglob("*") if not path.name.endswith(".aux.xml"))
    return {str(path.relative_to(folder)): path.read_bytes() if path.is_file() else None for path in found}
