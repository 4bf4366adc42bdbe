"""An engine without torch, packages without network, and processes to watch."""

import base64
import hashlib
import os
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
STAND_IN = Path(__file__).parent / "stand_in"
LOADER = """
import importlib.util, sys
from pathlib import Path
spec = importlib.util.spec_from_file_location("finer", "{root}/__init__.py", submodule_search_locations=["{root}"])
sys.modules["finer"] = importlib.util.module_from_spec(spec)
spec.loader.exec_module(sys.modules["finer"])
from qgis.core import QgsApplication
app = QgsApplication([], False)
from finer.processing_provider.engine import environment_variables
environment_variables.ROOT = Path("{stand_in}")
"""
UNZIP = """
import pathlib, sys, zipfile
folder, wheels = sys.argv[1:3]
arguments = sys.argv[3:]
asked = "".join(
    pathlib.Path(value).read_text() if option == "-r" else value
    for option, value in zip(["", *arguments], arguments)
    if option != "-c"
)
for wheel in pathlib.Path(wheels).glob("*.whl"):
    if wheel.name.partition("-")[0] + "==" not in asked:
        continue
    print("Collecting", wheel.name, flush=True)
    zipfile.ZipFile(wheel).extractall(next(pathlib.Path(folder).glob("lib/python3*/site-packages")))
"""


@pytest.fixture(autouse=True)
def fake_sr_core(monkeypatch):
    """A fake `sr_core` for engines, without the developer's own settings."""
    from finer.processing_provider.engine import environment_variables, idle_worker

    monkeypatch.setattr(environment_variables, "ROOT", STAND_IN)
    for name in ("FINER_ENGINE_PYTHON", "PIP_FIND_LINKS", "PIP_INDEX_URL", "PIP_EXTRA_INDEX_URL"):
        monkeypatch.delenv(name, raising=False)
    yield
    idle_worker.dismiss()


@pytest.fixture
def never_cancelled():
    """A function that says that nobody cancels."""
    return lambda: False


@pytest.fixture
def has_ended():
    """`has_ended(pid)` returns whether a process ends within a few seconds."""

    def check(pid, seconds=6):
        end = time.monotonic() + seconds
        while _runs(pid):
            if time.monotonic() > end:
                return False
            time.sleep(0.05)
        return True

    return check


def _runs(pid):
    try:
        return "State:\tZ" not in Path(f"/proc/{pid}/status").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return False


@pytest.fixture
def collect_events():
    """`collect_events(generator)` returns its events, and the error that it raised or None."""

    def run(generator):
        events = []
        try:
            for event in generator:
                events.append(event)
        except Exception as error:
            return events, error
        return events, None

    return run


@pytest.fixture
def wheel_folder(tmp_path, monkeypatch):
    """A folder of wheels, and requirements that need them: a torch and an ncnn of a few lines, and one more package."""
    from finer.processing_provider.engine import packages

    folder = tmp_path / "wheels"
    folder.mkdir()
    write_wheel(folder, "torch", "1.0+cpu", '__version__ = "1.0+cpu"\ncuda = None\ndevice = "cpu"\n')
    write_wheel(folder, "ncnn", "3.0", '__version__ = "3.0"\n')
    write_wheel(folder, "tinydep", "2.0", "")
    (tmp_path / "requirements-light.txt").write_text("# of both\nncnn==3.0\n")
    write_wheel(folder, "distributed", "4.0", "")
    (tmp_path / "requirements-cluster.txt").write_text("distributed==4.0\nncnn==3.0\n")
    requirements = tmp_path / "requirements.txt"
    requirements.write_text("# for tests\ntorch==1.0\n-r requirements-light.txt\ntinydep==2.0 # small\n")
    monkeypatch.setattr(packages, "REQUIREMENTS", requirements)
    return folder


@pytest.fixture
def replace_torch(wheel_folder):
    """`replace_torch(source)` replaces the torch in the folder of wheels."""

    def put(source, version="1.0+cpu"):
        for wheel in wheel_folder.glob("torch-*"):
            wheel.unlink()
        write_wheel(wheel_folder, "torch", version, source)

    return put


def write_wheel(folder, name, version, source):
    """Write a package of one module as a wheel."""
    info = f"{name}-{version}.dist-info"
    files = {
        f"{name}/__init__.py": source,
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: tests\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = [f"{path},{_digest(text)},{len(text)}" for path, text in files.items()]
    with zipfile.ZipFile(folder / f"{name}-{version}-py3-none-any.whl", "w") as wheel:
        for path, text in files.items():
            wheel.writestr(path, text)
        wheel.writestr(f"{info}/RECORD", "\n".join([*record, f"{info}/RECORD,,", ""]))


def _digest(text):
    digest = base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b"=").decode()
    return f"sha256={digest}"


@pytest.fixture
def no_uv(monkeypatch):
    """A computer without uv."""
    from finer.processing_provider.engine import installers

    monkeypatch.setattr(installers, "find_uv", lambda: None)


@pytest.fixture
def quick_pip(no_uv, monkeypatch):
    """A fast pip: environments have no pip, and packages are unzipped."""
    from finer.processing_provider.engine import installers

    class QuickPip(installers.Pip):
        before = ""  # source that runs before packages are installed

        def create(self, folder):
            return [self.base.path, "-m", "venv", "--without-pip", folder]

        def install(self, folder, *arguments, index="", wheels=None):
            return [self.base.path, "-c", self.before + UNZIP, folder, wheels, *arguments]

    monkeypatch.setattr(installers, "Pip", QuickPip)
    return QuickPip


@pytest.fixture
def start_parent():
    """`start_parent(source)` runs source code in another process that has loaded the plugin, as QGIS."""
    started = []

    def start(source):
        loader = LOADER.format(root=str(ROOT), stand_in=str(STAND_IN))
        process = subprocess.Popen([sys.executable, "-c", loader + source], stdout=subprocess.PIPE, text=True)
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
        process.communicate()


@pytest.fixture
def nvidia_smi(tmp_path, monkeypatch):
    """A computer whose NVIDIA driver knows a graphics card."""
    program = tmp_path / "bin" / "nvidia-smi"
    program.parent.mkdir()
    program.write_text("#!/bin/sh\necho 'GPU 0: NVIDIA H100 80GB HBM3 (UUID: GPU-1234)'\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")


@pytest.fixture
def set_up(wheel_folder, never_cancelled):
    """`set_up()` is the generator that sets an engine up from the packages of the tests."""

    from finer.processing_provider.engine import engine_setup

    def start(profile="cpu", python="", is_cancelled=never_cancelled, parts="complete", cluster=False):
        return engine_setup.set_up(profile, python, str(wheel_folder), is_cancelled, parts, cluster)

    return start


@pytest.fixture
def old_engine(finer_home):
    """An engine from an earlier version of Finer."""
    from finer.processing_provider.engine import locate

    python = locate.interpreter_path(finer_home / "engine")
    python.parent.mkdir(parents=True)
    python.write_text("old")
    python.chmod(0o755)
    return python
