"""The real qgis_process, as script/setup prepares it, and a small scene, its tiles and a model to work on."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SCENE_PIXELS = 384


@dataclass(frozen=True)
class Outcome:
    """How a run of qgis_process ended."""

    code: int
    out: str
    err: str

    @property
    def output(self) -> str:
        """All that it wrote, on both streams."""
        return self.out + self.err

    @property
    def results(self) -> dict[str, str]:
        """What it prints under "Results", by the output's name; it succeeded."""
        assert self.code == 0, self.output
        _, _, tail = self.out.partition("\nResults\n")
        return dict(line.split(":\t", 1) for line in tail.splitlines() if ":\t" in line)

    @property
    def refusal(self) -> str:
        """The one sentence, or two, that says why it failed."""
        assert self.code != 0, f"it succeeded:\n{self.output}"
        assert "\nResults\n" not in self.out
        assert "Traceback" not in self.output, self.output
        lines = self.err.splitlines()
        (at,) = (i for i, line in enumerate(lines) if line.startswith("ERROR:\t"))
        # What is found while QGIS checks parameters stands further in, below a headline of QGIS' own.
        below = [line.strip() for line in lines[at + 1 :] if line.startswith("\t")]
        return " ".join(below) or lines[at].removeprefix("ERROR:\t")


class Qgis:
    """`qgis_process run finer:ALGORITHM -- NAME=VALUE ...`, in a profile of its own."""

    def __init__(self, profile: Path) -> None:
        self.profile = profile

    def start(
        self, algorithm: str, *options: str, stderr: int = subprocess.STDOUT, **asked: object
    ) -> subprocess.Popen[str]:
        """Start a run, in a process group of its own as a shell does; names in lower case are environment variables."""
        environment = {name.upper(): str(value) for name, value in asked.items() if name.islower()}
        parameters = [f"{name}={value}" for name, value in asked.items() if not name.islower()]
        return subprocess.Popen(
            [os.environ["QGIS_PROCESS"], *options, "run", f"finer:{algorithm}", "--", *parameters],
            # Networks are tiny here: a second thread does not help, and on a busy machine makes training ten times slower.
            env={
                **os.environ,
                "PATH": "/usr/bin:/bin",
                "PYTHONWARNINGS": "ignore",
                "OMP_NUM_THREADS": "1",
                "QGIS_CUSTOM_CONFIG_PATH": str(self.profile),
                **environment,
            },
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=stderr,
            text=True, errors="replace", start_new_session=True,
        )  # fmt: skip

    def run(self, algorithm: str, *options: str, **asked: object) -> Outcome:
        """Run an algorithm to its end."""
        process = self.start(algorithm, *options, stderr=subprocess.PIPE, **asked)
        out, err = process.communicate(timeout=300)
        return Outcome(process.returncode, out, err)


@pytest.fixture(scope="session")
def qgis(tmp_path_factory: pytest.TempPathFactory) -> Qgis:
    if "QGIS_PROCESS" not in os.environ or not (Path(os.environ.get("FINER_HOME", "")) / "engine").is_dir():
        pytest.skip("needs QGIS, the plugin and the engine set up: run script/test end_to_end")
    profile = tmp_path_factory.mktemp("profile") / "qgis"
    shutil.copytree(
        os.environ["QGIS_CUSTOM_CONFIG_PATH"], profile, symlinks=True
    )  # others run at the same time
    return Qgis(profile)


@pytest.fixture(scope="session")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four bands of uint16 reflectance, 384 × 384 pixels of 2.5 m."""
    path = tmp_path_factory.mktemp("scene") / "scene.tif"
    command = [sys.executable, ROOT / "script" / "sample_scene.py", path, "--size", str(SCENE_PIXELS)]
    subprocess.run(command, check=True)
    return path


@pytest.fixture(scope="session")
def exported(qgis: Qgis, scene: Path, tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    """The run that cut the scene into tiles."""
    folder = tmp_path_factory.mktemp("exported") / "tiles"
    return qgis.run(
        "export_tiles", INPUT=scene, SCALE=4, TILE_SIZE=64, STRIDE=32, SPLIT="70,15,15", OUTPUT=folder
    )


@pytest.fixture(scope="session")
def tiles(exported: Outcome) -> Path:
    """The tile set."""
    return Path(exported.results["OUTPUT"])


@pytest.fixture(scope="session")
def trained(qgis: Qgis, tiles: Path, tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    """The run that trained a very small model."""
    return qgis.run(
        "train_model", TILES=tiles, BACKBONE_OPTIONS="n_feats=8, n_blocks=1", EPOCHS=2, PATCH_SIZE=16,
        DEVICE="cpu", OUTPUT=tmp_path_factory.mktemp("trained") / "small.srpk",
    )  # fmt: skip


@pytest.fixture(scope="session")
def model(trained: Outcome) -> Path:
    """The very small model."""
    return Path(trained.results["OUTPUT"])


@pytest.fixture(scope="session")
def diffusion_model(qgis: Qgis, tiles: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A very small and hardly trained diffusion model."""
    outcome = qgis.run(
        "train_model", TILES=tiles, BACKBONE="sr3", OBJECTIVE="denoising", EPOCHS=1, PATCH_SIZE=16, DEVICE="cpu",
        BACKBONE_OPTIONS="inner_channel=8, norm_groups=2, channel_mults=1,2, attn_res=[], res_blocks=1",
        OBJECTIVE_OPTIONS="n_timestep=50, linear_end=0.2",
        OUTPUT=tmp_path_factory.mktemp("diffusion") / "diffusion.srpk",
    )  # fmt: skip
    return Path(outcome.results["OUTPUT"])


@pytest.fixture
def contents(tmp_path: Path) -> Callable[[], dict[str, bytes | None]]:
    """Every file and folder of the test's own folder, hidden ones too, with the files' bytes."""

    def look() -> dict[str, bytes | None]:
        # GDAL notes statistics beside rasters that QGIS looks at.
        found = (path for path in tmp_path.rglob("*") if not path.name.endswith(".aux.xml"))
        return {
            str(path.relative_to(tmp_path)): path.read_bytes() if path.is_file() else None for path in found
        }

    return look
